package io.backorder.posting;

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
    Locations locations = draft.rules().locations();
    locations.rankOf(document.to());
    int rank = locations.rankOf(from);
    draft.serveQueue(sku);
    ItemState item = draft.item(sku);
    long free = item.free(rank, draft.now());
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
  }
}
