package io.backorder.storefront;

import io.backorder.promise.Inbound;
import io.backorder.promise.Promise;
import io.backorder.promise.PromiseRange;
import io.backorder.stock.Quantity;
import io.backorder.supply.SupplyId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/** Promises of units that wait. */
final class Waits {

  private Waits() {}

  static Promise unknown(long units) {
    return Promise.of(Promise.Part.unknown(Quantity.of(units), Promise.Reason.NO_SUPPLY));
  }

  static Promise shelf(long units, LocalDate day) {
    return Promise.of(Promise.Part.onShelf(Quantity.of(units), day));
  }

  static Promise between(long units, LocalDate earliest, LocalDate latest) {
    PromiseRange range = new PromiseRange(earliest, earliest, latest, OptionalDouble.of(0.9));
    Inbound inbound = new Inbound(
        SupplyId.of("PO-1"), Quantity.of(units), Promise.Reason.RECORD, Optional.of(range));
    return Promise.of(Promise.Part.from(Quantity.of(units), inbound));
  }
}
