package io.backorder.picking;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;

/** How much is taken: units, their weight, lines and orders. */
record Load(long units, long grams, long lines, long orders) {

  static final Load NONE = new Load(0, 0, 0, 0);

  /** One line of an order that is there already. */
  static Load ofLine(long units, long gramsEach) {
    try {
      return new Load(units, Math.multiplyExact(units, gramsEach), 1, 0);
    } catch (ArithmeticException e) {
      throw overflow(units, e);
    }
  }

  Load plus(Load other) {
    try {
      return new Load(
          Math.addExact(units, other.units),
          Math.addExact(grams, other.grams),
          lines + other.lines,
          orders + other.orders);
    } catch (ArithmeticException e) {
      throw overflow(other.units, e);
    }
  }

  Load withOrders(long count) {
    return new Load(units, grams, lines, count);
  }

  private static InvalidValueException overflow(long units, ArithmeticException cause) {
    InvalidValueException refused = new InvalidValueException(
        ErrorCode.QUANTITY_OVERFLOW,
        "units and grams of a tour must be at most %d: %d units more"
            .formatted(Long.MAX_VALUE, units),
        Facts.of("asked", units).and("allowed", Long.MAX_VALUE));
    refused.initCause(cause);
    return refused;
  }
}
