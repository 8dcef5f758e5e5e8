package io.backorder.forecast;

import io.backorder.statistics.Numbers;

/**
 * A range that is to hold the demand of a period with a stated probability.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param lower the lower end
 * @param upper the upper end, not below the lower
 */
public record ForecastInterval(double lower, double upper) {

  /** Rejects ends that are not finite or the wrong way round. */
  public ForecastInterval {
    if (!(lower <= upper && Double.isFinite(lower) && Double.isFinite(upper))) {
      throw Numbers.refused("upper", "be finite and at least " + lower, upper);
    }
  }

  /**
   * Tells whether a demand lies in the range.
   *
   * @param demand the demand
   * @return true if it is at least the lower end and at most the upper
   */
  public boolean contains(double demand) {
    return lower <= demand && demand <= upper;
  }
}
