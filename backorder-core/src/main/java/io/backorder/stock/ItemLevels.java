package io.backorder.stock;

import java.util.List;
import java.util.Optional;

/**
 * The units of one item over all locations, as they stood at one moment.
 *
 * @param sku the item
 * @param locations the units at each location, in the order of the locations
 * @param outstanding what is owed to customers, and what suppliers are to bring
 * @param availability what a new order could get
 */
public record ItemLevels(
    Sku sku, List<StockLevel> locations, Outstanding outstanding, Availability availability) {

  /** Copies the levels. */
  public ItemLevels {
    locations = List.copyOf(locations);
  }

  /**
   * What is owed to customers, and what suppliers are to bring.
   *
   * @param backordered the units that are ordered, accepted, and wait
   * @param inbound the units that announced supplies will still bring; none of them is available now
   */
  public record Outstanding(Quantity backordered, Quantity inbound) {}

  /**
   * What a new order without a channel could get.
   *
   * @param now the units that it would get from the shelf: what is free at active locations, less
   *     the buffer, less what waiting lines can use; never below zero
   * @param toOrder the units that it could order in all, those that would wait included; empty
   *     where there is no cap
   */
  public record Availability(Quantity now, Optional<Quantity> toOrder) {}

  /**
   * Returns the units physically there, over all locations, inactive ones included.
   *
   * @return the units on hand
   */
  public Quantity onHand() {
    return locations.stream().map(StockLevel::onHand).reduce(Quantity.ZERO, Quantity::plus);
  }

  /**
   * Returns the units on hand that belong to order lines.
   *
   * @return the reserved units
   */
  public Quantity reserved() {
    return locations.stream().map(StockLevel::reserved).reduce(Quantity.ZERO, Quantity::plus);
  }

  /**
   * Returns the units on hand that are set aside for carts.
   *
   * @return the held units
   */
  public Quantity held() {
    return locations.stream().map(StockLevel::held).reduce(Quantity.ZERO, Quantity::plus);
  }

  /**
   * Returns the units that wait.
   *
   * @return the units that are ordered, accepted, and neither reserved nor shipped
   */
  public Quantity backordered() {
    return outstanding.backordered();
  }

  /**
   * Returns the units that announced supplies will still bring, overdue ones included.
   *
   * @return the inbound units, none of which is available now
   */
  public Quantity inbound() {
    return outstanding.inbound();
  }

  /**
   * Returns what a new order would get from the shelf.
   *
   * @return the units available now
   */
  public Quantity availableNow() {
    return availability.now();
  }

  /**
   * Returns what a new order could order in all, those units that would wait included.
   *
   * @return the units available to order; empty where there is no cap
   */
  public Optional<Quantity> availableToOrder() {
    return availability.toOrder();
  }

  /**
   * Returns the inventory position: on hand less reserved plus inbound less backordered. It is negative
   * when more units wait than lie free or are announced.
   *
   * @return the signed number of units
   */
  public long position() {
    return onHand().minus(reserved()).plus(inbound()).units() - backordered().units();
  }

  /**
   * Returns the units at one location.
   *
   * @param location the location
   * @return its level, or empty if there is no such location
   */
  public Optional<StockLevel> at(LocationId location) {
    return locations.stream().filter(level -> level.location().equals(location)).findFirst();
  }
}
