package io.backorder.ledger;

import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderTerms;
import io.backorder.ledger.LineAccounts.Departure;
import io.backorder.ledger.StockAccounts.Tally;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.supply.Supply;
import io.backorder.supply.SupplyId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One immutable line of the ledger: a movement of units of one item between two accounts.
 *
 * <p>The set of entries is closed. A wrong entry is corrected by another, never edited. What an entry
 * does to the accounts is its {@code move} method, which serves the live inventory, replay and undo
 * alike.
 */
public sealed interface LedgerEntry {

  /**
   * Returns the item whose units move.
   *
   * @return the item
   */
  Sku sku();

  /** An entry about an order line. */
  sealed interface LineEntry extends LedgerEntry {

    /**
     * Returns the claim whose units move.
     *
     * @return the claim
     */
    Claim claim();

    /**
     * Moves the units.
     *
     * @param accounts the accounts of the line
     * @param sign 1 to move them, -1 to move them back
     */
    void move(LineAccounts accounts, long sign);

    @Override
    default Sku sku() {
      return claim().sku();
    }
  }

  /** An entry about stock that no order line claims. */
  sealed interface StockEntry extends LedgerEntry {

    /**
     * Moves the units.
     *
     * @param accounts the accounts of the item
     * @param sign 1 to move them, -1 to move them back
     */
    void move(StockAccounts accounts, long sign);
  }

  /**
   * Units joined the queue: new demand at the moment of ordering, before anything is known of it.
   *
   * @param claim the claim whose units they are
   * @param line the line as it was ordered
   * @param terms what holds for all lines of the order
   */
  record Ordered(Claim claim, OrderLine line, OrderTerms terms) implements LineEntry {

    @Override
    public void move(LineAccounts accounts, long sign) {
      accounts.queued(claim, sign * line.quantity().units());
    }
  }

  /**
   * Newly ordered units were reserved from the shelf.
   *
   * @param claim the claim whose units they are
   * @param location where the units lie
   * @param quantity the units
   */
  record Reserved(Claim claim, LocationId location, Quantity quantity) implements LineEntry {

    @Override
    public void move(LineAccounts accounts, long sign) {
      accounts.reserved(claim, location, sign * quantity.units());
      accounts.queued(claim, -sign * quantity.units());
    }
  }

  /**
   * Newly ordered units were accepted and wait.
   *
   * @param claim the claim whose units they are
   * @param quantity the units
   */
  record Backordered(Claim claim, Quantity quantity) implements LineEntry {

    @Override
    public void move(LineAccounts accounts, long sign) {
      accounts.waiting(sign * quantity.units());
    }
  }

  /**
   * Newly ordered units were not accepted.
   *
   * @param claim the claim whose units they are
   * @param quantity the units
   */
  record Refused(Claim claim, Quantity quantity) implements LineEntry {

    @Override
    public void move(LineAccounts accounts, long sign) {
      accounts.queued(claim, -sign * quantity.units());
      accounts.departed(Departure.REFUSED, sign * quantity.units());
    }
  }

  /**
   * Units that had been waiting were reserved.
   *
   * @param claim the claim whose units they are
   * @param location where the units lie
   * @param quantity the units
   */
  record BackorderFilled(Claim claim, LocationId location, Quantity quantity) implements LineEntry {

    @Override
    public void move(LineAccounts accounts, long sign) {
      accounts.reserved(claim, location, sign * quantity.units());
      accounts.queued(claim, -sign * quantity.units());
      accounts.waiting(-sign * quantity.units());
    }
  }

  /**
   * Reserved units became free, because the line gives them up: a {@link Cancelled} or a {@link Changed} entry of the same document takes them out of the queue.
   *
   * @param claim the claim whose units they are
   * @param location where the units lie
   * @param quantity the units
   */
  record Released(Claim claim, LocationId location, Quantity quantity) implements LineEntry {

    @Override
    public void move(LineAccounts accounts, long sign) {
      accounts.queued(claim, sign * quantity.units());
      accounts.reserved(claim, location, -sign * quantity.units());
    }
  }

  /**
   * The customer gave units up.
   *
   * @param claim the claim whose units they are
   * @param quantity the units
   * @param waited how many of them had been waiting; the others were released just before
   */
  record Cancelled(Claim claim, Quantity quantity, Quantity waited) implements LineEntry {

