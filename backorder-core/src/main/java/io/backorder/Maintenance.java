package io.backorder;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderLineId;
import io.backorder.posting.Outcome;
import io.backorder.stock.Sku;
import io.backorder.storefront.Consent;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@link Inventory#maintain} did.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param swept what the sweep of ended holds did: the fills are whom their units serve
 * @param decided what became of the questions whose deadline has passed, in the order in which they were
 *     given; the host asks these no more
 * @param reviewed the items of which a supply is late, and whose promises were reviewed; which of these
 *     changed is told to listeners
 */
public record Maintenance(
    Outcome swept, Map<OrderLineId, Consent.Answer> decided, List<Sku> reviewed) {

  /** Copies the map and the list. */
  public Maintenance {
    requireNonNull(swept, "swept");
    decided = Collections.unmodifiableMap(new LinkedHashMap<>(decided));
    reviewed = List.copyOf(reviewed);
  }
}
