package io.backorder.forecast;

import java.time.LocalDate;
import java.time.temporal.ChronoField;

/** How long the periods of a history are. Periods are numbered without gaps, period 0 holds 1970-01-01. */
public enum PeriodLength {

  /** Calendar days. */
  DAY {
    @Override
    long number(LocalDate day) {
      return day.toEpochDay();
    }

    @Override
    LocalDate firstDay(long number) {
      return LocalDate.ofEpochDay(number);
    }
  },

  /** Weeks that begin on a Monday. */
  WEEK {
    @Override
    long number(LocalDate day) {
      return Math.floorDiv(day.toEpochDay() + MONDAY_TO_EPOCH, DAYS_PER_WEEK);
    }

    @Override
    LocalDate firstDay(long number) {
      return LocalDate.ofEpochDay(number * DAYS_PER_WEEK - MONDAY_TO_EPOCH);
    }
  },

  /** Calendar months. */
  MONTH {
    @Override
    long number(LocalDate day) {
      return day.getLong(ChronoField.PROLEPTIC_MONTH) - EPOCH_MONTH;
    }

    @Override
    LocalDate firstDay(long number) {
      return LocalDate.EPOCH.plusMonths(number);
    }
  };

  private static final int DAYS_PER_WEEK = 7;

  /** 1970-01-01 is a Thursday. */
  private static final int MONDAY_TO_EPOCH = 3;

  private static final long EPOCH_MONTH = 1970 * 12L;

  abstract long number(LocalDate day);

  abstract LocalDate firstDay(long number);
}
