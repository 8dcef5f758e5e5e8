package io.backorder.allocation;

import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.PlaceInLine;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Units of one order line that wait at one place in line, as they stood when the allocation began.
 *
 * <p>A line that was raised stands once for each of its places; a line that is delivered complete
 * stands once for all its units. Implementations are immutable.
 */
public interface WaitingLine {

  /**
   * Returns the order line.
   *
   * @return the line's name
   */
  OrderLineId id();

  /**
   * Returns the item.
   *
   * @return the item
   */
  Sku sku();

  /**
   * Returns where the units stand.
   *
   * @return the place in line
   */
  PlaceInLine place();

  /**
   * Returns what holds for all lines of the order.
   *
   * @return the order's terms
   */
  OrderTerms terms();

  /**
   * Returns the day by which the customer asked for the units.
   *
   * @return the day, or empty if none was asked for
   */
  Optional<LocalDate> due();

  /**
   * Returns the units that wait at this place.
   *
   * @return the units, at least 1
   */
  Quantity waiting();

  /**
   * Returns the most of these units that may be granted now. Where the line is a component of a kit, that
   * is what whole kits need of it, as many as the other components allow.
   *
   * @return the units, at most those that wait
   */
  default Quantity atOnce() {
    return waiting();
  }

  /**
   * Returns what the line has got since it was placed: reserved and shipped units.
   *
   * @return the units, zero or more
   */
  Quantity granted();
}
