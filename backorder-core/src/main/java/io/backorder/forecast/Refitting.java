package io.backorder.forecast;

import static java.util.Objects.requireNonNull;

/** Asks a {@link HorizonForecaster} anew after each period, and holds it to the horizon. */
record Refitting(HorizonForecaster forecaster) implements Forecaster {

  Refitting {
    requireNonNull(forecaster, "forecaster");
  }

  @Override
  public ForecastState fit(DemandHistory history) {
    return new Seen(forecaster, requireNonNull(history, "history").requirePeriods(1));
  }

  @Override
  public String toString() {
    return forecaster.toString();
  }

  private record Seen(HorizonForecaster forecaster, DemandHistory history)
      implements ForecastState {

    @Override
    public ForecastState observe(double demand) {
      return new Seen(forecaster, history.plus(demand));
    }

    @Override
    public Forecast forecast(int horizon) {
      Forecast.requireHorizon(horizon);
      Forecast forecast = forecaster.forecast(history, horizon);
      if (forecast.horizon() != horizon) {
        throw new IllegalStateException(
            "%s must forecast %d periods: %d".formatted(forecaster, horizon, forecast.horizon()));
      }
      return forecast;
    }
  }
}
