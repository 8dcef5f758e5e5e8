package io.backorder.accuracy;

import static java.util.Objects.requireNonNull;

import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * The errors over many series together. Errors in units weigh a series by its units; the means of scaled
 * errors count each series once, those whose scale is zero not at all.
 *
 * <p>This type is immutable and thread-safe.
 */
public final class PooledErrors {

  private final List<Series> series;

  private PooledErrors(List<Series> series) {
    this.series = series;
  }

  /**
   * One series.
   *
   * @param errors its errors
   * @param scale its scale
   */
  public record Series(ForecastErrors errors, ErrorScale scale) {

    /** Rejects missing parts. */
    public Series {
      requireNonNull(errors, "errors");
      requireNonNull(scale, "scale");
    }
  }

  /**
   * Returns the errors of many series together.
   *
   * @param series the series, at least one
   * @return the errors
   * @throws InvalidValueException if there is no series
   */
  public static PooledErrors of(List<Series> series) {
    Numbers.atLeast("series", series.size(), 1);
    return new PooledErrors(List.copyOf(series));
  }

  private double sum(ToDoubleFunction<ForecastErrors> part) {
    return series.stream().map(Series::errors).mapToDouble(part).sum();
  }

  private double periods() {
    return sum(ForecastErrors::periods);
  }

  /**
   * Returns the mean absolute error over all periods of all series.
   *
   * @return the mean
   */
  public double meanAbsoluteError() {
    return sum(ForecastErrors::absoluteError) / periods();
  }

  /**
   * Returns the root of the mean squared error over all periods of all series.
   *
   * @return the root
   */
  public double rootMeanSquaredError() {
    return Math.sqrt(sum(ForecastErrors::squaredError) / periods());
  }

  /**
   * Returns the weighted absolute percentage error, as a share.
   *
   * @return the sum of the sizes of all errors over that of all actuals, empty if these are zero
   */
  public OptionalDouble weightedAbsolutePercentageError() {
    return ForecastErrors.ratio(
        sum(ForecastErrors::absoluteError), sum(ForecastErrors::absoluteActual));
  }

  /**
   * Returns the relative bias.
   *
   * @return the sum of all forecasts less that of all actuals, over the latter; empty if it is zero
   */
  public OptionalDouble relativeBias() {
    double actual = sum(ForecastErrors::totalActual);
    return ForecastErrors.ratio(sum(ForecastErrors::totalForecast) - actual, actual);
  }

  /**
   * Returns the weighted absolute percentage error of the totals of the series, as a share: what is wrong
   * over the whole horizon, when errors of single periods may make up for each other.
   *
   * @return the sum over series of the size of forecast total less actual total, over the sum of the
   *     actual totals' sizes; empty if these are zero
   */
  public OptionalDouble cumulativePercentageError() {
    return ForecastErrors.ratio(
        sum(errors -> Math.abs(errors.totalForecast() - errors.totalActual())),
        sum(errors -> Math.abs(errors.totalActual())));
  }

  /**
   * Returns the mean over the series of the mean absolute scaled error.
   *
   * @return the mean, empty if no series has a scale
   */
  public OptionalDouble meanAbsoluteScaledError() {
    return series.stream()
        .map(each -> each.errors().meanAbsoluteScaledError(each.scale()))
        .flatMapToDouble(OptionalDouble::stream)
        .average();
  }

  /**
   * Returns the mean over the series of the root mean squared scaled error.
   *
   * @return the mean, empty if no series has a scale
   */
  public OptionalDouble rootMeanSquaredScaledError() {
    return series.stream()
        .map(each -> each.errors().rootMeanSquaredScaledError(each.scale()))
        .flatMapToDouble(OptionalDouble::stream)
        .average();
  }
}
