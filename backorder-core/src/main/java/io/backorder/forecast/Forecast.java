package io.backorder.forecast;

import io.backorder.planning.LeadTime;
import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import io.backorder.statistics.StudentQuantile;
import java.util.Arrays;

/**
 * What is expected of the next periods: for each a mean and the standard deviation of its error, and the
 * standard deviation of the error of their sum, which is what a lead time needs. Errors of periods that
 * share an estimated level go the same way, so that the sum spreads wider than independent periods.
 *
 * <p>A standard deviation is 0 where the history was too short to see a single error: that is no
 * certainty. Means may be negative, as those of a falling trend; {@link #notNegative()} cuts them off.
 *
 * <p>This type is immutable and thread-safe.
 */
public final class Forecast {

  /** Stands for the normal distribution, to which Student's tends. */
  private static final int NORMAL = 0;

  private static final int MOST_PERIODS = 1 << 15;

  private final double[] mean;
  private final double[] deviation;
  private final double[] totalDeviation;
  private final int degreesOfFreedom;

  private Forecast(double[] mean, double[] deviation, double[] totalDeviation, int degrees) {
    this.mean = mean;
    this.deviation = deviation;
    this.totalDeviation = totalDeviation;
    this.degreesOfFreedom = degrees;
  }

  /**
   * Returns a forecast with the given spread.
   *
   * @param mean the mean of each period, at least one
   * @param deviation the standard deviation of the error of each period
   * @param totalDeviation the standard deviation of the error of the sum of the first periods, up to and
   *     including each
   * @return the forecast
   * @throws InvalidValueException if the lengths differ, a figure is not finite or a standard deviation
   *     is negative
   */
  public static Forecast of(double[] mean, double[] deviation, double[] totalDeviation) {
    requireHorizon(mean.length);
    requireLength("deviation", deviation, mean.length);
    requireLength("totalDeviation", totalDeviation, mean.length);
    return new Forecast(mean.clone(), deviation.clone(), totalDeviation.clone(), NORMAL).checked();
  }

  /**
   * Returns a forecast whose errors are independent of each other.
   *
   * @param mean the mean of each period, at least one
   * @param deviation the standard deviation of the error of each period
   * @return the forecast
   * @throws InvalidValueException if the lengths differ, a figure is not finite or a standard deviation
   *     is negative
   */
  public static Forecast ofIndependentErrors(double[] mean, double[] deviation) {
    requireLength("deviation", deviation, mean.length);
    double[] total = new double[mean.length];
    double variance = 0;
    for (int step = 0; step < mean.length; step++) {
      variance += deviation[step] * deviation[step];
      total[step] = Math.sqrt(variance);
    }
    return owning(mean, deviation, total);
  }

  /**
   * Returns a forecast whose errors share a part, as when the level is estimated: the variance of one
   * period is {@code v}, the covariance of two is {@code c * v}, and so the variance of the sum of L
   * periods is {@code v * (L * (1 - c) + L * L * c)}.
   *
   * @param mean the mean of each period, at least one
   * @param variance the variance {@code v} of the error of one period
   * @param share the part {@code c} of it that all periods share, from 0 to 1
   * @return the forecast
   * @throws InvalidValueException if a figure is not finite, the variance negative or the share out of
   *     range
   */
  public static Forecast ofSharedErrors(double[] mean, double variance, double share) {
    Numbers.notNegative("variance", variance);
    Numbers.probability("share", share);
    double[] deviation = new double[mean.length];
    double[] total = new double[mean.length];
    for (int step = 1; step <= mean.length; step++) {
      deviation[step - 1] = Math.sqrt(variance);
      total[step - 1] = Math.sqrt(variance * (step * (1 - share) + (double) step * step * share));
    }
    return owning(mean, deviation, total);
  }

