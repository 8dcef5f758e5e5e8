package io.backorder.statistics;

import io.backorder.refusal.InvalidValueException;

/** A distribution that has a density. See {@link Distribution} for the contract. */
public interface ContinuousDistribution extends RealDistribution {

  /**
   * Returns the density.
   *
   * @param x a finite number
   * @return the density at {@code x}, zero outside the range of {@code X}; infinite at a pole
   * @throws InvalidValueException if {@code x} is not finite
   */
  double density(double x);
}
