package io.backorder.examples.realyear;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderLine;
import io.backorder.demand.Priority;
import io.backorder.examples.realyear.RetailEvent.Sale;
import io.backorder.posting.LineOutcome;
import io.backorder.posting.Outcome;
import io.backorder.stock.Sku;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The service that a year's orders got: all together, by priority, and where it was worst. */
final class ServiceBook {

  private final Service total = new Service();
  private final Map<Priority, Service> byPriority = new EnumMap<>(Priority.class);
  private final Map<Sku, Shortfall> shortfalls = new HashMap<>();

  ServiceBook() {
    for (Priority priority : Priority.values()) {
      byPriority.put(priority, new Service());
    }
  }

  /** Counts an order and what became of its lines. */
  void ordered(Sale sale, Outcome outcome) {
    List<LineOutcome> outcomes = outcome.lines();
    total.ordered(outcomes);
    of(sale.order().terms().priority()).ordered(outcomes);
    List<OrderLine> lines = sale.order().lines();
    for (int i = 0; i < lines.size(); i++) {
      long waiting = outcomes.get(i).backordered().units();
      if (waiting > 0) {
        Sku sku = lines.get(i).sku();
        shortfalls.merge(sku, new Shortfall(sku, 1, waiting), Shortfall::plus);
      }
    }
  }

  /** Counts units that left the house. */
  void shipped(Placed order, long units, int waited) {
    total.shipped(units, waited);
    of(order.priority()).shipped(units, waited);
  }

  /** Counts units that wait at the end. */
  void open(Priority priority, long units) {
    total.open(units);
    of(priority).open(units);
  }

  /** Returns the service of all orders. */
  Service total() {
    return total;
  }

  /** Returns the service of the orders of one priority. */
  Service of(Priority priority) {
    return requireNonNull(byPriority.get(priority), "priority");
  }

  /** Returns the items that were shortest, worst first. */
  List<Shortfall> worst(int most) {
    return shortfalls.values().stream()
        .sorted(Shortfall.WORST_FIRST)
        .limit(most)
        .toList();
  }
}
