package io.backorder.posting;

import io.backorder.ledger.LedgerEntry.SupplyClosed;
import io.backorder.stock.Sku;
import io.backorder.store.StockStore;
import io.backorder.supply.SupplyId;
import io.backorder.supply.SupplyStatus;
import java.util.List;

/** Decides {@link CloseSupply}. */
final class CloseSupplyDecision extends Decision {

  private final SupplyId supply;

  CloseSupplyDecision(SupplyId supply) {
    this.supply = supply;
  }

  @Override
  List<SupplyId> supplies() {
    return List.of(supply);
  }

  @Override
  List<Sku> items(StockStore store) {
    return List.of(References.supplied(store, supply));
  }

  @Override
  void decide(Draft draft) {
    SupplyStatus status = References.openSupply(draft, supply);
    draft.post(new SupplyClosed(supply, status.supply().sku(), status.expected()));
  }
}
