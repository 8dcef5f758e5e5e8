package io.backorder.posting;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.refusal.RefusedDocumentException;
import io.backorder.stock.Quantity;
import io.backorder.store.LineState;
import io.backorder.store.OrderState;

/** Looks up open units that a document gives up, and says what is wrong when they are not there. */
final class OpenUnits {

  private OpenUnits() {}

  /** A line of an order of which something is open; a line that is not there is told first. */
  static LineState line(Draft draft, OrderState order, String number) {
    LineState line = order.line(number);
    References.openOrder(draft.store(), order.id());
    return line;
  }

  /** All that is open of a line. */
  static long all(LineState line) {
    if (line.open() == 0) {
      throw new RefusedDocumentException(
          ErrorCode.ALREADY_CLOSED,
          "cannot cancel line %s: nothing of it is open".formatted(line.id()),
          Facts.of("line", line.id()));
    }
    return line.open();
  }

  /** Some units of a line, in whole lots. */
  static long some(Draft draft, LineState line, Quantity quantity) {
    requireAtMostOpen(line, quantity.units());
    requireLots(draft, line, quantity);
    return quantity.units();
  }

  private static void requireAtMostOpen(LineState line, long units) {
    if (units > line.open()) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "quantity to cancel of line %s must be at most %d: %d"
              .formatted(line.id(), line.open(), units),
          Facts.of("line", line.id()).and("asked", units).and("allowed", line.open()));
    }
  }

  /** A part of a lot that is left waiting could never be filled; all that is open may always go. */
  private static void requireLots(Draft draft, LineState line, Quantity units) {
    Quantity lot = draft.rules().termsOf(line.sku()).lot();
    if (units.units() % lot.units() != 0 && units.units() < line.open()) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "quantity to cancel of line %s must be whole lots of %s: %s"
              .formatted(line.id(), lot, units),
          Facts.of("line", line.id()).and("asked", units).and("allowed", lot));
    }
  }
}
