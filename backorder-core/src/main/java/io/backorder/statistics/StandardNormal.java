package io.backorder.statistics;

/**
 * The normal distribution of mean 0 and standard deviation 1: its density {@code phi}, its upper tail
 * {@code S}, and the integrals of that tail, {@code G} and {@code H}.
 *
 * <p>Each tail is {@code exp(-z^2 / 2)} times a slowly varying factor, so nothing cancels, however far
 * out. A tail below the least positive double answers that double, so that it stays positive and may be
 * divided by or given to a logarithm.
 */
final class StandardNormal {

  static final double DENSITY_AT_ZERO = 0.3989422804014327;

  private static final double LOG_DENSITY_AT_ZERO = Math.log(DENSITY_AT_ZERO);

  private static final double SQRT_HALF = 0.7071067811865476;

  /** Above this number every tail is below the least positive double. */
  private static final double UNDERFLOW = 39;

  /** {@code G(z) * exp(z^2 / 2) * (z^2 + 3)} by {@code z - 0.5}, for z in [0.5, 2.25]. */
  private static final Rational LOSS_FROM_0_5 = new Rational(
      0.5199999809265137,
      new double[] {
        0.20843182395749568,
        -0.18172343433270408,
        -0.15399932862669702,
        -0.07587941987993924,
        -0.021479957561373084,
        -0.003905177414001691,
        -0.0004161003097715905,
        -2.0555916019687978e-05
      },
      new double[] {
        1.0,
        1.7568766902890365,
        1.3750987535793158,
        0.6239765707701563,
        0.1781433931820157,
        0.03219922192941418,
        0.003440525202135914,
        0.00016971023590989787
      });

  /** The same by {@code z - 2.25}, for z in [2.25, 5]. */
  private static final Rational LOSS_FROM_2_25 = new Rational(
      0.41499999165534973,
      new double[] {
        0.014129966751824003,
        -0.013703029140122187,
        -0.012950435458113784,
        -0.005084987798576327,
        -0.0011562991520294322,
        -0.0001622399255020143,
        -1.3245001359288161e-05,
        -4.89480859057127e-07
      },
      new double[] {
        1.0,
        1.4196009718720943,
        0.8906520047358086,
        0.32101038251153297,
        0.07202459456263371,
        0.010102649767332808,
        0.0008248723129674966,
        3.0481926406870716e-05
      });

  /** The same by {@code 1 / z^2}, for z from 5 on. */
  private static final Rational LOSS_FROM_5 = new Rational(
      0.4000000059604645,
      new double[] {
        -0.001057725559031803,
        -0.06841201977570074,
        0.8682970373002803,
        116.83952345673167,
        2106.941587166271,
        10467.889778020392
      },
      new double[] {
        1.0,
        64.67842172439146,
        1442.1100369984401,
        13275.354800766014,
        45500.09841245912,
        27846.245729114613,
        -4204.831196440621
      });

  private static final double CENTRE = 0.425;

  private static final double CENTRE_SQUARE = 0.180625;

  /** {@code z / (p - 0.5)} by {@code 0.425^2 - (p - 0.5)^2}, for p in [0.075, 0.925]. */
  private static final Rational QUANTILE_CENTRE = new Rational(
      2.75,
      new double[] {
        0.6371328727963669,
        20.856883324048454,
        180.89399333124294,
        -737.4541365243529,
        -19498.081868112673,
        -106995.08023392456,
        -233459.87072104623,
        -188876.79083079123,
        -37336.3703382849
      },
      new double[] {
        1.0,
        48.71211349203278,
        944.9069361226736,
        9334.03490032243,
        49907.43848331647,
        142067.47381005998,
        198030.0366107638,
        111983.81475006649,
        16137.819006600512
      });

  /** {@code z} by {@code r - 1.6}, for {@code r = sqrt(-ln q)} below 4 and q an upper tail. */
  private static final Rational QUANTILE_TAIL = new Rational(
      1.5,
      new double[] {
        -0.07656288925031644,
        1.556067932757642,
        3.141682316959503,
        2.4090790094180337,
        0.9210417543173858,
        0.1852454542975975,
        0.018365599518350303,
        0.0006745429467839266
      },
      new double[] {
        1.0,
        1.9811263400249548,
        1.547970925881672,
        0.6073312653364588,
        0.12537169959679378,
        0.012735598344824435,
        0.00047687353808116827,
        1.3706534404057133e-09
      });

  /** The same by {@code r - 4}, for r from 4 on. */
  private static final Rational QUANTILE_DEEP_TAIL = new Rational(
      6.0,
      new double[] {
        -0.8226587794622963,
        0.2973494317347432,
        1.5687058354512067,
        0.9123508778528859,
        0.21948317671620102,
        0.02560951437128958,
        0.0014514531941567303,
        3.60086955803849e-05,
        2.875283482487038e-07
      },
      new double[] {
        1.0,
        1.4534407863129424,
        0.7127706561119045,
        0.16179099016220644,
        0.018426487718468967,
        0.0010332229232235428,
        2.5511824661421365e-05,
        2.0331191996693288e-07,
        2.868589095864453e-15
      });

  private StandardNormal() {}

  static double density(double z) {
    double size = Math.min(Math.abs(z), 2 * UNDERFLOW);
    double square = size * size;
    double missing = ErrorFunction.squareError(size, square) / 2;
    return ErrorFunction.timesExp(DENSITY_AT_ZERO - DENSITY_AT_ZERO * missing, square / 2);
  }

