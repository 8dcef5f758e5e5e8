package io.backorder.ledger;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.HoldId;
import io.backorder.demand.OrderLine;
import java.time.Instant;

/**
 * A line of a cart whose units are held until an instant.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param hold the hold
 * @param line what the cart asks for
 * @param until the first instant at which the units are no longer held
 */
public record CartLine(HoldId hold, OrderLine line, Instant until) {

  /** Rejects missing parts. */
  public CartLine {
    requireNonNull(hold, "hold");
    requireNonNull(line, "line");
    requireNonNull(until, "until");
  }
}
