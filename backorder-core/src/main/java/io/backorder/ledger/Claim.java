package io.backorder.ledger;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderLineId;
import io.backorder.demand.PlaceInLine;
import io.backorder.stock.Sku;

/**
 * Units of one order line that joined the queue for their item at the same moment. A line has one
 * claim, and one more for each time that it was raised.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param line the order line
 * @param sku its item
 * @param place where the units stand in the queue
 */
public record Claim(OrderLineId line, Sku sku, PlaceInLine place) {

  /** Rejects missing parts. */
  public Claim {
    requireNonNull(line, "line");
    requireNonNull(sku, "sku");
    requireNonNull(place, "place");
  }
}
