package io.backorder.posting;

import io.backorder.ledger.LedgerEntry.Received;
import io.backorder.ledger.LedgerEntry.SupplyReceived;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.UnknownReferenceException;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.store.StockStore;
import io.backorder.supply.SupplyId;
import io.backorder.supply.SupplyStatus;
import java.util.List;
import java.util.Optional;

/** Decides {@link ReceiveStock}. */
final class ReceiveDecision extends Decision {

  private final List<ReceiveStock.Line> lines;

  ReceiveDecision(List<ReceiveStock.Line> lines) {
    this.lines = lines;
  }

  @Override
  List<SupplyId> supplies() {
    return lines.stream().flatMap(line -> line.supply().stream()).distinct().toList();
  }

  @Override
  List<Sku> items(StockStore store) {
    return lines.size() == 1
        ? List.of(lines.get(0).units().sku())
        : skus(lines.stream().map(ReceiveStock.Line::units).toList());
  }

  static List<Sku> skus(List<StockUnits> lines) {
    return lines.size() == 1
        ? List.of(lines.get(0).sku())
        : lines.stream().map(StockUnits::sku).distinct().toList();
  }

  @Override
  void decide(Draft draft) {
    Limits.require("lines of a receipt", lines.size(), draft.rules().limits().linesPerDocument());
    for (ReceiveStock.Line line : lines) {
      StockUnits units = line.units();
      BillOfMaterials.requireNone(units.sku(), draft.rules());
      draft.rules().locations().rankOf(units.location());
      Optional<SupplyId> supply = line.supply();
      if (supply.isPresent()) {
        receive(draft, units, supply.orElseThrow());
      } else {
        draft.post(new Received(units.sku(), units.location(), units.quantity()));
      }
    }
  }

  private static void receive(Draft draft, StockUnits units, SupplyId supply) {
    Sku announced = References.supplied(draft.store(), supply);
    if (!announced.equals(units.sku())) {
      throw new UnknownReferenceException(
          ErrorCode.UNKNOWN_SUPPLY,
          "supply %s must be one of item %s: it brings %s"
              .formatted(supply, units.sku(), announced),
          Facts.of("supply", supply).and("sku", units.sku()).and("allowed", announced));
    }
    SupplyStatus status = References.openSupply(draft, supply);
    draft.post(new SupplyReceived(supply, units, units.quantity().minusOrZero(status.expected())));
  }
}
