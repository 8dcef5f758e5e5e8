package io.backorder.review;

import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.DiscreteDistribution;
import io.backorder.statistics.Numbers;
import java.util.List;

/**
 * Ordering up to {@code S} when the inventory position is at or below {@code s}, looked at in every period,
 * with backorders. What a demand of many units undershoots is taken into account.
 *
 * @param reorderPoint the level s
 * @param orderUpTo the level S, above s
 */
public record MinMaxPolicy(long reorderPoint, long orderUpTo) {

  private static final double MOST_GAP = 1e7;

  private static final double MOST_LOT = 1e5;

  private static final long MOST = 1L << 52;

  /** Rejects levels out of order, or beyond 2^52. */
  public MinMaxPolicy {
    if (Math.abs((double) reorderPoint) > MOST || Math.abs((double) orderUpTo) > MOST) {
      throw Numbers.refused(
          "levels", "be at most " + MOST + " in size", List.of(reorderPoint, orderUpTo));
    }
    if (orderUpTo <= reorderPoint || orderUpTo - reorderPoint > MOST_GAP) {
      throw Numbers.refused(
          "order-up-to level", "be above " + reorderPoint + ", by at most " + MOST_GAP, orderUpTo);
    }
  }

  /**
   * A demand in whole units.
   *
   * @param period the law of the demand of a period, which is not always zero
   * @param protection the law of the demand over the lead time and one period; that of a period where an order
   *     is received at once
   */
  public record Demand(DiscreteDistribution period, DiscreteDistribution protection) {

    /** Rejects a demand that is always zero. */
    public Demand {
      // either alone may be off by the rounding of the masses
      double some = Math.min(period.survival(0), 1 - period.mass(0));
      Numbers.positive("probability of a demand", some);
      Numbers.notNegative("least demand of a period", period.quantile(0));
    }

    /**
     * Returns the demand of periods in which an order is received at once.
     *
     * @param period the law of the demand of a period
     * @return the demand
     */
    public static Demand withoutLeadTime(DiscreteDistribution period) {
      return new Demand(period, period);
    }
  }

  /**
   * Returns the cheapest policy, by the algorithm of Zheng and Federgruen (1991).
   *
   * @param demand the demand
   * @param costs the costs; holding and shortage are for a unit at the end of a period
   * @return the policy
   * @throws InvalidValueException if the levels would be more than some ten thousand units apart, for
   *     which {@link PowerApproximation} is good enough
   */
  public static MinMaxPolicy optimal(Demand demand, InventoryCosts costs) {
    costs.requireLot(demand.period.mean(), MOST_LOT);
    return new MinMaxSearch(demand, costs).optimal();
  }

  /**
   * Returns what this policy costs in a period: {@code (K + sum over d < S - s of m(d) g(S - d)) / sum over d <
   * S - s of m(d)}, {@code m(d)} being how many periods, on average, the position stays {@code d} below S.
   *
   * @param demand the demand
   * @param costs the costs; holding and shortage are for a unit at the end of a period
   * @return the cost
   */
  public double cost(Demand demand, InventoryCosts costs) {
    return new MinMaxSearch(demand, costs).cost(reorderPoint, orderUpTo);
  }
}
