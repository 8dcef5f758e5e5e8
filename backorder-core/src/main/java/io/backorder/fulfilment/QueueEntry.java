package io.backorder.fulfilment;

import static java.util.Objects.requireNonNull;

import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;

/**
 * A line in the fulfilment queue.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param line the line
 * @param readiness whether it may leave the house
 * @param lateDays the full days since the day for which it was promised, zero if it is not over or none was
 *     promised
 */
public record QueueEntry(FulfilmentLine line, Readiness readiness, long lateDays) {

  /**
   * Rejects a negative number of days.
   *
   * @throws InvalidValueException with {@code INVALID_NUMBER} if it is
   */
  public QueueEntry {
    requireNonNull(line, "line");
    requireNonNull(readiness, "readiness");
    if (lateDays < 0) {
      throw Numbers.refused("lateDays", "be zero or more", lateDays);
    }
  }

  /**
   * Tells whether the day for which the line was promised is over.
   *
   * @return true if it is
   */
  public boolean isLate() {
    return lateDays > 0;
  }
}
