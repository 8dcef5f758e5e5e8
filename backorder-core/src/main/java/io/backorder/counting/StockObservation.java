package io.backorder.counting;

import static java.util.Objects.requireNonNull;

import io.backorder.posting.AdjustStock.Shelf;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.Identifiers;
import io.backorder.stock.Quantity;
import java.time.Instant;
import java.util.Set;

/**
 * What one sensor saw on one shelf at one moment. It is no count: it changes nothing.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param sensor the host's own name of the sensor
 * @param shelf the item, and where it lies
 * @param units the units that the sensor saw
 * @param at when
 */
public record StockObservation(String sensor, Shelf shelf, Quantity units, Instant at) {

  /** Rejects missing parts and a name that breaks the rule for identifiers. */
  public StockObservation {
    Identifiers.require("sensor", sensor);
    requireNonNull(shelf, "shelf");
    requireNonNull(units, "units");
    requireNonNull(at, "at");
  }

  /**
   * Returns what a reader of radio tags saw: one unit for each tag. A tag that was read several times is
   * in the set once; a tag that was not read is missing, so that the number is at most what lies there.
   *
   * @param sensor the host's own name of the reader
   * @param shelf the item, and where it lies
   * @param tags the numbers of the tags of this item that were read
   * @param at when
   * @return the observation
   * @throws InvalidValueException if the sensor's name or a tag's number is no identifier
   */
  public static StockObservation ofTags(String sensor, Shelf shelf, Set<String> tags, Instant at) {
    tags.forEach(tag -> Identifiers.require("tag", tag));
    return new StockObservation(sensor, shelf, Quantity.of(tags.size()), at);
  }
}
