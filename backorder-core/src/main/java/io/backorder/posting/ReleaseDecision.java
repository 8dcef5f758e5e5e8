package io.backorder.posting;

import io.backorder.demand.HoldId;
import io.backorder.ledger.CartLine;
import io.backorder.ledger.InventoryEvent.HoldReleased;
import io.backorder.ledger.LedgerEntry.Unheld;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.store.HoldState;
import io.backorder.store.ItemState;
import io.backorder.store.StockStore;
import java.util.List;

/** Decides {@link ReleaseHold}. */
final class ReleaseDecision extends Decision {

  private final HoldId id;

  ReleaseDecision(HoldId id) {
    this.id = id;
  }

  @Override
  List<HoldId> holds() {
    return List.of(id);
  }

  @Override
  List<Sku> items(StockStore store) {
    return References.hold(store, id).skus();
  }

  @Override
  void decide(Draft draft) {
    HoldState hold = References.openHold(draft, id);
    draft.store().close(hold, HoldState.End.RELEASED);
    draft.headline(new HoldReleased(id));
    free(draft, hold);
  }

  static void free(Draft draft, HoldState hold) {
    for (CartLine cart : hold.cart()) {
      for (ItemState.HeldUnits held : draft.item(cart.line().sku()).heldFor(cart)) {
        draft.post(new Unheld(cart, held.location(), Quantity.of(held.units())));
      }
    }
  }
}
