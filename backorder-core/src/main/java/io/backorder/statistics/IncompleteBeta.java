package io.backorder.statistics;

/**
 * The regularized incomplete beta function divided by its leading term, {@code I(x; a, b) * a B(a, b) / (x^a
 * (1-x)^b)}, by its continued fraction (Abramowitz and Stegun 26.5.8) with Lentz's method.
 */
final class IncompleteBeta {

  private static final double TINY = 1e-290;

  private IncompleteBeta() {}

  /** Tells whether the fraction converges fast: in the lower tail. */
  static boolean isLowerTail(double a, double b, double x) {
    return x < (a + 1) / (a + b + 2);
  }

  static double fraction(double a, double b, double x) {
    double c = 1;
    double d = 1 / notZero(1 - (a + b) * x / (a + 1));
    double value = d;
    double factor = 0;
    for (double m = 1; Math.abs(factor - 1) > 3e-16 && m < 1e7; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / notZero(1 + even * d);
      c = notZero(1 + even / c);
      value *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / notZero(1 + odd * d);
      c = notZero(1 + odd / c);
      factor = d * c;
      value *= factor;
    }
    return value;
  }

  /** Returns what stands below the first two steps of the fraction, {@code 1 / (1 + d1 / (1 + d2 / this))}. */
  static double below(double a, double b, double x) {
    double c = 1;
    double d = 0;
    double value = 1;
    double factor = 0;
    for (double m = 1; Math.abs(factor - 1) > 3e-16 && m < 1e7; m++) {
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / notZero(1 + odd * d);
      c = notZero(1 + odd / c);
      value *= d * c;
      double next = m + 1;
      double even = next * (b - next) * x / ((a + 2 * next - 1) * (a + 2 * next));
      d = 1 / notZero(1 + even * d);
      c = notZero(1 + even / c);
      factor = d * c;
      value *= factor;
    }
    return value;
  }

  private static double notZero(double value) {
    return Math.abs(value) < TINY ? TINY : value;
  }
}
