package io.backorder.statistics;

/**
 * The gamma distribution: a common law of demand over a lead time, never negative and skewed.
 *
 * <p>With shape {@code a} and scale {@code b} the mean is {@code a b} and the variance {@code a b^2}. The
 * loss is {@code a b P(X' > x) - x P(X > x)}, {@code X'} having the shape {@code a + 1}; it is evaluated in
 * a form in which nothing cancels (see Burgin 1975 for the formula). The time taken grows with the square
 * root of the shape.
 *
 * @param shape the shape, positive and at most 1e12
 * @param scale the scale, positive
 */
public record Gamma(double shape, double scale) implements ContinuousDistribution {

  private static final double MOST_SHAPE = 1e12;

  /** Rejects a shape or a scale that is not positive, or a shape that is too large. */
  public Gamma {
    if (!(shape > 0 && shape <= MOST_SHAPE)) {
      throw Numbers.refused("shape", "be positive and at most " + MOST_SHAPE, shape);
    }
    Numbers.positive("scale", scale);
  }

  /**
   * Returns the gamma distribution of a shape and a scale.
   *
   * @param shape the shape, positive and at most 1e12
   * @param scale the scale, positive
   * @return the distribution
   */
  public static Gamma of(double shape, double scale) {
    return new Gamma(shape, scale);
  }

  /**
   * Returns the gamma distribution of a mean and a standard deviation: shape {@code (m / s)^2}, scale
   * {@code s^2 / m}.
   *
   * @param mean the mean, positive
   * @param standardDeviation the standard deviation, positive
   * @return the distribution
   */
  public static Gamma ofMoments(double mean, double standardDeviation) {
    double ratio =
        Numbers.positive("mean", mean) / Numbers.positive("standard deviation", standardDeviation);
    return new Gamma(ratio * ratio, standardDeviation / ratio);
  }

  @Override
  public double mean() {
    return shape * scale;
  }

  @Override
  public double variance() {
    return shape * scale * scale;
  }

  private double scaled(double x) {
    return Math.min(Math.max(0, Numbers.finite("x", x) / scale), Double.MAX_VALUE);
  }

  @Override
  public double density(double x) {
    double y = scaled(x);
    if (y == 0) {
      return x < 0 || shape > 1 ? 0 : shape == 1 ? 1 / scale : Double.POSITIVE_INFINITY;
    }
    return standardDensity(y) / scale;
  }

  private double standardDensity(double y) {
    double mass = GammaFunction.poissonMass(shape, y);
    return mass == 0 ? 0 : shape / y * mass;
  }

  @Override
  public double cdf(double x) {
    return IncompleteGamma.lower(shape, scaled(x));
  }

  @Override
  public double survival(double x) {
    return IncompleteGamma.upper(shape, scaled(x));
  }

  @Override
  public double loss(double x) {
    return x < 0
        ? mean() - Numbers.finite("x", x)
        : scale * IncompleteGamma.upperLoss(shape, scaled(x));
  }

  @Override
  public double complementaryLoss(double x) {
    double y = scaled(x);
    return y == Double.MAX_VALUE ? x - mean() : scale * IncompleteGamma.lowerLoss(shape, y);
  }

  @Override
  public double secondLoss(double x) {
    double y = scaled(x);
    if (x >= 0) {
      return scale * (scale * IncompleteGamma.upperSecondLoss(shape, y));
    }
    double below = mean() - x;
    return (variance() + below * below) / 2;
  }

  @Override
  public double quantile(double p) {
    Numbers.probability("p", p);
    return p <= 0.5 ? fromLower(p) : fromUpper(1 - p);
  }

  @Override
  public double upperQuantile(double q) {
    Numbers.probability("q", q);
    return q <= 0.5 ? fromUpper(q) : fromLower(1 - q);
  }

  private double fromLower(double p) {
    if (p == 0) {
      return 0;
    }
    double logarithm = Search.root(
        u -> Math.log(positive(IncompleteGamma.lower(shape, Math.exp(u))) / p),
        u -> {
          double y = Math.exp(u);
          return y * standardDensity(y) / positive(IncompleteGamma.lower(shape, y));
        },
        guess(p, StandardNormal.quantile(p)));
    return scale * Math.exp(logarithm);
  }

  private double fromUpper(double q) {
    if (q == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double logarithm = Search.root(
        u -> Math.log(q / positive(IncompleteGamma.upper(shape, Math.exp(u)))),
        u -> {
          double y = Math.exp(u);
          return y * standardDensity(y) / positive(IncompleteGamma.upper(shape, y));
        },
        guess(1 - q, -StandardNormal.quantile(q)));
    return scale * Math.exp(logarithm);
  }

  private static double positive(double tail) {
    return Math.max(tail, Double.MIN_VALUE);
  }

  /** Returns the logarithm of a first guess: Wilson and Hilferty's, or the lower tail's leading term. */
  private double guess(double p, double z) {
    double root = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
    return shape > 0.5 && root > 0.2
        ? Math.log(shape) + 3 * Math.log(root)
        : Math.max(-700, (Math.log(positive(p)) + GammaFunction.logOfOnePlus(shape)) / shape);
  }

  @Override
  public double inverseLoss(double loss) {
    if (Numbers.above("loss", loss, 0) >= mean()) {
      return mean() - loss;
    }
    return Search.root(
        x -> Math.log(loss / positive(loss(Math.max(0, x)))),
        x -> survival(x) / positive(loss(Math.max(0, x))),
        mean());
  }
}
