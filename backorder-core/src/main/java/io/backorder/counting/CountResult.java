package io.backorder.counting;

import static java.util.Objects.requireNonNull;

import io.backorder.posting.AdjustStock.Shelf;
import io.backorder.stock.Quantity;

/**
 * What a count found, and what the ledger had said.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param shelf the item, and where it was counted
 * @param onHand the units that the ledger had on hand
 * @param counted the units that were there
 */
public record CountResult(Shelf shelf, Quantity onHand, Quantity counted) {

  /** Rejects missing parts. */
  public CountResult {
    requireNonNull(shelf, "shelf");
    requireNonNull(onHand, "onHand");
    requireNonNull(counted, "counted");
  }

  /**
   * Returns how far the ledger was off.
   *
   * @return the units counted less those on hand: negative if units were missing
   */
  public long deviation() {
    return counted.units() - onHand.units();
  }
}
