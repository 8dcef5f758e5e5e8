package io.backorder.storefront;

import io.backorder.promise.PromiseRange;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How long a wait is in the unit that people use for it: days up to two weeks, weeks up to two months, months
 * beyond. The end is rounded up and the start down, so that no word says more than the days do.
 *
 * @param from the least wait, zero or more
 * @param to the longest wait, at least {@code from}; zero for today
 * @param unit days, weeks or months
 */
record WaitSpan(long from, long to, ChronoUnit unit) {

  private static final long DAYS_OF_WEEK = 7;

  private static final long LONGEST_IN_DAYS = 13;

  private static final long LONGEST_IN_WEEKS = 61;

  static WaitSpan of(PromiseRange range, LocalDate today) {
    long from = Math.max(0, ChronoUnit.DAYS.between(today, range.earliest()));
    long to = Math.max(0, ChronoUnit.DAYS.between(today, range.latest()));
    if (to <= LONGEST_IN_DAYS) {
      return new WaitSpan(from, to, ChronoUnit.DAYS);
    } else if (to <= LONGEST_IN_WEEKS) {
      return new WaitSpan(
          from / DAYS_OF_WEEK, (to + DAYS_OF_WEEK - 1) / DAYS_OF_WEEK, ChronoUnit.WEEKS);
    }
    long months = ChronoUnit.MONTHS.between(today, range.latest());
    return new WaitSpan(
        ChronoUnit.MONTHS.between(today, today.plusDays(from)),
        today.plusMonths(months).isBefore(range.latest()) ? months + 1 : months,
        ChronoUnit.MONTHS);
  }

  boolean isToday() {
    return to == 0;
  }

  /** Tells whether the start says nothing that the end does not. */
  boolean hasOneEnd() {
    return from == 0 || from == to;
  }
}
