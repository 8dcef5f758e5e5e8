package io.backorder.smoothing;

import io.backorder.statistics.Numbers;

/**
 * The weights of exponential smoothing, in the form of Holt and Winters.
 *
 * <p>State-space texts write the weight of the trend as the product {@code alpha * beta}. This type is
 * immutable and thread-safe.
 *
 * @param alpha the weight of the latest demand in the level, 0 to 1
 * @param beta the weight of the latest change of level in the trend, 0 to 1; 0 without a trend
 * @param phi the part of the trend that is left after each period, above 0 to 1; 1 without damping
 * @param gamma the weight of the latest demand in its season's index, 0 to 1; 0 without seasons
 */
public record SmoothingParameters(double alpha, double beta, double phi, double gamma) {

  /** Rejects weights out of range. */
  public SmoothingParameters {
    requireWeight("alpha", alpha);
    requireWeight("beta", beta);
    requireWeight("gamma", gamma);
    if (!(phi > 0 && phi <= 1)) { // also rejects NaN
      throw Numbers.refused("phi", "be in (0, 1]", phi);
    }
  }

  static double requireWeight(String name, double weight) {
    return Numbers.probability(name, weight);
  }
}
