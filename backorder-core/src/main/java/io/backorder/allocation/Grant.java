package io.backorder.allocation;

import static java.util.Objects.requireNonNull;

import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;

/**
 * Units at one location for one waiting line.
 *
 * @param line the line
 * @param location where the units lie
 * @param quantity the units
 */
public record Grant(WaitingLine line, LocationId location, Quantity quantity) {

  /** Rejects missing parts. */
  public Grant {
    requireNonNull(line, "line");
    requireNonNull(location, "location");
    requireNonNull(quantity, "quantity");
  }

  @Override
  public String toString() {
    return "%s %s @%s".formatted(line.id(), quantity, location);
  }
}
