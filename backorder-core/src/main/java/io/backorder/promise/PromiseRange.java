package io.backorder.promise;

import static java.util.Objects.requireNonNull;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * The days between which units are there, and how sure the last of them is.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param earliest the day before which they are hardly there
 * @param likely the day on which they are as likely there as not, not before {@code earliest}
 * @param latest the day for which they are promised, not before {@code likely}
 * @param confidence the probability that they are there by {@code latest}, in (0, 1]; empty where nothing
 *     backs such a number
 */
public record PromiseRange(
    LocalDate earliest, LocalDate likely, LocalDate latest, OptionalDouble confidence) {

  /** Rejects days out of order and a confidence out of range. */
  public PromiseRange {
    requireOrder("likely", requireNonNull(likely, "likely"), requireNonNull(earliest, "earliest"));
    requireOrder("latest", requireNonNull(latest, "latest"), likely);
    if (confidence.isPresent()) {
      requireProbability(confidence.getAsDouble());
    }
  }

  private static void requireOrder(String name, LocalDate day, LocalDate before) {
    if (day.isBefore(before)) {
      throw new InvalidValueException(
          ErrorCode.INVALID_NUMBER,
          "%s day must be no earlier than %s: %s".formatted(name, before, day),
          Facts.of("field", name).and("asked", day).and("allowed", before));
    }
  }

  private static void requireProbability(double confidence) {
    if (!(confidence > 0 && confidence <= 1)) {
      throw new InvalidValueException(
          ErrorCode.INVALID_NUMBER,
          "confidence must be in (0, 1]: " + confidence,
          Facts.of("field", "confidence").and("asked", confidence));
    }
  }

  /**
   * Returns the range of a single day that nothing but a word backs.
   *
   * @param day the day
   * @return the range, of which no confidence is known
   */
  public static PromiseRange of(LocalDate day) {
    requireNonNull(day, "day");
    return new PromiseRange(day, day, day, OptionalDouble.empty());
  }

  /**
   * Returns the range of a single day that is certain.
   *
   * @param day the day
   * @return the range, with a confidence of 1
   */
  public static PromiseRange certain(LocalDate day) {
    requireNonNull(day, "day");
    return new PromiseRange(day, day, day, OptionalDouble.of(1));
  }

  /**
   * Returns this range with no day before a given one.
   *
   * @param day the day
   * @return the range, with the same confidence
   */
  public PromiseRange notBefore(LocalDate day) {
    requireNonNull(day, "day");
    return new PromiseRange(
        later(earliest, day), later(likely, day), later(latest, day), confidence);
  }

  /** These days, as sure as that; never quite impossible, however many chances are multiplied. */
  PromiseRange with(OptionalDouble sure) {
    OptionalDouble positive =
        sure.isPresent() ? OptionalDouble.of(Math.max(sure.getAsDouble(), Double.MIN_VALUE)) : sure;
    return new PromiseRange(earliest, likely, latest, positive);
  }

  /** Returns the later of two days. */
  static LocalDate later(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? other : one;
  }

  /**
   * Returns this range a number of days later, on days on which somebody works.
   *
   * @param days how many days later, negative for earlier
   * @param calendar the days on which somebody works
   * @return the range, with the same confidence
   */
  public PromiseRange plusDays(int days, WorkingCalendar calendar) {
    return new PromiseRange(
        calendar.onOrAfter(earliest.plusDays(days)),
        calendar.onOrAfter(likely.plusDays(days)),
        calendar.onOrAfter(latest.plusDays(days)),
        confidence);
  }

  @Override
  public String toString() {
    return "%s to %s, likely %s%s"
        .formatted(
            earliest,
            latest,
            likely,
            confidence.isPresent() ? ", confidence " + confidence.getAsDouble() : "");
  }
}
