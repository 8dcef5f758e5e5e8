package io.backorder.examples.realyear;

import io.backorder.stock.Quantity;
import io.backorder.stock.StockUnits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

/** Buys what a rule says, shelf by shelf. */
final class Purchasing {

  private final OrderUpToRule rule;
  private final Map<Shelf, long[]> demand;
  private final Map<Shelf, Long> inbound = new HashMap<>();
  private final Map<Integer, List<StockUnits>> arrivals = new HashMap<>();

  Purchasing(Map<Shelf, long[]> demand, OrderUpToRule rule) {
    this.demand = demand;
    this.rule = rule;
  }

  /** Returns the shelves that are planned. */
  Set<Shelf> shelves() {
    return demand.keySet();
  }

  /** Returns the stock to begin with, on the evening of a day. */
  List<StockUnits> opening(int day) {
    List<StockUnits> opening = new ArrayList<>();
    demand.forEach((shelf, units) -> {
      long level = rule.level(units, day);
      if (level > 0) {
        opening.add(StockUnits.of(shelf.sku(), shelf.location(), Quantity.of(level)));
      }
    });
    return opening;
  }

  /** Returns what arrives on a day; it is no longer inbound then. */
  List<StockUnits> arriving(int day) {
    List<StockUnits> arriving = arrivals.getOrDefault(day, List.of());
    for (StockUnits units : arriving) {
      Shelf shelf = new Shelf(units.sku(), units.location());
      inbound.merge(shelf, -units.quantity().units(), Long::sum);
    }
    return arriving;
  }

  /** Buys what each shelf lacks on the evening of a review day; on another day nothing. */
  void review(int day, ToLongFunction<Shelf> freeLessWaiting) {
    if (day % rule.review() == 0) {
      demand.forEach((shelf, units) ->
          buy(day, shelf, rule.level(units, day) - freeLessWaiting.applyAsLong(shelf)));
    }
  }

  private void buy(int day, Shelf shelf, long lacking) {
    long missing = lacking - inbound.getOrDefault(shelf, 0L);
    if (missing > 0) {
      inbound.merge(shelf, missing, Long::sum);
      arrivals
          .computeIfAbsent(day + rule.leadTime(), key -> new ArrayList<>())
          .add(StockUnits.of(shelf.sku(), shelf.location(), Quantity.of(missing)));
    }
  }
}
