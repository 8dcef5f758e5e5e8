package io.backorder.posting;

import io.backorder.demand.OrderId;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.refusal.RefusedDocumentException;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.store.LineState;
import io.backorder.store.OrderState;
import io.backorder.store.StockStore;
import java.util.List;

/** Decides {@link CancelOrder}. */
final class CancelDecision extends Decision {

  private final CancelOrder.Scope scope;

  CancelDecision(CancelOrder.Scope scope) {
    this.scope = scope;
  }

  @Override
  List<OrderId> orders() {
    return List.of(scope.order());
  }

  @Override
  List<Sku> items(StockStore store) {
    return References.order(store, scope.order()).skus();
  }

  @Override
  void decide(Draft draft) {
    OrderState order = References.order(draft.store(), scope.order());
    if (scope instanceof CancelOrder.WholeOrder) {
      References.openOrder(draft.store(), order.id());
      for (LineState line : order.lines()) {
        GivingUp.of(draft, line, line.open()).cancel();
      }
    } else if (scope instanceof CancelOrder.WholeLine whole) {
      LineState line = openLine(draft, order, whole.line().line());
      KitLine.of(line).cancel(draft, requireOpen(line));
    } else if (scope instanceof CancelOrder.Units units) {
      LineState line = openLine(draft, order, units.line().line());
      requireAtMostOpen(line, units.quantity().units());
      requireLots(draft, line, units.quantity());
      KitLine.of(line).cancel(draft, units.quantity().units());
    }
  }

  /** A line of an order of which something is open; a line that is not there is told first. */
  private static LineState openLine(Draft draft, OrderState order, String number) {
    LineState line = order.line(number);
    References.openOrder(draft.store(), order.id());
    return line;
  }

  private static long requireOpen(LineState line) {
    if (line.open() == 0) {
      throw new RefusedDocumentException(
          ErrorCode.ALREADY_CLOSED,
          "cannot cancel line %s: nothing of it is open".formatted(line.id()),
          Facts.of("line", line.id()));
    }
    return line.open();
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
