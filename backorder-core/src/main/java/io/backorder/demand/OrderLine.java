package io.backorder.demand;

import static java.util.Objects.requireNonNull;

import io.backorder.stock.Identifiers;
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
    this.number = Identifiers.require("line", number);
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
    return "%s: %s %s%s".formatted(number, quantity, sku, due == null ? "" : " by " + due);
  }
}
