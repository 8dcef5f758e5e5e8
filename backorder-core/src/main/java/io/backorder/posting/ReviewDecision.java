package io.backorder.posting;

import io.backorder.stock.Sku;
import io.backorder.store.StockStore;
import java.util.List;

/** Decides {@link ReviewPromises}: naming the item is enough, since every document keeps its promises. */
final class ReviewDecision extends Decision {

  private final Sku sku;

  ReviewDecision(Sku sku) {
    this.sku = sku;
  }

  @Override
  List<Sku> items(StockStore store) {
    return List.of(sku);
  }

  @Override
  void decide(Draft draft) {
    // what time changes is found where every document ends
  }
}
