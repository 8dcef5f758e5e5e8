package io.backorder.pegging;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.DeliveryRule;
import io.backorder.demand.OrderLineId;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.Quantity;
import io.backorder.supply.SupplyId;
import java.util.List;
import java.util.Set;

/**
 * Units of one order line that wait at one place in line.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param line the line
 * @param quantity the waiting units, at least 1
 * @param delivery whether they may come bit by bit
 * @param barred the supplies that the line cannot use, such as those that go where its channel is not served
 */
public record Need(
    OrderLineId line, Quantity quantity, DeliveryRule delivery, Set<SupplyId> barred) {

  /** Rejects missing parts and a need of nothing. */
  public Need {
    requireNonNull(line, "line");
    requireNonNull(delivery, "delivery");
    barred = Set.copyOf(requireNonNull(barred, "barred"));
    if (requireNonNull(quantity, "quantity").isZero()) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "waiting units of line %s must be positive: 0".formatted(line),
          Facts.of("order", line.order()).and("line", line.line()).and("asked", 0));
    }
  }

  /**
   * Makes a need of units that may come from any supply.
   *
   * @param line the line
   * @param quantity the waiting units, at least 1
   * @param delivery whether they may come bit by bit
   */
  public Need(OrderLineId line, Quantity quantity, DeliveryRule delivery) {
    this(line, quantity, delivery, Set.of());
  }

  /**
   * Returns a need of units that may come bit by bit, and from any supply.
   *
   * @param line the line
   * @param quantity the waiting units, at least 1
   * @return the need
   * @throws InvalidValueException with {@code INVALID_QUANTITY} if nothing waits
   */
  public static Need of(OrderLineId line, Quantity quantity) {
    return new Need(line, quantity, DeliveryRule.PARTIAL, Set.of());
  }

  /**
   * Returns this need under a delivery rule.
   *
   * @param rule the rule
   * @return the need
   */
  public Need with(DeliveryRule rule) {
    return new Need(line, quantity, requireNonNull(rule, "rule"), barred);
  }

  /**
   * Returns what this need takes of a schedule that those before it have left.
   *
   * @param left what is left
   * @return so many units of each supply, in the order of days; fewer than needed where there are no more, and
   *     none of a need that is filled whole as long as one unit has no supply
   */
  public List<Arrival> takenFrom(SupplySchedule left) {
    SupplySchedule its = left.without(barred);
    return isWhole() ? its.whole(Quantity.ZERO, quantity) : its.earliest(Quantity.ZERO, quantity);
  }

  /**
   * Tells whether the units come together or not at all.
   *
   * @return true if the line is filled whole
   */
  public boolean isWhole() {
    return delivery != DeliveryRule.PARTIAL;
  }
}
