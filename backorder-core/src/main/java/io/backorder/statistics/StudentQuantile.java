package io.backorder.statistics;

import io.backorder.refusal.InvalidValueException;

/**
 * Quantiles of Student's distribution with a whole number of degrees of freedom: how far the mean or the
 * slope of a few normal observations strays, in units of its own estimated error.
 *
 * <p>The tail beyond {@code t} is half the incomplete beta function at {@code n / (n + t^2)} with
 * parameters {@code n / 2} and {@code 1 / 2}, here by its continued fraction (Abramowitz and Stegun
 * 1964, 26.5.8), which keeps small tails to full precision. Where the tail is far below every double the
 * logarithms are compared. From 262,144 degrees of freedom on it is the normal quantile with three terms of
 * correction (Abramowitz and Stegun 26.7.5).
 *
 * <p>This type holds no state and is thread-safe.
 */
public final class StudentQuantile {

  private static final int MOST_STEPS = 1000;

  /** From so many degrees on an expansion around the normal distribution is exact but for rounding. */
  private static final int EXPANDED_FROM = 1 << 18;

  private static final double PRECISION = 1e-15;

  private StudentQuantile() {}

  /**
   * Returns the quantile of a probability.
   *
   * @param degrees the degrees of freedom, at least 1
   * @param probability the probability, in (0, 1)
   * @return the number that is not exceeded with that probability
   * @throws InvalidValueException if a number is out of range
   */
  public static double of(int degrees, double probability) {
    Numbers.atLeast("degrees of freedom", degrees, 1);
    Numbers.openProbability("probability", probability);
    if (probability == 0.5) {
      return 0;
    }
    if (degrees >= EXPANDED_FROM) {
      return expanded(degrees, StandardNormal.quantile(probability));
    }
    return probability < 0.5 ? -upper(degrees, probability) : upper(degrees, 1 - probability);
  }

  private static double expanded(double n, double z) {
    double square = z * z;
    double first = (square + 1) / 4;
    double second = ((5 * square + 16) * square + 3) / 96;
    double third = (((3 * square + 19) * square + 17) * square - 15) / 384;
    return z * (1 + (first + (second + third / n) / n) / n);
  }

  /** Newton's steps on the logarithms of tail and point, where the tail is concave. */
  private static double upper(int degrees, double tail) {
    double logBeta = Math.log(beta(degrees));
    double logTail = Math.log(tail);
    double precision = PRECISION * (1 - logTail);
    double t = Math.sqrt(-2 * Math.log(2 * tail)) + Math.sqrt(PRECISION);
    for (int step = 0; step < MOST_STEPS; step++) {
      double logSquare = Math.log(degrees) - 2 * Math.log(t);
      double square = Math.exp(logSquare);
      double rest = Math.log1p(square);
      double logFront = degrees / 2.0 * (logSquare - rest) - rest / 2 - logBeta;
      double ratio = ratio(degrees, square, logFront);
      double move = (logFront + Math.log(ratio) - logTail) * ratio;
      double next = Math.min(t * Math.exp(Math.min(move, 2)), Double.MAX_VALUE);
      if (Math.abs(next - t) <= precision * t) {
        return next;
      }
      t = next;
    }
    return t;
  }

  /** The beta function of half the degrees and one half, by its recurrence from 1/2 or 1 on. */
  private static double beta(int degrees) {
    double beta = degrees % 2 == 1 ? Math.PI : 2;
    for (double a = degrees % 2 == 1 ? 0.5 : 1; a < degrees / 2.0; a++) {
      beta *= a / (a + 0.5);
    }
    return beta;
  }

  /** Returns the tail over t times the density, {@code square} being the degrees over t squared. */
  private static double ratio(int degrees, double square, double logFront) {
    double a = degrees / 2.0;
    double x = square / (1 + square);
    // the fraction converges fast on one side of the middle only; the other side is near one half
    return x < (a + 1) / (a + 2.5)
        ? fraction(a, 0.5, x) / a / 2
        : 0.5 / Math.exp(logFront) - fraction(0.5, a, 1 / (1 + square));
  }

  private static double fraction(double a, double b, double x) {
    double c = 1;
    double d = 1 / (1 - (a + b) * x / (a + 1));
    double value = d;
    for (int m = 1; m <= MOST_STEPS; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / (1 + even * d);
      c = 1 + even / c;
      value *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / (1 + odd * d);
      c = 1 + odd / c;
      double change = d * c;
      value *= change;
      if (Math.abs(change - 1) <= PRECISION) {
        break;
      }
    }
    return value;
  }
}
