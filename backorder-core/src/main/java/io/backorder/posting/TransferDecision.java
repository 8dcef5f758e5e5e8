package io.backorder.posting;

import io.backorder.allocation.AllocationPlan;
import io.backorder.allocation.Grant;
import io.backorder.ledger.LedgerEntry.Transferred;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.RefusedDocumentException;
import io.backorder.stock.LocationId;
import io.backorder.stock.Sku;
import io.backorder.store.ItemState;
import io.backorder.store.Locations;
import io.backorder.store.StockStore;
import java.util.List;

/** Decides {@link TransferStock}: who waits is served first, then what is free may move. */
final class TransferDecision extends Decision {

  private final TransferStock document;

  TransferDecision(TransferStock document) {
    this.document = document;
  }

  @Override
  List<Sku> items(StockStore store) {
    return List.of(document.units().sku());
  }

  @Override
  void decide(Draft draft) {
    Sku sku = document.units().sku();
    LocationId from = document.units().location();
    BillOfMaterials.requireNone(sku, draft.rules());
    Locations locations = draft.rules().locations();
    locations.rankOf(document.to());
    int rank = locations.rankOf(from);
    ItemState item = draft.item(sku);
    // what a hold that is over has left goes to who waits first, and is told behind the transfer
    AllocationPlan fills = draft.planQueue(item, draft.free(item));
    long free = item.free(rank, draft.now()) - granted(fills, from);
    if (document.units().quantity().units() > free) {
      throw new RefusedDocumentException(
          ErrorCode.INSUFFICIENT_STOCK,
          "cannot move %s to %s: %d free".formatted(document.units(), document.to(), free),
          Facts.of("sku", sku)
              .and("location", from)
              .and("asked", document.units().quantity())
              .and("allowed", free));
    }
    draft.post(new Transferred(sku, from, document.to(), document.units().quantity()));
    draft.fill(fills);
    draft.serveQueue(sku);
  }

  private static long granted(AllocationPlan plan, LocationId from) {
    long units = 0;
    for (Grant grant : plan.grants()) {
      units += grant.location().equals(from) ? grant.quantity().units() : 0;
    }
    return units;
  }
}
