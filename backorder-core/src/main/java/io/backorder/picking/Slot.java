package io.backorder.picking;

import io.backorder.demand.OrderLineId;
import io.backorder.refusal.Facts;
import io.backorder.stock.LocationId;

/** An order line at a location. */
record Slot(OrderLineId line, LocationId location) {

  static Slot of(ReservedUnits units) {
    return new Slot(units.line(), units.units().location());
  }

  Facts facts() {
    return Facts.of("order", line.order()).and("line", line.line()).and("location", location);
  }
}
