package io.backorder.empirical;

import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import io.backorder.statistics.RealDistribution;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;

/**
 * The distribution of a sample: every observation has its weight, and nothing lies between them.
 *
 * <p>{@code quantile} is the inverse of the cdf; {@link #quantile(double, QuantileRule)} knows the other
 * rules. A cumulative weight within 1e-12 of a probability counts as having reached it. The tails are
 * summed from their own ends. An answer takes time in the logarithm of the sample's size. This type is
 * immutable and thread-safe.
 */
public final class Empirical implements RealDistribution {

  private static final double SLACK = 1e-12;

  private final double[] values;
  private final double[] below;
  private final double[] above;
  private final double[] belowMoments;
  private final double[] aboveMoments;
  private final double variance;

  /** Takes sorted values and their weights, which sum to one. */
  private Empirical(double[] values, double[] weights) {
    this.values = values;
    int size = values.length;
    below = new double[size + 1];
    belowMoments = new double[size + 1];
    for (int i = 0; i < size; i++) {
      below[i + 1] = below[i] + weights[i];
      belowMoments[i + 1] = belowMoments[i] + weights[i] * values[i];
    }
    above = new double[size + 1];
    aboveMoments = new double[size + 1];
    for (int i = size - 1; i >= 0; i--) {
      above[i] = above[i + 1] + weights[i];
      aboveMoments[i] = aboveMoments[i + 1] + weights[i] * values[i];
    }
    double squares = 0;
    for (int i = 0; i < size; i++) {
      double deviation = values[i] - mean();
      squares += weights[i] * deviation * deviation;
    }
    variance = squares;
  }

  /**
   * Returns the distribution of a sample, every observation with the same weight.
   *
   * @param sample the observations, in any order, at least one, each finite
   * @return the distribution
   * @throws InvalidValueException if the sample is empty or an observation is not finite
   */
  public static Empirical of(double... sample) {
    Numbers.atLeast("size of the sample", sample.length, 1);
    double[] sorted = sample.clone();
    for (double each : sorted) {
      Numbers.finite("observation", each);
    }
    Arrays.sort(sorted);
    double[] weights = new double[sorted.length];
    Arrays.fill(weights, 1.0 / sorted.length);
    return new Empirical(sorted, weights);
  }

  /**
   * Returns the distribution on some values with their probabilities.
   *
   * @param values the values, in any order, at least one, each finite
   * @param probabilities the probability of each, none negative; their sum is 1 to within 1e-6, and they
   *     are divided by it
   * @return the distribution
   * @throws InvalidValueException if the rules above are broken
   */
  public static Empirical ofWeights(double[] values, double[] probabilities) {
    double total = Weights.total(values.length, probabilities);
    Integer[] order = new Integer[values.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (one, other) -> Double.compare(values[one], values[other]));
    double[] sorted = new double[values.length];
    double[] weights = new double[values.length];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = Numbers.finite("value", values[order[i]]);
      weights[i] = probabilities[order[i]] / total;
    }
    return new Empirical(sorted, weights);
  }

  /** Returns how many values are at most x. */
  private int rank(double x) {
    Numbers.finite("x", x);
    int low = 0;
    int high = values.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (values[middle] <= x) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Override
  public double mean() {
    return belowMoments[values.length];
  }

  @Override
  public double variance() {
    return variance;
  }

  @Override
  public double cdf(double x) {
    int rank = rank(x);
    return rank == values.length ? 1 : below[rank];
  }

  @Override
  public double survival(double x) {
    int rank = rank(x);
    return rank == 0 ? 1 : above[rank];
  }

  @Override
  public double loss(double x) {
    int rank = rank(x);
    return Math.max(0, aboveMoments[rank] - x * above[rank]);
  }

  @Override
  public double complementaryLoss(double x) {
    int rank = rank(x);
    return Math.max(0, x * below[rank] - belowMoments[rank]);
  }

  @Override
  public double quantile(double p) {
    Numbers.probability("p", p);
    double least = p <= 0.5 ? p * (1 - SLACK) : p - SLACK * (1 - p);
    return values[first(index -> below[index + 1] >= least)];
  }

  @Override
  public double upperQuantile(double q) {
    double most = Numbers.probability("q", q) * (1 + SLACK);
    return values[first(index -> above[index + 1] <= most)];
  }

  /** Returns the first index that has reached, or the last if none has. */
  private int first(IntPredicate reached) {
    int low = 0;
    int high = values.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (reached.test(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /**
   * Returns a quantile by one of the nine rules; with weights that differ, use {@link #quantile(double)}.
   *
   * @param p a probability in [0, 1]
   * @param rule the rule
   * @return the quantile
   */
  public double quantile(double p, QuantileRule rule) {
    return rule.of(values, Numbers.probability("p", p));
  }

  /**
   * Returns what the next observation will not exceed with at least a given probability, as long as it is of
   * the same kind as the sample, whatever the law: the observation of rank {@code ceil((n + 1) p)} (split
   * conformal prediction). For a sample whose observations weigh the same.
   *
   * @param p a probability in (0, 1)
   * @return the observation; empty where the rank exceeds the sample, which is then too small for this p
   * @throws InvalidValueException if {@code p} is out of range
   */
  public OptionalDouble nextBelow(double p) {
    double rank = (values.length + 1) * Numbers.openProbability("p", p);
    int index = (int) Math.ceil(rank * (1 - SLACK)) - 1;
    return index < values.length ? OptionalDouble.of(values[index]) : OptionalDouble.empty();
  }

  /**
   * Returns the probability of exactly a value.
   *
   * @param x a finite number
   * @return {@code P(X = x)}
   * @throws InvalidValueException if {@code x} is not finite
   */
  public double mass(double x) {
    int rank = rank(x);
    int first = rank;
    while (first > 0 && values[first - 1] == x) {
      first--;
    }
    return first == rank ? 0 : below[rank] - below[first];
  }

  /** It takes time in proportion to the values above {@code x}. */
  @Override
  public double secondLoss(double x) {
    double sum = 0;
    for (int i = values.length - 1; i >= rank(x); i--) {
      double excess = values[i] - x;
      sum += (above[i] - above[i + 1]) * excess * excess;
    }
    return sum / 2;
  }

  @Override
  public double inverseLoss(double loss) {
    if (Numbers.above("loss", loss, 0) >= loss(values[0])) {
      return mean() - loss;
    }
    int rank = first(index -> loss(values[index]) <= loss);
    return (aboveMoments[rank] - loss) / above[rank];
  }

  @Override
  public String toString() {
    return "Empirical[" + values.length + " values, mean " + mean() + "]";
  }
}
