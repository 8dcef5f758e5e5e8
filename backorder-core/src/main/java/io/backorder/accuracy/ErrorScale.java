package io.backorder.accuracy;

import io.backorder.forecast.DemandHistory;
import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;

/**
 * How far a series moves by itself: the errors of the seasonal naive forecast over the periods that a method
 * learnt from. It makes the errors of different series comparable (Hyndman and Koehler, 2006).
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param absolute the mean of {@code |y(t) - y(t-m)|}
 * @param squared the mean of {@code (y(t) - y(t-m))^2}
 */
public record ErrorScale(double absolute, double squared) {

  /** Rejects figures that are negative or not finite. */
  public ErrorScale {
    Numbers.notNegative("absolute", absolute);
    Numbers.notNegative("squared", squared);
  }

  /**
   * Returns the scale of a history.
   *
   * @param training the history that the method learnt from, without the periods to forecast
   * @param period the periods {@code m} of a season, 1 without seasons
   * @return the scale, zero for a history that repeats itself
   * @throws InvalidValueException if the period is less than 1 or the history not longer than it
   */
  public static ErrorScale of(DemandHistory training, int period) {
    Numbers.atLeast("period", period, 1);
    training.requirePeriods(period + 1);
    double absolute = 0;
    double squared = 0;
    for (int each = period; each < training.periods(); each++) {
      double step = training.demand(each) - training.demand(each - period);
      absolute += Math.abs(step);
      squared += step * step;
    }
    int steps = training.periods() - period;
    return new ErrorScale(absolute / steps, squared / steps);
  }
}
