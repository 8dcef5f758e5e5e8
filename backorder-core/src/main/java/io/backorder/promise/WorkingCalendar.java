package io.backorder.promise;

import static java.util.Objects.requireNonNull;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import io.backorder.stock.Identifiers;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a warehouse works, in its own time zone.
 *
 * <p>A local time that a change of clocks leaves out means as much later as the clocks jumped: where they jump
 * from 02:00 to 03:00, 02:30 is 03:30. A local time that comes twice means the first of the two.
 *
 * <p>This type is immutable and thread-safe.
 */
public final class WorkingCalendar {

  private static final int MOST_DAYS = 36_525;

  private static final int LONGEST_CLOSURE = 3_660;

  private final ZoneId zone;
  private final Set<DayOfWeek> free;
  private final Set<LocalDate> holidays;
  private final @Nullable LocalTime cutOff;

  private WorkingCalendar(WorkingCalendar from, @Nullable LocalTime cutOff) {
    this.zone = from.zone;
    this.free = from.free;
    this.holidays = from.holidays;
    this.cutOff = cutOff;
  }

  private WorkingCalendar(
      ZoneId zone, Set<DayOfWeek> free, Set<LocalDate> holidays, @Nullable LocalTime cutOff) {
    this.zone = zone;
    this.free = free;
    this.holidays = holidays;
    this.cutOff = cutOff;
  }

  /**
   * Returns the calendar of a warehouse that works every day, to the end of the day.
   *
   * @param zone the zone
   * @return the calendar
   */
  public static WorkingCalendar everyDay(ZoneId zone) {
    return new WorkingCalendar(requireNonNull(zone, "zone"), Set.of(), Set.of(), null);
  }

  /**
   * Returns the calendar of a warehouse that works every day, to the end of the day.
   *
   * @param zone the name of the zone, such as {@code Europe/London}
   * @return the calendar
   * @throws InvalidValueException with {@code CONFIG_INVALID} if there is no such zone
   */
  public static WorkingCalendar everyDay(String zone) {
    try {
      return everyDay(ZoneId.of(requireNonNull(zone, "zone")));
    } catch (DateTimeException unknown) {
      throw new InvalidValueException(
          ErrorCode.CONFIG_INVALID,
          "zone must be one that the time zone data know, such as Europe/London: %s"
              .formatted(Identifiers.shown(zone)),
          Facts.of("field", "zone").and("asked", zone));
    }
  }

  /**
   * Returns this calendar with days of the week on which nobody works, in place of those it had.
   *
   * @param days the days, not all seven
   * @return the calendar
   * @throws InvalidValueException with {@code CONFIG_INVALID} if no working day is left
   */
  public WorkingCalendar closedOn(DayOfWeek... days) {
    Set<DayOfWeek> closed = EnumSet.noneOf(DayOfWeek.class);
    for (DayOfWeek each : requireNonNull(days, "days")) {
      closed.add(requireNonNull(each, "days"));
    }
    if (closed.size() == DayOfWeek.values().length) {
      throw new InvalidValueException(
          ErrorCode.CONFIG_INVALID,
          "calendar must have a working day: closed on all seven days of the week",
          Facts.of("field", "days").and("asked", closed));
    }
    return new WorkingCalendar(zone, Set.copyOf(closed), holidays, cutOff);
  }

  /**
   * Returns this calendar with days on which nobody works, in place of those it had.
   *
   * @param days the days
   * @return the calendar
   */
  public WorkingCalendar withHolidays(Collection<LocalDate> days) {
    return new WorkingCalendar(zone, free, Set.copyOf(requireNonNull(days, "days")), cutOff);
  }

  /**
   * Returns this calendar with a time of day from which on work is left to the next working day.
   *
   * @param time the local time; what is there before it is handled on that day
   * @return the calendar
   */
  public WorkingCalendar withCutOff(LocalTime time) {
    return new WorkingCalendar(this, requireNonNull(time, "time"));
  }

  /**
   * Returns the zone.
   *
   * @return the zone in which days begin and end
   */
  public ZoneId zone() {
    return zone;
  }

  /**
   * Returns the time from which on work is left to the next working day.
   *
   * @return the local time; empty where work goes on to the end of the day
   */
  public Optional<LocalTime> cutOff() {
    return Optional.ofNullable(cutOff);
  }

