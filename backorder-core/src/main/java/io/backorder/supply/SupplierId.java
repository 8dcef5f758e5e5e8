package io.backorder.supply;

import io.backorder.stock.Identifiers;

/**
 * The host's own number of a supplier.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param value the text, which keeps the rule of {@link Identifiers}
 */
public record SupplierId(String value) implements Comparable<SupplierId> {

  /** Rejects a text that breaks the rule. */
  public SupplierId {
    Identifiers.require("supplier", value);
  }

  /**
   * Returns the identifier of the given text.
   *
   * @param value the text
   * @return the identifier
   * @throws io.backorder.refusal.InvalidValueException if the text breaks the rule
   */
  public static SupplierId of(String value) {
    return new SupplierId(value);
  }

  @Override
  public int compareTo(SupplierId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
