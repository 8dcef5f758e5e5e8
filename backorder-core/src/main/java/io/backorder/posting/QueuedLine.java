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
record QueuedLine(ClaimState claim, OrderTerms terms, Units units) implements WaitingLine {

  /** What waits, what of it may be granted now, and what the line has got. */
  record Units(Quantity waiting, Quantity atOnce, Quantity granted) {}

  static QueuedLine of(ClaimState claim, long waiting, Instant now) {
    long granted = claim.line().reserved() + claim.line().departed(Departure.SHIPPED);
    OrderTerms terms = claim.line().order().terms().at(now);
    Quantity all = Quantity.of(waiting);
    return new QueuedLine(claim, terms, new Units(all, all, Quantity.of(granted)));
  }

  /** Returns this line, to which no more than a number of units may be granted now. */
  QueuedLine upTo(long most) {
    return most >= units.waiting.units()
        ? this
        : new QueuedLine(claim, terms, new Units(units.waiting, Quantity.of(most), units.granted));
  }

  @Override
  public Quantity waiting() {
    return units.waiting;
  }

  @Override
  public Quantity atOnce() {
    return units.atOnce;
  }

  @Override
  public Quantity granted() {
    return units.granted;
  }

  /** The same units, if they were delivered in part. */
  QueuedLine inPart() {
    return new QueuedLine(claim, terms.withDelivery(DeliveryRule.PARTIAL), units);
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
    return "%s %s waiting at %s".formatted(id(), waiting(), place());
  }
}
