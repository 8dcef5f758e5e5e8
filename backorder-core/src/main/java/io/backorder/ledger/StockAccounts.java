package io.backorder.ledger;

import static java.util.Objects.requireNonNull;

import io.backorder.stock.LocationId;
import io.backorder.supply.Supply;
import io.backorder.supply.SupplyId;
import java.time.Instant;

/**
 * The accounts of one item, between which entries move units.
 *
 * <p>A number of units is negative when units leave the account.
 */
public interface StockAccounts {

  /**
   * Moves units in or out of the shelf.
   *
   * @param location where the units lie
   * @param units the signed number of units
   */
  void onHand(LocationId location, long units);

  /**
   * Moves units in or out of what is set aside for a cart.
   *
   * @param cart the cart's line
   * @param location where the units lie
   * @param units the signed number of units
   */
  void held(CartLine cart, LocationId location, long units);

  /**
   * Counts units that were granted to a group, or given back by it, in a stretch of time.
   *
   * @param tally the group and the time
   * @param units the signed number of units
   */
  void tallied(Tally tally, long units);

  /**
   * Opens the account of a supply with the units that it is to bring, or takes that back.
   *
   * @param supply what is announced
   * @param sign 1 to open it, -1 to take it back
   */
  void announced(Supply supply, long sign);

  /**
   * Moves units in or out of what a supply will still bring, by announcing another quantity.
   *
   * @param supply the supply
   * @param schedule how much is to come in all, and when
   */
  void rescheduled(SupplyId supply, Supply.Schedule schedule);

  /**
   * Moves units that came of a supply to the shelf: those that were expected out of what it will still
   * bring, and those beyond from the supplier.
   *
   * @param supply the supply
   * @param location where the units lie
   * @param units the signed number of units
   */
  void received(SupplyId supply, LocationId location, long units);

  /**
   * Moves what a supply will still bring back to the supplier, or takes that back.
   *
   * @param supply the supply
   * @param sign 1 to close it, -1 to open it again
   */
  void closed(SupplyId supply, long sign);

  /**
   * What the units granted to a group of customers in a stretch of time are counted under.
   *
   * @param group what is counted, and for which group
   * @param from the beginning of the time
   */
  record Tally(String group, Instant from) {

    /** Rejects missing parts. */
    public Tally {
      requireNonNull(group, "group");
      requireNonNull(from, "from");
    }

    @Override
    public String toString() {
      return group + " from " + from;
    }
  }
}
