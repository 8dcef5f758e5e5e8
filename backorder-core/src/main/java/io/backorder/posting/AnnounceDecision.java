package io.backorder.posting;

import io.backorder.ledger.LedgerEntry.SupplyAnnounced;
import io.backorder.stock.Sku;
import io.backorder.store.StockStore;
import io.backorder.supply.Supply;
import java.util.List;

/** Decides {@link AnnounceSupply}. */
final class AnnounceDecision extends Decision {

  private final Supply supply;

  AnnounceDecision(Supply supply) {
    this.supply = supply;
  }

  @Override
  List<Sku> items(StockStore store) {
    return List.of(supply.sku());
  }

  @Override
  void decide(Draft draft) {
    BillOfMaterials.requireNone(supply.sku(), draft.rules());
    draft.rules().locations().rankOf(supply.units().location());
    draft.post(new SupplyAnnounced(supply));
  }
}
