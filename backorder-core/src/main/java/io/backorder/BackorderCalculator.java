package io.backorder;

import io.backorder.allocation.AllocationPolicy;
import io.backorder.allocation.Backlog;
import io.backorder.allocation.Grant;
import io.backorder.allocation.Shelf;
import io.backorder.allocation.WaitingLine;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.Location;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Total orders minus available stock, done properly.
 *
 * <p>For {@code D} units ordered and {@code S} units available, both whole and not negative, {@code
 * fillable = min(D, S)} and {@code backordered = max(0, D - S)}; {@code fillable + backordered = D}.
 * A total above {@link Long#MAX_VALUE} is refused with {@code QUANTITY_OVERFLOW}. The calculator holds
 * no state and is thread-safe; the formula is the definition of a backorder, and assumes that any
 * available unit may serve any order.
 */
public final class BackorderCalculator {

  private BackorderCalculator() {}

  /**
   * Returns what one number of units ordered lacks.
   *
   * @param ordered the units ordered
   * @param available the units available
   * @return the shortage
   */
  public static Shortage calculate(Quantity ordered, Quantity available) {
    return Shortage.of(ordered.units(), available.units());
  }

  /**
   * Returns what several orders of one item lack together.
   *
   * @param ordered the units of each order
   * @param available the units available
   * @return the shortage
   */
  public static Shortage calculate(List<Quantity> ordered, Quantity available) {
    long total = 0;
    for (Quantity each : ordered) {
      total = sum("orders", total, each.units());
    }
    return Shortage.of(total, available.units());
  }

  private static long sum(Object of, long total, long more) {
    long sum = total + more;
    if (sum < 0) {
      throw new InvalidValueException(
          ErrorCode.QUANTITY_OVERFLOW,
          "total of %s must be at most %d: %d + %d".formatted(of, Long.MAX_VALUE, total, more),
          Facts.of("sku", of).and("asked", more).and("allowed", Long.MAX_VALUE - total));
    }
    return sum;
  }

  /**
   * Returns who is short of one item, and by how much, if a policy shares what is available.
   *
   * @param backlog the lines that ask for the item, first in line first
   * @param available the units available
   * @param policy who gets scarce units
   * @return the shortage of each line, in the order of the backlog; units of one line at several
   *     places are added up
   */
  public static Map<OrderLineId, Shortage> share(
      Backlog backlog, Quantity available, AllocationPolicy policy) {
    Shelf shelf = Shelf.of(List.of(Location.of("ANY")), new long[] {available.units()});
    Map<OrderLineId, Long> granted = new HashMap<>();
    for (Grant grant : policy.allocate(backlog, shelf).grants()) {
      granted.merge(
          grant.line().id(),
          grant.quantity().units(),
          (one, more) -> sum(backlog.sku(), one, more));
    }
    Map<OrderLineId, Long> asked = new LinkedHashMap<>();
    for (WaitingLine line : backlog) {
      asked.merge(line.id(), line.waiting().units(), (one, more) -> sum(line.id(), one, more));
    }
    Map<OrderLineId, Shortage> shortages = new LinkedHashMap<>();
    asked.forEach(
        (id, units) -> shortages.put(id, Shortage.of(units, granted.getOrDefault(id, 0L))));
    return shortages;
  }

  /**
   * Returns what whole books lack: all order lines against the stock of each item. Lines are read once
   * and not kept; the answer holds one number for each item.
   *
   * @param lines the order lines
   * @param available gives the units available of an item
   * @return the report, the item that lacks most first
   */
  public static BackorderReport report(
      Iterator<OrderLine> lines, Function<Sku, Quantity> available) {
    Map<Sku, Sum> totals = new HashMap<>();
    while (lines.hasNext()) {
      OrderLine line = lines.next();
      Sum total = totals.get(line.sku());
      if (total == null) {
        total = new Sum();
        totals.put(line.sku(), total);
      }
      total.units = sum(line.sku(), total.units, line.quantity().units());
    }
    List<BackorderReport.Item> items = new ArrayList<>(totals.size());
    totals.forEach((sku, total) -> items.add(new BackorderReport.Item(
        sku, Shortage.of(total.units, available.apply(sku).units()))));
    return new BackorderReport(items);
  }

  /**
   * Returns what one item lacks if each location serves its own orders alone. The sum over the
   * locations is never below what the pooled stock lacks, and equal to it where no location has a
   * surplus while another lacks.
   *
   * @param ordered the units ordered at each location
   * @param available the units available at each location; none where it is not named
   * @return the shortage of each location
   */
  public static Map<LocationId, Shortage> perLocation(
      Map<LocationId, Quantity> ordered, Map<LocationId, Quantity> available) {
    Map<LocationId, Shortage> shortages = new LinkedHashMap<>();
    ordered.forEach((location, units) ->
        shortages.put(location, calculate(units, available.getOrDefault(location, Quantity.ZERO))));
    return shortages;
  }

  /**
   * Returns what one item lacks if any location may serve any order.
   *
   * @param ordered the units ordered at each location
   * @param available the units available at each location
   * @return the shortage of all locations together
   */
  public static Shortage pooled(
      Map<LocationId, Quantity> ordered, Map<LocationId, Quantity> available) {
    Quantity stock = available.values().stream().reduce(Quantity.ZERO, Quantity::plus);
    return calculate(List.copyOf(ordered.values()), stock);
  }

  /**
   * Returns what very large books lack, in columns: line {@code i} orders {@code quantity[i]} units of
   * item {@code sku[i]}, and {@code available[s]} units of item {@code s} are there.
   *
   * @param sku the item of each line, an index into {@code available}
   * @param quantity the units of each line, zero or more, as long as {@code sku}
   * @param available the units available of each item, zero or more
   * @return the units that each item lacks
   * @throws InvalidValueException if the columns differ in length, a number is negative, an index is
   *     out of range, or a total overflows
   */
  public static long[] columns(int[] sku, long[] quantity, long[] available) {
    if (sku.length != quantity.length) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "columns must be equally long: %d, %d".formatted(sku.length, quantity.length),
          Facts.of("asked", quantity.length).and("allowed", sku.length));
    }
    long[] totals = new long[available.length];
    for (int i = 0; i < sku.length; i++) {
      int item = sku[i];
      if (item < 0 || item >= totals.length || quantity[i] < 0) {
        throw invalid(i, item, quantity[i]);
      }
      totals[item] += quantity[i];
      if (totals[item] < 0) {
        totals[item] = sum("item " + item, totals[item] - quantity[i], quantity[i]);
      }
    }
    for (int item = 0; item < totals.length; item++) {
      totals[item] = Math.max(0, totals[item] - Quantity.of(available[item]).units());
    }
    return totals;
  }

  private static InvalidValueException invalid(int line, int item, long quantity) {
    return new InvalidValueException(
        ErrorCode.INVALID_QUANTITY,
        "line %d must name a known item and no negative quantity: %d of item %d"
            .formatted(line, quantity, item),
        Facts.of("line", line).and("sku", item).and("asked", quantity));
  }

  /** One number for an item. */
  private static final class Sum {
    private long units;
  }
}
