package io.backorder.statistics;

/**
 * The regularized incomplete beta function divided by its leading term, {@code I(x; a, b) * a B(a, b) / (x^a
 * (1-x)^b)}, by its continued fraction (Abramowitz and Stegun 26.5.8) with Lentz's method.
 */
final class IncompleteBeta {

  private static final double TINY = 1e-290;

  private static final int MOST_STEPS = 20_000_000;

  private IncompleteBeta() {}

  /** Tells whether the fraction converges fast: in the lower tail. */
  static boolean isLowerTail(double a, double b, double x) {
    return x < (a + 1) / (a + b + 2);
  }

  static double fraction(double a, double b, double x) {
    double first = 1 / notZero(1 - (a + b) * x / (a + 1));
    return new Steps(a, b, x).from(2, first, first);
  }

  /** Returns what stands below the first two steps of the fraction, {@code 1 / (1 + d1 / (1 + d2 / this))}. */
  static double below(double a, double b, double x) {
    return new Steps(a, b, x).from(3, 0, 1);
  }

  /** The steps {@code d1, d2, ...} of a fraction. */
  private record Steps(double a, double b, double x) {

    double at(int number) {
      double m = Math.floor(number / 2.0);
      return number % 2 == 0
          ? m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
          : -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    }

    /** Goes on from a step, given the inverse of Lentz's last denominator and what was found before it. */
    double from(int start, double inverse, double found) {
      double c = 1;
      double d = inverse;
      double value = found;
      double factor = 0;
      for (int number = start; Math.abs(factor - 1) > 3e-16 && number < MOST_STEPS; number += 2) {
        double step = at(number);
        d = 1 / notZero(1 + step * d);
        c = notZero(1 + step / c);
        value *= d * c;
        double next = at(number + 1);
        d = 1 / notZero(1 + next * d);
        c = notZero(1 + next / c);
        factor = d * c;
        value *= factor;
      }
      return value;
    }
  }

  private static double notZero(double value) {
    return Math.abs(value) < TINY ? TINY : value;
  }
}
