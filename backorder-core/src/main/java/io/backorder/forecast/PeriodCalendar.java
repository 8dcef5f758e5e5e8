package io.backorder.forecast;

import static java.util.Objects.requireNonNull;

import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Tells in which period an instant lies. A period begins at the start of its first day in the zone,
 * so that a day on which clocks change is one period like any other.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param length how long the periods are
 * @param zone the zone whose days count
 */
public record PeriodCalendar(PeriodLength length, ZoneId zone) {

  /** Rejects missing parts. */
  public PeriodCalendar {
    requireNonNull(length, "length");
    requireNonNull(zone, "zone");
  }

  /**
   * Returns a calendar.
   *
   * @param length how long the periods are
   * @param zone the zone whose days count
   * @return the calendar
   */
  public static PeriodCalendar of(PeriodLength length, ZoneId zone) {
    return new PeriodCalendar(length, zone);
  }

  /**
   * Returns the number of the period that holds an instant.
   *
   * @param instant the instant
   * @return the number; consecutive periods have consecutive numbers
   */
  public long number(Instant instant) {
    return length.number(instant.atZone(zone).toLocalDate());
  }

  /**
   * Returns the first instant of a period.
   *
   * @param number the number of the period
   * @return the instant
   */
  public Instant start(long number) {
    return length.firstDay(number).atStartOfDay(zone).toInstant();
  }

  /**
   * Returns how many periods after the one that holds {@code now} a later instant lies.
   *
   * @param now the present
   * @param later an instant that is not in an earlier period
   * @return the number of periods, 0 if both are in the same one
   * @throws InvalidValueException if {@code later} is in an earlier period
   */
  public int periodsAhead(Instant now, Instant later) {
    long ahead = number(later) - number(now);
    if (ahead < 0) {
      throw Numbers.refused("later", "not be in a period before that of " + now, later);
    }
    return Math.toIntExact(ahead);
  }
}
