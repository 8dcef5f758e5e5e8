package io.backorder.posting;

import io.backorder.demand.HoldId;
import io.backorder.demand.OrderId;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.RefusedDocumentException;
import io.backorder.refusal.UnknownReferenceException;
import io.backorder.stock.Sku;
import io.backorder.store.HoldState;
import io.backorder.store.OrderState;
import io.backorder.store.StockStore;
import io.backorder.supply.SupplyId;
import io.backorder.supply.SupplyStatus;
import java.util.Locale;

/** Looks up what documents name, and says what is wrong when it is not there. */
final class References {

  private References() {}

  static OrderState order(StockStore store, OrderId id) {
    return store.order(id).orElseThrow(() -> missing(store, id));
  }

  private static UnknownReferenceException missing(StockStore store, OrderId id) {
    return store.isArchived(id)
        ? new UnknownReferenceException(
            ErrorCode.ORDER_ARCHIVED,
            "order must not be closed and archived: " + id,
            Facts.of("order", id))
        : new UnknownReferenceException(
            ErrorCode.UNKNOWN_ORDER,
            "order must have been placed before: " + id,
            Facts.of("order", id));
  }

  /** An order of which something is open. */
  static OrderState openOrder(StockStore store, OrderId id) {
    OrderState order = order(store, id);
    if (order.isClosed()) {
      throw new RefusedDocumentException(
          ErrorCode.ALREADY_CLOSED,
          "cannot act on order %s: nothing of it is open".formatted(id),
          Facts.of("order", id));
    }
    return order;
  }

  static HoldState hold(StockStore store, HoldId id) {
    return store
        .hold(id)
        .orElseThrow(() -> new UnknownReferenceException(
            ErrorCode.UNKNOWN_HOLD,
            "hold must have been placed before: " + id,
            Facts.of("hold", id)));
  }

  /** The item that a supply brings. */
  static Sku supplied(StockStore store, SupplyId id) {
    return store.supplied(id).orElseThrow(() -> unknown(id));
  }

  private static UnknownReferenceException unknown(SupplyId id) {
    return new UnknownReferenceException(
        ErrorCode.UNKNOWN_SUPPLY,
        "supply must have been announced before: " + id,
        Facts.of("supply", id));
  }

  /** A supply that was not closed; its item is locked. */
  static SupplyStatus openSupply(Draft draft, SupplyId id) {
    SupplyStatus status =
        draft.item(supplied(draft.store(), id)).supply(id).orElseThrow(() -> unknown(id));
    if (status.isClosed()) {
      throw new RefusedDocumentException(
          ErrorCode.ALREADY_CLOSED,
          "cannot act on supply %s: it was closed before".formatted(id),
          Facts.of("supply", id));
    }
    return status;
  }

  /** A hold that is neither over nor ended. */
  static HoldState openHold(Draft draft, HoldId id) {
    HoldState hold = hold(draft.store(), id);
    boolean swept = hold.end() == HoldState.End.EXPIRED;
    if (hold.end() != HoldState.End.NONE && !swept) {
      throw new RefusedDocumentException(
          ErrorCode.ALREADY_CLOSED,
          "cannot act on hold %s: it was %s before"
              .formatted(id, hold.end().name().toLowerCase(Locale.ROOT)),
          Facts.of("hold", id));
    }
    if (swept || hold.isOver(draft.now())) {
      throw new RefusedDocumentException(
          ErrorCode.HOLD_EXPIRED,
          "cannot act on hold %s: its time was over at %s".formatted(id, hold.until()),
          Facts.of("hold", id).and("allowed", hold.until()).and("asked", draft.now()));
    }
    return hold;
  }
}
