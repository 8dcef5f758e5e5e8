package io.backorder.review;

import io.backorder.planning.LeadTimeDemand;
import io.backorder.planning.PeriodDemand;
import io.backorder.statistics.Numbers;

/**
 * An (s, S) policy by the revised power approximation of Ehrhardt and Mosier (1984), from two moments.
 *
 * <p>With {@code m} the mean demand of a period, and {@code M}, {@code v} mean and standard deviation over the
 * protection interval: {@code Q = 1.30 m^0.494 (K / h)^0.506 (1 + v^2 / m^2)^0.116}, {@code z = sqrt(Q h / (v p))},
 * {@code s = 0.973 M + v (0.183 / z + 1.063 - 2.192 z)} and {@code S = s + Q}. The levels are not rounded.
 *
 * @param reorderPoint the level s
 * @param orderUpTo the level S
 */
public record PowerApproximation(double reorderPoint, double orderUpTo) {

  /** Rejects what is not finite. */
  public PowerApproximation {
    Numbers.finite("reorder point", reorderPoint);
    Numbers.finite("order-up-to level", orderUpTo);
  }

  /**
   * Returns the policy of periods in which an order is received at once.
   *
   * @param demand the demand of a period, both moments positive
   * @param costs the costs, all positive
   * @return the policy
   */
  public static PowerApproximation of(PeriodDemand demand, InventoryCosts costs) {
    return of(demand, LeadTimeDemand.of(demand.mean(), demand.standardDeviation()), costs);
  }

  /**
   * Returns the policy of a demand over a protection interval.
   *
   * @param demand the demand of a period, of positive mean
   * @param protection the demand over the lead time and one period, of positive standard deviation
   * @param costs the costs, all positive
   * @return the policy
   */
  public static PowerApproximation of(
      PeriodDemand demand, LeadTimeDemand protection, InventoryCosts costs) {
    double m = Numbers.positive("mean demand", demand.mean());
    double v = Numbers.positive("standard deviation of demand", protection.standardDeviation());
    double ratio = Numbers.positive("fixed cost", costs.fixed()) / costs.holding();
    double lot =
        1.30 * Math.pow(m, 0.494) * Math.pow(ratio, 0.506) * Math.pow(1 + v / m * (v / m), 0.116);
    double z = Math.sqrt(lot / v * (costs.holding() / costs.shortage()));
    double s = 0.973 * protection.mean() + v * (0.183 / z + 1.063 - 2.192 * z);
    return new PowerApproximation(s, s + lot);
  }
}
