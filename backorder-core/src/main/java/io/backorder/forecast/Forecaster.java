package io.backorder.forecast;

import io.backorder.refusal.InvalidValueException;

/**
 * Learns from a demand history what to expect next. This is the extension point for methods of the
 * host's own: implement {@link #fit}, or write a lambda for {@link #refitting}.
 *
 * <p>An implementation is a pure function: it keeps no state between calls, reads no clock and may be
 * called from several threads at once. It looks at nothing but the history. It refuses, with an
 * {@link InvalidValueException}, a history that is too short or holds what the method cannot take,
 * and otherwise answers finite numbers.
 */
@FunctionalInterface
public interface Forecaster {

  /**
   * Fits the method to a history.
   *
   * @param history the history
   * @return the state after the last period
   * @throws InvalidValueException if the history is too short, or not one for this method
   */
  ForecastState fit(DemandHistory history);

  /**
   * Returns the forecast of the periods after a history.
   *
   * @param history the history
   * @param horizon how many periods, at least 1
   * @return the forecast
   * @throws InvalidValueException if the history is too short, or not one for this method
   */
  default Forecast forecast(DemandHistory history, int horizon) {
    return fit(history).forecast(horizon);
  }

  /**
   * Returns the method that expects what was asked for last. Needs 1 period. The errors of a random walk
   * add up: the standard deviation grows with the root of the step.
   *
   * @return the method
   */
  static Forecaster naive() {
    return Baseline.NAIVE;
  }

  /**
   * Returns the method that expects the average of all periods. Needs 1 period. Its intervals are those
   * of Student's distribution with n - 1 degrees of freedom, and include the error of the average.
   *
   * @return the method
   */
  static Forecaster mean() {
    return Baseline.MEAN;
  }

  /**
   * Returns the method that goes on along the line from the first period to the last. Needs 2 periods.
   *
   * @return the method
   */
  static Forecaster drift() {
    return Baseline.DRIFT;
  }

  /**
   * Returns the method that expects what was asked for one season earlier. Needs one season of history.
   *
   * @param period the number of periods of a season, at least 1
   * @return the method
   * @throws InvalidValueException if {@code period} is less than 1
   */
  static Forecaster seasonalNaive(int period) {
    return new SeasonalNaive(period);
  }

  /**
   * Returns the method that expects the average of the latest periods, or of all while there are fewer.
   * Needs 1 period.
   *
   * @param window how many periods are averaged, at least 1
   * @return the method
   * @throws InvalidValueException if {@code window} is less than 1
   */
  static Forecaster movingAverage(int window) {
    return new MovingAverage(window);
  }

  /**
   * Returns the method that asks another for a forecast of the whole history each time. Its state keeps
   * the history, so that observing costs time and memory in proportion to it. Needs 1 period, and as many as
   * the other asks for.
   *
   * @param forecaster what to ask; its answer must have the horizon that was asked for
   * @return the method
   */
  static Forecaster refitting(HorizonForecaster forecaster) {
    return new Refitting(forecaster);
  }
}
