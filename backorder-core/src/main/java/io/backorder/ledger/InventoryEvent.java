package io.backorder.ledger;

import io.backorder.demand.HoldId;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLineId;
import io.backorder.ledger.LedgerEntry.Restocking;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.supply.Supply;
import io.backorder.supply.SupplyId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What listeners are told after a document was posted.
 *
 * <p>The events of one document come in the order of what happened: what the document itself did,
 * line by line; then what the freed units filled; then which orders became ready or closed. The set
 * of events is closed. Every event is immutable, and its text is one line for people.
 */
public sealed interface InventoryEvent {

  /**
   * Goods arrived.
   *
   * @param sku the item
   * @param location where the units lie
   * @param quantity the units
   */
  record ReceivedStock(Sku sku, LocationId location, Quantity quantity) implements InventoryEvent {

    @Override
    public String toString() {
      return "ReceivedStock %s@%s %s".formatted(sku, location, quantity);
    }
  }

  /**
   * Newly ordered units were reserved from the shelf.
   *
   * @param line the order line
   * @param sku the item
   * @param location where the units lie
   * @param quantity the units
   */
  record Reserved(OrderLineId line, Sku sku, LocationId location, Quantity quantity)
      implements InventoryEvent {

    @Override
    public String toString() {
      return "Reserved %s %s %s@%s".formatted(line, quantity, sku, location);
    }
  }

  /**
   * Newly ordered units wait.
   *
   * @param line the order line
   * @param sku the item
   * @param quantity the units
   */
  record Backordered(OrderLineId line, Sku sku, Quantity quantity) implements InventoryEvent {

    @Override
    public String toString() {
      return "Backordered %s %s".formatted(line, quantity);
    }
  }

  /**
   * Units that had been waiting are now reserved.
   *
   * @param line the order line
   * @param sku the item
   * @param location where the units lie
   * @param quantity the units
   */
  record BackorderFilled(OrderLineId line, Sku sku, LocationId location, Quantity quantity)
      implements InventoryEvent {

    @Override
    public String toString() {
      return "BackorderFilled %s %s %s@%s".formatted(line, quantity, sku, location);
    }
  }

  /**
   * Newly ordered units were not accepted.
   *
   * @param line the order line
   * @param sku the item
   * @param quantity the units
   */
  record Refused(OrderLineId line, Sku sku, Quantity quantity) implements InventoryEvent {

    @Override
    public String toString() {
      return "Refused %s %s".formatted(line, quantity);
    }
  }

  /**
   * Reserved units became free, because the line gives them up.
   *
   * @param line the order line
   * @param sku the item
   * @param location where the units lie
   * @param quantity the units
   */
  record Released(OrderLineId line, Sku sku, LocationId location, Quantity quantity)
      implements InventoryEvent {

    @Override
    public String toString() {
      return "Released %s %s %s@%s".formatted(line, quantity, sku, location);
    }
  }

  /**
   * The customer gave units up.
   *
   * @param line the order line
   * @param sku the item
   * @param quantity the units
   */
  record Cancelled(OrderLineId line, Sku sku, Quantity quantity) implements InventoryEvent {

    @Override
    public String toString() {
      return "Cancelled %s %s".formatted(line, quantity);
    }
  }

  /**
   * Reserved units left the house.
   *
   * @param line the order line
   * @param sku the item
   * @param location where the units lie
   * @param quantity the units
   */
  record Shipped(OrderLineId line, Sku sku, LocationId location, Quantity quantity)
      implements InventoryEvent {

    @Override
    public String toString() {
      return "Shipped %s %s %s@%s".formatted(line, quantity, sku, location);
    }
  }

  /**
   * Shipped units came back.
   *
   * @param line the order line
   * @param units how many units of which item came back, and where to
   * @param restocking whether they may be sold again
   */
  record Returned(OrderLineId line, StockUnits units, Restocking restocking)
      implements InventoryEvent {

    @Override
    public String toString() {
      return "Returned %s %s".formatted(line, units);
    }
  }

