package io.backorder.demand;

import io.backorder.stock.Identifiers;

/**
 * The host's own number of a customer.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param value the text, which keeps the rule of {@link Identifiers}
 */
public record CustomerId(String value) implements Comparable<CustomerId> {

  /** Rejects a text that breaks the rule. */
  public CustomerId {
    Identifiers.require("customer", value);
  }

  /**
   * Returns the identifier of the given text.
   *
   * @param value the text
   * @return the identifier
   * @throws io.backorder.refusal.InvalidValueException if the text breaks the rule
   */
  public static CustomerId of(String value) {
    return new CustomerId(value);
  }

  @Override
  public int compareTo(CustomerId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
