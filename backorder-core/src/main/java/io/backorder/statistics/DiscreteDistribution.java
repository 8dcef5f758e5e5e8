package io.backorder.statistics;

import io.backorder.refusal.InvalidValueException;

/**
 * A distribution on whole numbers. See {@link Distribution} for the contract.
 *
 * <p>{@code cdf}, {@code survival} and the losses take any number: the first two are steps, the losses
 * are straight between whole numbers. The quantiles and {@code inverseLoss} answer whole numbers. A
 * quantile compares probabilities within a relative slack of 1e-12, so that the rounding of a
 * probability such as {@code p / (p + h)} does not decide.
 */
public interface DiscreteDistribution extends Distribution {

  /**
   * Returns the probability of exactly {@code k}.
   *
   * @param k a whole number
   * @return {@code P(X = k)}
   */
  double mass(long k);

  /**
   * Returns the second-order loss, which is the sum of the loss over the whole numbers beyond {@code k}.
   *
   * @param k a whole number, of a size at which doubles are still exact (below 2^53)
   * @return {@code E[max(0, X - k) * max(0, X - k - 1)] / 2}
   * @throws InvalidValueException if {@code k} is too large
   */
  double secondLoss(long k);
}
