package io.backorder.counting;

import static java.util.Objects.requireNonNull;

import io.backorder.posting.AdjustStock.Shelf;
import io.backorder.posting.CountStock;
import io.backorder.stock.Identifiers;
import io.backorder.stock.Quantity;

/**
 * A count that somebody stands for, to be posted by the host.
 *
 * <p>Posting it sets on hand to what was counted. What is missing is taken from free units first; a line
 * that loses units waits again at its old place. This type is immutable and thread-safe.
 *
 * @param shelf the item, and where it was counted
 * @param counted the units in the house at that location, at all their places: those on the shelf, those in
 *     reserve, and those picked that have not been shipped
 * @param by who counted, in the host's words
 */
public record ConfirmedCount(Shelf shelf, Quantity counted, String by) {

  /** Rejects missing parts and a name that breaks the rule for identifiers. */
  public ConfirmedCount {
    requireNonNull(shelf, "shelf");
    requireNonNull(counted, "counted");
    Identifiers.require("by", by);
  }

  /**
   * Returns the document of this count.
   *
   * @param number the count's number
   * @return the document
   */
  public CountStock toDocument(String number) {
    return CountStock.of(number, shelf.sku(), shelf.location(), counted);
  }

  /**
   * Returns what this count found, against the ledger.
   *
   * @param onHand the units that the ledger had on hand
   * @return both
   */
  public CountResult against(Quantity onHand) {
    return new CountResult(shelf, onHand, counted);
  }
}
