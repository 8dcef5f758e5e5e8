package io.backorder.posting;

import io.backorder.ledger.InventoryEvent.HoldExpired;
import io.backorder.stock.Sku;
import io.backorder.store.HoldState;
import io.backorder.store.StockStore;
import java.util.List;

/** Decides {@link ExpireHolds}. */
final class ExpireDecision extends Decision {

  private List<HoldState> over = List.of();

  @Override
  List<Sku> items(StockStore store, LedgerClock clock) {
    over = store.holdsOver(clock.now());
    return over.stream().flatMap(hold -> hold.skus().stream()).distinct().toList();
  }

  @Override
  void decide(Draft draft) {
    for (HoldState hold : over) {
      if (hold.end() == HoldState.End.NONE) {
        draft.store().close(hold, HoldState.End.EXPIRED);
        draft.headline(new HoldExpired(hold.id()));
        ReleaseDecision.free(draft, hold);
      }
    }
  }
}
