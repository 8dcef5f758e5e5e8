package io.backorder.posting;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.RefusedDocumentException;
import io.backorder.stock.LocationId;
import io.backorder.stock.Sku;
import io.backorder.store.ItemState;
import io.backorder.store.StockStore;
import java.util.List;

/** Decides {@link AdjustStock}. */
final class AdjustDecision extends Decision {

  private final AdjustStock document;

  AdjustDecision(AdjustStock document) {
    this.document = document;
  }

  @Override
  List<Sku> items(StockStore store) {
    return List.of(document.shelf().sku());
  }

  @Override
  void decide(Draft draft) {
    BillOfMaterials.requireNone(document.shelf().sku(), draft.rules());
    ItemState item = draft.item(document.shelf().sku());
    LocationId location = document.shelf().location();
    long onHand = item.at(location).onHand();
    if (document.delta() < -onHand) {
      throw new RefusedDocumentException(
          ErrorCode.INSUFFICIENT_STOCK,
          "cannot adjust %s@%s by %d: %d on hand"
              .formatted(item.sku(), location, document.delta(), onHand),
          Facts.of("sku", item.sku())
              .and("location", location)
              .and("asked", document.delta())
              .and("allowed", onHand));
    }
    new Correction(draft, item, location).apply(document.delta(), document.reason());
  }
}
