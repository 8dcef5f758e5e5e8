package io.backorder.stock;

/**
 * The name of a place where units lie: a warehouse, a store, a quarantine shelf.
 *
 * <p>This type is immutable and thread-safe.
 */
public final class LocationId implements Comparable<LocationId> {

  /**
   * The place of units that are not tracked: they are sold from nowhere and never move stock. No
   * location of a host can be equal to it.
   */
  public static final LocationId NOWHERE = new LocationId("");

  private final String value;

  private LocationId(String value) {
    this.value = value;
  }

  /**
   * Returns the identifier of the given text.
   *
   * @param value the text, which keeps the rule of {@link Identifiers}
   * @return the identifier
   * @throws io.backorder.refusal.InvalidValueException if the text breaks the rule
   */
  public static LocationId of(String value) {
    return new LocationId(Identifiers.require("location", value));
  }

  /**
   * Returns the text.
   *
   * @return the text
   */
  public String value() {
    return value;
  }

  @Override
  public int compareTo(LocationId other) {
    return value.compareTo(other.value);
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof LocationId that && value.equals(that.value));
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value.isEmpty() ? "(nowhere)" : value;
  }
}
