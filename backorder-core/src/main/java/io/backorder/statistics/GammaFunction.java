package io.backorder.statistics;

/**
 * The gamma function, and the mass {@code x^a * exp(-x) / Gamma(a + 1)} that the Poisson, gamma and
 * negative binomial distributions are made of, computed without the cancellation of its large factors.
 *
 * <p>Source: C. Loader, Fast and Accurate Computation of Binomial Probabilities (2000).
 */
final class GammaFunction {

  private static final double HALF_LOG_TWO_PI = 0.9189385332046727;

  private static final double TWO_PI = 6.283185307179586;

  private static final double EULER = 0.5772156649015329;

  /** From here on Stirling's series is exact to the last digit. */
  private static final double SERIES_FROM = 16;

  /** {@code zeta(k) / k} for k = 2, 3, ... */
  private static final double[] ZETA_OVER_K = {
    0.8224670334241132,
    0.40068563438653143,
    0.27058080842778454,
    0.20738555102867398,
    0.1695571769974082,
    0.1440498967688461,
    0.12550966952474304,
    0.11133426586956469,
    0.1000994575127818,
    0.09095401714582904,
    0.083353840546109,
    0.0769325164113522,
    0.07143294629536133,
    0.06666870588242046,
    0.06250095514121304,
    0.058823978658684585,
    0.055555767627403614,
    0.05263167937961666,
    0.05000004769810169,
    0.047619070330142226
  };

  private GammaFunction() {}

  /** Returns {@code ln Gamma(1 + a)} for a of at least zero. */
  static double logOfOnePlus(double a) {
    if (a < 0.2) {
      return nearOne(a);
    }
    double shifted = a;
    double product = 1;
    while (shifted < SERIES_FROM) {
      shifted++;
      product *= shifted;
    }
    return (shifted + 0.5) * Math.log(shifted)
        - shifted
        + HALF_LOG_TWO_PI
        + stirlingSeries(shifted)
        - Math.log(product);
  }

  private static double nearOne(double a) {
    double sum = 0;
    for (int i = ZETA_OVER_K.length - 1; i >= 0; i--) {
      sum = ZETA_OVER_K[i] - a * sum;
    }
    return a * (a * sum - EULER);
  }

  /** Returns {@code ln Gamma(n + 1) - (n + 1/2) ln n + n - ln sqrt(2 pi)}, for n above zero. */
  static double stirlingError(double n) {
    return n >= SERIES_FROM
        ? stirlingSeries(n)
        : logOfOnePlus(n) - (n + 0.5) * Math.log(n) + n - HALF_LOG_TWO_PI;
  }

  private static double stirlingSeries(double n) {
    double square = 1 / (n * n);
    double sum = 1.0 / 1188 - square * (691.0 / 360360 - square / 156);
    return (1.0 / 12
            - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square * sum))))
        / n;
  }

  /** Returns {@code x ln(x / m) + m - x}, the deviance of x from m, for both above zero. */
  static double deviance(double x, double m) {
    double difference = x - m;
    if (Math.abs(difference) > 0.1 * (x + m)) {
      return x * Math.log(x / m) - difference;
    }
    double v = difference / (x + m);
    double sum = difference * v;
    double power = 2 * x * v;
    for (int j = 1; j < 100; j++) {
      power *= v * v;
      double next = sum + power / (2 * j + 1);
      if (next == sum) {
        return next;
      }
      sum = next;
    }
    return sum;
  }

  /** Returns {@code x^a * exp(-x) / Gamma(a + 1)} for a and x of at least zero. */
  static double poissonMass(double a, double x) {
    if (x == 0) {
      return a == 0 ? 1 : 0;
    }
    if (a < 1) {
      return Math.exp(a * Math.log(x) - x - logOfOnePlus(a));
    }
    return Math.exp(-stirlingError(a) - deviance(a, x)) / Math.sqrt(TWO_PI * a);
  }

  /** Returns {@code Gamma(n + 1) / (Gamma(a + 1) Gamma(b + 1)) p^a q^b} for a + b = n, all above zero. */
  static double binomialMass(double a, double b, double p, double q) {
    double n = a + b;
    double exponent = stirlingError(n)
        - stirlingError(a)
        - stirlingError(b)
        - deviance(a, n * p)
        - deviance(b, n * q);
    return Math.exp(exponent) * Math.sqrt(n / (TWO_PI * a * b));
  }
}
