package io.backorder.statistics;

/**
 * The uniform distribution: every number between two bounds is as likely as any other.
 *
 * <p>For {@code x} between the bounds {@code a} and {@code b} the loss is {@code (b - x)^2 / (2 (b - a))}.
 * (Johnson, Kotz and Balakrishnan 1995.)
 *
 * @param low the lower bound, finite
 * @param high the upper bound, finite and above the lower
 */
public record Uniform(double low, double high) implements ContinuousDistribution {

  /** Rejects bounds that are not finite or not in order. */
  public Uniform {
    Numbers.finite("low", low);
    Numbers.above("high", high, low);
    Numbers.positive("width", high - low);
  }

  /**
   * Returns the uniform distribution between two bounds.
   *
   * @param low the lower bound, finite
   * @param high the upper bound, finite and above the lower
   * @return the distribution
   */
  public static Uniform of(double low, double high) {
    return new Uniform(low, high);
  }

  private double width() {
    return high - low;
  }

  @Override
  public double mean() {
    return low + width() / 2;
  }

  @Override
  public double variance() {
    return width() * width() / 12;
  }

  @Override
  public double density(double x) {
    Numbers.finite("x", x);
    return x < low || x > high ? 0 : 1 / width();
  }

  /** Returns how far x reaches into the range from below, in parts of its width. */
  private double below(double x) {
    return (clamped(x) - low) / width();
  }

  private double above(double x) {
    return (high - clamped(x)) / width();
  }

  private double clamped(double x) {
    return Math.min(Math.max(Numbers.finite("x", x), low), high);
  }

  @Override
  public double cdf(double x) {
    return below(x);
  }

  @Override
  public double survival(double x) {
    return above(x);
  }

  @Override
  public double loss(double x) {
    double part = above(x);
    return part * part * width() / 2 + Math.max(0, low - x);
  }

  @Override
  public double complementaryLoss(double x) {
    double part = below(x);
    return part * part * width() / 2 + Math.max(0, x - high);
  }

  @Override
  public double secondLoss(double x) {
    double part = above(x);
    double outside = Math.max(0, low - x);
    return part * part * part * width() * width() / 6 + outside * (width() + outside) / 2;
  }

  @Override
  public double quantile(double p) {
    return low + width() * Numbers.probability("p", p);
  }

  @Override
  public double upperQuantile(double q) {
    return high - width() * Numbers.probability("q", q);
  }

  @Override
  public double inverseLoss(double loss) {
    double units = Numbers.above("loss", loss, 0);
    double half = width() / 2;
    return units >= half ? low + half - units : high - Math.sqrt(2 * width() * units);
  }
}
