package io.backorder.posting;

import io.backorder.promise.Promise;
import io.backorder.promise.WorkingCalendar;
import io.backorder.stock.LocationId;
import io.backorder.storefront.TransitTimes;
import java.util.Optional;
import java.util.function.Function;

/** The way from the locations to where a customer lives. */
record Journey(TransitTimes times, TransitTimes.Zone zone, WorkingCalendar calendar) {

  /** Units that arrive when they have travelled from a location; at once where no time is known. */
  Promise.Part from(LocationId location, Promise.Part shipped) {
    Optional<TransitTimes.Days> span = times.between(location, zone);
    return span.isEmpty()
        ? shipped
        : new Promise.Part(
            shipped.quantity(),
            shipped.reason(),
            shipped.range().map(days -> span.orElseThrow().after(days, calendar)),
            shipped.ground());
  }

  /** The promise of units of which those of a supply travel from where a function says that it arrives. */
  Promise from(Promise shipped, Function<Promise.Part, Optional<LocationId>> origin) {
    return new Promise(shipped.parts().stream()
        .map(part -> origin.apply(part).map(location -> from(location, part)).orElse(part))
        .toList());
  }
}
