package io.backorder.forecast;

import io.backorder.refusal.InvalidValueException;

/** Forecasts a history in one go, without a state: what {@link Forecaster#refitting} takes. */
@FunctionalInterface
public interface HorizonForecaster {

  /**
   * Returns the forecast of the periods after a history.
   *
   * @param history the history
   * @param horizon how many periods, at least 1
   * @return the forecast, of that many periods
   * @throws InvalidValueException if the history is too short, or not one for this method
   */
  Forecast forecast(DemandHistory history, int horizon);
}
