package io.backorder.assortment;

import io.backorder.forecast.PeriodCalendar;
import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import io.backorder.stock.ItemLevels;
import io.backorder.stock.Quantity;
import io.backorder.supply.SupplyStatus;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The units that can serve demand, period by period: what is on the shelf and not spoken for, and what is
 * announced.
 *
 * <p>This type is immutable and thread-safe.
 */
public final class StockPlan {

  private final double free;
  private final NavigableMap<Integer, Double> inbound;

  private StockPlan(double free, NavigableMap<Integer, Double> inbound) {
    this.free = free;
    this.inbound = inbound;
  }

  /**
   * Returns the plan without anything announced.
   *
   * @param free the units on hand and not reserved, less the units that wait; negative if more wait
   * @return the plan
   * @throws InvalidValueException if the figure is not finite
   */
  public static StockPlan of(double free) {
    return new StockPlan(Numbers.finite("free", free), Collections.emptyNavigableMap());
  }

  /**
   * Returns the plan of an item as an inventory has it. A supply serves demand in the period in which it is
   * due; one that is overdue promises nothing until it is rescheduled, and is left out.
   *
   * @param levels the levels of the item, such as {@code inventory.item(sku)}
   * @param supplies what is announced of it, such as {@code inventory.supplies(sku)}
   * @param calendar the periods
   * @param now the present, in the period that is the next one, 1
   * @return the plan
   */
  public static StockPlan of(
      ItemLevels levels, List<SupplyStatus> supplies, PeriodCalendar calendar, Instant now) {
    long free = levels.onHand().units() - levels.reserved().units();
    StockPlan plan = of((double) free - levels.backordered().units());
    for (SupplyStatus each : supplies) {
      Instant due = each.supply().due();
      if (each.isExpected() && !due.isBefore(now)) {
        plan = plan.plusInbound(calendar.periodsAhead(now, due) + 1, each.expected());
      }
    }
    return plan;
  }

  /**
   * Returns this plan with a supply announced.
   *
   * @param period the period in which it serves demand, 1 for the next
   * @param quantity the units
   * @return the plan
   * @throws InvalidValueException if the period is less than 1
   */
  public StockPlan plusInbound(int period, Quantity quantity) {
    Numbers.atLeast("period", period, 1);
    NavigableMap<Integer, Double> more = new TreeMap<>(inbound);
    more.merge(period, (double) quantity.units(), Double::sum);
    return new StockPlan(free, more);
  }

  /**
   * Returns the units that can serve the demand up to the end of a period.
   *
   * @param period the period, 1 for the next
   * @return the units free now and all announced up to it
   */
  public double unitsUntil(int period) {
    double units = free;
    for (double each : inbound.headMap(period, true).values()) {
      units += each;
    }
    return units;
  }

  /** Tells whether units arrive between a period and the next. */
  boolean growsAfter(int period) {
    return inbound.getOrDefault(period + 1, 0.0) > 0;
  }

  @Override
  public String toString() {
    return "%s free, inbound %s".formatted(free, inbound);
  }
}
