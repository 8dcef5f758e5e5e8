package io.backorder.examples.boostedtrees;

import io.backorder.accuracy.Backtest;
import io.backorder.accuracy.ErrorScale;
import io.backorder.accuracy.ForecastErrors;
import io.backorder.accuracy.PooledErrors;
import io.backorder.forecast.DemandHistory;
import io.backorder.forecast.Forecast;
import io.backorder.forecast.Forecaster;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Methods on the same series from the same origins: at each, every method sees the periods before it and no
 * others, and forecasts as many after it.
 *
 * @param backtest the origins and how far ahead
 * @param growEvery after how many origins trees are grown anew from all series; in between, those that were
 *     grown last look at newer histories
 */
record Comparison(Backtest backtest, int growEvery) {

  /**
   * One method's errors over all series.
   *
   * @param name the method
   * @param errors its errors
   */
  record Row(String name, PooledErrors errors) {

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%-28s %8.3f %8.3f %8.3f %8.2f %+8.3f",
          name,
          errors.meanAbsoluteScaledError().orElse(0),
          errors.rootMeanSquaredScaledError().orElse(0),
          errors.weightedAbsolutePercentageError().orElse(0),
          errors.rootMeanSquaredError(),
          errors.relativeBias().orElse(0));
    }
  }

  /** The head line of the rows. */
  static String head() {
    return String.format(
        Locale.ROOT,
        "%-28s %8s %8s %8s %8s %8s",
        "method",
        "MASE",
        "RMSSE",
        "WAPE",
        "RMSE",
        "bias");
  }

  /** Returns the errors of a method that learns from each series by itself. */
  Row ofEach(String name, Forecaster method, Collection<DemandHistory> series) {
    List<PooledErrors.Series> errors = new ArrayList<>();
    for (DemandHistory each : series) {
      errors.add(new PooledErrors.Series(backtest.errors(method, each), scale(each)));
    }
    return new Row(name, PooledErrors.of(errors));
  }

  private ErrorScale scale(DemandHistory history) {
    return ErrorScale.of(backtest.training(history), 1);
  }

  /** Returns the errors of trees that learn from all series. */
  Row ofTrees(String name, BoostedTrees.Growth growth, Collection<DemandHistory> series) {
    int horizon = backtest.horizon();
    double[][] actual = new double[series.size()][horizon * backtest.origins()];
    double[][] forecast = new double[series.size()][horizon * backtest.origins()];
    List<DemandHistory> all = List.copyOf(series);
    Forecaster trees = Forecaster.naive();
    for (int origin = 0; origin < backtest.origins(); origin++) {
      List<DemandHistory> seen = seen(all, origin);
      if (origin % growEvery == 0) {
        trees = BoostedTrees.grownFrom(seen, growth);
      }
      for (int each = 0; each < all.size(); each++) {
        Forecast path = trees.forecast(seen.get(each), horizon);
        for (int step = 0; step < horizon; step++) {
          actual[each][origin * horizon + step] =
              all.get(each).demand(seen.get(each).periods() + step);
          forecast[each][origin * horizon + step] = path.mean(step + 1);
        }
      }
    }
    return new Row(name, pooled(all, actual, forecast));
  }

  /** What an origin may look at: the series end together, and each began when its item was first on offer. */
  private List<DemandHistory> seen(List<DemandHistory> all, int origin) {
    return all.stream()
        .map(each -> each.first(backtest.training(each).periods() + origin))
        .toList();
  }

  private PooledErrors pooled(List<DemandHistory> all, double[][] actual, double[][] forecast) {
    List<PooledErrors.Series> errors = new ArrayList<>();
    for (int each = 0; each < all.size(); each++) {
      errors.add(new PooledErrors.Series(
          ForecastErrors.of(actual[each], forecast[each]), scale(all.get(each))));
    }
    return PooledErrors.of(errors);
  }
}
