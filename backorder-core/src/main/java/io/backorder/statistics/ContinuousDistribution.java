package io.backorder.statistics;

import io.backorder.refusal.InvalidValueException;

/** A distribution that has a density. See {@link Distribution} for the contract. */
public interface ContinuousDistribution extends Distribution {

  /**
   * Returns the density.
   *
   * @param x a finite number
   * @return the density at {@code x}, zero outside the range of {@code X}; infinite at a pole
   * @throws InvalidValueException if {@code x} is not finite
   */
  double density(double x);

  /**
   * Returns the second-order loss, which is the integral of the loss from {@code x} on.
   *
   * @param x a finite number
   * @return {@code E[max(0, X - x)^2] / 2}
   * @throws InvalidValueException if {@code x} is not finite
   */
  double secondLoss(double x);
}
