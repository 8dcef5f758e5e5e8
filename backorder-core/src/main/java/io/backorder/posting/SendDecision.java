package io.backorder.posting;

import io.backorder.ledger.LedgerEntry.StockSent;
import io.backorder.ledger.LedgerEntry.SupplyAnnounced;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.RefusedDocumentException;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.store.ItemState;
import io.backorder.store.StockStore;
import java.util.List;

/** Decides {@link SendStock}: who waits is served first, then what is free may leave. */
final class SendDecision extends Decision {

  private final SendStock document;

  SendDecision(SendStock document) {
    this.document = document;
  }

  @Override
  List<Sku> items(StockStore store) {
    return List.of(document.units().sku());
  }

  @Override
  void decide(Draft draft) {
    StockUnits units = document.units();
    BillOfMaterials.requireNone(units.sku(), draft.rules());
    draft.rules().locations().rankOf(document.arrival().units().location());
    int rank = draft.rules().locations().rankOf(units.location());
    ItemState item = draft.item(units.sku());
    draft.serveQueue(units.sku());
    long free = item.free(rank, draft.now());
    if (units.quantity().units() > free) {
      throw new RefusedDocumentException(
          ErrorCode.INSUFFICIENT_STOCK,
          "cannot send %s to %s: %d free"
              .formatted(units, document.arrival().units().location(), free),
          Facts.of("sku", units.sku())
              .and("location", units.location())
              .and("asked", units.quantity())
              .and("allowed", free));
    }
    draft.post(new StockSent(document.arrival().id(), units));
    draft.post(new SupplyAnnounced(document.arrival()));
  }
}
