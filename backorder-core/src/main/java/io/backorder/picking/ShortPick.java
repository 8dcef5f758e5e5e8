package io.backorder.picking;

import static java.util.Objects.requireNonNull;

import io.backorder.counting.ConfirmedCount;
import io.backorder.demand.OrderLineId;
import io.backorder.stock.Quantity;

/**
 * A bin that held too little, and what follows.
 *
 * <p>The host posts the count. The ledger then takes what is missing from free units first; who loses
 * reserved units waits again at the old place in line. This type is immutable and thread-safe.
 *
 * @param list the list as it is now
 * @param line the order line whose units were not there
 * @param missing how many units were not there
 * @param count what is in the house, to be posted
 */
public record ShortPick(PickList list, OrderLineId line, Quantity missing, ConfirmedCount count) {

  /** Rejects missing parts. */
  public ShortPick {
    requireNonNull(list, "list");
    requireNonNull(line, "line");
    requireNonNull(missing, "missing");
    requireNonNull(count, "count");
  }
}
