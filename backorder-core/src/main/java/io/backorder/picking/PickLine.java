package io.backorder.picking;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderLineId;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.Quantity;
import java.util.Optional;

/**
 * Units of one order line to take from one bin.
 *
 * <p>Always {@code asked = picked + missing + open}. This type is immutable and thread-safe.
 *
 * @param bin where to take them
 * @param asked how many units of which item, for which order line
 * @param picked the units that were taken
 * @param missing the units that were not there
 */
public record PickLine(Bin bin, ReservedUnits asked, Quantity picked, Quantity missing) {

  /**
   * Rejects more units than were asked for.
   *
   * @throws InvalidValueException with {@code INVALID_QUANTITY} if there are more
   */
  public PickLine {
    requireNonNull(bin, "bin");
    requireNonNull(asked, "asked");
    requireAtMost(asked.line(), picked.plus(missing), asked.quantity());
  }

  private static void requireAtMost(OrderLineId line, Quantity units, Quantity most) {
    if (units.compareTo(most) > 0) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "units picked for line %s must be at most the %s that are open: %s"
              .formatted(line, most, units),
          Facts.of("order", line.order())
              .and("line", line.line())
              .and("asked", units)
              .and("allowed", most));
    }
  }

  static PickLine of(Bin bin, ReservedUnits asked) {
    return new PickLine(bin, asked, Quantity.ZERO, Quantity.ZERO);
  }

  /**
   * Returns the order line.
   *
   * @return the order line
   */
  public OrderLineId line() {
    return asked.line();
  }

  /**
   * Returns the units that were neither taken nor found missing.
   *
   * @return the open units
   */
  public Quantity open() {
    return asked.quantity().minus(picked).minus(missing);
  }

  PickLine confirm(Quantity units) {
    requireAtMost(line(), units, open());
    return new PickLine(bin, asked, picked.plus(units), missing);
  }

  PickLine shortPick(Quantity found) {
    PickLine taken = confirm(found);
    return new PickLine(bin, asked, taken.picked, missing.plus(taken.open()));
  }

  /** Takes units off that are no longer asked for; nothing is left if that is all. */
  Optional<PickLine> less(long picks, long misses, long opens) {
    long left = asked.quantity().units() - picks - misses - opens;
    return left == 0
        ? Optional.empty()
        : Optional.of(new PickLine(
            bin,
            asked.withQuantity(left),
            picked.minus(Quantity.of(picks)),
            missing.minus(Quantity.of(misses))));
  }

  @Override
  public String toString() {
    return "%s: %s %s for %s".formatted(bin.id(), open(), asked.units().sku(), line());
  }
}
