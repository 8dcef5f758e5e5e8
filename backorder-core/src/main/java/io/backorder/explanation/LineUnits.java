package io.backorder.explanation;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderLineId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;

/**
 * So many units of one order line.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param line the line
 * @param sku the line's item
 * @param units the units, in the item's smallest unit
 */
public record LineUnits(OrderLineId line, Sku sku, Quantity units) {

  /** Rejects missing parts. */
  public LineUnits {
    requireNonNull(line, "line");
    requireNonNull(sku, "sku");
    requireNonNull(units, "units");
  }

  @Override
  public String toString() {
    return "%s (%s)".formatted(line, units);
  }
}
