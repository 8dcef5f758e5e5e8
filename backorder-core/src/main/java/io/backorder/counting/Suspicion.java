package io.backorder.counting;

import static java.util.Objects.requireNonNull;

import io.backorder.posting.AdjustStock.Shelf;
import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import io.backorder.stock.Quantity;
import java.time.Instant;

/**
 * A shelf that a sensor holds for off. It changes nothing until somebody has looked.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param latest the latest observation
 * @param expected the units that should have lain there then
 * @param deviation the units by which the shelf is off: above zero if there are more than expected
 * @param since when the first of the observations in a row was off
 */
public record Suspicion(StockObservation latest, Quantity expected, long deviation, Instant since) {

  /**
   * Rejects no deviation, and one that would leave less than nothing on the shelf.
   *
   * @throws InvalidValueException with {@code INVALID_NUMBER} if it is none
   */
  public Suspicion {
    requireNonNull(latest, "latest");
    requireNonNull(since, "since");
    if (deviation == 0 || deviation < -expected.units()) {
      throw Numbers.refused(
          "deviation", "be at least -%s and not 0".formatted(expected), deviation);
    }
  }

  /**
   * Returns the shelf.
   *
   * @return the item, and where it lies
   */
  public Shelf shelf() {
    return latest.shelf();
  }

  /**
   * Returns the units that the sensor holds to lie there.
   *
   * @return the units expected and the deviation
   */
  public Quantity seen() {
    return Quantity.of(expected.units() + deviation);
  }

  /**
   * Returns the units by which the shelf is off, more or fewer.
   *
   * @return the deviation without its sign
   */
  public Quantity size() {
    return Quantity.of(Math.abs(deviation));
  }

  /**
   * Returns the count of somebody who looked.
   *
   * @param by who counted: a person, or another sensor, in the host's words
   * @param onShelf the units that lie at that location: on the shelf, and in reserve if there is any
   * @param picked the units that were picked from there and have not left the house; the ledger has them
   *     on hand too
   * @return the count, of all that is in the house
   */
  public ConfirmedCount confirmed(String by, Quantity onShelf, Quantity picked) {
    return new ConfirmedCount(shelf(), onShelf.plus(picked), by);
  }
}
