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
   * Returns a distribution of a mean and a variance on 0, 1, 2, ...: negative binomial where the variance is
   * above the mean, and Poisson's where it is not, or where it would take 1e10 successes or more: the variance
   * is then that of Poisson's law, too small by up to {@code mean / 1e10} of itself.
   *
   * @param mean the mean, positive and at most 1e12
   * @param variance the variance, zero or positive
   * @return the distribution; its variance is above the one asked for where that is below the mean
   * @throws InvalidValueException if a number is out of range, or the variance so large against the mean that
   *     there is no such distribution in doubles
   */
  static DiscreteDistribution ofMoments(double mean, double variance) {
    Numbers.positive("mean", mean);
    double excess = Numbers.notNegative("variance", variance) - mean;
    boolean isSpread =
        excess > mean * 1e-9 && excess > mean * (mean / NegativeBinomial.POISSON_FROM);
    return isSpread ? NegativeBinomial.ofMoments(mean, variance) : Poisson.of(mean);
  }

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