  /**
   * Returns a forecast whose errors pass on: a one-step error {@code e} moves the forecast of the {@code
   * j}-th period after it by {@code c[j] * e}. With one-step variance {@code v}, the variance {@code h}
   * steps ahead is {@code v * (1 + c[1]^2 + ... + c[h-1]^2)}, and that of the sum of {@code L} periods
   * {@code v * sum over i < L of (1 + c[1] + ... + c[i])^2}. This is the linear innovations model
   * (Hyndman, Koehler, Ord and Snyder, Forecasting with Exponential Smoothing, 2008, class 1).
   *
   * @param mean the mean of each period, at least one
   * @param variance the variance {@code v} of the one-step error
   * @param weights {@code c[1], c[2], ...}, one fewer than the periods or more
   * @return the forecast
   * @throws InvalidValueException if a figure is not finite, the variance negative or a weight missing
   */
  public static Forecast ofPassedOnErrors(double[] mean, double variance, double[] weights) {
    Numbers.notNegative("variance", variance);
    Numbers.atLeast("weights", weights.length, mean.length - 1);
    double[] deviation = new double[mean.length];
    double[] total = new double[mean.length];
    double squares = 1;
    double sum = 1;
    double sumSquares = 1;
    for (int step = 0; step < mean.length; step++) {
      if (step > 0) {
        squares += weights[step - 1] * weights[step - 1];
        sum += weights[step - 1];
        sumSquares += sum * sum;
      }
      deviation[step] = Math.sqrt(variance * squares);
      total[step] = Math.sqrt(variance * sumSquares);
    }
    return owning(mean, deviation, total);
  }

  /**
   * Returns a horizon that a forecast may have. Methods of a host may call this too.
   *
   * @param horizon the periods to forecast, 1 to 32768
   * @return the horizon
   * @throws InvalidValueException if it is out of range
   */
  public static int requireHorizon(int horizon) {
    return Numbers.between("horizon", horizon, 1, MOST_PERIODS);
  }

  private static void requireLength(String name, double[] values, int length) {
    if (values.length != length) {
      throw Numbers.refused(name, "have %d periods".formatted(length), values.length);
    }
  }

  /** Keeps the spread as it is: nobody else has it. */
  private static Forecast owning(double[] mean, double[] deviation, double[] total) {
    requireHorizon(mean.length);
    return new Forecast(mean.clone(), deviation, total, NORMAL).checked();
  }

  private Forecast checked() {
    for (int step = 0; step < mean.length; step++) {
      Numbers.finite("mean", mean[step]);
      Numbers.notNegative("deviation", deviation[step]);
      Numbers.notNegative("totalDeviation", totalDeviation[step]);
    }
    return this;
  }

  /**
   * Returns this forecast with Student's distribution for its errors.
   *
   * @param degrees the degrees of freedom, at least 1
   * @return the forecast
   * @throws InvalidValueException if there is less than 1
   */
  Forecast withDegreesOfFreedom(int degrees) {
    Numbers.atLeast("degrees", degrees, 1);
    return new Forecast(mean, deviation, totalDeviation, degrees);
  }

  /**
   * Returns this forecast with zero in place of negative means.
   *
   * @return the forecast
   */
  public Forecast notNegative() {
    double[] floored = Arrays.stream(mean).map(each -> Math.max(0, each)).toArray();
    return new Forecast(floored, deviation, totalDeviation, degreesOfFreedom);
  }

  /**
   * Returns the number of periods.
   *
   * @return the number, at least 1
   */
  public int horizon() {
    return mean.length;
  }

  /**
   * Returns the mean of a period.
   *
   * @param step the period, from 1, which is the next, to the horizon
   * @return the mean
   * @throws InvalidValueException if the step is out of range
   */
  public double mean(int step) {
    return mean[index("step", step)];
  }

  /**
   * Returns the mean of each period.
   *
   * @return a new array, next period first
   */
  public double[] means() {
    return mean.clone();
  }

  /**
   * Returns the standard deviation of the error of a period.
   *
   * @param step the period, from 1 to the horizon
   * @return the standard deviation
   * @throws InvalidValueException if the step is out of range
   */
  public double standardDeviation(int step) {
    return deviation[index("step", step)];
  }

