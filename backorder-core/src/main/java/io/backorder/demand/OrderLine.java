package io.backorder.demand;

import static java.util.Objects.requireNonNull;

import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of an order or of a cart: so many units of one item, perhaps by a day.
 *
 * <p>This type is immutable and thread-safe.
 */
public final class OrderLine {

  private final String number;
  private final Sku sku;
  private final Quantity quantity;
  private final @Nullable LocalDate due;

  private OrderLine(String number, Sku sku, Quantity quantity, @Nullable LocalDate due) {
    this.number = PartNumber.require(requireNonNull(number, "line"));
    this.sku = requireNonNull(sku, "sku");
    this.quantity = requireNonNull(quantity, "quantity");
    this.due = due;
  }

  /**
   * Returns a line without a due day.
   *
   * @param number the host's own number of the line, unique in its order
   * @param sku the item
   * @param quantity the units asked for
   * @return the line
   */
  public static OrderLine of(String number, Sku sku, Quantity quantity) {
    return new OrderLine(number, sku, quantity, null);
  }

  /**
   * Returns this line, due on a day.
   *
   * @param day the day by which the customer asked for the units
   * @return the line
   */
  public OrderLine dueBy(LocalDate day) {
    return new OrderLine(number, sku, quantity, requireNonNull(day, "day"));
  }

  /**
   * Returns the line of a component of this line's kit, due on the same day.
   *
   * @param index the place among the components, from 1 to 999
   * @param component the component
   * @param units the units of the component for all kits of this line
   * @return the part
   * @throws InvalidValueException with {@code INVALID_IDENTIFIER} if this line's number is longer than
   *     60 characters
   */
  public OrderLine part(int index, Sku component, Quantity units) {
    requireNonNull(component, "component");
    return new OrderLine(PartNumber.of(number, index, sku), component, units, due);
  }

  /**
   * Tells whether this is a component of a line for a kit.
   *
   * @return true if it is no line that the host has named
   */
  public boolean isPart() {
    return OrderLineId.isPart(number);
  }

  /**
   * Returns the number of the line that the host has named.
   *
   * @return the number of the kit's line for a part, or else this line's
   */
  public String hostNumber() {
    return isPart() ? PartNumber.kit(number) : number;
  }

  /**
   * Returns this line with another quantity.
   *
   * @param units the units asked for
   * @return the line
   */
  public OrderLine withQuantity(Quantity units) {
    return new OrderLine(number, sku, units, due);
  }

  /**
   * Returns the line's number.
   *
   * @return the number
   */
  public String number() {
    return number;
  }

  /**
   * Returns the item.
   *
   * @return the item
   */
  public Sku sku() {
    return sku;
  }

  /**
   * Returns the units asked for.
   *
   * @return the quantity
   */
  public Quantity quantity() {
    return quantity;
  }

  /**
   * Returns the day by which the customer asked for the units.
   *
   * @return the day, or empty if none was asked for
   */
  public Optional<LocalDate> due() {
    return Optional.ofNullable(due);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OrderLine that
        && number.equals(that.number)
        && sku.equals(that.sku)
        && quantity.equals(that.quantity)
        && Objects.equals(due, that.due);
  }

  @Override
  public int hashCode() {
    return Objects.hash(number, sku, quantity, due);
  }

  @Override
  public String toString() {
    return "%s: %s %s%s"
        .formatted(PartNumber.shown(number), quantity, sku, due == null ? "" : " by " + due);
  }
}
