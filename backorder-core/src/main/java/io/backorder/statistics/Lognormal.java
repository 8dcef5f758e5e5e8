package io.backorder.statistics;

/**
 * The lognormal distribution: the logarithm is normal.
 *
 * <p>With {@code m} and {@code s} the mean and standard deviation of the logarithm and {@code z = (ln x - m)
 * / s}, the mean is {@code M = exp(m + s^2 / 2)} and the loss {@code M S(z - s) - x S(z)}, {@code S} being
 * the upper tail of the standard normal distribution.
 *
 * @param logMean the mean of the logarithm, finite
 * @param logDeviation the standard deviation of the logarithm, positive
 */
public record Lognormal(double logMean, double logDeviation) implements ContinuousDistribution {

  /** Rejects parameters of which the variance is not a finite number. */
  public Lognormal {
    Numbers.finite("mean of the logarithm", logMean);
    Numbers.positive("standard deviation of the logarithm", logDeviation);
    Numbers.positive("mean", Math.exp(logMean + logDeviation * logDeviation / 2));
    Numbers.finite("variance", Math.exp(2 * (logMean + logDeviation * logDeviation)));
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
    return isPositive(x) ? StandardNormal.density(z(x)) / (x * logDeviation) : 0;
  }

  @Override
  public double cdf(double x) {
    return isPositive(x) ? StandardNormal.survival(-z(x)) : 0;
  }

  @Override
  public double survival(double x) {
    return isPositive(x) ? StandardNormal.survival(z(x)) : 1;
  }

  @Override
  public double loss(double x) {
    if (!isPositive(x)) {
      return mean() - x;
    }
    double z = z(x);
    return z < 0
        ? mean() - x + complementaryLoss(x)
        : difference(
            mean() * StandardNormal.survival(z - logDeviation), x * StandardNormal.survival(z));
  }

  @Override
  public double complementaryLoss(double x) {
    if (!isPositive(x)) {
      return 0;
    }
    double z = z(x);
    return z < 0
        ? difference(
            x * StandardNormal.survival(-z), mean() * StandardNormal.survival(logDeviation - z))
        : x - mean() + loss(x);
  }

  /** Returns a difference that is never negative, whatever the rounding. */
  private static double difference(double larger, double smaller) {
    return Math.max(0, larger - smaller);
  }

  @Override
  public double secondLoss(double x) {
    double second = (variance() + mean() * mean()) / 2;
    if (!isPositive(x)) {
      return second - x * mean() + x * x / 2;
    }
    double z = z(x);
    double squares = second * StandardNormal.survival(z - 2 * logDeviation);
    double products = x * mean() * StandardNormal.survival(z - logDeviation);
    return difference(squares + x * x / 2 * StandardNormal.survival(z), products);
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
    if (Numbers.positive("loss", loss) >= mean()) {
      return mean() - loss;
    }
    return Search.root(
        x -> Math.log(loss / Math.max(loss(x), Double.MIN_VALUE)),
        x -> survival(x) / Math.max(loss(x), Double.MIN_VALUE),
        mean());
  }
}
