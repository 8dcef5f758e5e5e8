package io.backorder.review;

import io.backorder.newsvendor.MismatchCost;
import io.backorder.statistics.Numbers;

/**
 * The level to order up to in every period of a steady demand, when the supplier fails now and then and
 * customers wait: stock for a whole number of periods without supply.
 *
 * <p>A working supplier fails from one period to the next with probability {@code a}, a failed one recovers with
 * probability {@code b}. He has then failed for {@code n} periods with a probability that leaves {@code a / (a +
 * b) (1 - b)^n} for more, and the level covers the least {@code n} that leaves at most {@code h / (p + h)}, and
 * the period itself. (Tomlin 2006; Snyder and Shen 2019, section 9.2.)
 *
 * @param periods the periods without supply that are covered
 * @param units the level
 * @param expectedCost what holding and shortage cost in a period
 */
public record DisruptedBaseStock(long periods, double units, double expectedCost) {

  /** Rejects a level or a cost that is beyond doubles. */
  public DisruptedBaseStock {
    Numbers.notNegative("level", units);
    Numbers.notNegative("expected cost", expectedCost);
  }

  private static final double SLACK = 1e-12;

  /**
   * A supplier who fails.
   *
   * @param disruption the probability a that a working supplier fails from one period to the next, in (0, 1)
   * @param recovery the probability b that a failed one recovers, in (0, 1)
   */
  public record Supplier(double disruption, double recovery) {

    /** Rejects what is not in (0, 1). */
    public Supplier {
      Numbers.openProbability("probability of a disruption", disruption);
      Numbers.openProbability("probability of a recovery", recovery);
    }

    /** Returns the probability of having failed for more than n periods. */
    private double beyond(double n) {
      return disruption / (disruption + recovery) * Math.exp(n * Math.log1p(-recovery));
    }

    /** Returns the mean number of periods of failure beyond the n-th. */
    private double loss(double n) {
      return beyond(n) / recovery;
    }
  }

  /**
   * Returns the level.
   *
   * @param supplier the supplier
   * @param demandPerPeriod the demand of a period, positive
   * @param costs the costs of a unit left over, and of a unit backordered, at the end of a period
   * @return the level and its cost
   */
  public static DisruptedBaseStock of(
      Supplier supplier, double demandPerPeriod, MismatchCost costs) {
    double demand = Numbers.positive("demand of a period", demandPerPeriod);
    double allowed = costs.overage() / (costs.underage() + costs.overage()) * (1 + SLACK);
    double ratio = Math.log(supplier.beyond(0) / allowed) / -Math.log1p(-supplier.recovery);
    double n = Numbers.roundedUp("periods without supply", Math.max(0, ratio));
    double shortage = demand * supplier.loss(n);
    double leftover = demand * (n - supplier.loss(0) + supplier.loss(n));
    return new DisruptedBaseStock(
        (long) n, demand * (n + 1), costs.overage() * leftover + costs.underage() * shortage);
  }
}
