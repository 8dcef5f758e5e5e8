package io.backorder.replenishment;

import static java.util.Objects.requireNonNull;

import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import io.backorder.stock.Quantity;
import java.util.Optional;

/**
 * In which quantities a supplier delivers: whole packs, at least so many units, and perhaps at most so many.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param minimum the fewest units of an order, 0 for any and at most 1e15; rounded up to whole packs
 * @param pack the units of a pack, from 1 to 1e15
 * @param maximum the most units of an order; empty without bound
 */
public record OrderSizes(Quantity minimum, Quantity pack, Optional<Quantity> maximum) {

  /** Rejects an empty pack, and sizes of which none can be ordered. */
  public OrderSizes {
    requireNonNull(maximum, "maximum");
    if (requireNonNull(minimum, "minimum").units() > PurchaseSplit.MOST_UNITS) {
      throw Numbers.refused("minimum", "be at most 1e15", minimum);
    }
    if (requireNonNull(pack, "pack").isZero() || pack.units() > PurchaseSplit.MOST_UNITS) {
      throw Numbers.refused("pack", "be in [1, 1e15]", pack);
    }
    long smallest = smallest(minimum.units(), pack.units());
    if (maximum.isPresent() && maximum.get().units() < smallest) {
      throw Numbers.refused("maximum", "be at least " + smallest, maximum.get());
    }
  }

  private static long smallest(long minimum, long pack) {
    return packs(Math.max(1, minimum), pack) * pack;
  }

  private static long packs(long units, long pack) {
    return units / pack + (units % pack == 0 ? 0 : 1);
  }

  /**
   * Returns the sizes of a supplier who delivers any number of units.
   *
   * @return the sizes
   */
  public static OrderSizes any() {
    return of(Quantity.ZERO, Quantity.of(1));
  }

  /**
   * Returns sizes without a most.
   *
   * @param minimum the fewest units of an order, 0 for any
   * @param pack the units of a pack, at least 1
   * @return the sizes
   * @throws InvalidValueException if a pack is empty
   */
  public static OrderSizes of(Quantity minimum, Quantity pack) {
    return new OrderSizes(minimum, pack, Optional.empty());
  }

  /**
   * Returns these sizes with a most.
   *
   * @param most the most units of an order, at least the smallest order
   * @return the sizes
   * @throws InvalidValueException if nothing could be ordered
   */
  public OrderSizes upTo(Quantity most) {
    return new OrderSizes(minimum, pack, Optional.of(most));
  }

  /**
   * Returns the smallest order.
   *
   * @return the units
   */
  public Quantity smallest() {
    return Quantity.of(smallest(minimum.units(), pack.units()));
  }

  /**
   * Returns the largest order.
   *
   * @return the units, a whole number of packs; empty without bound
   */
  public Optional<Quantity> largest() {
    return maximum.map(most -> Quantity.of(most.units() / pack.units() * pack.units()));
  }

  /**
   * Returns the smallest order that brings at least a number of units, or the largest if none brings so many.
   *
   * @param needed the units, at least 1 and at most 1e15
   * @return the units to order
   * @throws InvalidValueException if the number is out of range
   */
  public Quantity covering(Quantity needed) {
    if (needed.isZero() || needed.units() > PurchaseSplit.MOST_UNITS) {
      throw Numbers.refused("units needed", "be in [1, 1e15]", needed);
    }
    long packs = packs(Math.max(needed.units(), smallest().units()), pack.units());
    Quantity order = Quantity.of(packs * pack.units());
    return largest().map(order::min).orElse(order);
  }
}
