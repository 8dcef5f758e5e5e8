package io.backorder.counting;

import static java.util.Objects.requireNonNull;

import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import io.backorder.stock.Quantity;
import java.time.Duration;

/**
 * When a sensor's word is worth somebody's walk to the shelf.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param trust how several readings are read together
 * @param tolerance the units by which an observation may be off and still agrees
 * @param debounce the time for which observations must have been off, zero or more
 * @param readings the number of observations that must have been off in a row, at least 1
 */
public record SensorRule(Trust trust, Quantity tolerance, Duration debounce, int readings) {

  /**
   * Rejects a negative time and less than one reading.
   *
   * @throws InvalidValueException with {@code INVALID_NUMBER} if a number is out of range
   */
  public SensorRule {
    requireNonNull(trust, "trust");
    requireNonNull(tolerance, "tolerance");
    if (requireNonNull(debounce, "debounce").isNegative()) {
      throw Numbers.refused("debounce", "be zero or more", debounce);
    }
    Numbers.atLeast("readings", readings, 1);
  }

  /** How several readings of one sensor are read together. */
  public enum Trust {

    /**
     * All must say the same, within the tolerance, and the latest is taken: a scale, which swings while
     * somebody leans on the shelf.
     */
    STEADY,

    /** The highest is taken: a reader of radio tags, which may miss a tag and never invents one. */
    HIGHEST
  }
}
