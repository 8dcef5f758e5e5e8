package io.backorder.posting;

import io.backorder.ledger.LedgerEntry.Received;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.store.StockStore;
import java.util.List;

/** Decides {@link ReceiveStock}. */
final class ReceiveDecision extends Decision {

  private final List<StockUnits> lines;

  ReceiveDecision(List<StockUnits> lines) {
    this.lines = lines;
  }

  @Override
  List<Sku> items(StockStore store) {
    return skus(lines);
  }

  static List<Sku> skus(List<StockUnits> lines) {
    return lines.size() == 1
        ? List.of(lines.get(0).sku())
        : lines.stream().map(StockUnits::sku).distinct().toList();
  }

  @Override
  void decide(Draft draft) {
    Limits.require("lines of a receipt", lines.size(), draft.rules().limits().linesPerDocument());
    for (StockUnits line : lines) {
      BillOfMaterials.requireNone(line.sku(), draft.rules());
      draft.rules().locations().rankOf(line.location());
      draft.post(new Received(line.sku(), line.location(), line.quantity()));
    }
  }
}
