package io.backorder.promise;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderLineId;
import io.backorder.statistics.Numbers;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;

/**
 * The promise of a line before and after something happened.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param line the line
 * @param before the promise before
 * @param after the promise after
 */
public record PromiseChange(OrderLineId line, Promise before, Promise after) {

  /** What became of the day by which the line is promised. */
  public enum Kind {

    /** The day is the same, or there was none and is none. */
    SAME,

    /** The line had no day and has one. */
    MADE,

    /** The day is earlier. */
    IMPROVED,

    /** The day is later. */
    SLIPPED,

    /** The line had a day and has none. */
    LOST
  }

  /** Rejects missing parts. */
  public PromiseChange {
    requireNonNull(line, "line");
    requireNonNull(before, "before");
    requireNonNull(after, "after");
  }

  /**
   * Returns what became of the day.
   *
   * @return the kind of change
   */
  public Kind kind() {
    if (days().isPresent()) {
      long days = days().getAsLong();
      return days == 0 ? Kind.SAME : days < 0 ? Kind.IMPROVED : Kind.SLIPPED;
    }
    if (before.by().isPresent()) {
      return Kind.LOST;
    }
    return after.by().isPresent() ? Kind.MADE : Kind.SAME;
  }

  /**
   * Returns by how much the day moved.
   *
   * @return the days, negative for an earlier day; empty where there is no day before or after
   */
  public OptionalLong days() {
    if (before.by().isEmpty() || after.by().isEmpty()) {
      return OptionalLong.empty();
    }
    LocalDate from = before.by().orElseThrow();
    return OptionalLong.of(ChronoUnit.DAYS.between(from, after.by().orElseThrow()));
  }

  /**
   * Tells whether the customer should hear of it. A day that is made or lost always counts.
   *
   * @param threshold by how many days an existing day has to move, at least 1
   * @return true if it moved by at least as much
   * @throws io.backorder.refusal.InvalidValueException if the threshold is less than 1
   */
  public boolean isWorthTelling(int threshold) {
    Numbers.atLeast("threshold in days", threshold, 1);
    return days().isPresent() ? Math.abs(days().getAsLong()) >= threshold : kind() != Kind.SAME;
  }
}
