package io.backorder.counting;

import static java.util.Objects.requireNonNull;

import io.backorder.assortment.AbcClass;
import io.backorder.posting.AdjustStock.Shelf;
import io.backorder.stock.Quantity;
import java.time.LocalDate;

/**
 * A shelf that is counted now and then.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param shelf the item, and where it lies
 * @param abcClass how much the item matters
 * @param lastCounted the day of the last count
 * @param suspected the units by which the shelf is suspected to be off, zero if it is not
 */
public record CountCandidate(
    Shelf shelf, AbcClass abcClass, LocalDate lastCounted, Quantity suspected) {

  /** Rejects missing parts. */
  public CountCandidate {
    requireNonNull(shelf, "shelf");
    requireNonNull(abcClass, "abcClass");
    requireNonNull(lastCounted, "lastCounted");
    requireNonNull(suspected, "suspected");
  }

  /**
   * Returns a shelf that nobody suspects.
   *
   * @param shelf the item, and where it lies
   * @param abcClass how much the item matters
   * @param lastCounted the day of the last count
   * @return the shelf
   */
  public static CountCandidate of(Shelf shelf, AbcClass abcClass, LocalDate lastCounted) {
    return new CountCandidate(shelf, abcClass, lastCounted, Quantity.ZERO);
  }

  /**
   * Returns this shelf, suspected to be off: a sensor said so, a picker found too little, a shipment came
   * back wrong.
   *
   * @param units the units by which it may be off, more or fewer; zero takes the suspicion away
   * @return the shelf
   */
  public CountCandidate suspectedBy(Quantity units) {
    return new CountCandidate(shelf, abcClass, lastCounted, requireNonNull(units, "units"));
  }

  /**
   * Returns this shelf after a count, which ends every suspicion.
   *
   * @param day the day of the count
   * @return the shelf
   */
  public CountCandidate countedOn(LocalDate day) {
    return of(shelf, abcClass, requireNonNull(day, "day"));
  }

  /**
   * Tells whether the shelf is to be counted on a day: it is suspected, or its time has come.
   *
   * @param day the day
   * @param rhythm how often a shelf is counted
   * @return true if it is
   */
  public boolean isDue(LocalDate day, CountRhythm rhythm) {
    requireNonNull(day, "day");
    return !suspected.isZero() || !lastCounted.plusDays(rhythm.days(abcClass)).isAfter(day);
  }
}
