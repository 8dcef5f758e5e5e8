package io.backorder.ledger;

import io.backorder.stock.LocationId;

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
}
