package io.backorder.ledger;

import io.backorder.stock.LocationId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The accounts of one order line, between which entries move units.
 *
 * <p>A number of units is negative when units leave the account.
 */
public interface LineAccounts {

  /**
   * Moves units in or out of the queue.
   *
   * @param claim the claim whose units they are
   * @param units the signed number of units
   */
  void queued(Claim claim, long units);

  /**
   * Moves units in or out of what is known to wait; they are in the queue too.
   *
   * @param units the signed number of units
   */
  void waiting(long units);

  /**
   * Moves units in or out of what is reserved.
   *
   * @param claim the claim whose units they are
   * @param location where the units lie
   * @param units the signed number of units
   */
  void reserved(Claim claim, LocationId location, long units);

  /**
   * Moves units in or out of the shelf.
   *
   * @param location where the units lie
   * @param units the signed number of units
   */
  void onHand(LocationId location, long units);

  /**
   * Moves units in or out of an account that is not open.
   *
   * @param account the account
   * @param units the signed number of units
   */
  void departed(Departure account, long units);

  /**
   * Notes the day for which the line's units are promised.
   *
   * @param day the day by which the last of them is there, or empty if nobody can say
   */
  void promised(Optional<LocalDate> day);

  /** The accounts of a line that are not open. */
  enum Departure {

    /** Left the house. */
    SHIPPED,

    /** Given up by the customer. */
    CANCELLED,

    /** Not accepted. */
    REFUSED,

    /** Shipped and came back: counted beside, not instead. */
    RETURNED
  }
}
