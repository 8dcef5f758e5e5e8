package io.backorder.revenue;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderLineId;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.Quantity;
import java.time.LocalDate;

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
}
