package io.backorder.posting;

import io.backorder.allocation.WaitingLine;
import io.backorder.demand.DeliveryRule;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.PlaceInLine;
import io.backorder.ledger.LineAccounts.Departure;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.store.ClaimState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** A claim in the queue as a policy sees it: a copy that later changes do not touch. */
record QueuedLine(ClaimState claim, OrderTerms terms, Quantity waiting, Quantity granted)
    implements WaitingLine {

  static QueuedLine of(ClaimState claim, long waiting, Instant now) {
    long granted = claim.line().reserved() + claim.line().departed(Departure.SHIPPED);
    OrderTerms terms = claim.line().order().terms().at(now);
    return new QueuedLine(claim, terms, Quantity.of(waiting), Quantity.of(granted));
  }

  /** The same units, if they were delivered in part. */
  QueuedLine inPart() {
    return new QueuedLine(claim, terms.withDelivery(DeliveryRule.PARTIAL), waiting, granted);
  }

  @Override
  public OrderLineId id() {
    return claim.line().id();
  }

  @Override
  public Sku sku() {
    return claim.line().sku();
  }

  @Override
  public PlaceInLine place() {
    return claim.place();
  }

  @Override
  public Optional<LocalDate> due() {
    return claim.line().due();
  }

  @Override
  public String toString() {
    return "%s %s waiting at %s".formatted(id(), waiting, place());
  }
}
