package io.backorder.allocation;

import io.backorder.stock.Quantity;

/**
 * How much of what a line could use it may take.
 *
 * <p>A guard only lowers: an answer above what is usable counts as all that is usable. An
 * implementation is a pure function and may be called from several threads.
 */
@FunctionalInterface
public interface Guard {

  /**
   * Returns the units that a line may take.
   *
   * @param line the line
   * @param usable the units that it could use now
   * @return the units that it may take, zero or more
   */
  Quantity allowed(WaitingLine line, Quantity usable);

  /**
   * Returns the guard that lets a line take all that it can use.
   *
   * @return the guard
   */
  static Guard none() {
    return StandardGuard.NONE;
  }

  /**
   * Returns the guard that fills a line whole or not at all. A line that cannot be filled whole is
   * passed over and does not block those behind it.
   *
   * @return the guard
   */
  static Guard wholeLines() {
    return StandardGuard.WHOLE_LINES;
  }

  /**
   * Returns the guard that lets a line take what both this one and another allow.
   *
   * @param other the other guard
   * @return the stricter guard
   */
  default Guard and(Guard other) {
    return (line, usable) -> other.allowed(line, allowed(line, usable).min(usable));
  }
}
