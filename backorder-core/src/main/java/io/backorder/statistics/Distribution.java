package io.backorder.statistics;

import io.backorder.refusal.InvalidValueException;

/**
 * The distribution of a random number {@code X} with finite mean and variance.
 *
 * <p>An implementation is immutable and thread-safe, answers finite arguments with a number that is not
 * NaN, and refuses every other argument with {@code INVALID_NUMBER}. Where {@code X} has no bound, the
 * quantile of certainty is infinite.
 */
public interface Distribution {

  /**
   * Returns the mean.
   *
   * @return the mean
   */
  double mean();

  /**
   * Returns the variance.
   *
   * @return the variance, zero or positive
   */
  double variance();

  /**
   * Returns the standard deviation.
   *
   * @return the square root of the variance
   */
  default double standardDeviation() {
    return Math.sqrt(variance());
  }

  /**
   * Returns the probability of at most {@code x}, accurate also where it is tiny.
   *
   * @param x a finite number
   * @return {@code P(X <= x)}
   * @throws InvalidValueException if {@code x} is not finite
   */
  double cdf(double x);

  /**
   * Returns the probability of more than {@code x}, accurate also where it is tiny.
   *
   * @param x a finite number
   * @return {@code P(X > x)}
   * @throws InvalidValueException if {@code x} is not finite
   */
  double survival(double x);

  /**
   * Returns the loss: by how much {@code X} exceeds {@code x} on average, counting nothing where it does
   * not. It is accurate also where it is tiny.
   *
   * @param x a finite number
   * @return {@code E[max(0, X - x)]}
   * @throws InvalidValueException if {@code x} is not finite
   */
  double loss(double x);

  /**
   * Returns the complementary loss: by how much {@code X} stays below {@code x} on average. It equals
   * {@code x - mean + loss(x)}, and is accurate also where it is tiny.
   *
   * @param x a finite number
   * @return {@code E[max(0, x - X)]}
   * @throws InvalidValueException if {@code x} is not finite
   */
  double complementaryLoss(double x);

  /**
   * Returns the least number that is not exceeded with at least the given probability.
   *
   * @param p a probability in [0, 1]
   * @return the least {@code x} with {@code P(X <= x) >= p}; the bounds of {@code X}, perhaps infinite,
   *     for 0 and 1
   * @throws InvalidValueException if {@code p} is not in [0, 1]
   */
  double quantile(double p);

  /**
   * Returns the least number that is exceeded with at most the given probability. Unlike {@code
   * quantile(1 - q)} it knows probabilities far below 1e-16.
   *
   * @param q a probability in [0, 1]
   * @return the least {@code x} with {@code P(X > x) <= q}
   * @throws InvalidValueException if {@code q} is not in [0, 1]
   */
  double upperQuantile(double q);

  /**
   * Returns the least number at which the loss is at most the given one.
   *
   * @param loss the loss to reach, positive
   * @return the least {@code x} with {@code E[max(0, X - x)] <= loss}
   * @throws InvalidValueException if {@code loss} is not positive and finite
   */
  double inverseLoss(double loss);
}
