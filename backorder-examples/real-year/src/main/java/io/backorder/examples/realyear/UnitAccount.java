package io.backorder.examples.realyear;

import io.backorder.InventoryListener;
import io.backorder.ledger.InventoryEvent;
import io.backorder.ledger.InventoryEvent.Adjusted;
import io.backorder.ledger.InventoryEvent.BackorderFilled;
import io.backorder.ledger.InventoryEvent.Backordered;
import io.backorder.ledger.InventoryEvent.Cancelled;
import io.backorder.ledger.InventoryEvent.LostReservation;
import io.backorder.ledger.InventoryEvent.ReceivedStock;
import io.backorder.ledger.InventoryEvent.Released;
import io.backorder.ledger.InventoryEvent.Reserved;
import io.backorder.ledger.InventoryEvent.Returned;
import io.backorder.ledger.InventoryEvent.Shipped;

/**
 * Units by where they came from and where they went, counted from what the inventory tells. The
 * inventory is never asked, so that both can be compared.
 */
final class UnitAccount implements InventoryListener {

  private long received;
  private long found;
  private long lost;
  private long shipped;
  private long returned;
  private long reservedNew;
  private long backordered;
  private long cancelled;
  private long reserved;

  @Override
  public void onEvent(InventoryEvent event) {
    if (event instanceof ReceivedStock told) {
      received += told.quantity().units();
    } else if (event instanceof Shipped told) {
      shipped += told.quantity().units();
      reserved -= told.quantity().units();
    } else if (event instanceof Returned told) {
      returned += told.units().quantity().units();
    } else if (event instanceof Adjusted told) {
      found += Math.max(0, told.delta());
      lost += Math.max(0, -told.delta());
    } else {
      onLine(event);
    }
  }

  private void onLine(InventoryEvent event) {
    if (event instanceof Reserved told) {
      reservedNew += told.quantity().units();
      reserved += told.quantity().units();
    } else if (event instanceof Backordered told) {
      backordered += told.quantity().units();
    } else if (event instanceof BackorderFilled told) {
      reserved += told.quantity().units();
    } else if (event instanceof Released told) {
      reserved -= told.quantity().units();
    } else if (event instanceof LostReservation told) {
      reserved -= told.quantity().units();
    } else if (event instanceof Cancelled told) {
      cancelled += told.quantity().units();
    }
  }

  /** Returns the units that arrived, those of the opening stock included. */
  long received() {
    return received;
  }

  /** Returns the units that corrections added. */
  long found() {
    return found;
  }

  /** Returns the units that corrections took away. */
  long lost() {
    return lost;
  }

  /** Returns the units that left the house. */
  long shipped() {
    return shipped;
  }

  /** Returns the units that came back to stock. */
  long returned() {
    return returned;
  }

  /** Returns the units that customers ordered. */
  long ordered() {
    return reservedNew + backordered;
  }

  /** Returns the units that customers gave up before they were shipped. */
  long cancelled() {
    return cancelled;
  }

  /** Returns the units that lie on the shelves. */
  long onHand() {
    return received + returned + found - lost - shipped;
  }

  /** Returns the units on the shelves that belong to orders. */
  long reserved() {
    return reserved;
  }

  /** Returns the units that wait. */
  long waiting() {
    return ordered() - shipped - cancelled - reserved;
  }
}
