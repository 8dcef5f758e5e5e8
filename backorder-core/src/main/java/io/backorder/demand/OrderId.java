package io.backorder.demand;

import io.backorder.stock.Identifiers;

/**
 * The host's own number of an order.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param value the text, which keeps the rule of {@link Identifiers}
 */
public record OrderId(String value) implements Comparable<OrderId> {

  /** Rejects a text that breaks the rule. */
  public OrderId {
    Identifiers.require("order", value);
  }

  /**
   * Returns the identifier of the given text.
   *
   * @param value the text
   * @return the identifier
   * @throws io.backorder.refusal.InvalidValueException if the text breaks the rule
   */
  public static OrderId of(String value) {
    return new OrderId(value);
  }

  @Override
  public int compareTo(OrderId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