  /** Returns {@code S(z) = P(Z > z)}. */
  static double survival(double z) {
    return z < 0 ? 1 - upper(-z) : upper(z);
  }

  private static double upper(double z) {
    double x = z * SQRT_HALF;
    if (x < 0.5) {
      return 0.5 - 0.5 * ErrorFunction.erf(x);
    }
    return tail(z, 0.5 * ErrorFunction.scaledComplement(x));
  }

  /** Returns {@code factor * exp(-z^2 / 2)}, and never zero. */
  private static double tail(double z, double factor) {
    if (z > UNDERFLOW) {
      return Double.MIN_VALUE;
    }
    double square = z * z;
    double missing = ErrorFunction.squareError(z, square) / 2;
    double value = ErrorFunction.timesExp(factor - factor * missing, square / 2);
    return Math.max(value, Double.MIN_VALUE);
  }

  /** Returns {@code G(z) = E[max(0, Z - z)]}. */
  static double loss(double z) {
    return z < 0 ? upperLoss(-z) - z : upperLoss(z);
  }

  private static double upperLoss(double z) {
    return z < 0.5 ? density(z) - z * upper(z) : tail(z, scaledLoss(z) / (z * z + 3));
  }

  private static double scaledLoss(double z) {
    if (z < 2.25) {
      return LOSS_FROM_0_5.at(z - 0.5);
    }
    return z < 5 ? LOSS_FROM_2_25.at(z - 2.25) : LOSS_FROM_5.at(1 / (z * z));
  }

  /** Returns {@code H(z) = E[max(0, Z - z)^2] / 2}. */
  static double secondLoss(double z) {
    return z < 0 ? (z * z + 1) / 2 - upperSecondLoss(-z) : upperSecondLoss(z);
  }

  private static double upperSecondLoss(double z) {
    if (z < 2) {
      return ((z * z + 1) * upper(z) - z * density(z)) / 2;
    }
    return z > UNDERFLOW ? Double.MIN_VALUE : upperLoss(z) * secondLossRatio(z);
  }

  /**
   * Returns {@code H(z) / G(z)}. With {@code I(n)} the n-th repeated integral of the tail, {@code I(n-1) =
   * z * I(n) + (n+1) * I(n+1)}; the ratios {@code I(n) / I(n-1)} follow downwards, and all are positive.
   */
  private static double secondLossRatio(double z) {
    int terms = 20 + (int) (240 / (z * z));
    double ratio = ratioFrom(z, terms);
    for (int n = terms - 1; n >= 2; n--) {
      ratio = 1 / (z + (n + 1) * ratio);
    }
    return ratio;
  }

  /**
   * Returns the repeated integrals {@code I(n) = E[max(0, Z - z)^n] / n!} of the tail over the first of them,
   * {@code G}, for z of at least zero: at n the n-th, the first being 1. Each follows from the two before it
   * where these do not differ by much, and from the ratios of {@link #secondLossRatio} elsewhere.
   */
  static double[] repeatedIntegrals(double z, int most) {
    double[] integrals = new double[most + 1];
    integrals[1] = 1;
    if (z < 2) {
      double beforeThat = upper(z) / upperLoss(z);
      for (int n = 2; n <= most; beforeThat = integrals[n - 1], n++) {
        integrals[n] = Math.max(0, (beforeThat - z * integrals[n - 1]) / n);
      }
      return integrals;
    }
    int terms = most + 20 + (int) (240 / (z * z));
    double ratio = ratioFrom(z, terms);
    for (int n = terms - 1; n >= 2; n--) {
      ratio = 1 / (z + (n + 1) * ratio);
      if (n <= most) {
        integrals[n] = ratio;
      }
    }
    for (int n = 2; n <= most; n++) {
      integrals[n] *= integrals[n - 1];
    }
    return integrals;
  }

  /** Returns about {@code I(n) / I(n-1)} for a large n. */
  private static double ratioFrom(double z, int n) {
    return (Math.sqrt(z * z + 4.0 * (n + 1)) - z) / (2.0 * (n + 1));
  }

  /** Returns {@code z} with {@code P(Z <= z) = p}. */
  static double quantile(double p) {
    double q = p - 0.5;
    if (Math.abs(q) <= CENTRE) {
      return q * QUANTILE_CENTRE.at(CENTRE_SQUARE - q * q);
    }
    return q < 0 ? -tailQuantile(p) : tailQuantile(1 - p);
  }

  /** Returns {@code z} with {@code P(Z > z) = q}, for q below 0.08. */
  private static double tailQuantile(double q) {
    if (q == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double r = Math.sqrt(-Math.log(q));
    return r < 4 ? QUANTILE_TAIL.at(r - 1.6) : QUANTILE_DEEP_TAIL.at(r - 4);
  }

  /**
   * Returns {@code z} with {@code G(z) = loss}. The logarithm of G is concave, so that Newton's steps from
   * the right of the solution come down to it.
   */
  static double inverseLoss(double loss) {
    if (loss > UNDERFLOW) {
      return -loss;
    }
    double z = loss < DENSITY_AT_ZERO ? Math.sqrt(2 * (LOG_DENSITY_AT_ZERO - Math.log(loss))) : 0;
    double step = Double.MAX_VALUE;
    for (int i = 0; i < 60 && Math.abs(step) > 1e-15 * Math.max(1, Math.abs(z)); i++) {
      double value = loss(z);
      step = value / survival(z) * Math.log(value / loss);
      z += step;
    }
    return z;
  }
}
