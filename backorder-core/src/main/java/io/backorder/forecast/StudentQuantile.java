package io.backorder.forecast;

import io.backorder.statistics.Numbers;

/**
 * Quantiles of Student's distribution with a whole number of degrees of freedom.
 *
 * <p>The tail beyond {@code t} is half the incomplete beta function at {@code n / (n + t^2)} with
 * parameters {@code n / 2} and {@code 1 / 2}, here by its continued fraction (Abramowitz and Stegun
 * 26.5.8), which keeps small tails to full precision.
 */
final class StudentQuantile {

  private static final int MOST_STEPS = 1000;
  private static final double PRECISION = 1e-15;

  private StudentQuantile() {}

  static double of(int degrees, double probability) {
    Numbers.openProbability("probability", probability);
    if (probability == 0.5) {
      return 0;
    }
    return probability < 0.5 ? -upper(degrees, probability) : upper(degrees, 1 - probability);
  }

  /** Newton's steps on the logarithms of tail and point, where the tail is concave. */
  private static double upper(int degrees, double tail) {
    double beta = beta(degrees);
    double t = Math.sqrt(-2 * Math.log(2 * tail)) + Math.sqrt(PRECISION);
    for (int step = 0; step < MOST_STEPS; step++) {
      double found = tail(degrees, beta, t);
      double density =
          Math.pow(1 + t * t / degrees, -(degrees + 1) / 2.0) / (Math.sqrt(degrees) * beta);
      double move = Math.log(found / tail) * found / (density * t);
      double next = t * Math.exp(Math.min(move, 2));
      if (Math.abs(next - t) <= PRECISION * t) {
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

  private static double tail(int degrees, double beta, double t) {
    double a = degrees / 2.0;
    double x = degrees / (degrees + t * t);
    double front = Math.pow(x, a) * Math.sqrt(t * t / (degrees + t * t)) / beta;
    // the fraction converges fast on one side of the middle only; the other side is near one half
    return x < (a + 1) / (a + 2.5)
        ? front * fraction(a, 0.5, x) / a / 2
        : 0.5 - front * fraction(0.5, a, 1 - x);
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
