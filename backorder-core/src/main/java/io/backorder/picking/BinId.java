package io.backorder.picking;

import io.backorder.stock.Identifiers;

/**
 * The name of a bin: a shelf compartment, a flow rack, a pallet place.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param value the text, which keeps the rule of {@link Identifiers}
 */
public record BinId(String value) implements Comparable<BinId> {

  /** Rejects a text that breaks the rule. */
  public BinId {
    Identifiers.require("bin", value);
  }

  /**
   * Returns the identifier of the given text.
   *
   * @param value the text
   * @return the identifier
   * @throws io.backorder.refusal.InvalidValueException if the text breaks the rule
   */
  public static BinId of(String value) {
    return new BinId(value);
  }

  @Override
  public int compareTo(BinId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
