package io.backorder.newsvendor;

import io.backorder.statistics.Numbers;
import io.backorder.statistics.RealDistribution;
import io.backorder.statistics.Search;
import java.util.OptionalDouble;

/**
 * The rule of a single season in which an order has a fixed cost: with less than {@code s} in stock order up
 * to {@code S}, else nothing.
 *
 * <p>{@code S} is the newsvendor's level, and {@code s} the lower of the two stocks at which the mismatch alone
 * costs as much as it does at {@code S} with the fixed cost. (Taha 2017, Operations Research, section 16.2.)
 *
 * @param orderUpTo the level S
 * @param reorderPoint the level s; empty if the fixed cost is so high that even without any stock it is
 *     better to order nothing
 */
public record SetupPlan(double orderUpTo, OptionalDouble reorderPoint) {

  /**
   * Returns the rule.
   *
   * @param demand the law of demand
   * @param costs the costs of a unit left over and of a unit short
   * @param fixedCost the cost of an order, zero or positive
   * @return the rule
   */
  public static SetupPlan of(RealDistribution demand, MismatchCost costs, double fixedCost) {
    Newsvendor best = Newsvendor.of(demand, costs);
    double bound = best.expectedCost() + Numbers.notNegative("fixed cost", fixedCost);
    if (costs.expected(demand, 0) < bound && best.units() > 0) {
      return new SetupPlan(best.units(), OptionalDouble.empty());
    }
    double s = Search.root(
        x -> x >= best.units() ? fixedCost + x - best.units() : bound - costs.expected(demand, x),
        x -> Double.NaN,
        best.units() - 1);
    return new SetupPlan(best.units(), OptionalDouble.of(s));
  }
}
