package io.backorder.accuracy;

import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The errors of a forecast: actual less forecast, period by period.
 *
 * <p>On demand that is mostly zero, measures of absolute error prefer a forecast of zero to any other: judge
 * such items by squared errors, bias and cumulative error. A ratio is empty where it would be beyond doubles.
 *
 * <p>This type is immutable and thread-safe.
 */
public final class ForecastErrors {

  private static final double LARGEST = 1e150;

  private final double[] actual;
  private final double[] forecast;

  private ForecastErrors(double[] actual, double[] forecast) {
    this.actual = actual;
    this.forecast = forecast;
  }

  /**
   * Returns the errors of a forecast.
   *
   * @param actual what came, at least one period
   * @param forecast what was forecast for the same periods
   * @return the errors
   * @throws InvalidValueException if there is no period, the lengths differ, or a figure is not finite or
   *     larger than 1e150 in size, so that squares would be beyond doubles
   */
  public static ForecastErrors of(double[] actual, double[] forecast) {
    Numbers.atLeast("actual", actual.length, 1);
    if (forecast.length != actual.length) {
      throw Numbers.refused(
          "forecast", "have %d periods".formatted(actual.length), forecast.length);
    }
    for (int period = 0; period < actual.length; period++) {
      require("actual", actual[period]);
      require("forecast", forecast[period]);
    }
    return new ForecastErrors(actual.clone(), forecast.clone());
  }

  static double require(String name, double units) {
    if (!(Math.abs(units) <= LARGEST)) { // also rejects NaN
      throw Numbers.refused(name, "be finite and at most " + LARGEST + " in size", units);
    }
    return units;
  }

  @FunctionalInterface
  private interface Term {
    double of(double actual, double forecast);
  }

  private double sum(Term term) {
    double sum = 0;
    for (int period = 0; period < actual.length; period++) {
      sum += term.of(actual[period], forecast[period]);
    }
    return sum;
  }

  private double mean(Term term) {
    return sum(term) / actual.length;
  }

  /**
   * Returns the number of periods.
   *
   * @return the number, at least 1
   */
  public int periods() {
    return actual.length;
  }

  /**
   * Returns the mean error (ME).
   *
   * @return the mean of actual less forecast, positive where forecasts were too low
   */
  public double meanError() {
    return mean((y, f) -> y - f);
  }

  /**
   * Returns the mean absolute error (MAE).
   *
   * @return the mean of the sizes of the errors
   */
  public double meanAbsoluteError() {
    return mean((y, f) -> Math.abs(y - f));
  }

  /**
   * Returns the mean squared error (MSE).
   *
   * @return the mean of the squared errors
   */
  public double meanSquaredError() {
    return mean((y, f) -> (y - f) * (y - f));
  }

  /**
   * Returns the root of the mean squared error (RMSE).
   *
   * @return the root
   */
  public double rootMeanSquaredError() {
    return Math.sqrt(meanSquaredError());
  }

  /**
   * Returns the mean percentage error (MPE).
   *
   * @return the mean of the errors in percent of the actual, empty if one actual is zero
   */
  public OptionalDouble meanPercentageError() {
    return percentage((y, f) -> 100 * (y - f) / y);
  }

  /**
   * Returns the mean absolute percentage error (MAPE).
   *
   * @return the mean of the sizes of the errors in percent of the actual, empty if one actual is zero
   */
  public OptionalDouble meanAbsolutePercentageError() {
    return percentage((y, f) -> 100 * Math.abs((y - f) / y));
  }

  private OptionalDouble percentage(Term term) {
    return Arrays.stream(actual).anyMatch(each -> each == 0)
        ? OptionalDouble.empty()
        : finite(mean(term));
  }

  /**
   * Returns the symmetric mean absolute percentage error (sMAPE).
   *
   * @return the mean of {@code 200 |y - f| / (|y| + |f|)}, from 0 to 200; a period in which both are zero
   *     counts 0
   */
  public double symmetricPercentageError() {
    return mean((y, f) -> y == f ? 0 : 200 * Math.abs(y - f) / (Math.abs(y) + Math.abs(f)));
  }

  /**
   * Returns the weighted absolute percentage error (WAPE), as a share.
   *
   * @return the sum of the sizes of the errors over that of the actuals, empty if all of these are zero
   */
  public OptionalDouble weightedAbsolutePercentageError() {
    return ratio(absoluteError(), absoluteActual());
  }

  /**
   * Returns the relative bias.
   *
   * @return the sum of the forecasts less that of the actuals, over the latter; empty if it is zero
   */
  public OptionalDouble relativeBias() {
    return ratio(totalForecast() - totalActual(), totalActual());
  }

  /**
   * Returns the mean absolute scaled error (MASE).
   *
   * @param scale the scale of the series
   * @return the mean absolute error over the scale, empty if the scale is zero
   */
  public OptionalDouble meanAbsoluteScaledError(ErrorScale scale) {
    return ratio(meanAbsoluteError(), scale.absolute());
  }

  /**
   * Returns the root mean squared scaled error (RMSSE).
   *
   * @param scale the scale of the series
   * @return the root of the mean squared error over the scale, empty if the scale is zero
   */
  public OptionalDouble rootMeanSquaredScaledError(ErrorScale scale) {
    OptionalDouble squared = ratio(meanSquaredError(), scale.squared());
    return squared.isPresent()
        ? OptionalDouble.of(Math.sqrt(squared.getAsDouble()))
        : OptionalDouble.empty();
  }

  static OptionalDouble ratio(double part, double whole) {
    return finite(part / whole);
  }

  private static OptionalDouble finite(double measure) {
    return Double.isFinite(measure) ? OptionalDouble.of(measure) : OptionalDouble.empty();
  }

  double squaredError() {
    return sum((y, f) -> (y - f) * (y - f));
  }

  double absoluteError() {
    return sum((y, f) -> Math.abs(y - f));
  }

  double absoluteActual() {
    return sum((y, f) -> Math.abs(y));
  }

  double totalActual() {
    return sum((y, f) -> y);
  }

  double totalForecast() {
    return sum((y, f) -> f);
  }

  @Override
  public String toString() {
    return "mean error %s, root mean squared error %s over %d periods"
        .formatted(meanError(), rootMeanSquaredError(), periods());
  }
}
