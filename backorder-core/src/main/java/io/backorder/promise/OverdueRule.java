package io.backorder.promise;

import static java.util.Objects.requireNonNull;

import io.backorder.statistics.Numbers;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is expected of a supply, or of a demand, whose day has passed: nothing, until it gets a new day; or that
 * it comes a few days from now, as long as it is not overdue for too long (the backward fence and the delay
 * offset of planning systems).
 *
 * <p>This type is immutable and thread-safe.
 */
public final class OverdueRule {

  private static final OverdueRule NOTHING = new OverdueRule(0, 0);

  private final int fenceDays;
  private final int offsetDays;

  private OverdueRule(int fenceDays, int offsetDays) {
    this.fenceDays = fenceDays;
    this.offsetDays = offsetDays;
  }

  /**
   * Returns the rule by which an overdue supply promises nothing until it gets a new day.
   *
   * @return the rule
   */
  public static OverdueRule promisesNothing() {
    return NOTHING;
  }

  /**
   * Returns the rule by which what is overdue is expected a few days from now.
   *
   * @param fenceDays for how many days it may be overdue, 0 or more; beyond, nothing is expected of it
   * @param offsetDays how many days from now it is expected, 0 or more
   * @return the rule
   * @throws io.backorder.refusal.InvalidValueException if a number is negative
   */
  public static OverdueRule expectedWithin(int fenceDays, int offsetDays) {
    return new OverdueRule(
        Numbers.atLeast("fence in days", fenceDays, 0),
        Numbers.atLeast("offset in days", offsetDays, 0));
  }

  /** Tells whether anything is expected of what is overdue. */
  boolean expectsSomething() {
    return this != NOTHING;
  }

  /**
   * Returns the day for which something counts.
   *
   * @param due the day on which it was due
   * @param today the day of now
   * @return {@code due} unless that has passed; else the day that this rule says, or empty for nothing
   */
  public Optional<LocalDate> day(LocalDate due, LocalDate today) {
    if (!requireNonNull(due, "due").isBefore(requireNonNull(today, "today"))) {
      return Optional.of(due);
    }
    return due.isBefore(today.minusDays(fenceDays))
        ? Optional.empty()
        : Optional.of(today.plusDays(offsetDays));
  }
}
