package io.backorder.supply;

import io.backorder.stock.Identifiers;

/**
 * The host's own number of a supply.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param value the text, which keeps the rule of {@link Identifiers}
 */
public record SupplyId(String value) implements Comparable<SupplyId> {

  /** Rejects a text that breaks the rule. */
  public SupplyId {
    Identifiers.require("supply", value);
  }

  /**
   * Returns the identifier of the given text.
   *
   * @param value the text
   * @return the identifier
   * @throws io.backorder.refusal.InvalidValueException if the text breaks the rule
   */
  public static SupplyId of(String value) {
    return new SupplyId(value);
  }

  @Override
  public int compareTo(SupplyId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
