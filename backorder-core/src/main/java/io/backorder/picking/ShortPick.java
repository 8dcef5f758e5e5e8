package io.backorder.picking;

import static java.util.Objects.requireNonNull;

import io.backorder.counting.ShortCount;
import io.backorder.demand.OrderLineId;
import io.backorder.stock.Quantity;
import java.util.Optional;

/**
 * A bin that held too little, and what follows.
 *
 * <p>The host posts the count. The ledger then takes what is gone from free units first; who loses
 * reserved units waits again at the old place in line. This type is immutable and thread-safe.
 *
 * @param list the list as it is now, or empty if it asks for nothing any more
 * @param line the order line whose units were not there
 * @param missing how many units were not there
 * @param count how many units the house has fewer, to be posted at once; empty if it has them all the same
 */
public record ShortPick(
    Optional<PickList> list, OrderLineId line, Quantity missing, Optional<ShortCount> count) {

  /** Rejects missing parts. */
  public ShortPick {
    requireNonNull(list, "list");
    requireNonNull(line, "line");
    requireNonNull(missing, "missing");
    requireNonNull(count, "count");
  }
}
