package io.backorder.pegging;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.DeliveryRule;
import io.backorder.demand.OrderLineId;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.Quantity;

/**
 * Units of one order line that wait at one place in line.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param line the line
 * @param quantity the waiting units, at least 1
 * @param delivery whether they may come bit by bit
 */
public record Need(OrderLineId line, Quantity quantity, DeliveryRule delivery) {

  /** Rejects missing parts and a need of nothing. */
  public Need {
    requireNonNull(line, "line");
    requireNonNull(delivery, "delivery");
    if (requireNonNull(quantity, "quantity").isZero()) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "waiting units of line %s must be positive: 0".formatted(line),
          Facts.of("order", line.order()).and("line", line.line()).and("asked", 0));
    }
  }

  /**
   * Returns a need of units that may come bit by bit.
   *
   * @param line the line
   * @param quantity the waiting units, at least 1
   * @return the need
   * @throws InvalidValueException with {@code INVALID_QUANTITY} if nothing waits
   */
  public static Need of(OrderLineId line, Quantity quantity) {
    return new Need(line, quantity, DeliveryRule.PARTIAL);
  }

  /**
   * Returns this need under a delivery rule.
   *
   * @param rule the rule
   * @return the need
   */
  public Need with(DeliveryRule rule) {
    return new Need(line, quantity, requireNonNull(rule, "rule"));
  }

  /**
   * Tells whether the units come together or not at all.
   *
   * @return true if the line is filled whole
   */
  public boolean isWhole() {
    return delivery != DeliveryRule.PARTIAL;
  }
}