    @Override
    public void move(LineAccounts accounts, long sign) {
      accounts.queued(claim, -sign * quantity.units());
      accounts.waiting(-sign * waited.units());
      accounts.departed(Departure.CANCELLED, sign * quantity.units());
    }
  }

  /**
   * The line got another quantity. A raised line joins the queue anew with what was added; a lowered one
   * leaves it.
   *
   * @param claim the claim whose units they are
   * @param from the units ordered before
   * @param to the units ordered after
   * @param waited how many of those taken off had been waiting
   */
  record Changed(Claim claim, Quantity from, Quantity to, Quantity waited) implements LineEntry {

    @Override
    public void move(LineAccounts accounts, long sign) {
      accounts.queued(claim, sign * (to.units() - from.units()));
      accounts.waiting(-sign * waited.units());
    }
  }

  /**
   * Reserved units left the house.
   *
   * @param claim the claim whose units they are
   * @param location where the units lie
   * @param quantity the units
   */
  record Shipped(Claim claim, LocationId location, Quantity quantity) implements LineEntry {

    @Override
    public void move(LineAccounts accounts, long sign) {
      accounts.reserved(claim, location, -sign * quantity.units());
      accounts.onHand(location, -sign * quantity.units());
      accounts.departed(Departure.SHIPPED, sign * quantity.units());
    }
  }

  /**
   * Shipped units came back.
   *
   * @param claim the claim whose units they are
   * @param location where the units lie
   * @param quantity the units
   * @param restocking whether they may be sold again
   */
  record Returned(Claim claim, LocationId location, Quantity quantity, Restocking restocking)
      implements LineEntry {

    @Override
    public void move(LineAccounts accounts, long sign) {
      if (restocking == Restocking.TO_STOCK) {
        accounts.onHand(location, sign * quantity.units()); // first, because only this can overflow
      }
      accounts.departed(Departure.RETURNED, sign * quantity.units());
    }
  }

  /**
   * A count or an adjustment took reserved units away; they wait again at their old place in line.
   *
   * @param claim the claim whose units they are
   * @param location where the units lie
   * @param quantity the units
   */
  record LostReservation(Claim claim, LocationId location, Quantity quantity) implements LineEntry {

    @Override
    public void move(LineAccounts accounts, long sign) {
      accounts.waiting(sign * quantity.units()); // first, because only this one can overflow
      accounts.queued(claim, sign * quantity.units());
      accounts.reserved(claim, location, -sign * quantity.units());
    }
  }

  /**
   * A reallocation took reserved units away; they wait again at their old place in line.
   *
   * @param claim the claim whose units they are
   * @param location where the units lie
   * @param quantity the units
   */
  record Reallocated(Claim claim, LocationId location, Quantity quantity) implements LineEntry {

    @Override
    public void move(LineAccounts accounts, long sign) {
      accounts.waiting(sign * quantity.units()); // first, because only this one can overflow
      accounts.queued(claim, sign * quantity.units());
      accounts.reserved(claim, location, -sign * quantity.units());
    }
  }

  /**
   * The day for which the waiting units of a line are promised became another one, was found or was lost.
   * It moves no unit.
   *
   * @param claim the claim with which the line joined the queue first
   * @param from the day before; empty if there was none
   * @param to the day from now on; empty if nobody can say
   */
  record Promised(Claim claim, Optional<LocalDate> from, Optional<LocalDate> to)
      implements LineEntry {

    @Override
    public void move(LineAccounts accounts, long sign) {
      accounts.promised(sign > 0 ? to : from);
    }
  }

  /**
   * Goods arrived.
   *
   * @param sku the item
   * @param location where the units lie
   * @param quantity the units
   */
  record Received(Sku sku, LocationId location, Quantity quantity) implements StockEntry {

