package io.backorder.posting;

import io.backorder.ledger.LedgerEntry.SupplyRescheduled;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.store.StockStore;
import io.backorder.supply.Supply;
import io.backorder.supply.SupplyId;
import io.backorder.supply.SupplyStatus;
import java.util.List;

/** Decides {@link RescheduleSupply}. */
final class RescheduleDecision extends Decision {

  private final RescheduleSupply document;

  RescheduleDecision(RescheduleSupply document) {
    this.document = document;
  }

  @Override
  List<SupplyId> supplies() {
    return List.of(document.supply());
  }

  @Override
  List<Sku> items(StockStore store) {
    return List.of(References.supplied(store, document.supply()));
  }

  @Override
  void decide(Draft draft) {
    SupplyStatus status = References.openSupply(draft, document.supply());
    document.quantity().ifPresent(quantity -> requireReceived(status, quantity));
    Supply.Schedule from = status.supply().schedule();
    Supply.Schedule to =
        new Supply.Schedule(document.quantity().orElse(from.quantity()), document.due());
    Supply after = status.supply().rescheduled(to);
    if (!after.equals(status.supply())) {
      draft.post(new SupplyRescheduled(document.supply(), after.sku(), from, to));
    }
  }

  private static void requireReceived(SupplyStatus status, Quantity quantity) {
    if (quantity.compareTo(status.received()) < 0) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "quantity of supply %s must be at least the %s units received: %s"
              .formatted(status.supply().id(), status.received(), quantity),
          Facts.of("supply", status.supply().id())
              .and("asked", quantity)
              .and("allowed", status.received()));
    }
  }
}