  /**
   * Returns the quantile of a period when errors are normal, or have Student's distribution where the
   * method says so.
   *
   * @param step the period, from 1 to the horizon
   * @param probability the probability of a demand of at most the quantile, above 0 and below 1
   * @return the quantile, which may be negative
   * @throws InvalidValueException if the step or the probability is out of range
   */
  public double quantile(int step, double probability) {
    double score = degreesOfFreedom == NORMAL
        ? DemandShape.normalScore(probability)
        : StudentQuantile.of(degreesOfFreedom, probability);
    return mean(step) + score * standardDeviation(step);
  }

  /**
   * Returns the central interval of a period, as {@link #quantile} has it.
   *
   * @param step the period, from 1 to the horizon
   * @param coverage the probability that the interval is to hold the demand, above 0 and below 1
   * @return the interval
   * @throws InvalidValueException if the step or the coverage is out of range
   */
  public ForecastInterval interval(int step, double coverage) {
    double lower = quantile(step, (1 - coverage) / 2);
    return new ForecastInterval(lower, 2 * mean(step) - lower);
  }

  /**
   * Returns the demand of one period.
   *
   * @param step the period, from 1 to the horizon
   * @return its mean and standard deviation
   * @throws InvalidValueException if the step is out of range
   */
  public HorizonDemand demand(int step) {
    return new HorizonDemand(mean(step), standardDeviation(step));
  }

  /**
   * Returns the demand of the next periods together, such as a lead time.
   *
   * @param periods how many, from 1 to the horizon
   * @return the mean and standard deviation of the sum
   * @throws InvalidValueException if there are not so many
   */
  public HorizonDemand total(int periods) {
    int last = index("periods", periods);
    double sum = 0;
    for (int step = 1; step <= periods; step++) {
      sum += mean(step);
    }
    return new HorizonDemand(sum, totalDeviation[last]);
  }

  private int index(String name, int step) {
    return Numbers.between(name, step, 1, mean.length) - 1;
  }

  /**
   * Returns the demand over a lead time, which may vary and need not be whole.
   *
   * <p>With a lead time of mean {@code L} and standard deviation {@code t} periods, {@code M(n)} and {@code
   * V(n)} the mean and the error variance of the sum of the next {@code n} periods, and both straight between
   * whole numbers, the mean is {@code M(L)} and the variance {@code V(L) + d^2 t^2}, where {@code d = M(L) / L} is
   * the mean demand of a period over the lead time.
   *
   * <p>The lead time is taken to be independent of demand, the demand of a period to come evenly, and its mean to
   * be about the same wherever the lead time may end: of a steep trend or season within the spread of the lead time
   * this knows nothing, nor of the part {@code t^2 V''(L) / 2} by which errors that periods share grow with it.
   * For independent errors of one period alike this is {@link
   * io.backorder.planning.LeadTimeDemand#over(io.backorder.planning.PeriodDemand, LeadTime)}. (The random-sum
   * identity, Hadley and Whitin 1963, with the error of the forecast in place of that of demand, Hyndman et al.
   * 2008.)
   *
   * @param leadTime the lead time, in periods, its mean at most the horizon
   * @return the mean and standard deviation of the demand over it
   * @throws InvalidValueException if the mean lead time is longer than the horizon
   */
  public HorizonDemand over(LeadTime leadTime) {
    double length = leadTime.mean();
    if (length > horizon()) {
      throw Numbers.refused(
          "mean lead time", "be at most the %d periods forecast".formatted(horizon()), length);
    }
    int whole = (int) length;
    double part = length - whole;
    double sum = whole == 0 ? 0 : total(whole).mean();
    double deviation = whole == 0 ? 0 : totalDeviation[whole - 1];
    if (part > 0) {
      sum += part * mean[whole];
      deviation =
          Math.hypot(Math.sqrt(1 - part) * deviation, Math.sqrt(part) * totalDeviation[whole]);
    }
    double rate = length == 0 ? mean[0] : sum / length;
    return new HorizonDemand(sum, Math.hypot(deviation, rate * leadTime.standardDeviation()));
  }

  @Override
  public String toString() {
    return "Forecast%s ± %s".formatted(Arrays.toString(mean), Arrays.toString(deviation));
  }
}