    @Override
    public void move(StockAccounts accounts, long sign) {
      accounts.onHand(location, sign * quantity.units());
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
  record Adjusted(Sku sku, LocationId location, long delta, String reason) implements StockEntry {

    @Override
    public void move(StockAccounts accounts, long sign) {
      accounts.onHand(location, sign * delta);
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
      implements StockEntry {

    @Override
    public void move(StockAccounts accounts, long sign) {
      accounts.onHand(from, -sign * quantity.units());
      accounts.onHand(to, sign * quantity.units());
    }
  }

  /**
   * Free units left a location; on their way to another one they are inbound as a supply, which an entry of
   * its own announces.
   *
   * @param transfer the supply as which they arrive
   * @param units how many units of which item, and where they lay
   */
  record StockSent(SupplyId transfer, StockUnits units) implements StockEntry {

    @Override
    public Sku sku() {
      return units.sku();
    }

    @Override
    public void move(StockAccounts accounts, long sign) {
      accounts.onHand(units.location(), -sign * units.quantity().units());
    }
  }

  /**
   * Free units were set aside for a cart.
   *
   * @param cart the cart's line
   * @param location where the units lie
   * @param quantity the units
   */
  record Held(CartLine cart, LocationId location, Quantity quantity) implements StockEntry {

    @Override
    public Sku sku() {
      return cart.line().sku();
    }

    @Override
    public void move(StockAccounts accounts, long sign) {
      accounts.held(cart, location, sign * quantity.units());
    }
  }

  /**
   * Held units became free, because the hold was released, confirmed or ended.
   *
   * @param cart the cart's line
   * @param location where the units lie
   * @param quantity the units
   */
  record Unheld(CartLine cart, LocationId location, Quantity quantity) implements StockEntry {

    @Override
    public Sku sku() {
      return cart.line().sku();
    }

    @Override
    public void move(StockAccounts accounts, long sign) {
      accounts.held(cart, location, -sign * quantity.units());
    }
  }

  /**
   * A count or an adjustment took held units away.
   *
   * @param cart the cart's line
   * @param location where the units lie
   * @param quantity the units
   */
  record HoldReduced(CartLine cart, LocationId location, Quantity quantity) implements StockEntry {

    @Override
    public Sku sku() {
      return cart.line().sku();
    }

    @Override
    public void move(StockAccounts accounts, long sign) {
      accounts.held(cart, location, -sign * quantity.units());
    }
  }

  /**
   * Units that were granted to a group, or given back by it; a rationing guard counts them. It moves no
   * unit and is told to nobody.
   *
   * @param sku the item
   * @param tally the group and the time under which they are counted
   * @param units the units granted, negative for units given back
   */
  record Tallied(Sku sku, Tally tally, long units) implements StockEntry {

    @Override
    public void move(StockAccounts accounts, long sign) {
      accounts.tallied(tally, sign * units);
    }
  }

  /**
   * Units were announced: they are expected of the supplier.
   *
   * @param supply what is announced
   */
  record SupplyAnnounced(Supply supply) implements StockEntry {

    @Override
    public Sku sku() {
      return supply.sku();
    }

    @Override
    public void move(StockAccounts accounts, long sign) {
      accounts.announced(supply, sign);
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
      implements StockEntry {

    @Override
    public void move(StockAccounts accounts, long sign) {
      accounts.rescheduled(supply, sign > 0 ? to : from);
    }
  }

  /**
   * A supply was closed: nothing more will come of it.
   *
   * @param supply the supply
   * @param sku the item
   * @param quantity the units that were still expected
   */
  record SupplyClosed(SupplyId supply, Sku sku, Quantity quantity) implements StockEntry {

    @Override
    public void move(StockAccounts accounts, long sign) {
      accounts.closed(supply, sign);
    }
  }

  /**
   * Goods arrived that a supply had announced.
   *
   * @param supply the supply
   * @param units what arrived where
   * @param excess how many of the units are more than were still expected
   */
  record SupplyReceived(SupplyId supply, StockUnits units, Quantity excess) implements StockEntry {

    @Override
    public Sku sku() {
      return units.sku();
    }

    @Override
    public void move(StockAccounts accounts, long sign) {
      accounts.received(supply, units.location(), sign * units.quantity().units());
    }
  }

  /** Whether goods that came back may be sold again. */
  enum Restocking {

    /** They are put on the shelf, and serve who waits. */
    TO_STOCK,

    /** They are written off; the return is recorded and no stock moves. */
    WRITTEN_OFF
  }
}
