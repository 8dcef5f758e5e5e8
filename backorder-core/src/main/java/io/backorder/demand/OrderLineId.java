package io.backorder.demand;

import static java.util.Objects.requireNonNull;

/**
 * The name of one line of one order.
 *
 * <p>A line for a kit has a {@linkplain #isPart part} of its own name for each component, in which the
 * ledger, policies and queues speak of the component's units. Documents name the kit's line alone.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param order the order
 * @param line the host's own number of the line, unique in its order, or the number of a part
 */
public record OrderLineId(OrderId order, String line) {

  /** Rejects a line number that breaks the rule for identifiers. */
  public OrderLineId {
    requireNonNull(order, "order");
    PartNumber.require(requireNonNull(line, "line"));
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

  /**
   * Tells whether this is a component of a line for a kit.
   *
   * @return true if it is no line that the host has named
   */
  public boolean isPart() {
    return isPart(line);
  }

  /**
   * Tells whether the number of a line is that of a component of a line for a kit.
   *
   * @param number the number
   * @return true if it is no number that the host has given
   */
  public static boolean isPart(String number) {
    return PartNumber.isPart(requireNonNull(number, "number"));
  }

  /**
   * Returns the line that the host has named.
   *
   * @return the kit's line for a part, or else this
   */
  public OrderLineId hostLine() {
    return isPart() ? new OrderLineId(order, PartNumber.kit(line)) : this;
  }

  @Override
  public String toString() {
    return order + "/" + PartNumber.shown(line);
  }
}
