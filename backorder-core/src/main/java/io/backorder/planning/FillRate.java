package io.backorder.planning;

import io.backorder.statistics.Numbers;

/**
 * The part of demand, in units, that is served from stock at once, also called type 2 service. It is not
 * the probability of a cycle without a shortage; for that see {@link CycleServiceLevel}.
 *
 * @param fraction the part, in (0, 1)
 */
public record FillRate(double fraction) {

  /** Rejects what is not in (0, 1): serving everything at once would need endless stock. */
  public FillRate {
    Numbers.openProbability("fill rate", fraction);
  }

  /**
   * Returns the fill rate of a fraction.
   *
   * @param fraction the part of demand that is served from stock, in (0, 1)
   * @return the fill rate
   */
  public static FillRate of(double fraction) {
    return new FillRate(fraction);
  }

  /**
   * Returns the part of demand that is not served from stock.
   *
   * @return one less this fraction
   */
  public double missing() {
    return 1 - fraction;
  }
}
