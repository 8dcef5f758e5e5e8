package io.backorder.statistics;

/**
 * The two tails of the gamma distribution of shape {@code a} and scale 1, and their integrals.
 *
 * <p>With {@code m = y^a exp(-y) / Gamma(a + 1)} and {@code t(n) = y^n / ((a + 1) ... (a + n))}, the lower
 * tail is {@code m * sum t(n)} and its integral {@code m * sum n t(n)}; the upper tail is {@code a m} times
 * a continued fraction {@code 1 / (y + 1 - a - K)}, and its integral {@code a m (1 - K)} times the same.
 * Every term of what is small is positive, so nothing cancels. For whole {@code a} these are the Poisson
 * tails too: {@code P(N > k) = lower(k + 1, mean)} and {@code E[max(0, N - k)] = lowerLoss(k, mean)}.
 *
 * <p>Source: Abramowitz and Stegun 6.5.29 and 6.5.31; the integrals follow by parts. The work grows with
 * the square root of {@code a}.
 */
final class IncompleteGamma {

  private static final double PRECISION = 1e-17;

  private static final double TINY = 1e-290;

  /** Below this shape most of the probability lies close to zero. */
  private static final double SMALL_SHAPE = 0.5;

  private IncompleteGamma() {}

  /** Returns {@code P(X <= y)}, for a and y of at least zero. */
  static double lower(double a, double y) {
    return isSeries(a, y) ? mass(a, y) * series(a, y) : 1 - upper(a, y);
  }

  /** Returns {@code P(X > y)}, for a and y of at least zero. */
  static double upper(double a, double y) {
    if (!isSeries(a, y)) {
      double mass = mass(a, y);
      return mass == 0 ? 0 : a * mass / (y + 1 - a - fraction(a, y));
    }
    return a < SMALL_SHAPE ? upperOfSmallShape(a, y) : 1 - mass(a, y) * series(a, y);
  }

  /** Returns {@code E[max(0, y - X)]}. */
  static double lowerLoss(double a, double y) {
    return isSeries(a, y) ? mass(a, y) * weightedSeries(a, y) : y - a + upperLoss(a, y);
  }

  /** Returns {@code E[max(0, X - y)]}. */
  static double upperLoss(double a, double y) {
    if (!isSeries(a, y)) {
      double mass = mass(a, y);
      double fraction = mass == 0 ? 0 : fraction(a, y);
      return mass == 0 ? 0 : a * mass * (1 - fraction) / (y + 1 - a - fraction);
    }
    return a < SMALL_SHAPE
        ? (a - y) * upperOfSmallShape(a, y) + a * mass(a, y)
        : a - y + mass(a, y) * weightedSeries(a, y);
  }

  /** Returns {@code E[max(0, X - y)^2] / 2}. */
  static double upperSecondLoss(double a, double y) {
    if (isSeries(a, y)) {
      return a < SMALL_SHAPE ? secondLossOfSmallShape(a, y) : secondLossByParts(a, y);
    }
    double mass = mass(a, y);
    if (mass == 0) {
      return 0;
    }
    double second = secondFraction(a, y);
    double first = (1 - a) / (y + 3 - a - second);
    double upper = a * mass / (y + 1 - a - first);
    return upper * (y + (1 + a) * (1 - second / 2)) / (y + 3 - a - second);
  }

  private static double secondLossByParts(double a, double y) {
    double below = (y * lower(a, y) + (y - 1 - a) * lowerLoss(a, y)) / 2;
    return (a + (a - y) * (a - y)) / 2 - below;
  }

  /** The same in terms of the upper tail, which is small. */
  private static double secondLossOfSmallShape(double a, double y) {
    double square = a + (a - y) * (a - y);
    return (square * upperOfSmallShape(a, y) + a * mass(a, y) * (1 + a - y)) / 2;
  }

  /** Returns {@code m * sum n (n - 1) / 2 t(n)}, for y below a + 1. */
  static double binomialSum(double a, double y) {
    double term = 1;
    double sum = 0;
    for (double n = 1; n * n * term > sum * PRECISION; n++) {
      term *= y / (a + n);
      sum += n * (n - 1) / 2 * term;
    }
    return mass(a, y) * sum;
  }

  /** Tells whether to sum upwards; the upper tail of a small shape is small from early on. */
  private static boolean isSeries(double a, double y) {
    return y < (a < SMALL_SHAPE ? 1 : a + 1);
  }

  private static double mass(double a, double y) {
    return GammaFunction.poissonMass(a, y);
  }

  private static double series(double a, double y) {
    double term = 1;
    double sum = 1;
    for (double n = 1; term > sum * PRECISION; n++) {
      term *= y / (a + n);
      sum += term;
    }
    return sum;
  }

  private static double weightedSeries(double a, double y) {
    double term = 1;
    double sum = 0;
    for (double n = 1; n * term > sum * PRECISION; n++) {
      term *= y / (a + n);
      sum += n * term;
    }
    return sum;
  }

  /** Returns {@code K = 1 (1-a) / (y+3-a - K2)}. */
  private static double fraction(double a, double y) {
    return (1 - a) / (y + 3 - a - secondFraction(a, y));
  }

  /** Returns {@code K2 = 2 (2-a) / (y+5-a - 3 (3-a) / (y+7-a - ...))} by Lentz's method. */
  private static double secondFraction(double a, double y) {
    double b = y + 5 - a;
    double value = notZero(b);
    double c = value;
    double d = 0;
    double factor = 0;
    for (double n = 3; Math.abs(factor - 1) > 2e-16; n++) {
      double numerator = n * (a - n);
      b += 2;
      d = 1 / notZero(b + numerator * d);
      c = notZero(b + numerator / c);
      factor = c * d;
      value *= factor;
    }
    return 2 * (2 - a) / value;
  }

  private static double notZero(double value) {
    return Math.abs(value) < TINY ? TINY : value;
  }

  /** Returns the upper tail of a small shape, where the lower tail is nearly one (A&amp;S 6.5.29). */
  private static double upperOfSmallShape(double a, double y) {
    double exponent = a * Math.log(y) - GammaFunction.logOfOnePlus(a);
    double term = 1;
    double sum = 0;
    for (int n = 1; Math.abs(term) > 1e-18; n++) {
      term *= -y / n;
      sum += term / (a + n);
    }
    return y == 0 ? 1 : -Math.expm1(exponent) - Math.exp(exponent) * a * sum;
  }
}
