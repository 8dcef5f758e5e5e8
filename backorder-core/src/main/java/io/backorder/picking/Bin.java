package io.backorder.picking;

import static java.util.Objects.requireNonNull;

import io.backorder.stock.Identifiers;
import io.backorder.stock.LocationId;

/**
 * A bin, with the part of the house in which it stands.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param id its name, unique in a plan
 * @param location the location whose units lie in it
 * @param zone the part of the location that one person picks in, in the host's words
 */
public record Bin(BinId id, LocationId location, String zone) {

  /** Rejects missing parts and a zone that breaks the rule for identifiers. */
  public Bin {
    requireNonNull(id, "id");
    requireNonNull(location, "location");
    Identifiers.require("zone", zone);
  }

  /**
   * Returns a bin.
   *
   * @param id its name
   * @param location the location whose units lie in it
   * @param zone the part of the location that one person picks in
   * @return the bin
   */
  public static Bin of(String id, LocationId location, String zone) {
    return new Bin(BinId.of(id), location, zone);
  }

  @Override
  public String toString() {
    return id + " in " + zone + "@" + location;
  }
}
