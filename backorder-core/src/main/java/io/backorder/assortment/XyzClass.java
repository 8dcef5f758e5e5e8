package io.backorder.assortment;

import io.backorder.forecast.DemandHistory;
import io.backorder.refusal.InvalidValueException;

/** How far the demand of an item varies from period to period: its coefficient of variation. */
public enum XyzClass {

  /** Steady: a coefficient of at most 0.5. */
  X,

  /** Varying: a coefficient of at most 1. */
  Y,

  /** Hard to foresee: a coefficient above 1, or no demand at all. */
  Z;

  private static final double STEADY = 0.5;

  private static final double VARYING = 1;

  /**
   * Returns the class of a history, by the sample standard deviation of its periods over their mean.
   *
   * @param history the history, of at least 2 periods
   * @return the class
   * @throws InvalidValueException if there are fewer periods
   */
  public static XyzClass of(DemandHistory history) {
    double deviation = Math.sqrt(history.variance());
    double mean = history.mean();
    if (!(mean > 0) || deviation > VARYING * mean) {
      return Z;
    }
    return deviation <= STEADY * mean ? X : Y;
  }
}
