package io.backorder.statistics;

/**
 * The Poisson distribution: how many independent customers of one unit come in a time in which
 * {@code mean} come on average. Variance and mean are equal.
 *
 * <p>The tails are incomplete gamma functions, {@code P(X > k) = P(k + 1, mean)}, and the losses the
 * integrals of these (Hadley and Whitin 1963, appendix 3). Below the mean the second-order loss is that of
 * certainty, {@code (mean + d^2 - d) / 2} for {@code d = mean - k}, less what lies below {@code k}. The time
 * taken grows with the square root of the mean.
 *
 * @param mean the mean, positive and at most 1e12
 */
public record Poisson(double mean) implements DiscreteDistribution {

  static final double MOST_MEAN = 1e12;

  /** Rejects a mean that is not positive or too large. */
  public Poisson {
    if (!(mean > 0 && mean <= MOST_MEAN)) {
      throw Numbers.refused("mean", "be positive and at most " + MOST_MEAN, mean);
    }
  }

  /**
   * Returns the Poisson distribution of a mean.
   *
   * @param mean the mean, positive and at most 1e12
   * @return the distribution
   */
  public static Poisson of(double mean) {
    return new Poisson(mean);
  }

  @Override
  public double variance() {
    return mean;
  }

  @Override
  public double mass(long k) {
    return k < 0 ? 0 : GammaFunction.poissonMass(DiscreteTails.whole(k), mean);
  }

  @Override
  public double cdf(double x) {
    double k = DiscreteTails.floor(x);
    return k < 0 ? 0 : IncompleteGamma.upper(k + 1, mean);
  }

  @Override
  public double survival(double x) {
    double k = DiscreteTails.floor(x);
    return k < 0 ? 1 : IncompleteGamma.lower(k + 1, mean);
  }

  @Override
  public double loss(double x) {
    double k = DiscreteTails.floor(x);
    if (k < 0) {
      return mean - x;
    }
    double atWhole = IncompleteGamma.lowerLoss(k, mean);
    return x == k ? atWhole : atWhole - (x - k) * survival(x);
  }

  @Override
  public double complementaryLoss(double x) {
    double k = DiscreteTails.floor(x);
    if (k < 0) {
      return 0;
    }
    double atWhole = IncompleteGamma.upperLoss(k, mean);
    return x == k ? atWhole : atWhole + (x - k) * cdf(x);
  }

  @Override
  public double secondLoss(long k) {
    double at = DiscreteTails.whole(k);
    if (at >= mean) {
      return IncompleteGamma.binomialSum(at, mean);
    }
    double below = mean - at;
    double whole = (mean + below * below - below) / 2;
    return at <= 0 ? whole : whole - IncompleteGamma.upperSecondLoss(at, mean);
  }

  @Override
  public double quantile(double p) {
    return DiscreteTails.quantile(this, p, this::guess);
  }

  @Override
  public double upperQuantile(double q) {
    return DiscreteTails.upperQuantile(this, q, this::guess);
  }

  private double guess(double z) {
    return mean + Math.sqrt(mean) * z + (z * z - 1) / 6;
  }

  @Override
  public double inverseLoss(double loss) {
    return DiscreteTails.inverseLoss(this, loss);
  }
}
