package io.backorder.smoothing;

import io.backorder.forecast.Forecast;
import io.backorder.smoothing.ExponentialSmoothing.Setting;
import io.backorder.smoothing.Recursion.Components;

/** How a one-step error moves the forecasts of later periods, and so how errors spread. */
final class ErrorPassing {

  private ErrorPassing() {}

  /** The weights of an additive model. */
  static double[] weights(Setting setting, SmoothingParameters parameters, int count) {
    double[] weights = levelAndTrend(parameters, count);
    int period = setting.model().period();
    if (setting.model().isSeasonal()) {
      for (int later = period; later <= count; later += period) {
        weights[later - 1] += seasonWeight(setting, parameters);
      }
    }
    return weights;
  }

  private static double[] levelAndTrend(SmoothingParameters parameters, int count) {
    double[] weights = new double[Math.max(0, count)];
    double passed = 1;
    double damping = 1;
    for (int later = 0; later < count; later++) {
      damping *= parameters.phi();
      passed += parameters.beta() * damping;
      weights[later] = parameters.alpha() * passed;
    }
    return weights;
  }

  private static double seasonWeight(Setting setting, SmoothingParameters parameters) {
    return setting.update() == SeasonalUpdate.NEW_LEVEL
        ? parameters.gamma() * (1 - parameters.alpha())
        : parameters.gamma();
  }

  /**
   * The forecast of a multiplicative model. An error of period {@code i} moves the level by {@code alpha e /
   * s(i)} and the season by {@code g e / l(i)}; to first order it moves the forecast {@code j} periods
   * later by {@code (s(i+j) / s(i)) c(j) + g l(i+j) / l(i)}, the latter where {@code j} is a multiple of
   * the season.
   */
  static Forecast multiplicative(SmoothingState state, double[] bases, double[] seasons) {
    int horizon = bases.length;
    double[] passed = levelAndTrend(state.parameters(), horizon);
    double season = seasonWeight(state.setting(), state.parameters());
    double[] mean = new double[horizon];
    double[] squares = new double[horizon];
    double[] total = new double[horizon];
    double[] sums = new double[horizon];
    for (int step = 0; step < horizon; step++) {
      mean[step] = bases[step] * seasons[step];
      for (int origin = 0; origin <= step; origin++) {
        int later = step - origin;
        double weight = 1;
        if (later > 0) {
          weight = seasons[step] / seasons[origin] * passed[later - 1];
          boolean sameSeason = later % state.setting().model().period() == 0;
          weight += sameSeason && bases[origin] != 0 ? season * bases[step] / bases[origin] : 0;
        }
        sums[origin] += weight;
        squares[step] += weight * weight;
        total[step] += sums[origin] * sums[origin];
      }
    }
    return Forecast.of(mean, roots(squares, state.variance()), roots(total, state.variance()));
  }

  private static double[] roots(double[] squares, double variance) {
    double[] roots = new double[squares.length];
    for (int each = 0; each < roots.length; each++) {
      roots[each] = Math.sqrt(variance * squares[each]);
    }
    return roots;
  }

  /** The level with its trend, for each of the next periods. */
  static double[] bases(Components components, double phi, int horizon) {
    double[] bases = new double[horizon];
    double damping = 1;
    double trend = 0;
    for (int step = 0; step < horizon; step++) {
      damping *= phi;
      trend += damping * components.trend();
      bases[step] = components.level() + trend;
    }
    return bases;
  }
}
