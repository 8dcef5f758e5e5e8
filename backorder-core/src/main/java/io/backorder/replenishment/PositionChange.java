package io.backorder.replenishment;

import io.backorder.ledger.InventoryEvent;
import io.backorder.stock.Sku;
import java.util.Optional;

/**
 * Which events may move an inventory position: those that change on hand less reserved, what
 * is inbound, or what waits.
 */
final class PositionChange {

  private PositionChange() {}

  /** Returns the item whose position may have moved. */
  static Optional<Sku> item(InventoryEvent event) {
    return ofStock(event).or(() -> ofSupply(event)).or(() -> ofLine(event));
  }

  private static Optional<Sku> ofStock(InventoryEvent event) {
    if (event instanceof InventoryEvent.ReceivedStock received) {
      return Optional.of(received.sku());
    } else if (event instanceof InventoryEvent.Adjusted adjusted) {
      return Optional.of(adjusted.sku());
    } else if (event instanceof InventoryEvent.Returned returned) {
      return Optional.of(returned.units().sku());
    } else if (event instanceof InventoryEvent.LostReservation lost) {
      return Optional.of(lost.sku());
    }
    return Optional.empty();
  }

  private static Optional<Sku> ofSupply(InventoryEvent event) {
    if (event instanceof InventoryEvent.SupplyAnnounced announced) {
      return Optional.of(announced.supply().sku());
    } else if (event instanceof InventoryEvent.SupplyRescheduled rescheduled) {
      return Optional.of(rescheduled.sku());
    } else if (event instanceof InventoryEvent.SupplyClosed closed) {
      return Optional.of(closed.sku());
    }
    return Optional.empty();
  }

  private static Optional<Sku> ofLine(InventoryEvent event) {
    if (event instanceof InventoryEvent.Reserved reserved) {
      return Optional.of(reserved.sku());
    } else if (event instanceof InventoryEvent.Backordered waiting) {
      return Optional.of(waiting.sku());
    } else if (event instanceof InventoryEvent.Released released) {
      return Optional.of(released.sku());
    } else if (event instanceof InventoryEvent.Cancelled cancelled) {
      return Optional.of(cancelled.sku());
    } else if (event instanceof InventoryEvent.Changed changed) {
      return Optional.of(changed.sku());
    }
    return Optional.empty();
  }
}
