package io.backorder.posting;

import static java.util.stream.Collectors.groupingBy;

import io.backorder.ledger.LedgerEntry.Promised;
import io.backorder.promise.Promise;
import io.backorder.stock.Sku;
import io.backorder.store.ItemState;
import io.backorder.store.LineState;
import io.backorder.store.OrderState;
import io.backorder.store.StockStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What waiting lines are promised, as the supplies of their items stand. Lines that are delivered
 * together, and the parts of a kit, are promised for the day of the latest of them.
 */
final class Promises {

  private final StockStore store;
  private final Rules rules;
  private final WholeOrders orders;
  private final Function<ItemState, PromiseQueue> reading;
  private final Map<Sku, PromiseQueue> queues = new HashMap<>();

  private Promises(
      StockStore store,
      Rules rules,
      WholeOrders orders,
      Function<ItemState, PromiseQueue> reading) {
    this.store = store;
    this.rules = rules;
    this.orders = orders;
    this.reading = reading;
  }

  /** The promises while a document changes what they rest on. */
  static Promises changing(StockStore store, Rules rules, WholeOrders orders) {
    return new Promises(store, rules, orders, item -> PromiseQueue.of(item, rules, orders.now()));
  }

  /** The promises while nothing changes. */
  static Promises asked(StockStore store, Rules rules, WholeOrders orders) {
    return new Promises(
        store, rules, orders, item -> PromiseQueue.asked(item, rules, orders.now()));
  }

  /** Whether a supply may bring an item, or a line that waits for it has a day. */
  static boolean concern(ItemState item) {
    return item.inbound() > 0 || item.linesPromised() > 0;
  }

  /** Writes which lines of the items that a document has touched got another day. */
  void keep(Draft draft, Collection<Sku> touched) {
    Map<Sku, List<LineState>> moved = draft.moved().stream().collect(groupingBy(LineState::sku));
    Set<LineState> done = new HashSet<>(0);
    for (Sku sku : touched) {
      for (LineState line : concerned(store.item(sku), moved.getOrDefault(sku, List.of()))) {
        Together together = together(line);
        if (done.add(together.hosts().get(0)) && orders.areLocked(together.skus())) {
          together.keep(draft);
        }
      }
    }
  }

  /** The lines of an item that may get another day, first in line first. */
  private Collection<LineState> concerned(ItemState item, List<LineState> moved) {
    return concern(item) ? queue(item.sku()).concerned(moved) : List.of();
  }

  private PromiseQueue queue(Sku sku) {
    return queues.computeIfAbsent(sku, key -> reading.apply(store.item(key)));
  }

  /** The lines that get one day with a line: of a complete order all, of a kit its own. */
  Together together(LineState line) {
    LineState host = line.isPart() ? KitLine.around(line).kit() : line;
    OrderState order = host.order();
    boolean whole = WholeOrders.isWhole(host.ownClaim(), orders.now());
    List<LineState> hosts =
        whole ? order.lines().stream().filter(each -> !each.isPart()).toList() : List.of(host);
    return new Together(hosts);
  }

  /** Host lines that get one day. */
  final class Together {

    private final List<LineState> hosts;

    private Together(List<LineState> hosts) {
      this.hosts = hosts;
    }

    List<LineState> hosts() {
      return hosts;
    }

    private void keep(Draft draft) {
      Map<LineState, Promise> promises = promises();
      for (LineState host : hosts) {
        Promise promise = promises.get(host);
        if (promise != null) {
          note(draft, host, promise.by());
          host.parts().forEach(part -> note(draft, part, promise.by()));
        }
      }
    }

    private void note(Draft draft, LineState line, Optional<LocalDate> day) {
      if (!line.promised().equals(day)) {
        draft.post(line, new Promised(line.firstClaim(), line.promised(), day));
      }
    }

    /** The items whose supplies and queues the day depends on. */
    Set<Sku> skus() {
      Set<Sku> skus = new LinkedHashSet<>();
      hosts.forEach(host -> skus.addAll(KitLine.of(host).skus()));
      return skus;
    }

    /** The promise of the waiting units of each host line that waits. */
    Map<LineState, Promise> promises() {
      List<LineState> waiting =
          hosts.stream().filter(each -> each.waiting() > 0).toList();
      List<Promise> found = new ArrayList<>(waiting.size());
      waiting.forEach(each -> found.add(own(each)));
      List<Promise> agreed = found.size() > 1 ? Promise.together(found) : found;
      Map<LineState, Promise> promises = new HashMap<>();
      for (int i = 0; i < waiting.size(); i++) {
        promises.put(waiting.get(i), agreed.get(i));
      }
      return promises;
    }

    private Promise own(LineState host) {
      if (!host.isKit()) {
        return queue(host.sku()).of(host);
      }
      List<Promise> parts = new ArrayList<>();
      for (LineState part : host.parts()) {
        parts.add(queue(part.sku()).of(part));
      }
      LocalDate first = rules.promising().firstDay(rules.termsOf(host.sku()), orders.now());
      return Rules.Promising.kits(host.waiting(), parts).notBefore(first);
    }
  }
}
