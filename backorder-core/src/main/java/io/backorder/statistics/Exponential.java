package io.backorder.statistics;

/**
 * The exponential distribution: the time until the next of independent events, or a very spread demand.
 *
 * <p>With rate {@code r} the mean is {@code 1 / r}, the tail {@code exp(-r x)} and the loss {@code exp(-r x)
 * / r} for {@code x} of at least zero. (Johnson, Kotz and Balakrishnan 1994.)
 *
 * @param rate the rate, positive
 */
public record Exponential(double rate) implements ContinuousDistribution {

  /** Rejects a rate that is not positive. */
  public Exponential {
    Numbers.positive("rate", rate);
    Numbers.positive("mean", 1 / rate);
  }

  /**
   * Returns the exponential distribution of a rate.
   *
   * @param rate the rate, positive
   * @return the distribution
   */
  public static Exponential of(double rate) {
    return new Exponential(rate);
  }

  @Override
  public double mean() {
    return 1 / rate;
  }

  @Override
  public double variance() {
    return mean() * mean();
  }

  @Override
  public double density(double x) {
    return x < 0 ? 0 : rate * survival(x);
  }

  @Override
  public double cdf(double x) {
    return -Math.expm1(exponent(x));
  }

  @Override
  public double survival(double x) {
    return Math.exp(exponent(x));
  }

  private double exponent(double x) {
    return -rate * Math.max(0, Numbers.finite("x", x));
  }

  @Override
  public double loss(double x) {
    return survival(x) / rate - Math.min(0, x);
  }

  @Override
  public double complementaryLoss(double x) {
    double y = -exponent(x);
    if (y < 0.1) {
      return smallComplement(y) / rate;
    }
    return x <= 0 ? 0 : (y + Math.expm1(-y)) / rate;
  }

  /** Returns {@code y - 1 + exp(-y)} by its power series. */
  private static double smallComplement(double y) {
    double term = -1;
    double sum = 0;
    for (int n = 1; n < 14; n++) {
      term *= -y / n;
      sum += n == 1 ? 0 : -term;
    }
    return sum;
  }

  @Override
  public double secondLoss(double x) {
    double below = Math.min(0, x);
    return mean() * (mean() * survival(x)) - below * mean() + below * below / 2;
  }

  @Override
  public double quantile(double p) {
    return -Math.log1p(-Numbers.probability("p", p)) / rate;
  }

  @Override
  public double upperQuantile(double q) {
    return -Math.log(Numbers.probability("q", q)) / rate;
  }

  @Override
  public double inverseLoss(double loss) {
    double units = Math.max(Numbers.above("loss", loss, 0) * rate, Double.MIN_VALUE);
    return units >= 1 ? (1 - units) / rate : -Math.log(units) / rate;
  }
}
