package io.backorder.fulfilment;

import io.backorder.demand.LineStatus;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.PlaceInLine;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where the units of one line are, as events tell. */
final class LineBook {

  private final OrderLineId id;
  private final Sku sku;
  private final Map<LocationId, Quantity> reserved = new TreeMap<>();
  private PlaceInLine place;
  private @Nullable LocalDate promised;
  private Quantity waiting = Quantity.ZERO;
  private Quantity filled = Quantity.ZERO;
  private Quantity shipped = Quantity.ZERO;
  private Quantity cancelled = Quantity.ZERO;
  private Quantity refused = Quantity.ZERO;
  private Quantity returned = Quantity.ZERO;

  /** Units given up whose cancellation or change is yet to be told. */
  private Quantity released = Quantity.ZERO;

  LineBook(OrderLineId id, Sku sku, PlaceInLine place) {
    this.id = id;
    this.sku = sku;
    this.place = place;
  }

  void stands(PlaceInLine at) {
    place = at;
  }

  void promisedBy(LocalDate day) {
    promised = day;
  }

  void reserve(LocationId location, Quantity units) {
    reserved.merge(location, units, Quantity::plus);
  }

  void fill(LocationId location, Quantity units) {
    waiting = waiting.minus(units); // first, because only this can fail
    reserve(location, units);
    filled = filled.plus(units);
  }

  /** Whoever gave units up and waits again has them back in the queue. */
  void backorder(Quantity units) {
    waiting = waiting.plus(units);
    released = released.minusOrZero(units);
  }

  void refuse(Quantity units) {
    refused = refused.plus(units);
  }

  void release(LocationId location, Quantity units) {
    unreserve(location, units);
    released = released.plus(units);
  }

  void lose(LocationId location, Quantity units) {
    unreserve(location, units);
    waiting = waiting.plus(units);
  }

  void ship(LocationId location, Quantity units) {
    unreserve(location, units);
    shipped = shipped.plus(units);
  }

  private void unreserve(LocationId location, Quantity units) {
    Quantity left = reserved.getOrDefault(location, Quantity.ZERO).minus(units);
    if (left.isZero()) {
      reserved.remove(location);
    } else {
      reserved.put(location, left);
    }
    filled = filled.min(reserved());
  }

  void cancel(Quantity units) {
    leave(units);
    cancelled = cancelled.plus(units);
  }

  /** Of units that leave the queue, those that were not released just before had been waiting. */
  void leave(Quantity units) {
    waiting = waiting.minus(units.minusOrZero(released));
    released = released.minusOrZero(units);
  }

  void comeBack(Quantity units) {
    returned = returned.plus(units);
  }

  private Quantity reserved() {
    return reserved.values().stream().reduce(Quantity.ZERO, Quantity::plus);
  }

  FulfilmentLine line() {
    LineStatus status = new LineStatus(
        id,
        sku,
        new LineStatus.Units(
            reserved(), waiting, new LineStatus.Departed(shipped, cancelled, refused, returned)),
        reserved);
    FulfilmentLine line = FulfilmentLine.of(status, place).withFilled(filled);
    return promised == null ? line : line.promisedBy(promised);
  }
}
