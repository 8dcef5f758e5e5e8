package io.backorder.replenishment;

import static java.util.Objects.requireNonNull;

import io.backorder.review.OrderRule;
import io.backorder.stock.ItemLevels;
import io.backorder.stock.Quantity;

/**
 * Why a purchase is proposed, in numbers.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param position the inventory position: unreserved, plus on order, less backordered
 * @param parts what it is made of
 * @param rule the rule that asks for an order at it
 * @param asked the units that the rule asks for, before the supplier's sizes
 */
public record ReorderReason(long position, Parts parts, OrderRule rule, long asked) {

  /** Rejects missing parts. */
  public ReorderReason {
    requireNonNull(parts, "parts");
    requireNonNull(rule, "rule");
  }

  /**
   * The parts of an inventory position.
   *
   * @param unreserved the units on hand that belong to no order
   * @param onOrder the units bought and not yet received
   * @param backordered the units that wait
   */
  public record Parts(Quantity unreserved, Quantity onOrder, Quantity backordered) {

    static Parts of(ItemLevels levels, Quantity onOrder) {
      return new Parts(levels.onHand().minus(levels.reserved()), onOrder, levels.backordered());
    }

    /**
     * Returns the inventory position.
     *
     * @return the signed number of units
     */
    public long position() {
      return unreserved.plus(onOrder).units() - backordered.units();
    }
  }

  @Override
  public String toString() {
    return "position %d = %s unreserved + %s on order - %s backordered, at or below %d"
        .formatted(
            position,
            parts.unreserved(),
            parts.onOrder(),
            parts.backordered(),
            rule.reorderPoint());
  }
}
