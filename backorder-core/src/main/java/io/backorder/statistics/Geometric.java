package io.backorder.statistics;

/**
 * The geometric distribution on 1, 2, 3, ...: the number of trials up to and with the first success, such
 * as the size of an order in units, or the periods from one demand to the next.
 *
 * <p>With the probability {@code p} of a success, the mean is {@code 1 / p}, {@code P(X > k) = (1-p)^k} and
 * the loss at a whole number {@code k} of at least zero {@code (1-p)^k / p}. (Johnson, Kemp and Kotz 2005.)
 *
 * @param probability the probability of a success, in [1e-12, 1)
 */
public record Geometric(double probability) implements DiscreteDistribution {

  private static final double LEAST = 1e-12;

  /** Rejects a probability that is not in [1e-12, 1). */
  public Geometric {
    if (!(probability >= LEAST && probability < 1)) {
      throw Numbers.refused("probability", "be in [" + LEAST + ", 1)", probability);
    }
  }

  /**
   * Returns the geometric distribution of a probability.
   *
   * @param probability the probability of a success, in [1e-12, 1)
   * @return the distribution
   */
  public static Geometric of(double probability) {
    return new Geometric(probability);
  }

  /** Returns the logarithm of the probability of a failure. */
  private double decay() {
    return Math.log1p(-probability);
  }

  @Override
  public double mean() {
    return 1 / probability;
  }

  @Override
  public double variance() {
    return (1 - probability) / (probability * probability);
  }

  @Override
  public double mass(long k) {
    return k < 1 ? 0 : probability * Math.exp((DiscreteTails.whole(k) - 1) * decay());
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
    return Math.max(0, DiscreteTails.floor(x)) * decay();
  }

  @Override
  public double loss(double x) {
    double k = Math.max(0, DiscreteTails.floor(x));
    return survival(x) * (mean() - (Math.max(0, x) - k)) - Math.min(0, x);
  }

  @Override
  public double complementaryLoss(double x) {
    double k = DiscreteTails.floor(x);
    if (k < 1) {
      return 0;
    }
    double trials = k * probability;
    double atWhole =
        trials < 0.01 ? lowerSum(k) : Math.max(0, k + Math.expm1(exponent(k)) / probability);
    return atWhole + (x - k) * cdf(k);
  }

  /** Returns the complementary loss by the binomial series, for a product of k and p that is small. */
  private double lowerSum(double k) {
    double term = k;
    double sum = 0;
    for (int n = 2; n < 12; n++) {
      term *= -probability * (k - n + 1) / n;
      sum -= term;
    }
    return sum;
  }

  @Override
  public double secondLoss(long k) {
    double at = DiscreteTails.whole(k);
    double beyond = Math.exp((Math.max(0, at) + 1) * decay()) / (probability * probability);
    double below = Math.max(0, -at);
    return beyond + below * (mean() - 1) + below * (below + 1) / 2;
  }

  @Override
  public double quantile(double p) {
    if (Numbers.probability("p", p) == 1) {
      return Double.POSITIVE_INFINITY;
    }
    return Search.least(
        k -> DiscreteTails.reaches(p, cdf(k), survival(k)), 1, Math.log1p(-p) / decay());
  }

  @Override
  public double upperQuantile(double q) {
    if (Numbers.probability("q", q) == 0) {
      return Double.POSITIVE_INFINITY;
    }
    return Search.least(k -> DiscreteTails.reachesUpper(q, survival(k)), 1, Math.log(q) / decay());
  }

  @Override
  public double inverseLoss(double loss) {
    Numbers.above("loss", loss, 0);
    if (loss >= mean()) {
      return Math.ceil(mean() - loss);
    }
    double guess = Math.log(loss * probability) / decay();
    return Search.least(k -> DiscreteTails.reachesLoss(loss, loss(k)), 0, guess);
  }
}