  /**
   * On hand was corrected, by a count or by an adjustment.
   *
   * @param sku the item
   * @param location where the units lie
   * @param delta the signed number of units
   * @param reason why, in the host's words
   */
  record Adjusted(Sku sku, LocationId location, long delta, String reason)
      implements InventoryEvent {

    @Override
    public String toString() {
      return "Adjusted %s@%s %d".formatted(sku, location, delta);
    }
  }

  /**
   * All that is left of an order to ship may ship now.
   *
   * @param order the order
   */
  record OrderReady(OrderId order) implements InventoryEvent {

    @Override
    public String toString() {
      return "OrderReady %s".formatted(order);
    }
  }

  /**
   * Nothing of an order is open any more.
   *
   * @param order the order
   */
  record OrderClosed(OrderId order) implements InventoryEvent {

    @Override
    public String toString() {
      return "OrderClosed %s".formatted(order);
    }
  }

  /**
   * Units were set aside for a cart.
   *
   * @param hold the hold
   */
  record HoldPlaced(HoldId hold) implements InventoryEvent {

    @Override
    public String toString() {
      return "HoldPlaced %s".formatted(hold);
    }
  }

  /**
   * A hold became an order.
   *
   * @param hold the hold
   * @param order the order
   */
  record HoldConfirmed(HoldId hold, OrderId order) implements InventoryEvent {

    @Override
    public String toString() {
      return "HoldConfirmed %s".formatted(hold);
    }
  }

  /**
   * A hold was given up.
   *
   * @param hold the hold
   */
  record HoldReleased(HoldId hold) implements InventoryEvent {

    @Override
    public String toString() {
      return "HoldReleased %s".formatted(hold);
    }
  }

  /**
   * A hold whose time is over was swept.
   *
   * @param hold the hold
   */
  record HoldExpired(HoldId hold) implements InventoryEvent {

    @Override
    public String toString() {
      return "HoldExpired %s".formatted(hold);
    }
  }

  /**
   * A count or an adjustment took held units away.
   *
   * @param hold the hold
   * @param sku the item
   * @param location where the units lie
   * @param quantity the units
   */
  record HoldReduced(HoldId hold, Sku sku, LocationId location, Quantity quantity)
      implements InventoryEvent {

    @Override
    public String toString() {
      return "HoldReduced %s %s %s@%s".formatted(hold, quantity, sku, location);
    }
  }

  /**
   * A line got another quantity.
   *
   * @param line the order line
   * @param sku the item
   * @param from the units ordered before
   * @param to the units ordered after
   */
  record Changed(OrderLineId line, Sku sku, Quantity from, Quantity to) implements InventoryEvent {

    @Override
    public String toString() {
      return "Changed %s %s %s".formatted(line, from, to);
    }
  }

  /**
   * Free units moved from one location to another.
   *
   * @param sku the item
   * @param from where they lay
   * @param to where they lie
   * @param quantity the units
   */
  record Transferred(Sku sku, LocationId from, LocationId to, Quantity quantity)
      implements InventoryEvent {

    @Override
    public String toString() {
      return "Transferred %s %s %s %s".formatted(sku, from, to, quantity);
    }
  }

  /**
   * A count or an adjustment took reserved units away; they wait again at their old place in line.
   *
   * @param line the order line
   * @param sku the item
   * @param location where the units lie
   * @param quantity the units
   */
  record LostReservation(OrderLineId line, Sku sku, LocationId location, Quantity quantity)
      implements InventoryEvent {

    @Override
    public String toString() {
      return "LostReservation %s %s %s@%s".formatted(line, quantity, sku, location);
    }
  }

