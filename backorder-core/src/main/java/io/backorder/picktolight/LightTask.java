package io.backorder.picktolight;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderLineId;
import io.backorder.picking.BinId;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.Quantity;

/**
 * One light: so many units to take from a bin for an order line.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param number the task's number: that of the list, a colon, and the order line; the same list gives the
 *     same numbers, after a restart too
 * @param bin the bin at which the light is
 * @param line the order line, which tells the tote
 * @param quantity the units to take, at least 1
 */
public record LightTask(String number, BinId bin, OrderLineId line, Quantity quantity) {

  /**
   * Rejects a task without units.
   *
   * @throws InvalidValueException with {@code INVALID_QUANTITY} if there are none
   */
  public LightTask {
    requireNonNull(number, "number");
    requireNonNull(bin, "bin");
    requireNonNull(line, "line");
    if (requireNonNull(quantity, "quantity").isZero()) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "quantity of task %s must be at least 1: 0".formatted(number),
          Facts.of("task", number).and("asked", 0));
    }
  }
}
