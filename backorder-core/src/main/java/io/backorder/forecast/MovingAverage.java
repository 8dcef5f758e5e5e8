package io.backorder.forecast;

import io.backorder.statistics.Numbers;

/** The average of the latest periods. */
record MovingAverage(int window) implements Forecaster {

  MovingAverage {
    Numbers.atLeast("window", window, 1);
  }

  @Override
  public ForecastState fit(DemandHistory history) {
    history.requirePeriods(1);
    double squares = 0;
    for (int period = 1; period < history.periods(); period++) {
      double error = history.demand(period)
          - history.first(period).last(Math.min(window, period)).mean();
      squares += error * error;
    }
    return new Latest(
        window,
        history.last(Math.min(window, history.periods())).toArray(),
        new ErrorTally(squares, history.periods() - 1));
  }

  @Override
  public String toString() {
    return "moving average " + window;
  }

  /** The latest periods, oldest first. */
  private static final class Latest implements ForecastState {

    private final int window;
    private final double[] demand;
    private final ErrorTally errors;

    Latest(int window, double[] demand, ErrorTally errors) {
      this.window = window;
      this.demand = demand;
      this.errors = errors;
    }

    @Override
    public ForecastState observe(double next) {
      return new Latest(
          window,
          Window.moved(demand, window, DemandHistory.requireDemand(next)),
          errors.plus(next - Window.mean(demand)));
    }

    /** Around a steady mean the average has 1 / (k + 1) of the variance of a one-step error. */
    @Override
    public Forecast forecast(int horizon) {
      Forecast.requireHorizon(horizon);
      return Forecast.ofSharedErrors(
          Baseline.filled(horizon, Window.mean(demand)),
          errors.variance(),
          1.0 / (demand.length + 1));
    }
  }
}
