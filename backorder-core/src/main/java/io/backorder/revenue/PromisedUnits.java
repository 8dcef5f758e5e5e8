package io.backorder.revenue;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderLineId;
import io.backorder.promise.Promise;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.Quantity;
import java.time.LocalDate;
import java.util.List;

/**
 * Units of a line that are promised for a day.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param line the line
 * @param quantity the units, at least 1
 * @param day the day on which they are to leave the house
 */
public record PromisedUnits(OrderLineId line, Quantity quantity, LocalDate day) {

  /** Rejects a promise of nothing. */
  public PromisedUnits {
    requireNonNull(line, "line");
    if (requireNonNull(quantity, "quantity").isZero()) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "units promised of line %s must be at least 1: 0".formatted(line),
          Facts.of("order", line.order()).and("line", line.line()).and("asked", 0));
    }
    requireNonNull(day, "day");
  }

  /**
   * Returns the units of a promise that have a day.
   *
   * @param line the line whose open units are promised
   * @param promise the promise
   * @return the units by the latest day of their range, in order of time; those without a day are in none
   */
  public static List<PromisedUnits> of(OrderLineId line, Promise promise) {
    requireNonNull(line, "line");
    return requireNonNull(promise, "promise").steps().stream()
        .filter(step -> !step.quantity().isZero())
        .map(step -> new PromisedUnits(line, step.quantity(), step.day()))
        .toList();
  }
}
