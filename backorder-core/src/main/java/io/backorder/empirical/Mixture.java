package io.backorder.empirical;

import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.DiscreteDistribution;
import io.backorder.statistics.Numbers;
import io.backorder.statistics.Search;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.ToDoubleFunction;

/**
 * One of several distributions, each with its probability: {@code P(X <= x) = sum w(i) P(X(i) <= x)}, and
 * likewise for the masses, tails and losses.
 *
 * <p>This type is immutable and thread-safe.
 */
public final class Mixture implements DiscreteDistribution {

  private static final double SLACK = 1e-12;

  private final List<DiscreteDistribution> parts;
  private final double[] weights;

  private Mixture(List<DiscreteDistribution> parts, double[] weights) {
    this.parts = parts;
    this.weights = weights;
  }

  /**
   * Returns the mixture of some distributions.
   *
   * @param parts the distributions, at least one
   * @param probabilities the probability of each, none negative; their sum is 1 to within 1e-6, and they
   *     are divided by it
   * @return the mixture
   * @throws InvalidValueException if the rules above are broken
   */
  public static Mixture of(List<? extends DiscreteDistribution> parts, double... probabilities) {
    double total = Weights.total(parts.size(), probabilities);
    double[] weights = new double[probabilities.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = probabilities[i] / total;
    }
    return new Mixture(List.copyOf(parts), weights);
  }

  private double sum(ToDoubleFunction<DiscreteDistribution> answer) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * answer.applyAsDouble(parts.get(i));
    }
    return sum;
  }

  @Override
  public double mean() {
    return sum(DiscreteDistribution::mean);
  }

  @Override
  public double variance() {
    double mean = mean();
    return sum(part -> part.variance() + (part.mean() - mean) * (part.mean() - mean));
  }

  @Override
  public double mass(long k) {
    return sum(part -> part.mass(k));
  }

  @Override
  public double cdf(double x) {
    return Math.min(1, sum(part -> part.cdf(x)));
  }

  @Override
  public double survival(double x) {
    return Math.min(1, sum(part -> part.survival(x)));
  }

  @Override
  public double loss(double x) {
    return sum(part -> part.loss(x));
  }

  @Override
  public double complementaryLoss(double x) {
    return sum(part -> part.complementaryLoss(x));
  }

  @Override
  public double secondLoss(long k) {
    return sum(part -> part.secondLoss(k));
  }

  @Override
  public double quantile(double p) {
    double slack = SLACK * Math.min(Numbers.probability("p", p), 1 - p);
    return least(
        part -> part.quantile(p),
        x -> p <= 0.5 ? cdf(x) >= p - slack : survival(x) <= 1 - p + slack);
  }

  @Override
  public double upperQuantile(double q) {
    Numbers.probability("q", q);
    return least(part -> part.upperQuantile(q), x -> survival(x) <= q * (1 + SLACK));
  }

  @Override
  public double inverseLoss(double loss) {
    Numbers.above("loss", loss, 0);
    return least(part -> part.inverseLoss(loss), x -> loss(x) <= loss * (1 + SLACK));
  }

  /** Returns the least whole number that has reached; it lies between the answers of the parts. */
  private double least(ToDoubleFunction<DiscreteDistribution> answer, DoublePredicate reached) {
    double high = parts.stream().mapToDouble(answer).max().orElseThrow();
    if (Double.isInfinite(high)) {
      return high;
    }
    double low = parts.stream().mapToDouble(answer).min().orElseThrow() - 1;
    return Search.least(reached, low + 1, high);
  }

  @Override
  public String toString() {
    return "Mixture" + parts;
  }
}
