package io.backorder.store;

import io.backorder.stock.Location;
import io.backorder.stock.Quantity;
import io.backorder.stock.StockLevel;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * The units of one item at one location. This type is confined to whoever locked the item, and
 * changes through {@link ItemState} alone.
 */
public final class LocationState {

  private final Location location;
  private final ClaimQueue holders = new ClaimQueue();
  private @Nullable UnreadClaims unread;
  private long onHand;
  private long reserved;
  private long held;

  LocationState(Location location) {
    this.location = location;
  }

  /**
   * Returns the location.
   *
   * @return the location
   */
  public Location location() {
    return location;
  }

  /**
   * Returns the units physically there.
   *
   * @return the number of units, zero or more
   */
  public long onHand() {
    return onHand;
  }

  /**
   * Returns the units there that belong to order lines.
   *
   * @return the number of units, zero or more
   */
  public long reserved() {
    return reserved;
  }

  /**
   * Returns the units there that are set aside for carts, whose time may be over.
   *
   * @return the number of units, zero or more
   */
  public long held() {
    return held;
  }

  /**
   * Returns the claims with units reserved there, last in line first.
   *
   * @return the claims, read lazily; the item must not change meanwhile
   */
  public Iterator<ClaimState> holdersFromTheEnd() {
    UnreadClaims rest = unread;
    return rest == null ? holders.fromTheEnd() : ReadingOn.backward(holders, rest);
  }

  /**
   * Returns the level, with another number of held units.
   *
   * @param live the units held for carts whose time is not over
   * @return the level
   */
  StockLevel level(long live) {
    return new StockLevel(
        location.id(), Quantity.of(onHand), Quantity.of(reserved), Quantity.of(live));
  }

  /** Takes over what a database keeps. */
  void restore(long lying, long reservedThere, long heldThere) {
    onHand = lying;
    reserved = reservedThere;
    held = heldThere;
  }

  /** Takes over that claims with units reserved here are read when somebody asks. */
  void restore(UnreadClaims holdersUnread) {
    unread = holdersUnread;
  }

  /** Takes in a claim that a store has read, and whose units are counted already. */
  void restore(ClaimState claim) {
    holders.add(claim);
  }

  void moveOnHand(long units) {
    onHand += units;
  }

  void moveHeld(long units) {
    held += units;
  }

  void moveReserved(ClaimState claim, long after, long units) {
    reserved += units;
    if (after == units) {
      holders.add(claim);
    } else if (after == 0) {
      holders.remove(claim);
    }
  }
}
