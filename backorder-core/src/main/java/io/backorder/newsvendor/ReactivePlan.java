package io.backorder.newsvendor;

import io.backorder.statistics.Distribution;
import io.backorder.statistics.Numbers;

/**
 * A season with a second chance: what the first order lacks can be ordered again once demand is known, without
 * limit, at a higher cost.
 *
 * <p>A unit short then costs only the premium {@code c2 - c}, not the margin, so that the first order is the
 * quantile of {@code (c2 - c) / (c2 - v)}. Where the second cost is not below the price, a second order earns
 * nothing, and a unit short costs the margin as in {@link SeasonPlan}. (Cachon and Terwiesch 2013,
 * Matching Supply with Demand, chapter 13.)
 *
 * @param mismatch what a unit too many and a unit too few cost
 * @param units the first order
 * @param secondOrder what is ordered again, on average; nothing where that does not pay
 * @param leftover the units left over, on average
 * @param profit what the season earns, on average
 */
public record ReactivePlan(
    MismatchCost mismatch, double units, double secondOrder, double leftover, double profit) {

  /** Rejects what is not finite. */
  public ReactivePlan {
    Numbers.finite("units", units);
    Numbers.notNegative("second order", secondOrder);
    Numbers.notNegative("units left over", leftover);
    Numbers.finite("profit", profit);
  }

  /**
   * Returns the best plan.
   *
   * @param prices the prices, of a margin above zero and without penalties
   * @param secondCost the cost of a unit of the second order, above that of the first
   * @param demand the law of demand
   * @return the plan
   */
  public static ReactivePlan of(Prices prices, double secondCost, Distribution demand) {
    Numbers.above("cost of the second order", secondCost, prices.cost());
    boolean pays = secondCost < prices.revenue();
    double underage = pays ? secondCost - prices.cost() : prices.margin();
    MismatchCost mismatch = MismatchCost.of(prices.mismatch().overage(), underage);
    double units = mismatch.level(demand);
    return new ReactivePlan(
        mismatch,
        units,
        pays ? demand.loss(units) : 0,
        demand.complementaryLoss(units),
        prices.margin() * demand.mean() - mismatch.expected(demand, units));
  }

  /**
   * Returns what not knowing demand costs, in spite of the second order.
   *
   * @param demand the law of demand
   * @return the cost
   */
  public double mismatchCost(Distribution demand) {
    return mismatch.expected(demand, units);
  }
}
