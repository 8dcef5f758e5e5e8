package io.backorder.statistics;

/**
 * The regularized incomplete beta function {@code I(1 - y; a, b)} for b below one, a of at least 15 and a
 * small y, where the continued fraction would need steps without end: a series in incomplete gamma
 * functions.
 *
 * <p>Source: DiDonato and Morris, Significant Digit Computation of the Incomplete Beta Function Ratios, ACM
 * Transactions on Mathematical Software 18 (1992), equations 9 to 9.6.
 */
final class SkewedBeta {

  static final double LEAST_A = 15;

  private static final int TERMS = 30;

  /** From here on the first correction of a ratio of gamma functions is all of it. */
  private static final double LARGE = 1000;

  private SkewedBeta() {}

  static double upper(double a, double b, double y) {
    double logX = Math.log1p(-y);
    double t = a + (b - 1) / 2;
    double u = -t * logX;
    double h = b * GammaFunction.poissonMass(b, u);
    if (h == 0) {
      return 0;
    }
    return h * gammaRatio(a, b, t) * sum(b, t, u, IncompleteGamma.upper(b, u) / h);
  }

  /** Returns {@code Gamma(a + b) / (Gamma(a) t^b)}. */
  private static double gammaRatio(double a, double b, double t) {
    return a > LARGE
        ? 1 - b * (b - 1) * (b + 1) / (24 * t * t)
        : Math.exp(GammaFunction.logOfOnePlus(a + b - 1)
            - GammaFunction.logOfOnePlus(a - 1)
            - b * Math.log(t));
  }

  private static double sum(double b, double t, double u, double first) {
    double[] p = new double[TERMS];
    p[0] = 1;
    double square = u / t / 2 * (u / t / 2);
    double power = 1;
    double j = first;
    double sum = j;
    for (int n = 1; n < TERMS; n++) {
      p[n] = coefficient(p, n, b);
      double twice = b + 2 * (n - 1);
      j = (twice * (twice + 1) * j + (u + twice + 1) * power) / (4 * t * t);
      power *= square;
      sum += p[n] * j;
    }
    return sum;
  }

  /** Returns the n-th coefficient from those before it. */
  private static double coefficient(double[] p, int n, double b) {
    double sum = 0;
    double factorial = 1;
    for (int m = 1; m < n; m++) {
      factorial *= 2 * m * (2 * m + 1);
      sum += (m * b - n) * p[n - m] / factorial;
    }
    return sum / n + (b - 1) / (factorial * 2 * n * (2 * n + 1));
  }
}
