package io.backorder.newsvendor;

import io.backorder.statistics.Distribution;
import io.backorder.statistics.Numbers;

/**
 * The stock of a period when what is left over, or backordered, goes into the next, where the price is known:
 * the best plan for every period at once where the levels never fall.
 *
 * <p>With the price {@code c} now, {@code c'} in the next period, and the discount factor {@code g}, a unit in
 * stock costs {@code c+ = c - g c'}; the level is the quantile of {@code (p - c+) / (p + h)}, and the cost of
 * the period {@code c+ S + g c' E X + h E[(S - X)+] + p E[(X - S)+]}. (Snyder and Shen 2019, section 4.5.)
 *
 * @param units the level S
 * @param expectedCost the discounted cost of the period
 */
public record MyopicPlan(double units, double expectedCost) {

  /** Rejects what is not finite. */
  public MyopicPlan {
    Numbers.finite("units", units);
    Numbers.finite("expected cost", expectedCost);
  }

  /**
   * The prices of two periods.
   *
   * @param now the price c now, finite
   * @param next the price c' in the next period, finite
   * @param discountFactor what one unit of money in the next period is worth now, in (0, 1]
   */
  public record Purchase(double now, double next, double discountFactor) {

    /** Rejects numbers out of range. */
    public Purchase {
      Numbers.finite("price now", now);
      Numbers.finite("price next", next);
      Numbers.positive("discount factor", discountFactor);
      Numbers.probability("discount factor", discountFactor);
    }

    private double later() {
      return discountFactor * next;
    }
  }

  /**
   * Returns the plan.
   *
   * @param demand the law of the demand of the period
   * @param costs the costs h of a unit left over and p of a unit backordered, in the period
   * @param purchase the prices
   * @return the plan
   * @throws io.backorder.refusal.InvalidValueException if the prices make endless or no stock best
   */
  public static MyopicPlan of(Distribution demand, MismatchCost costs, Purchase purchase) {
    double tied = purchase.now - purchase.later();
    double ratio = (costs.underage() - tied) / (costs.underage() + costs.overage());
    double units = demand.quantile(Numbers.openProbability("critical ratio", ratio));
    double buying = tied * units + purchase.later() * demand.mean();
    return new MyopicPlan(units, buying + costs.expected(demand, units));
  }
}
