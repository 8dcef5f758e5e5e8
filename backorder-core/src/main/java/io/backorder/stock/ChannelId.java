package io.backorder.stock;

/**
 * The name of a sales channel, such as a web shop, a marketplace or a store.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param value the text, which keeps the rule of {@link Identifiers}
 */
public record ChannelId(String value) implements Comparable<ChannelId> {

  /** Rejects a text that breaks the rule. */
  public ChannelId {
    Identifiers.require("channel", value);
  }

  /**
   * Returns the identifier of the given text.
   *
   * @param value the text
   * @return the identifier
   * @throws io.backorder.refusal.InvalidValueException if the text breaks the rule
   */
  public static ChannelId of(String value) {
    return new ChannelId(value);
  }

  @Override
  public int compareTo(ChannelId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
