package io.backorder.forecast;

import java.util.Arrays;
import java.util.Locale;

/** The methods without a parameter. {@link Forecaster} describes each. */
enum Baseline implements Forecaster {

  /** The last demand again. */
  NAIVE(1) {
    @Override
    Forecast forecast(RunningSeries seen, int horizon) {
      double[] mean = filled(horizon, seen.last());
      return Forecast.ofPassedOnErrors(mean, seen.meanSquaredStep(), filled(horizon, 1));
    }
  },

  /** The average of all demand. */
  MEAN(1) {
    @Override
    Forecast forecast(RunningSeries seen, int horizon) {
      int n = seen.periods();
      if (n == 1) {
        return Forecast.ofSharedErrors(filled(horizon, seen.mean()), 0, 0);
      }
      // a period has variance s^2, the average s^2 / n, and the latter is shared
      double variance = seen.levelVariance() * (1 + 1.0 / n);
      return Forecast.ofSharedErrors(filled(horizon, seen.mean()), variance, 1.0 / (n + 1))
          .withDegreesOfFreedom(n - 1);
    }
  },

  /** The line from the first demand to the last. */
  DRIFT(2) {
    @Override
    Forecast forecast(RunningSeries seen, int horizon) {
      int steps = seen.periods() - 1;
      double drift = (seen.last() - seen.first()) / steps;
      double variance = seen.stepVariance();
      double[] mean = new double[horizon];
      double[] deviation = new double[horizon];
      double[] total = new double[horizon];
      double walk = 0;
      double slopes = 0;
      for (int step = 1; step <= horizon; step++) {
        walk += (double) step * step;
        slopes += step;
        mean[step - 1] = seen.last() + step * drift;
        deviation[step - 1] = Math.sqrt(variance * (step + (double) step * step / steps));
        total[step - 1] = Math.sqrt(variance * (walk + slopes * slopes / steps));
      }
      return Forecast.of(mean, deviation, total);
    }
  };

  private final int needed;

  Baseline(int needed) {
    this.needed = needed;
  }

  abstract Forecast forecast(RunningSeries seen, int horizon);

  @Override
  public ForecastState fit(DemandHistory history) {
    return new Seen(this, RunningSeries.of(history.requirePeriods(needed)));
  }

  static double[] filled(int length, double value) {
    double[] values = new double[Math.max(0, length)];
    Arrays.fill(values, value);
    return values;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  private record Seen(Baseline method, RunningSeries series) implements ForecastState {

    @Override
    public ForecastState observe(double demand) {
      return new Seen(method, series.plus(DemandHistory.requireDemand(demand)));
    }

    @Override
    public Forecast forecast(int horizon) {
      Forecast.requireHorizon(horizon);
      return method.forecast(series, horizon);
    }
  }
}
