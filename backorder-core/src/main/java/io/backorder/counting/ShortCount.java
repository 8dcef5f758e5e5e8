package io.backorder.counting;

import static java.util.Objects.requireNonNull;

import io.backorder.posting.AdjustStock;
import io.backorder.posting.AdjustStock.Shelf;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.Identifiers;
import io.backorder.stock.Quantity;

/**
 * A count of one bin, which held fewer units than it should. It says nothing of the other places of the
 * item, as its reserve: so it is a difference, and becomes an adjustment.
 *
 * <p>It is posted at once, before the item is counted otherwise. What is missing is taken from free units
 * first; a line that loses units waits again at its old place. This type is immutable and thread-safe.
 *
 * @param shelf the item, and where it was counted
 * @param missing the units that the house has fewer, at least 1
 * @param by who counted, in the host's words, such as the number of a pick list
 */
public record ShortCount(Shelf shelf, Quantity missing, String by) {

  /** Why on hand is corrected, as the ledger tells. */
  public static final String REASON = "short pick";

  /**
   * Rejects no units, and a name that breaks the rule for identifiers.
   *
   * @throws InvalidValueException with {@code INVALID_QUANTITY} if nothing is missing
   */
  public ShortCount {
    requireNonNull(shelf, "shelf");
    Identifiers.require("by", by);
    if (requireNonNull(missing, "missing").isZero()) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "missing units of %s at %s must be at least 1: 0"
              .formatted(shelf.sku(), shelf.location()),
          Facts.of("sku", shelf.sku()).and("location", shelf.location()).and("asked", missing));
    }
  }

  /**
   * Returns the document of this count.
   *
   * @param number the count's number
   * @return the document
   */
  public AdjustStock toDocument(String number) {
    return new AdjustStock(number, shelf, -missing.units(), REASON);
  }

  /**
   * Returns what this count found, against the ledger.
   *
   * @param onHand the units that the ledger had on hand, at least those that are missing
   * @return both
   * @throws InvalidValueException with {@code INVALID_QUANTITY} if there were fewer
   */
  public CountResult against(Quantity onHand) {
    return new CountResult(shelf, onHand, onHand.minus(missing));
  }
}
