package io.backorder.stock;

/**
 * The units of one item at one location.
 *
 * @param location the location
 * @param onHand the units physically there
 * @param reserved the units there that belong to an order line, at most {@code onHand}
 * @param held the units there that are set aside for carts
 */
public record StockLevel(LocationId location, Quantity onHand, Quantity reserved, Quantity held) {

  /**
   * Returns the units that belong to nobody: on hand less reserved less held.
   *
   * @return the free units
   */
  public Quantity free() {
    return onHand.minus(reserved).minus(held);
  }
}
