package io.backorder.statistics;

/**
 * The negative binomial distribution: a demand in whole units whose variance is above its mean. It is what
 * a Poisson demand becomes over a gamma distributed time, or with a gamma distributed rate.
 *
 * <p>With {@code r} successes, any positive number, and the probability {@code p} of a success, it counts
 * the failures before the r-th success: the mean is {@code r (1-p) / p} and the variance {@code mean / p}.
 * The tails are incomplete beta functions; the loss is {@code (mean - k) P(X > k) + (1-p) / p (r + k) P(X =
 * k)}, in a form in which nothing cancels (Abramowitz and Stegun 1964, 26.5.8, for the fraction that is in it).
 *
 * @param successes the number of successes r, in [1e-300, 1e12]
 * @param probability the probability p of a success, in [1e-100, 1)
 */
public record NegativeBinomial(double successes, double probability)
    implements DiscreteDistribution {

  private static final double MOST_SUCCESSES = 1e12;

  /** From so many successes on it is Poisson's distribution but for rounding. */
  static final double POISSON_FROM = 1e10;

  /** Below this probability the numbers in the tail are beyond doubles. */
  static final double LEAST_PROBABILITY = 1e-100;

  static final double LEAST_SUCCESSES = 1e-300;

  /** Below this probability tails are too long to be summed. */
  private static final double SUMMED_FROM = 1e-4;

  private static final double PRECISION = 1e-17;

  /** Below this probability, and one success, the upper tail takes a series of its own. */
  private static final double SKEWED = 1e-6;

  /** By how much the second-order loss by parts may magnify rounding. */
  private static final double MOST_AMPLIFIED = 100;

  /** The standard deviation beyond which a tail is too long to be summed instead. */
  private static final double LONGEST_SUM = 2e6;

  /** Rejects a number of successes or a probability out of range, or a mean above 1e12. */
  public NegativeBinomial {
    if (!(successes >= LEAST_SUCCESSES && successes <= MOST_SUCCESSES)) {
      throw Numbers.refused(
          "successes", "be in [%s, %s]".formatted(LEAST_SUCCESSES, MOST_SUCCESSES), successes);
    }
    if (!(probability >= LEAST_PROBABILITY && probability < 1)) {
      throw Numbers.refused("probability", "be in [" + LEAST_PROBABILITY + ", 1)", probability);
    }
    double mean = successes * (1 - probability) / probability;
    if (!(mean > 0 && mean <= Poisson.MOST_MEAN)) {
      throw Numbers.refused("mean", "be positive and at most " + Poisson.MOST_MEAN, mean);
    }
  }

  /**
   * Returns the negative binomial distribution of its two parameters.
   *
   * @param successes the number of successes r, in [1e-300, 1e12]
   * @param probability the probability p of a success, in [1e-100, 1)
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
    return new NegativeBinomial(mean * (mean / (variance - mean)), mean / variance);
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
        : 1 - survival(k);
  }

  @Override
  public double survival(double x) {
    double k = DiscreteTails.floor(x);
    if (k < 0) {
      return 1;
    }
    if (isBeyond(k)) {
      return 0;
    } else if (isSkewed()) {
      return skewedTail(k);
    }
    if (IncompleteBeta.isLowerTail(k + 1, successes, failure())) {
      return upperTail(k);
    }
    double rest = 1 - lowerTail(k);
    return rest < 0.05 ? upperTail(k) : rest;
  }

  /** Tells whether what is above a number is below the least positive double for certain. */
  private boolean isBeyond(double k) {
    return k > 2 * (mean() + 1000 / probability);
  }

  private boolean isSkewed() {
    return successes < 1 && probability < SKEWED;
  }

  /** Returns the upper tail where most of the probability is at zero and the rest far out. */
  private double skewedTail(double k) {
    if (k + 1 >= SkewedBeta.LEAST_A) {
      return SkewedBeta.upper(k + 1, successes, probability);
    }
    double tail = -Math.expm1(successes * Math.log(probability));
    for (double j = 1; j <= k; j++) {
      tail -= massAt(j);
    }
    return tail;
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
    } else if (isBeyond(k)) {
      return 0;
    }
    double atWhole = k > mean() && !isSkewed() ? upperLoss(k) : lossByParts(k, survival(k));
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
    return k > mean() && probability > SUMMED_FROM && standardDeviation() < LONGEST_SUM;
  }

  private double lossByParts(double k, double survival) {
    double step = failure() / probability * (successes + k) * massAt(k);
    return Math.max(0, (mean() - k) * survival + step);
  }

  /**
   * Returns the loss above the mean. With {@code a = k + 1}, {@code m} the mass at a and the tail {@code m /
   * (1 + d1 / G)}, {@code G = 1 + d2 / H}, the parts of the loss add up to {@code m / (1 + d1 / G) (r q + p + a
   * + a (a + r) q E) / (p (a + 1))} for {@code E = 1 - 1 / G}, in which nothing cancels.
   */
  private double upperLoss(double k) {
    double a = k + 1;
    double leading = massAt(a);
    if (leading == 0) {
      return 0;
    }
    double q = failure();
    double step = (successes - 1) * q / (a + 1) / (a + 2);
    double below = IncompleteBeta.below(a, successes, q);
    double rest = step / (below + step);
    double tail = leading / (1 - (a + successes) * q / (a + 1) * (1 - rest));
    double parts = successes * q + probability + a + a * (a + successes) * q * rest;
    return tail * parts / (probability * (a + 1));
  }

  private double complementByParts(double k) {
    double step = failure() / probability * (successes + k) * massAt(k);
    double byParts = (k - mean()) * cdf(k) + step;
    return byParts > 0.1 * step ? byParts : lowerSum(k, 1);
  }

  /** Returns the sum of {@code P(X = k + j)} times j (j-1) / 2. */
  private double tailSum(double k) {
    double term = massAt(k);
    double sum = 0;
    double added = term;
    for (double j = 1; added > sum * PRECISION || j < 3; j++) {
      term *= failure() * (successes + k + j - 1) / (k + j);
      added = j * (j - 1) / 2 * term;
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
    if (isBeyond(at)) {
      return 0;
    } else if (isSummed(at)) {
      return tailSum(at);
    }
    boolean isAmplified = standardDeviation() * probability > MOST_AMPLIFIED;
    if (at < mean() && isAmplified && standardDeviation() < LONGEST_SUM) {
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
