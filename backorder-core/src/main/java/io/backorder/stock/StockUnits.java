package io.backorder.stock;

import static java.util.Objects.requireNonNull;

/**
 * So many units of one item at one location.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param sku the item
 * @param location the location
 * @param quantity the units
 */
public record StockUnits(Sku sku, LocationId location, Quantity quantity) {

  /** Rejects missing parts. */
  public StockUnits {
    requireNonNull(sku, "sku");
    requireNonNull(location, "location");
    requireNonNull(quantity, "quantity");
  }

  /**
   * Returns so many units of an item at a location.
   *
   * @param sku the item
   * @param location the location
   * @param quantity the units
   * @return the units
   */
  public static StockUnits of(Sku sku, LocationId location, Quantity quantity) {
    return new StockUnits(sku, location, quantity);
  }

  @Override
  public String toString() {
    return quantity + " " + sku + "@" + location;
  }
}
