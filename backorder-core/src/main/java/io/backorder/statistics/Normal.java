package io.backorder.statistics;

/**
 * The normal distribution.
 *
 * <p>{@code survival} and {@code loss} of the standard normal distribution are within {@code (2 + z^2) *
 * 2^-52} of the exact value, relatively, from -37 to 37; beyond, they fall to the least positive double and
 * never to zero. {@code cdf(-z)} and {@code survival(z)} are the same double. A demand that cannot be
 * negative is badly described where the mean is below some three standard deviations.
 *
 * <p>Source of the formulas: with {@code z = (x - m) / s}, the loss is {@code s * (phi(z) - z * S(z))} and
 * the second-order loss {@code s^2 * ((z^2 + 1) * S(z) - z * phi(z)) / 2} (Hadley and Whitin 1963).
 *
 * @param mean the mean, finite
 * @param standardDeviation the standard deviation, positive
 */
public record Normal(double mean, double standardDeviation) implements ContinuousDistribution {

  /** Mean 0, standard deviation 1. */
  public static final Normal STANDARD = new Normal(0, 1);

  /** Rejects a mean that is not finite, or a standard deviation that is not positive. */
  public Normal {
    Numbers.finite("mean", mean);
    Numbers.positive("standard deviation", standardDeviation);
  }

  /**
   * Returns the normal distribution of a mean and a standard deviation.
   *
   * @param mean the mean, finite
   * @param standardDeviation the standard deviation, positive
   * @return the distribution
   */
  public static Normal of(double mean, double standardDeviation) {
    return new Normal(mean, standardDeviation);
  }

  @Override
  public double variance() {
    return standardDeviation * standardDeviation;
  }

  private double z(double x) {
    return (Numbers.finite("x", x) - mean) / standardDeviation;
  }

  private double x(double z) {
    return mean + standardDeviation * z;
  }

  @Override
  public double density(double x) {
    return StandardNormal.density(z(x)) / standardDeviation;
  }

  @Override
  public double cdf(double x) {
    return StandardNormal.survival(-z(x));
  }

  @Override
  public double survival(double x) {
    return StandardNormal.survival(z(x));
  }

  @Override
  public double loss(double x) {
    double z = z(x);
    double beyond = standardDeviation * StandardNormal.loss(Math.abs(z));
    return z < 0 ? mean - x + beyond : beyond;
  }

  @Override
  public double complementaryLoss(double x) {
    double z = z(x);
    double beyond = standardDeviation * StandardNormal.loss(Math.abs(z));
    return z > 0 ? x - mean + beyond : beyond;
  }

  @Override
  public double secondLoss(double x) {
    double z = z(x);
    double beyond =
        standardDeviation * (standardDeviation * StandardNormal.secondLoss(Math.abs(z)));
    double below = mean - x;
    return z < 0 ? (below * below + variance()) / 2 - beyond : beyond;
  }

  @Override
  public double quantile(double p) {
    return x(StandardNormal.quantile(Numbers.probability("p", p)));
  }

  @Override
  public double upperQuantile(double q) {
    return x(-StandardNormal.quantile(Numbers.probability("q", q)));
  }

  @Override
  public double inverseLoss(double loss) {
    double units = Numbers.above("loss", loss, 0) / standardDeviation;
    return x(StandardNormal.inverseLoss(Math.max(units, Double.MIN_VALUE)));
  }
}
