package io.backorder.statistics;

/**
 * The negative binomial distribution: a demand in whole units whose variance is above its mean. It is what
 * a Poisson demand becomes over a gamma distributed time, or with a gamma distributed rate.
 *
 * <p>With {@code r} successes, any positive number, and the probability {@code p} of a success, it counts
 * the failures before the r-th success: the mean is {@code r (1-p) / p} and the variance {@code mean / p}.
 * The tails are incomplete beta functions; the loss is {@code (mean - k) P(X > k) + (1-p) / p (r + k) P(X =
 * k)}, or, where that would cancel, the sum over the tail.
 *
 * @param successes the number of successes r, positive and at most 1e12
 * @param probability the probability p of a success, in (0, 1)
 */
public record NegativeBinomial(double successes, double probability)
    implements DiscreteDistribution {

  private static final double MOST_SUCCESSES = 1e12;

  /** From so many successes on it is Poisson's distribution but for rounding. */
  static final double POISSON_FROM = 1e10;

  /** Below this probability tails are too long to be summed. */
  private static final double SUMMED_FROM = 1e-4;

  private static final double PRECISION = 1e-17;

  /** By how much the second-order loss by parts may magnify rounding. */
  private static final double MOST_AMPLIFIED = 100;

  /** The standard deviation beyond which a tail is too long to be summed instead. */
  private static final double LONGEST_SUM = 1e7;

  /** Rejects a number of successes or a probability out of range, or a mean above 1e12. */
  public NegativeBinomial {
    if (!(successes > 0 && successes <= MOST_SUCCESSES)) {
      throw Numbers.refused("successes", "be positive and at most " + MOST_SUCCESSES, successes);
    }
    Numbers.openProbability("probability", probability);
    double mean = successes * (1 - probability) / probability;
    if (!(mean > 0 && mean <= Poisson.MOST_MEAN)) {
      throw Numbers.refused("mean", "be positive and at most " + Poisson.MOST_MEAN, mean);
    }
  }

  /**
   * Returns the negative binomial distribution of its two parameters.
   *
   * @param successes the number of successes r, positive and at most 1e12
   * @param probability the probability p of a success, in (0, 1)
   * @return the distribution
   */
  public static NegativeBinomial of(double successes, double probability) {
    return new NegativeBinomial(successes, probability);
  }

  /**
   * Returns the negative binomial distribution of a mean and a variance: {@code r = m^2 / (v - m)} and
   * {@code p = m / v}. There is none where the variance does not exceed the mean; such a demand may be
   * described by {@link Poisson}, which the caller must decide.
   *
   * @param mean the mean, positive
   * @param variance the variance, above the mean
   * @return the distribution
   */
  public static NegativeBinomial ofMoments(double mean, double variance) {
    Numbers.positive("mean", mean);
    Numbers.above("variance", variance, mean);
    return new NegativeBinomial(mean * mean / (variance - mean), mean / variance);
  }

  private double failure() {
    return 1 - probability;
  }

  @Override
  public double mean() {
    return successes * failure() / probability;
  }

  @Override
  public double variance() {
    return mean() / probability;
  }

  @Override
  public double mass(long k) {
    return massAt(DiscreteTails.whole(k));
  }

  private double massAt(double k) {
    if (k <= 0) {
      return k < 0 ? 0 : Math.exp(successes * Math.log(probability));
    }
    return successes
        / (successes + k)
        * GammaFunction.binomialMass(successes, k, probability, failure());
  }

  @Override
  public double cdf(double x) {
    double k = DiscreteTails.floor(x);
    if (k < 0) {
      return 0;
    }
    return IncompleteBeta.isLowerTail(successes, k + 1, probability)
        ? lowerTail(k)
        : 1 - upperTail(k);
  }

  @Override
  public double survival(double x) {
    double k = DiscreteTails.floor(x);
    if (k < 0) {
      return 1;
    }
    if (IncompleteBeta.isLowerTail(k + 1, successes, failure())) {
      return upperTail(k);
    }
    double rest = 1 - lowerTail(k);
    return rest < 0.05 ? upperTail(k) : rest;
  }

  private double lowerTail(double k) {
    double leading = massAt(k + 1) * (k + 1) / successes;
    return leading == 0 ? 0 : leading * IncompleteBeta.fraction(successes, k + 1, probability);
  }

  private double upperTail(double k) {
    double leading = massAt(k + 1);
    return leading == 0 ? 0 : leading * IncompleteBeta.fraction(k + 1, successes, failure());
  }

  @Override
  public double loss(double x) {
    double k = DiscreteTails.floor(x);
    if (k < 0) {
      return mean() - x;
    }
    double atWhole = isSummed(k) ? tailSum(k, 1) : lossByParts(k, survival(k));
    return x == k ? atWhole : atWhole - (x - k) * survival(x);
  }

  @Override
  public double complementaryLoss(double x) {
    double k = DiscreteTails.floor(x);
    if (k <= 0) {
      return k < 0 ? 0 : x * cdf(0);
    }
    double atWhole = k > mean() ? k - mean() + loss(k) : complementByParts(k);
    return x == k ? atWhole : atWhole + (x - k) * cdf(x);
  }

  private boolean isSummed(double k) {
    return k > mean() && probability > SUMMED_FROM;
  }

  private double lossByParts(double k, double survival) {
    double step = failure() / probability * (successes + k) * massAt(k);
    return Math.max(0, (mean() - k) * survival + step);
  }

  private double complementByParts(double k) {
    double step = failure() / probability * (successes + k) * massAt(k);
    double byParts = (k - mean()) * cdf(k) + step;
    return byParts > 0.1 * step ? byParts : lowerSum(k, 1);
  }

  /** Returns the sum of {@code P(X = k + j)} times j, or j (j-1) / 2. */
  private double tailSum(double k, int order) {
    double term = massAt(k);
    double sum = 0;
    double added = term;
    for (double j = 1; added > sum * PRECISION || j < 3; j++) {
      term *= failure() * (successes + k + j - 1) / (k + j);
      added = order == 1 ? j * term : j * (j - 1) / 2 * term;
      sum += added;
    }
    return sum;
  }

  /** Returns the sum of {@code P(X = k - j)} times j, or j (j+1) / 2. */
  private double lowerSum(double k, int order) {
    double term = massAt(k);
    double sum = 0;
    double added = term;
    for (double j = 1; j <= k && (added > sum * PRECISION || j == 1); j++) {
      term *= (k - j + 1) / (failure() * (successes + k - j));
      added = order == 1 ? j * term : j * (j + 1) / 2 * term;
      sum += added;
    }
    return sum;
  }

  @Override
  public double secondLoss(long k) {
    double at = DiscreteTails.whole(k);
    if (isSummed(at)) {
      return tailSum(at, 2);
    }
    double deviation = standardDeviation();
    if (at < mean() && deviation * probability > MOST_AMPLIFIED && deviation < LONGEST_SUM) {
      double below = mean() - at;
      return (variance() + below * below - below) / 2 - lowerSum(at, 2);
    }
    double above = failure() / probability * ((successes + 1) * loss(at) + at * survival(at));
    return Math.max(0, above - at * loss(at + 1)) / 2;
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
    double deviation = standardDeviation();
    double skewness = (2 - probability) / Math.sqrt(successes * failure());
    return mean() + deviation * (z + (z * z - 1) * skewness / 6);
  }

  @Override
  public double inverseLoss(double loss) {
    return DiscreteTails.inverseLoss(this, loss);
  }
}
