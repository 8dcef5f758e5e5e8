package io.backorder.pegging;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderLineId;
import io.backorder.stock.Quantity;
import io.backorder.supply.SupplyId;

/**
 * So many units of a line lean on a supply.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param line the line
 * @param supply the supply
 * @param quantity the units
 */
public record Peg(OrderLineId line, SupplyId supply, Quantity quantity) {

  /** Rejects missing parts. */
  public Peg {
    requireNonNull(line, "line");
    requireNonNull(supply, "supply");
    requireNonNull(quantity, "quantity");
  }
}
