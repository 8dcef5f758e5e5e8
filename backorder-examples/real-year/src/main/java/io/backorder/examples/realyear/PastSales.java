package io.backorder.examples.realyear;

import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.examples.realyear.RetailEvent.GivenBack;
import io.backorder.examples.realyear.RetailEvent.Sale;
import io.backorder.stock.Sku;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was sold to whom and is not given back yet. Units that are given back are matched with the
 * account's sales of the same item, the latest sale first.
 */
final class PastSales {

  private final Map<Key, Deque<Sold>> sold = new HashMap<>();

  /**
   * Units of a line that are given back.
   *
   * @param line the line
   * @param units how many, at least 1
   */
  record Match(OrderLineId line, long units) {}

  private record Key(String account, Sku sku) {}

  private static final class Sold {

    private final OrderLineId line;
    private long left;

    Sold(OrderLineId line, long left) {
      this.line = line;
      this.left = left;
    }
  }

  /** Remembers a sale. */
  void add(Sale sale) {
    if (!sale.account().isEmpty()) {
      for (OrderLine line : sale.order().lines()) {
        OrderLineId id = new OrderLineId(sale.order().order(), line.number());
        sold.computeIfAbsent(new Key(sale.account(), line.sku()), key -> new ArrayDeque<>())
            .push(new Sold(id, line.quantity().units()));
      }
    }
  }

  /** Takes units off the sales that they belong to; fewer if no more was sold. */
  List<Match> take(GivenBack given) {
    Key key = new Key(given.account(), given.units().sku());
    Deque<Sold> lines = sold.getOrDefault(key, new ArrayDeque<>());
    List<Match> matches = new ArrayList<>();
    long left = given.units().quantity().units();
    while (left > 0 && !lines.isEmpty()) {
      Sold latest = lines.element();
      long units = Math.min(left, latest.left);
      matches.add(new Match(latest.line, units));
      latest.left -= units;
      left -= units;
      if (latest.left == 0) {
        lines.remove();
      }
    }
    return matches;
  }
}
