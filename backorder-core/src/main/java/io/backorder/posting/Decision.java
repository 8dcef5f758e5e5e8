package io.backorder.posting;

import io.backorder.demand.HoldId;
import io.backorder.demand.OrderId;
import io.backorder.stock.Sku;
import io.backorder.store.StockStore;
import io.backorder.supply.SupplyId;
import java.util.List;

/**
 * How one kind of document is decided: which items it concerns, and which entries it writes. It reads
 * no clock and keeps no state. There is one package-private class for each kind of document.
 */
public abstract sealed class Decision
    permits AdjustDecision,
        CancelDecision,
        ChangeDecision,
        ConfirmDecision,
        CountDecision,
        ExpireDecision,
        HoldDecision,
        PlaceDecision,
        ReallocateDecision,
        ReceiveDecision,
        ReleaseDecision,
        ReturnDecision,
        ReviewDecision,
        SendDecision,
        ShipDecision,
        SubstituteDecision,
        TransferDecision,
        AnnounceDecision,
        RescheduleDecision,
        CloseSupplyDecision {

  Decision() {}

  /** Returns the orders that the document names and that were placed before. */
  List<OrderId> orders() {
    return List.of();
  }

  /** Returns the holds that the document names and that were placed before. */
  List<HoldId> holds() {
    return List.of();
  }

  /** Returns the supplies that the document names and that were announced before. */
  List<SupplyId> supplies() {
    return List.of();
  }

  /** Returns the items to lock, in the order in which the document names them. */
  List<Sku> items(StockStore store, LedgerClock clock) {
    return items(store);
  }

  /** Returns the items to lock where they do not depend on the time. */
  List<Sku> items(StockStore store) {
    throw new IllegalStateException("items depend on the time: " + store);
  }

  /** Whether the document may name kits, whose parts are then locked with them. */
  boolean namesKits() {
    return false;
  }

  /** Writes the entries, or throws and leaves it to the unit of work to take them back. */
  abstract void decide(Draft draft);
}
