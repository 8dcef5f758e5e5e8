package io.backorder.forecast;

import io.backorder.refusal.InvalidValueException;

/**
 * What a {@link Forecaster} has learnt from a history, ready to forecast and to learn more.
 *
 * <p>A state is immutable: observing answers another one. Neither observing nor its memory depends on how
 * long the history was, unless an implementation says otherwise.
 */
public interface ForecastState {

  /**
   * Returns the state after one more period. For fixed parameters this is the state that a fit of the
   * longer history gives; estimated parameters are kept as they are.
   *
   * @param demand the demand of the period after the last
   * @return the next state
   * @throws InvalidValueException if the demand is not finite, or negative where that has no meaning
   */
  ForecastState observe(double demand);

  /**
   * Returns the forecast of the periods after the last.
   *
   * @param horizon how many periods, at least 1
   * @return the forecast
   * @throws InvalidValueException if the horizon is less than 1
   */
  Forecast forecast(int horizon);
}
