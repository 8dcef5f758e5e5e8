package io.backorder.newsvendor;

import io.backorder.statistics.Distribution;
import io.backorder.statistics.Numbers;

/**
 * The stock that makes the mismatch with a random demand cheapest: the least number that demand does not
 * exceed with the probability of the critical ratio. (Arrow, Harris and Marschak 1951.)
 *
 * @param units the stock; a whole number where demand is
 * @param expectedCost what the mismatch costs on average
 */
public record Newsvendor(double units, double expectedCost) {

  /** Rejects what is not finite. */
  public Newsvendor {
    Numbers.finite("units", units);
    Numbers.notNegative("expected cost", expectedCost);
  }

  /**
   * Returns the best stock.
   *
   * @param demand the law of demand
   * @param costs the costs of a unit left over and of a unit short
   * @return the stock and its cost
   */
  public static Newsvendor of(Distribution demand, MismatchCost costs) {
    double units = costs.level(demand);
    return new Newsvendor(units, costs.expected(demand, units));
  }
}
