package io.backorder.demand;

import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the units of one order line are, as it stood at one moment.
 *
 * <p>Always {@code ordered = reserved + backordered + shipped + cancelled + refused}.
 *
 * @param id the line
 * @param sku the item
 * @param units how many units are where
 * @param reservedAt the reserved units at each location; units of an item that is not tracked are
 *     reserved at {@link LocationId#NOWHERE}
 */
public record LineStatus(
    OrderLineId id, Sku sku, Units units, Map<LocationId, Quantity> reservedAt) {

  /** Copies the map. */
  public LineStatus {
    reservedAt = Collections.unmodifiableMap(new TreeMap<>(reservedAt));
  }

  /**
   * How many units of a line are where.
   *
   * @param reserved units on hand that may be shipped
   * @param backordered units that wait
   * @param departed units that are no longer open
   */
  public record Units(Quantity reserved, Quantity backordered, Departed departed) {}

  /**
   * The units of a line that are no longer open.
   *
   * @param shipped units that have left the house; what came back is not taken off
   * @param cancelled units that the customer gave up
   * @param refused units that were not accepted
   * @param returned units that were shipped and came back
   */
  public record Departed(
      Quantity shipped, Quantity cancelled, Quantity refused, Quantity returned) {}

  /**
   * Returns the units asked for: those reserved, waiting, shipped, cancelled and refused.
   *
   * @return the units ordered
   */
  public Quantity ordered() {
    return units
        .reserved
        .plus(units.backordered)
        .plus(shipped())
        .plus(cancelled())
        .plus(refused());
  }

  /**
   * Returns the units on hand that belong to this line.
   *
   * @return the reserved units
   */
  public Quantity reserved() {
    return units.reserved;
  }

  /**
   * Returns the units that wait.
   *
   * @return the backordered units
   */
  public Quantity backordered() {
    return units.backordered;
  }

  /**
   * Returns the units that have left the house.
   *
   * @return the shipped units
   */
  public Quantity shipped() {
    return units.departed.shipped;
  }

  /**
   * Returns the units that the customer gave up.
   *
   * @return the cancelled units
   */
  public Quantity cancelled() {
    return units.departed.cancelled;
  }

  /**
   * Returns the units that were not accepted.
   *
   * @return the refused units
   */
  public Quantity refused() {
    return units.departed.refused;
  }

  /**
   * Returns the units that were shipped and came back.
   *
   * @return the returned units
   */
  public Quantity returned() {
    return units.departed.returned;
  }
}
