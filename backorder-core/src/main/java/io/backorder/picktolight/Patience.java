package io.backorder.picktolight;

import static java.util.Objects.requireNonNull;

import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import java.time.Duration;

/**
 * How long a light waits for an answer.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param delay the time after which a task without an answer is shown again, above zero
 * @param shows how often a task is shown before it is left to a person, at least 1
 */
public record Patience(Duration delay, int shows) {

  /**
   * Rejects no time and no show.
   *
   * @throws InvalidValueException with {@code INVALID_NUMBER} if a number is out of range
   */
  public Patience {
    if (requireNonNull(delay, "delay").isNegative() || delay.isZero()) {
      throw Numbers.refused("delay", "be above zero", delay);
    }
    Numbers.atLeast("shows", shows, 1);
  }
}
