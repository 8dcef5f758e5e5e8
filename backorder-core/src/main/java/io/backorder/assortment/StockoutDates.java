package io.backorder.assortment;

import static java.util.Objects.requireNonNull;

import io.backorder.forecast.PeriodCalendar;
import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import java.time.Instant;
import java.util.Optional;

/**
 * A stockout outlook read by date.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param outlook the outlook
 * @param calendar the periods of its forecast
 * @param first the number of its first period, as the calendar counts
 */
public record StockoutDates(StockoutOutlook outlook, PeriodCalendar calendar, long first) {

  /** Rejects missing parts. */
  public StockoutDates {
    requireNonNull(outlook, "outlook");
    requireNonNull(calendar, "calendar");
  }

  /**
   * Returns the dates of an outlook whose forecast begins with the period that holds an instant.
   *
   * @param outlook the outlook
   * @param calendar the periods of its forecast
   * @param from an instant in its first period
   * @return the dates
   */
  public static StockoutDates of(StockoutOutlook outlook, PeriodCalendar calendar, Instant from) {
    return new StockoutDates(outlook, calendar, calendar.number(from));
  }

  /**
   * Returns the probability of a stockout at the end of the period that holds a date, or before.
   *
   * @param date the date, within the horizon
   * @return the probability, which never falls from date to date
   * @throws InvalidValueException if the date is before the first period or beyond the horizon
   */
  public double probabilityBy(Instant date) {
    long period = calendar.number(date) - first + 1;
    if (period < 1 || period > outlook.horizon()) {
      throw Numbers.refused("date", "be in [%s, %s)".formatted(start(1), end()), date);
    }
    return outlook.probabilityBy((int) period);
  }

  private Instant start(int period) {
    return calendar.start(first + period - 1);
  }

  private Instant end() {
    return start(outlook.horizon() + 1);
  }

  /**
   * Returns the start of the first period by whose end a stockout has at least a given probability.
   *
   * @param probability the probability, above 0 and below 1
   * @return the first instant of that period; empty if it is not reached within the horizon
   * @throws InvalidValueException if the probability is out of range
   */
  public Optional<Instant> firstDateWith(double probability) {
    var period = outlook.firstPeriodWith(probability);
    return period.isPresent() ? Optional.of(start(period.getAsInt())) : Optional.empty();
  }
}
