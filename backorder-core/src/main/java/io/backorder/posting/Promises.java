package io.backorder.posting;

import io.backorder.allocation.WaitingLine;
import io.backorder.demand.OrderLineId;
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
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What waiting lines are promised, as the supplies of their items stand. Lines that are delivered
 * together, and the parts of a kit, are promised for the day of the latest of them.
 */
final class Promises {

  private final StockStore store;
  private final Rules rules;
  private final WholeOrders orders;
  private final Map<Sku, Walk> walks = new HashMap<>();

  Promises(StockStore store, Rules rules, WholeOrders orders) {
    this.store = store;
    this.rules = rules;
    this.orders = orders;
  }

  /** Whether a supply may bring an item, or a line that waits for it has a day. */
  static boolean concern(ItemState item) {
    return item.inbound() > 0 || item.linesPromised() > 0;
  }

  /** Writes which lines of the items that a document has touched got another day. */
  void keep(Draft draft, Collection<Sku> touched) {
    Set<LineState> done = new HashSet<>(0);
    for (Sku sku : touched) {
      for (LineState line : concerned(store.item(sku))) {
        Together together = together(line);
        if (done.add(together.hosts().get(0)) && orders.areLocked(together.skus())) {
          together.keep(draft);
        }
      }
    }
  }

  /** The lines of an item that have a day, or had one, in the order in which they stand in line. */
  private Collection<LineState> concerned(ItemState item) {
    if (!concern(item)) {
      return List.of();
    }
    Walk walk = walk(item.sku());
    walk.onward(item.linesPromised());
    return List.copyOf(walk.lines);
  }

  private Walk walk(Sku sku) {
    return walks.computeIfAbsent(sku, key -> new Walk(store.item(key)));
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
        return walk(host.sku()).of(host);
      }
      List<Promise> parts = new ArrayList<>();
      for (LineState part : host.parts()) {
        parts.add(walk(part.sku()).of(part));
      }
      LocalDate first = rules.promising().firstDay(rules.termsOf(host.sku()), orders.now());
      return Rules.Promising.kits(host.waiting(), parts).notBefore(first);
    }
  }

  /** The queue of an item, read from its head, with what supplies give to each line. */
  private final class Walk {

    private final PromiseBook book;
    private final Iterator<WaitingLine> queue;
    private final Map<OrderLineId, Promise> found = new HashMap<>();
    private final Set<LineState> lines = new LinkedHashSet<>();
    private int withDay;

    Walk(ItemState item) {
      this.book = new PromiseBook(item, rules, orders.now());
      this.queue = new ItemBacklog(item, orders.now(), ItemBacklog.Reader.ALL).iterator();
    }

    /** Reads on until nothing is left to promise and all lines that have a day were seen. */
    void onward(int linesPromised) {
      while ((!book.isEmpty() || withDay < linesPromised) && queue.hasNext()) {
        read();
      }
    }

    private void read() {
      WaitingLine next = queue.next();
      LineState line = ((QueuedLine) next).claim().line();
      found.merge(next.id(), book.promise(next), Promise::plus);
      if (lines.add(line) && line.promised().isPresent()) {
        withDay++;
      }
    }

    /** The promise of all waiting units of one line. */
    Promise of(LineState line) {
      while (!book.isEmpty() && queue.hasNext() && covered(line) < line.waiting()) {
        read();
      }
      Promise known = found.get(line.id());
      long missing = line.waiting() - covered(line);
      if (missing == 0 && known != null) {
        return known;
      }
      Promise rest = book.nothing(missing);
      return known == null ? rest : known.plus(rest);
    }

    private long covered(LineState line) {
      Promise known = found.get(line.id());
      return known == null ? 0 : known.quantity().units();
    }
  }
}
