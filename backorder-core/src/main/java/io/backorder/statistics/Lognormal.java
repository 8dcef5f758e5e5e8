package io.backorder.statistics;

/**
 * The lognormal distribution: the logarithm is normal.
 *
 * <p>With {@code m} and {@code s} the mean and standard deviation of the logarithm and {@code z = (ln x - m)
 * / s}, the mean is {@code M = exp(m + s^2 / 2)} and the loss {@code M S(z - s) - x S(z)}, {@code S} being
 * the upper tail of the standard normal distribution (Johnson, Kotz and Balakrishnan 1994, chapter 14). For a
 * small {@code s} that is a difference of nearly equal numbers; there it is summed as {@code x} times the sum
 * of {@code s^n I(n)}, {@code I(n)} being the n-th repeated integral of the tail.
 *
 * @param logMean the mean of the logarithm, finite
 * @param logDeviation the standard deviation of the logarithm, positive
 */
public record Lognormal(double logMean, double logDeviation) implements ContinuousDistribution {

  /** Below this deviation the differences of the closed forms are summed instead. */
  private static final double NARROW = 1;

  /** Enough of the sums: the terms fall at least as {@code 2^n / sqrt(n!)}. */
  private static final int TERMS = 60;

  /** Farther out every tail is below the least positive number. */
  private static final double FARTHEST = 39;

  /** Rejects parameters of which the variance is not a finite number. */
  public Lognormal {
    Numbers.finite("mean of the logarithm", logMean);
    Numbers.positive("standard deviation of the logarithm", logDeviation);
    Numbers.positive("mean", Math.exp(logMean + logDeviation * logDeviation / 2));
    Numbers.finite("standard deviation", Math.exp(logMean + logDeviation * logDeviation));
  }

  /**
   * Returns the lognormal distribution of the two parameters of the logarithm.
   *
   * @param logMean the mean of the logarithm, finite
   * @param logDeviation the standard deviation of the logarithm, positive
   * @return the distribution
   */
  public static Lognormal of(double logMean, double logDeviation) {
    return new Lognormal(logMean, logDeviation);
  }

  /**
   * Returns the lognormal distribution of a mean and a standard deviation.
   *
   * @param mean the mean, positive
   * @param standardDeviation the standard deviation, positive
   * @return the distribution
   */
  public static Lognormal ofMoments(double mean, double standardDeviation) {
    double ratio =
        Numbers.positive("standard deviation", standardDeviation) / Numbers.positive("mean", mean);
    double logVariance = Math.log1p(ratio * ratio);
    return new Lognormal(Math.log(mean) - logVariance / 2, Math.sqrt(logVariance));
  }

  @Override
  public double mean() {
    return Math.exp(logMean + logDeviation * logDeviation / 2);
  }

  @Override
  public double variance() {
    double mean = mean();
    return mean * mean * Math.expm1(logDeviation * logDeviation);
  }

  private double z(double x) {
    return (Math.log(x) - logMean) / logDeviation;
  }

  private static boolean isPositive(double x) {
    return Numbers.finite("x", x) > 0;
  }

  @Override
  public double density(double x) {
    return isPositive(x) ? StandardNormal.density(z(x)) / x / logDeviation : 0;
  }

  @Override
  public double cdf(double x) {
    return isPositive(x) ? StandardNormal.survival(-z(x)) : 0;
  }

  @Override
  public double survival(double x) {
    return isPositive(x) ? StandardNormal.survival(z(x)) : 1;
  }

  /** Returns the mean less x, exact also where the two are close. */
  private double meanLess(double x) {
    double exponent = logDeviation * (logDeviation / 2 - z(x));
    return Math.abs(exponent) < 1 ? x * Math.expm1(exponent) : mean() - x;
  }

  @Override
  public double loss(double x) {
    if (!isPositive(x)) {
      return mean() - x;
    }
    double z = z(x);
    return z < 0 ? meanLess(x) + lowerLoss(x, -z) : upperLoss(x, z);
  }

  @Override
  public double complementaryLoss(double x) {
    if (!isPositive(x)) {
      return 0;
    }
    double z = z(x);
    return z < 0 ? lowerLoss(x, -z) : upperLoss(x, z) - meanLess(x);
  }