  /**
   * A reallocation took reserved units away; they wait again at their old place in line.
   *
   * @param line the order line
   * @param sku the item
   * @param location where the units lie
   * @param quantity the units
   */
  record Reallocated(OrderLineId line, Sku sku, LocationId location, Quantity quantity)
      implements InventoryEvent {

    @Override
    public String toString() {
      return "Reallocated %s %s %s@%s".formatted(line, quantity, sku, location);
    }
  }

  /**
   * Free units left a location for another one, where they arrive as a supply.
   *
   * @param transfer the supply
   * @param units how many units of which item, and where they lay
   */
  record StockSent(SupplyId transfer, StockUnits units) implements InventoryEvent {

    @Override
    public String toString() {
      return "StockSent %s %s".formatted(transfer, units);
    }
  }

  /**
   * A waiting line has a day for the first time, or again.
   *
   * @param line the order line
   * @param sku the item
   * @param day the day by which the last of its units is promised
   */
  record PromiseMade(OrderLineId line, Sku sku, LocalDate day) implements InventoryEvent {

    @Override
    public String toString() {
      return "PromiseMade %s %s".formatted(line, day);
    }
  }

  /**
   * The day of a waiting line became another one, or was lost.
   *
   * @param line the order line
   * @param sku the item
   * @param revision the day before, the day from now on, and why
   */
  record PromiseRevised(OrderLineId line, Sku sku, PromiseRevision revision)
      implements InventoryEvent {

    /**
     * Returns the day before.
     *
     * @return the day
     */
    public LocalDate from() {
      return revision.from().orElseThrow();
    }

    /**
     * Returns the day from now on.
     *
     * @return the day, or empty if nobody can say any more
     */
    public Optional<LocalDate> to() {
      return revision.to();
    }

    /**
     * Returns why the day became another one.
     *
     * @return what changed, by which document, and when
     */
    public PromiseCause cause() {
      return revision.cause();
    }

    /**
     * Tells whether the customer waits longer than was promised.
     *
     * @return true if the day became a later one, or was lost
     */
    public boolean isSlip() {
      return revision.isSlip();
    }

    /**
     * Tells whether the customer waits less long than was promised.
     *
     * @return true if the day became an earlier one
     */
    public boolean isImprovement() {
      return revision.isImprovement();
    }

    @Override
    public String toString() {
      return "PromiseRevised %s %s %s"
          .formatted(line, from(), to().map(LocalDate::toString).orElse("unknown"));
    }
  }

  /**
   * The allocation policy or the sourcing rule broke its contract; the document stands, without
   * allocation of this item. The next document that touches the item allocates again.
   *
   * @param sku the item
   * @param rule the rule that failed, as text
   * @param problem what it did
   */
  record AllocationFailed(Sku sku, String rule, String problem) implements InventoryEvent {

    @Override
    public String toString() {
      return "AllocationFailed %s %s: %s".formatted(sku, rule, problem);
    }
  }

  /**
   * A supply was announced.
   *
   * @param supply what is to come, where, and when
   */
  record SupplyAnnounced(Supply supply) implements InventoryEvent {

    @Override
    public String toString() {
      return "SupplyAnnounced %s %s".formatted(supply.id(), supply.quantity());
    }
  }

  /**
   * A supply got another quantity or another due moment.
   *
   * @param supply the supply
   * @param sku the item
   * @param from how much was to come, and when
   * @param to how much is to come, and when
   */
  record SupplyRescheduled(SupplyId supply, Sku sku, Supply.Schedule from, Supply.Schedule to)
      implements InventoryEvent {

    @Override
    public String toString() {
      return "SupplyRescheduled " + supply;
    }
  }

  /**
   * A supply was closed: nothing more will come of it.
   *
   * @param supply the supply
   * @param sku the item
   * @param quantity the units that were still expected
   */
  record SupplyClosed(SupplyId supply, Sku sku, Quantity quantity) implements InventoryEvent {

    @Override
    public String toString() {
      return "SupplyClosed " + supply;
    }
  }
}
