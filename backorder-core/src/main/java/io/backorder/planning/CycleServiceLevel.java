package io.backorder.planning;

import io.backorder.statistics.Normal;
import io.backorder.statistics.Numbers;

/**
 * The probability that a replenishment cycle ends without a shortage, also called type 1 service. It says
 * nothing about how many units are short; for that see {@link FillRate}.
 *
 * @param probability the probability, in (0, 1)
 */
public record CycleServiceLevel(double probability) {

  /** Rejects what is not in (0, 1): certainty would need endless stock. */
  public CycleServiceLevel {
    Numbers.openProbability("cycle service level", probability);
  }

  /**
   * Returns the service level of a probability.
   *
   * @param probability the probability, in (0, 1)
   * @return the service level
   */
  public static CycleServiceLevel of(double probability) {
    return new CycleServiceLevel(probability);
  }

  /**
   * Returns the safety factor of this level under a normal law.
   *
   * @return {@code z} with {@code P(Z <= z)} equal to this level; negative below one half
   */
  public double normalQuantile() {
    return Normal.STANDARD.quantile(probability);
  }
}
