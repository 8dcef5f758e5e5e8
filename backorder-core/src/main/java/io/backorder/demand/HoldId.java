package io.backorder.demand;

import io.backorder.stock.Identifiers;

/**
 * The host's own number of a cart hold.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param value the text, which keeps the rule of {@link Identifiers}
 */
public record HoldId(String value) implements Comparable<HoldId> {

  /** Rejects a text that breaks the rule. */
  public HoldId {
    Identifiers.require("hold", value);
  }

  /**
   * Returns the identifier of the given text.
   *
   * @param value the text
   * @return the identifier
   * @throws io.backorder.refusal.InvalidValueException if the text breaks the rule
   */
  public static HoldId of(String value) {
    return new HoldId(value);
  }

  @Override
  public int compareTo(HoldId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
