package io.backorder.demand;

import static java.util.Objects.requireNonNull;

import io.backorder.stock.Identifiers;

/**
 * The name of one line of one order.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param order the order
 * @param line the host's own number of the line, unique in its order
 */
public record OrderLineId(OrderId order, String line) {

  /** Rejects a line number that breaks the rule for identifiers. */
  public OrderLineId {
    requireNonNull(order, "order");
    Identifiers.require("line", line);
  }

  /**
   * Returns the name of a line.
   *
   * @param order the order's number
   * @param line the line's number
   * @return the name
   */
  public static OrderLineId of(String order, String line) {
    return new OrderLineId(OrderId.of(order), line);
  }

  @Override
  public String toString() {
    return order + "/" + line;
  }
}
