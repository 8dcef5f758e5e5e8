package io.backorder.posting;

import io.backorder.allocation.WaitingLine;
import io.backorder.demand.DeliveryRule;
import io.backorder.demand.OrderLineId;
import io.backorder.promise.Promise;
import io.backorder.promise.PromisePlan;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.store.LineState;
import io.backorder.store.StockStore;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads who waits for some items, and what is to come of them. Of other items it reads as much as those
 * lines need that stand in an order or a kit with one of these.
 */
final class PlanSurvey {

  private final StockStore store;
  private final Rules rules;
  private final WholeOrders orders;
  private final Map<OrderLineId, LineState> hosts = new LinkedHashMap<>();

  PlanSurvey(StockStore store, Rules rules, WholeOrders orders) {
    this.store = store;
    this.rules = rules;
    this.orders = orders;
  }

  /** The plan; of no item where others have to be locked first. */
  PromisePlan of(Collection<Sku> skus) {
    PromisePlan plan = PromisePlan.on(rules.promising().rules().shelfDay(orders.now()));
    skus.forEach(this::meet);
    Set<Sku> read = new LinkedHashSet<>();
    hosts.values().forEach(host -> read.addAll(KitLine.of(host).skus()));
    if (!orders.areLocked(read)) {
      return plan;
    }
    hosts.values().removeIf(host -> host.waiting() == 0);
    Set<Sku> besides = new LinkedHashSet<>();
    hosts.values().forEach(host -> besides.addAll(queues(host)));
    besides.removeAll(Set.copyOf(skus));
    return plan.with(
        items(skus), items(besides), hosts.values().stream().map(this::line).toList());
  }

  private void meet(Sku sku) {
    for (WaitingLine each :
        new ItemBacklog(store.item(sku), orders.now(), ItemBacklog.Reader.ALL)) {
      meet(((QueuedLine) each).claim().line());
    }
  }

  /** Takes in all lines that get one day with a line. */
  private void meet(LineState line) {
    LineState host = line.isPart() ? KitLine.around(line).kit() : line;
    List<LineState> all = isComplete(host) ? host.order().lines() : List.of(host);
    all.stream().filter(each -> !each.isPart()).forEach(each -> hosts.put(each.id(), each));
  }

  private boolean isComplete(LineState host) {
    return WholeOrders.isWhole(host.ownClaim(), orders.now());
  }

  /** The items in whose queues a line stands. */
  private static List<Sku> queues(LineState host) {
    return host.isKit() ? host.parts().stream().map(LineState::sku).toList() : List.of(host.sku());
  }

  private Map<Sku, PromisePlan.Item> items(Collection<Sku> skus) {
    Map<Sku, PromisePlan.Item> items = new LinkedHashMap<>();
    for (Sku sku : skus) {
      items.put(sku, new ItemOutlook(store.item(sku), rules, orders.now()).inPlan());
    }
    return items;
  }

  private PromisePlan.Line line(LineState host) {
    return new PromisePlan.Line(
        host.id(),
        isComplete(host) ? DeliveryRule.COMPLETE_ORDER : DeliveryRule.PARTIAL,
        kits(host),
        onShelf(host, rules, orders));
  }

  private Optional<PromisePlan.Kits> kits(LineState host) {
    return host.isKit()
        ? Optional.of(new PromisePlan.Kits(
            Quantity.of(host.waiting()),
            host.parts().stream().map(LineState::id).toList(),
            firstDay(host, rules, orders)))
        : Optional.empty();
  }

  private static LocalDate firstDay(LineState line, Rules rules, WholeOrders orders) {
    return rules.promising().firstDay(rules.termsOf(line.sku()), orders.now());
  }

  /** The units that a line has got; empty if it has none. */
  static Optional<Promise.Part> onShelf(LineState line, Rules rules, WholeOrders orders) {
    return line.reserved() == 0
        ? Optional.empty()
        : Optional.of(
            Promise.Part.onShelf(Quantity.of(line.reserved()), firstDay(line, rules, orders)));
  }
}
