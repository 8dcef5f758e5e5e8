package io.backorder.forecast;

import io.backorder.statistics.Numbers;

/** The demand of one season earlier. */
record SeasonalNaive(int period) implements Forecaster {

  private static final int MOST_PERIOD = 1 << 24;

  SeasonalNaive {
    Numbers.between("period", period, 1, MOST_PERIOD);
  }

  @Override
  public ForecastState fit(DemandHistory history) {
    history.requirePeriods(period);
    double squares = 0;
    for (int each = period; each < history.periods(); each++) {
      double error = history.demand(each) - history.demand(each - period);
      squares += error * error;
    }
    return new Season(
        history.last(period).toArray(), new ErrorTally(squares, history.periods() - period));
  }

  @Override
  public String toString() {
    return "seasonal naive " + period;
  }

  /** The latest season, oldest first. */
  private static final class Season implements ForecastState {

    private final double[] latest;
    private final ErrorTally errors;

    Season(double[] latest, ErrorTally errors) {
      this.latest = latest;
      this.errors = errors;
    }

    @Override
    public ForecastState observe(double demand) {
      return new Season(
          Window.moved(latest, latest.length, DemandHistory.requireDemand(demand)),
          errors.plus(demand - latest[0]));
    }

    @Override
    public Forecast forecast(int horizon) {
      Forecast.requireHorizon(horizon);
      double[] mean = new double[horizon];
      double[] weights = new double[horizon];
      for (int step = 0; step < horizon; step++) {
        mean[step] = latest[step % latest.length];
        weights[step] = (step + 1) % latest.length == 0 ? 1 : 0;
      }
      return Forecast.ofPassedOnErrors(mean, errors.variance(), weights);
    }
  }
}
