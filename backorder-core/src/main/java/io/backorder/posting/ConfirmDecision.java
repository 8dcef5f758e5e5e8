package io.backorder.posting;

import io.backorder.demand.HoldId;
import io.backorder.demand.OrderLine;
import io.backorder.ledger.CartLine;
import io.backorder.ledger.InventoryEvent.HoldConfirmed;
import io.backorder.ledger.LedgerEntry.Ordered;
import io.backorder.ledger.LedgerEntry.Unheld;
import io.backorder.refusal.DocumentConflictException;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.store.HoldState;
import io.backorder.store.ItemState;
import io.backorder.store.LineState;
import io.backorder.store.OrderState;
import io.backorder.store.StockStore;
import java.util.ArrayList;
import java.util.List;

/** Decides {@link ConfirmHold}: its own units go to the order, and nobody else may have them. */
final class ConfirmDecision extends Decision {

  private final ConfirmHold document;

  ConfirmDecision(ConfirmHold document) {
    this.document = document;
  }

  @Override
  List<HoldId> holds() {
    return List.of(document.hold());
  }

  @Override
  List<Sku> items(StockStore store) {
    return References.hold(store, document.hold()).skus();
  }

  @Override
  void decide(Draft draft) {
    HoldState hold = References.openHold(draft, document.hold());
    List<OrderLine> lines = hold.cart().stream().map(CartLine::line).toList();
    OrderState order = open(draft.store(), lines);
    draft.store().close(hold, HoldState.End.CONFIRMED);
    draft.headline(new HoldConfirmed(document.hold(), document.order()));
    Intake intake = new Intake(draft, document.order(), document.terms());
    hold.skus().forEach(sku -> intake.open(draft.item(sku)));
    for (int i = 0; i < lines.size(); i++) {
      take(draft, intake, hold.cart().get(i), order.lines().get(i));
    }
    intake.decide();
  }

  private OrderState open(StockStore store, List<OrderLine> lines) {
    return store
        .open(document.order(), document.terms(), lines)
        .orElseThrow(() -> new DocumentConflictException(
            ErrorCode.DOCUMENT_CONFLICT,
            "order must not have been placed before: " + document.order(),
            Facts.of("order", document.order()).and("document", document.id())));
  }

  private void take(Draft draft, Intake intake, CartLine cart, LineState line) {
    List<StockUnits> own = new ArrayList<>(1);
    for (ItemState.HeldUnits held : line.item().heldFor(cart)) {
      Quantity units = Quantity.of(held.units());
      own.add(StockUnits.of(line.sku(), held.location(), units));
    }
    own.forEach(units -> draft.post(new Unheld(cart, units.location(), units.quantity())));
    OrderLine ordered = cart.line();
    intake.join(line, ordered.quantity(), claim -> new Ordered(claim, ordered, document.terms()));
    own.forEach(units -> intake.reserve(line, units));
  }
}
