package io.backorder.posting;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.LocationId;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.store.ItemState;
import io.backorder.store.StockStore;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Decides {@link CountStock}: on hand becomes what was counted. */
final class CountDecision extends Decision {

  private final List<StockUnits> counted;

  CountDecision(List<StockUnits> counted) {
    this.counted = counted;
  }

  @Override
  List<Sku> items(StockStore store) {
    return ReceiveDecision.skus(counted);
  }

  @Override
  void decide(Draft draft) {
    Limits.require("lines of a count", counted.size(), draft.rules().limits().linesPerDocument());
    requireOnce();
    for (StockUnits line : counted) {
      BillOfMaterials.requireNone(line.sku(), draft.rules());
      ItemState item = draft.item(line.sku());
      long delta = line.quantity().units() - item.at(line.location()).onHand();
      new Correction(draft, item, line.location()).apply(delta, "count");
    }
  }

  /** A shelf that is counted twice in one document has two truths. */
  private void requireOnce() {
    Set<Shelf> seen = new HashSet<>();
    for (StockUnits line : counted) {
      if (!seen.add(new Shelf(line.sku(), line.location()))) {
        throw new InvalidValueException(
            ErrorCode.DUPLICATE_LINE,
            "item and location must stand once in a count: %s@%s"
                .formatted(line.sku(), line.location()),
            Facts.of("sku", line.sku()).and("location", line.location()));
      }
    }
  }

  private record Shelf(Sku sku, LocationId location) {}
}
