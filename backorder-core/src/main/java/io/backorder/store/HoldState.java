package io.backorder.store;

import io.backorder.demand.HoldId;
import io.backorder.ledger.CartLine;
import io.backorder.stock.Sku;
import java.time.Instant;
import java.util.List;

/**
 * A cart hold: what it asks for, until when, and how it ended.
 *
 * <p>Its end is guarded by the locks of all its items together; its units are accounts of the items.
 */
public final class HoldState {

  private final List<CartLine> cart;
  private volatile End end = End.NONE;

  /**
   * Makes the state of a hold that is open.
   *
   * @param cart the lines of the cart, at least one, all of one hold
   */
  public HoldState(List<CartLine> cart) {
    this.cart = List.copyOf(cart);
  }

  /**
   * Returns the hold's number.
   *
   * @return the number
   */
  public HoldId id() {
    return cart.get(0).hold();
  }

  /**
   * Returns the lines of the cart.
   *
   * @return the lines
   */
  public List<CartLine> cart() {
    return cart;
  }

  /**
   * Returns the first instant at which nothing is held any more.
   *
   * @return the instant
   */
  public Instant until() {
    return cart.get(0).until();
  }

  /**
   * Returns the items of the cart.
   *
   * @return the items, each once
   */
  public List<Sku> skus() {
    return cart.stream().map(line -> line.line().sku()).distinct().toList();
  }

  /**
   * Returns how the hold ended.
   *
   * @return the end, {@link End#NONE} while it is open
   */
  public End end() {
    return end;
  }

  /**
   * Tells whether the time of the hold is over.
   *
   * @param now the ledger's time
   * @return true from the instant of its end on
   */
  public boolean isOver(Instant now) {
    return !now.isBefore(until());
  }

  /**
   * Ends the hold, or opens it again when its end is undone.
   *
   * @param how how it ended
   */
  public void close(End how) {
    end = how;
  }

  /** How a hold ended. */
  public enum End {

    /** It is open. */
    NONE,

    /** It became an order. */
    CONFIRMED,

    /** It was given up. */
    RELEASED,

    /** Its time was over and it was swept. */
    EXPIRED
  }
}
