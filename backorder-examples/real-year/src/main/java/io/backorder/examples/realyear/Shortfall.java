package io.backorder.examples.realyear;

import io.backorder.stock.Sku;
import java.util.Comparator;

/**
 * How short an item was.
 *
 * @param sku the item
 * @param lines the order lines that could not be filled at once
 * @param units the units of these lines that had to wait
 */
record Shortfall(Sku sku, long lines, long units) {

  /** Most waiting units first; items that are alike in that by their key. */
  static final Comparator<Shortfall> WORST_FIRST =
      Comparator.comparingLong(Shortfall::units).reversed().thenComparing(Shortfall::sku);

  /** Returns the sum of two. */
  Shortfall plus(Shortfall other) {
    return new Shortfall(sku, lines + other.lines, units + other.units);
  }
}
