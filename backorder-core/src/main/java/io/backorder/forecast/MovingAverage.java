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
    int kept = Math.min(window, history.periods());
    return new Latest(
        window,
        history.last(kept).toArray(),
        new ErrorTally(squaredErrors(history, new double[kept]), history.periods() - 1));
  }

  /**
   * One loop over the history. The periods lie in blocks as long as the window, which so is the end of one
   * block and the beginning of the next: both sums are only ever added to, and nothing drifts as where what
   * leaves the window is taken away.
   *
   * @param ends room for the sums of the ends of a block: of all of it, all but its first period, ...
   */
  private double squaredErrors(DemandHistory history, double[] ends) {
    double beginning = history.demand(0);
    double squares = 0;
    for (int period = 1; period < history.periods(); period++) {
      int within = period % window;
      if (within == 0) {
        sumEnds(history, period, ends);
        beginning = 0;
      }
      double mean = period < window ? beginning / period : (ends[within] + beginning) / window;
      double error = history.demand(period) - mean;
      squares += error * error;
      beginning += history.demand(period);
    }
    return squares;
  }

  private void sumEnds(DemandHistory history, int until, double[] ends) {
    double sum = 0;
    for (int back = 1; back <= window; back++) {
      sum += history.demand(until - back);
      ends[window - back] = sum;
    }
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
