package io.backorder.picking;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.LineStatus;
import io.backorder.demand.OrderLineId;
import io.backorder.posting.AdjustStock.Shelf;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.StockUnits;
import java.util.Comparator;
import java.util.List;

/**
 * Units on hand that belong to an order line.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param line the order line
 * @param units how many units of which item, and where they lie; at least 1
 */
public record ReservedUnits(OrderLineId line, StockUnits units) {

  /** By order, line and location, as texts. */
  static final Comparator<ReservedUnits> BY_LINE = Comparator.comparing(
          (ReservedUnits each) -> each.line.order())
      .thenComparing(each -> each.line.line())
      .thenComparing(each -> each.units.location());

  /**
   * Rejects no units at all.
   *
   * @throws InvalidValueException with {@code INVALID_QUANTITY} if there are none
   */
  public ReservedUnits {
    requireNonNull(line, "line");
    if (requireNonNull(units, "units").quantity().isZero()) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "units of line %s must be at least 1: 0".formatted(line),
          Facts.of("order", line.order()).and("line", line.line()).and("asked", 0));
    }
  }

  /**
   * Returns the reserved units of a line, one entry for each location where it has some. Units that are
   * not tracked lie nowhere and cannot be picked; they are left out.
   *
   * @param status the line
   * @return its reserved units, by location
   */
  public static List<ReservedUnits> of(LineStatus status) {
    return status.reservedAt().entrySet().stream()
        .filter(each ->
            !each.getKey().equals(LocationId.NOWHERE) && !each.getValue().isZero())
        .map(each -> new ReservedUnits(
            status.id(), StockUnits.of(status.sku(), each.getKey(), each.getValue())))
        .toList();
  }

  /**
   * Returns the units.
   *
   * @return how many there are
   */
  public Quantity quantity() {
    return units.quantity();
  }

  /**
   * Returns the shelf.
   *
   * @return the item, and where it lies
   */
  public Shelf shelf() {
    return new Shelf(units.sku(), units.location());
  }

  ReservedUnits withQuantity(long quantity) {
    return new ReservedUnits(
        line, StockUnits.of(units.sku(), units.location(), Quantity.of(quantity)));
  }
}
