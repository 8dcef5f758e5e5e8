package io.backorder.stock;

/**
 * The host's own key of an item (stock keeping unit). Case matters.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param value the text, which keeps the rule of {@link Identifiers}
 */
public record Sku(String value) implements Comparable<Sku> {

  /** Rejects a text that breaks the rule. */
  public Sku {
    Identifiers.require("sku", value);
  }

  /**
   * Returns the identifier of the given text.
   *
   * @param value the text
   * @return the identifier
   * @throws io.backorder.refusal.InvalidValueException if the text breaks the rule
   */
  public static Sku of(String value) {
    return new Sku(value);
  }

  @Override
  public int compareTo(Sku other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
