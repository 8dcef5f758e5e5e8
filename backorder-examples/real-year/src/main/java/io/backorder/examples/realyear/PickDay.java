package io.backorder.examples.realyear;

import static java.util.Objects.requireNonNull;

import io.backorder.InventoryListener;
import io.backorder.demand.OrderLineId;
import io.backorder.ledger.InventoryEvent;
import io.backorder.ledger.InventoryEvent.Shipped;
import io.backorder.picking.ReservedUnits;
import io.backorder.stock.LocationId;
import io.backorder.stock.StockUnits;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was picked on one day, which is what left the house.
 *
 * @param date the day
 * @param units the units, an order line once a location
 */
record PickDay(LocalDate date, List<ReservedUnits> units) {

  /** Copies the units. */
  PickDay {
    requireNonNull(date, "date");
    units = List.copyOf(units);
  }

  /** Returns how many orders something was picked for. */
  long orders() {
    return units.stream().map(each -> each.line().order()).distinct().count();
  }

  /** Returns how many pieces were picked. */
  long pieces() {
    return units.stream().mapToLong(each -> each.quantity().units()).sum();
  }

  /** Listens for what leaves the house, and keeps the day with the most order lines. */
  static final class Busiest implements InventoryListener {

    private final Map<Place, ReservedUnits> today = new LinkedHashMap<>();
    private PickDay busiest = new PickDay(LocalDate.MIN, List.of());

    private record Place(OrderLineId line, LocationId location) {}

    @Override
    public void onEvent(InventoryEvent event) {
      if (event instanceof Shipped told) {
        StockUnits units = StockUnits.of(told.sku(), told.location(), told.quantity());
        today.merge(
            new Place(told.line(), told.location()),
            new ReservedUnits(told.line(), units),
            Busiest::plus);
      }
    }

    private static ReservedUnits plus(ReservedUnits one, ReservedUnits other) {
      return new ReservedUnits(
          one.line(),
          StockUnits.of(
              one.units().sku(), one.units().location(), one.quantity().plus(other.quantity())));
    }

    /** Ends a day. */
    void evening(LocalDate date) {
      if (today.size() > busiest.units.size()) {
        busiest = new PickDay(date, List.copyOf(today.values()));
      }
      today.clear();
    }

    /** Returns the day with the most lines, the first of several; without units if there was none. */
    PickDay day() {
      return busiest;
    }
  }
}
