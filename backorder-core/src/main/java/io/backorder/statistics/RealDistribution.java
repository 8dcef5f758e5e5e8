package io.backorder.statistics;

import io.backorder.refusal.InvalidValueException;

/**
 * A distribution of a number that need not be whole, with a density ({@link ContinuousDistribution}) or without
 * one, such as that of a sample. See {@link Distribution} for the contract.
 */
public interface RealDistribution extends Distribution {

  /**
   * Returns the second-order loss, which is the integral of the loss from {@code x} on.
   *
   * @param x a finite number
   * @return {@code E[max(0, X - x)^2] / 2}
   * @throws InvalidValueException if {@code x} is not finite
   */
  double secondLoss(double x);
}
