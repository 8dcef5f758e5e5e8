package io.backorder.picking;

import static java.util.Objects.requireNonNull;

import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import io.backorder.stock.Sku;

/**
 * The bin from which an item is picked.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param sku the item
 * @param bin the bin
 * @param grams the weight of a unit, zero or more; zero for what weighs next to nothing
 */
public record PickFace(Sku sku, BinId bin, long grams) {

  /**
   * Rejects a negative weight.
   *
   * @throws InvalidValueException with {@code INVALID_NUMBER} if it is
   */
  public PickFace {
    requireNonNull(sku, "sku");
    requireNonNull(bin, "bin");
    if (grams < 0) {
      throw Numbers.refused("grams of " + sku, "be zero or more", grams);
    }
  }
}