  /**
   * Tells whether somebody works on a day.
   *
   * @param day the day
   * @return true on a working day
   */
  public boolean isWorkingDay(LocalDate day) {
    return !free.contains(day.getDayOfWeek()) && !holidays.contains(day);
  }

  /**
   * Returns the first working day from a day on.
   *
   * @param day the day
   * @return that day if it is a working day, else the next one that is
   * @throws InvalidValueException with {@code CONFIG_INVALID} if the holidays leave none for ten years
   */
  public LocalDate onOrAfter(LocalDate day) {
    LocalDate next = day;
    for (int passed = 0; !isWorkingDay(next); passed++) {
      if (passed == LONGEST_CLOSURE) {
        throw new InvalidValueException(
            ErrorCode.CONFIG_INVALID,
            "calendar must have a working day within ten years of %s: none up to %s"
                .formatted(day, next),
            Facts.of("field", "holidays").and("asked", day));
      }
      next = dayAfter(next);
    }
    return next;
  }

  private static LocalDate dayAfter(LocalDate day) {
    if (day.equals(LocalDate.MAX)) {
      throw Numbers.refused("day", "be before the last one that there is", day);
    }
    return day.plusDays(1);
  }

  /**
   * Returns the working day that comes a number of working days after another.
   *
   * @param day the day from which to count; where nobody works on it, the next working day takes its place
   * @param workingDays how many working days later, in [0, 36525]
   * @return the working day
   * @throws InvalidValueException if the number is out of range, and as {@link #onOrAfter} says
   */
  public LocalDate plus(LocalDate day, int workingDays) {
    if (workingDays < 0 || workingDays > MOST_DAYS) {
      throw Numbers.refused("working days", "be in [0, %d]".formatted(MOST_DAYS), workingDays);
    }
    LocalDate next = onOrAfter(day);
    for (int i = 0; i < workingDays; i++) {
      next = onOrAfter(dayAfter(next));
    }
    return next;
  }

  /**
   * Returns the day that a moment belongs to.
   *
   * @param moment the moment
   * @return the day in the zone of this calendar, working day or not
   * @throws InvalidValueException with {@code INVALID_NUMBER} if it lies beyond the days that there are
   */
  public LocalDate day(Instant moment) {
    try {
      return moment.atZone(zone).toLocalDate();
    } catch (DateTimeException beyond) {
      throw Numbers.refused(
          "moment", "lie between %s and %s".formatted(LocalDate.MIN, LocalDate.MAX), moment);
    }
  }

  /**
   * Returns the working day on which something is handled that is there at a moment.
   *
   * @param moment the moment
   * @return the first working day whose cut-off lies after it
   * @throws InvalidValueException as {@link #day} and {@link #onOrAfter} say
   */
  public LocalDate handledOn(Instant moment) {
    LocalDate day = day(moment);
    boolean tooLate = cutOff != null && !moment.isBefore(at(day, cutOff));
    return onOrAfter(tooLate ? dayAfter(day) : day);
  }

  /**
   * Returns the same local time some days later, working days or not.
   *
   * @param moment the moment
   * @param days how many days later, negative for earlier
   * @return the moment; where the time does not exist, as much later as the clocks jump; where it comes twice,
   *     the one with the offset of {@code moment} if one has it, else the earlier one
   * @throws InvalidValueException with {@code INVALID_NUMBER} if it lies beyond the days that there are
   */
  public Instant plusDays(Instant moment, int days) {
    day(moment); // refuses a moment beyond the days that there are
    try {
      return moment.atZone(zone).plusDays(days).toInstant();
    } catch (DateTimeException beyond) {
      throw Numbers.refused("days", "lead to a day that there is", days);
    }
  }

  /**
   * Returns the moment of a local time.
   *
   * @param day the day
   * @param time the local time
   * @return the moment; where the time does not exist, as much later as the clocks jump; where it comes twice,
   *     the earlier one
   */
  public Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(zone).toInstant();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WorkingCalendar calendar
        && zone.equals(calendar.zone)
        && free.equals(calendar.free)
        && holidays.equals(calendar.holidays)
        && Objects.equals(cutOff, calendar.cutOff);
  }

  @Override
  public int hashCode() {
    return Objects.hash(zone, free, holidays, cutOff);
  }

  @Override
  public String toString() {
    return "%s, closed on %s and %d holidays, cut-off %s"
        .formatted(
            zone,
            EnumSet.allOf(DayOfWeek.class).stream().filter(free::contains).toList(),
            holidays.size(),
            cutOff == null ? "none" : cutOff);
  }
}