  /** Returns the loss for a z of at least zero. */
  private double upperLoss(double x, double z) {
    if (z > FARTHEST) {
      return 0;
    }
    return logDeviation < NARROW
        ? x * StandardNormal.loss(z) * series(z, logDeviation, 1)
        : difference(
            mean() * StandardNormal.survival(z - logDeviation), x * StandardNormal.survival(z));
  }

  /** Returns the complementary loss at {@code z} standard deviations below the middle. */
  private double lowerLoss(double x, double z) {
    if (z > FARTHEST) {
      return 0;
    }
    return logDeviation < NARROW
        ? x * StandardNormal.loss(z) * -series(z, -logDeviation, 1)
        : difference(
            x * StandardNormal.survival(z), mean() * StandardNormal.survival(logDeviation + z));
  }

  /**
   * Returns the sum of {@code s^n I(n)}, or of {@code s^n (2^(n-1) - 1) I(n)}, over the loss of the standard
   * normal distribution: with {@code X = x exp(s (Z - z))} these are what {@code x} and {@code x^2} times it
   * give the loss, and the second-order loss.
   */
  private static double series(double z, double s, int order) {
    double[] integrals = StandardNormal.repeatedIntegrals(z, TERMS);
    double power = order == 1 ? s : s * s;
    double sum = 0;
    for (int n = order; n <= TERMS; n++) {
      double weight = order == 1 ? 1 : Math.scalb(1.0, n - 1) - 1;
      sum += power * weight * integrals[n];
      power *= s;
    }
    return sum;
  }

  /** Returns a difference that is never negative, whatever the rounding. */
  private static double difference(double larger, double smaller) {
    return Math.max(0, larger - smaller);
  }

  @Override
  public double secondLoss(double x) {
    double z = isPositive(x) ? z(x) : Double.NEGATIVE_INFINITY;
    if (z >= 0) {
      return upperSecondLoss(x, z);
    }
    double below = x > 0 ? meanLess(x) : mean() - x;
    double whole = (variance() + below * below) / 2;
    return x > 0 ? difference(whole, lowerSecondLoss(x, -z)) : whole;
  }

  private double upperSecondLoss(double x, double z) {
    if (z > FARTHEST) {
      return 0;
    }
    if (logDeviation < NARROW) {
      return x * (x * StandardNormal.loss(z) * series(z, logDeviation, 2));
    }
    double squares = mean()
        * mean()
        / 2
        * Math.exp(logDeviation * logDeviation)
        * StandardNormal.survival(z - 2 * logDeviation);
    double products = x * StandardNormal.survival(z - logDeviation) * mean();
    return difference(squares + x * (x * StandardNormal.survival(z)) / 2, products);
  }

  /** Returns {@code E[max(0, x - X)^2] / 2}. */
  private double lowerSecondLoss(double x, double z) {
    if (z > FARTHEST) {
      return 0;
    }
    if (logDeviation < NARROW) {
      return x * (x * StandardNormal.loss(z) * series(z, -logDeviation, 2));
    }
    double squares = mean()
        * mean()
        / 2
        * Math.exp(logDeviation * logDeviation)
        * StandardNormal.survival(z + 2 * logDeviation);
    double products = x * StandardNormal.survival(z + logDeviation) * mean();
    return difference(squares + x * (x * StandardNormal.survival(z)) / 2, products);
  }

  @Override
  public double quantile(double p) {
    return x(StandardNormal.quantile(Numbers.probability("p", p)));
  }

  @Override
  public double upperQuantile(double q) {
    return x(-StandardNormal.quantile(Numbers.probability("q", q)));
  }

  private double x(double z) {
    return Math.exp(logMean + logDeviation * z);
  }

  @Override
  public double inverseLoss(double loss) {
    if (Numbers.above("loss", loss, 0) >= mean()) {
      return mean() - loss;
    }
    return Search.root(
        x -> Math.log(loss / Math.max(loss(x), Double.MIN_VALUE)),
        x -> survival(x) / Math.max(loss(x), Double.MIN_VALUE),
        mean());
  }
}
