package io.backorder.posting;

import io.backorder.allocation.Grant;
import io.backorder.allocation.JoiningUnits;
import io.backorder.allocation.WaitingLine;
import io.backorder.demand.DeliveryRule;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.PlaceInLine;
import io.backorder.promise.Promise;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.store.ClaimState;
import io.backorder.store.ItemState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What a newcomer would be promised who ordered now: nothing is changed, and nobody joins the queue. */
record Quoting(Rules rules, Instant now, OrderTerms terms) {

  private static final OrderId NOBODY = OrderId.of("quote");

  /** Units that are on the shelf. */
  Promise.Part onShelf(Sku sku, Quantity units) {
    LocalDate day = rules.promising().firstDay(rules.termsOf(sku), now);
    return Promise.Part.onShelf(units, day);
  }

  /** Whether an order would take what is there if that is not all. */
  boolean takesPart(Sku sku, Quantity wanted, Quantity there) {
    if (there.compareTo(wanted) >= 0) {
      return true;
    }
    Newcomer line =
        new Newcomer(OrderLine.of("1", sku, wanted), PlaceInLine.of(Long.MAX_VALUE), terms);
    return terms.at(now).delivery() == DeliveryRule.PARTIAL
        && there.compareTo(terms.atLeast()) >= 0
        && !rules.policy().guard().allowed(line, there).isZero();
  }

  /** The units that an order would take, and where they lie. */
  List<Grant> taken(FreeUnits free, Quantity units) {
    OrderLine line = OrderLine.of("1", free.item().sku(), units);
    return free.copy().take(new Newcomer(line, PlaceInLine.of(Long.MAX_VALUE), terms), units);
  }

  /**
   * The promise of units that would wait for an item, behind everybody who would be served first and who does
   * not get what is free.
   */
  Promise waiting(Newcomers.Unclaimed unclaimed, Quantity units) {
    ItemState item = unclaimed.free().item();
    OrderLine line = OrderLine.of("1", item.sku(), units);
    JoiningUnits joining = new JoiningUnits(NOBODY, line, terms, now);
    PlaceInLine place = CheckedPlace.of(rules.policy().sequence(), joining, item.nextArrival());
    Newcomer newcomer = new Newcomer(line, place, terms);
    if (unclaimed.served().isEmpty()) {
      return PromiseQueue.asked(item, rules, now, terms.channel()).newcomer(newcomer);
    }
    Iterator<WaitingLine> stillWaiting = StreamSupport.stream(
            new ItemBacklog(item, now, ItemBacklog.Reader.ALL).spliterator(), false)
        .flatMap(each -> left(each, unclaimed).stream())
        .iterator();
    PromiseBook book = new PromiseBook(item, rules, now);
    return new ReadQueue(item, book, stillWaiting).newcomer(newcomer);
  }

  private Optional<WaitingLine> left(WaitingLine line, Newcomers.Unclaimed unclaimed) {
    ClaimState claim = ((QueuedLine) line).claim();
    long served = unclaimed.served().getOrDefault(claim, 0L);
    long waiting = line.waiting().units() - served;
    return served == 0
        ? Optional.of(line)
        : Optional.of(waiting)
            .filter(units -> units > 0)
            .map(units -> QueuedLine.of(claim, units, now));
  }

  /** Who would join the queue. */
  private record Newcomer(OrderLine line, PlaceInLine place, OrderTerms terms)
      implements WaitingLine {

    @Override
    public OrderLineId id() {
      return new OrderLineId(NOBODY, line.number());
    }

    @Override
    public Sku sku() {
      return line.sku();
    }

    @Override
    public Optional<LocalDate> due() {
      return Optional.empty();
    }

    @Override
    public Quantity waiting() {
      return line.quantity();
    }

    @Override
    public Quantity granted() {
      return Quantity.ZERO;
    }
  }
}
