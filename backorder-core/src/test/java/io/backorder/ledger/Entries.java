package io.backorder.ledger;

import io.backorder.demand.CustomerId;
import io.backorder.demand.DeliveryRule;
import io.backorder.demand.HoldId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.PlaceInLine;
import io.backorder.demand.Priority;
import io.backorder.demand.ShortageRule;
import io.backorder.ledger.LedgerEntry.Adjusted;
import io.backorder.ledger.LedgerEntry.BackorderFilled;
import io.backorder.ledger.LedgerEntry.Backordered;
import io.backorder.ledger.LedgerEntry.Cancelled;
import io.backorder.ledger.LedgerEntry.Changed;
import io.backorder.ledger.LedgerEntry.Held;
import io.backorder.ledger.LedgerEntry.HoldReduced;
import io.backorder.ledger.LedgerEntry.LostReservation;
import io.backorder.ledger.LedgerEntry.Ordered;
import io.backorder.ledger.LedgerEntry.Promised;
import io.backorder.ledger.LedgerEntry.Reallocated;
import io.backorder.ledger.LedgerEntry.Received;
import io.backorder.ledger.LedgerEntry.Refused;
import io.backorder.ledger.LedgerEntry.Released;
import io.backorder.ledger.LedgerEntry.Reserved;
import io.backorder.ledger.LedgerEntry.Restocking;
import io.backorder.ledger.LedgerEntry.Returned;
import io.backorder.ledger.LedgerEntry.Shipped;
import io.backorder.ledger.LedgerEntry.StockSent;
import io.backorder.ledger.LedgerEntry.SupplyAnnounced;
import io.backorder.ledger.LedgerEntry.SupplyClosed;
import io.backorder.ledger.LedgerEntry.SupplyReceived;
import io.backorder.ledger.LedgerEntry.SupplyRescheduled;
import io.backorder.ledger.LedgerEntry.Tallied;
import io.backorder.ledger.LedgerEntry.Transferred;
import io.backorder.ledger.LedgerEntry.Unheld;
import io.backorder.ledger.LedgerRecord.Cause;
import io.backorder.ledger.StockAccounts.Tally;
import io.backorder.stock.ChannelId;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.supply.SupplierId;
import io.backorder.supply.Supply;
import io.backorder.supply.SupplyId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Entries of every kind, made of few and similar parts, so that any two of them nearly collide: texts
 * that begin and end alike, numbers that differ in a byte, choices that differ in one place.
 */
final class Entries {

  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private static final Arbitrary<String> TEXTS = Arbitraries.of(
      "A", "B", "AB", "C", "BC", "ABC", "a", "A A", "1", "11", "é", "e\u0301", "ÿ", "字", "😀");

  private Entries() {}

  static Arbitrary<Cause> causes() {
    return Combinators.combine(
            Arbitraries.of(DocumentKind.values()), TEXTS, Arbitraries.integers().between(0, 2))
        .as((kind, number, micros) ->
            new Cause(new Told(new DocumentId(kind, number)), NOON.plusNanos(micros * 1_000L)));
  }

  /** A document of which only the key is looked at. */
  record Told(DocumentId id) implements SourceDocument {

    @Override
    public Map<String, String> content() {
      return Map.of("told", id.number());
    }
  }

  static Arbitrary<LedgerEntry> any() {
    return Arbitraries.oneOf(lineEntries(), stockEntries(), supplyEntries());
  }

  private static Arbitrary<LedgerEntry> supplyEntries() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 3), supplies(), locations(), schedules())
        .as((kind, supply, location, schedule) -> {
          Quantity some = schedule.quantity();
          return switch (kind) {
            case 0 -> new SupplyAnnounced(supply);
            case 1 -> new SupplyRescheduled(supply.id(), supply.sku(), supply.schedule(), schedule);
            case 2 -> new SupplyClosed(supply.id(), supply.sku(), some);
            default ->
              new SupplyReceived(
                  supply.id(), StockUnits.of(supply.sku(), location, some), supply.quantity());
          };
        });
  }

  private static Arbitrary<Supply> supplies() {
    return Combinators.combine(
            TEXTS.map(SupplyId::of),
            TEXTS.map(Sku::of),
            Combinators.combine(locations(), schedules()).as(Map::entry),
            Arbitraries.oneOf(Arbitraries.just(""), TEXTS),
            Arbitraries.integers().between(-1, 2))
        .as((id, sku, what, supplier, ordered) -> {
          Supply.Schedule schedule = what.getValue();
          StockUnits units = StockUnits.of(sku, what.getKey(), schedule.quantity());
          Supply supply = Supply.of(id, units, schedule.due());
          Supply sent = supplier.isEmpty() ? supply : supply.from(SupplierId.of(supplier));
          return ordered < 0 ? sent : sent.orderedAt(NOON.minusNanos(ordered * 1_000L));
        });
  }

  private static Arbitrary<Supply.Schedule> schedules() {
    return Combinators.combine(
            quantities().filter(each -> !each.isZero()), Arbitraries.integers().between(0, 2))
        .as((quantity, micros) -> new Supply.Schedule(quantity, NOON.plusNanos(micros * 1_000L)));
  }

  private static Arbitrary<LedgerEntry> lineEntries() {
    Arbitrary<Ordered> ordered = Combinators.combine(claims(), lines(), terms()).as(Ordered::new);
    return Combinators.combine(
            Arbitraries.integers().between(0, 12), ordered, locations(), quantities(), quantities())
        .as((kind, whole, location, first, second) -> {
          Claim claim = whole.claim();
          return switch (kind) {
            case 0 -> whole;
            case 1 -> new Reserved(claim, location, first);
            case 2 -> new Backordered(claim, first);
            case 3 -> new Refused(claim, first);
            case 4 -> new BackorderFilled(claim, location, first);
            case 5 -> new Released(claim, location, first);
            case 6 -> new Cancelled(claim, first, second);
            case 7 -> new Changed(claim, first, second, whole.line().quantity());
            case 8 -> new Shipped(claim, location, first);
            case 9 -> new Returned(claim, location, first, restocking(second));
            case 10 -> new Reallocated(claim, location, first);
            case 11 -> new Promised(claim, day(first), day(second));
            default -> new LostReservation(claim, location, first);
          };
        });
  }

  private static Optional<LocalDate> day(Quantity decides) {
    return decides.units() == 1
        ? Optional.empty()
        : Optional.of(LocalDate.EPOCH.plusDays(decides.units() % 1_000));
  }

  private static Restocking restocking(Quantity decides) {
    return decides.units() > 1 ? Restocking.TO_STOCK : Restocking.WRITTEN_OFF;
  }

  private static Arbitrary<LedgerEntry> stockEntries() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 7),
            TEXTS.map(Sku::of),
            Combinators.combine(locations(), locations()).as(List::of),
            quantities(),
            Combinators.combine(carts(), TEXTS).as(Map::entry))
        .as((kind, sku, places, quantity, rest) -> switch (kind) {
          case 0 -> new Received(sku, places.get(0), quantity);
          case 1 -> new Adjusted(sku, places.get(0), 128 - quantity.units(), rest.getValue());
          case 2 -> new Transferred(sku, places.get(0), places.get(1), quantity);
          case 3 -> new Held(rest.getKey(), places.get(0), quantity);
          case 4 -> new Unheld(rest.getKey(), places.get(0), quantity);
          case 6 ->
            new StockSent(
                SupplyId.of(rest.getValue()), StockUnits.of(sku, places.get(0), quantity));
          case 5 -> new Tallied(sku, new Tally(rest.getValue(), NOON), 128 - quantity.units());
          default -> new HoldReduced(rest.getKey(), places.get(0), quantity);
        });
  }

  private static Arbitrary<Claim> claims() {
    return Combinators.combine(TEXTS, TEXTS, TEXTS, places())
        .as((order, line, sku, place) ->
            new Claim(OrderLineId.of(order, line), Sku.of(sku), place));
  }

  private static Arbitrary<PlaceInLine> places() {
    return Combinators.combine(
            Arbitraries.longs().between(1, 2),
            Arbitraries.of(-1L, 0L, 1L, 256L, Long.MIN_VALUE)
                .array(long[].class)
                .ofMaxSize(2))
        .as((arrival, keys) -> PlaceInLine.ranked(arrival, keys));
  }

  private static Arbitrary<LocationId> locations() {
    return Arbitraries.oneOf(Arbitraries.just(LocationId.NOWHERE), TEXTS.map(LocationId::of));
  }

  private static Arbitrary<Quantity> quantities() {
    return Arbitraries.of(0L, 1L, 2L, 255L, 256L, Long.MAX_VALUE).map(Quantity::of);
  }

  private static Arbitrary<OrderLine> lines() {
    return Combinators.combine(
            TEXTS, TEXTS, quantities(), Arbitraries.integers().between(-1, 1))
        .as((number, sku, quantity, day) -> {
          OrderLine line = OrderLine.of(number, Sku.of(sku), quantity);
          return day < 0 ? line : line.dueBy(LocalDate.ofEpochDay(20_000 + day));
        });
  }

  private static Arbitrary<OrderTerms> terms() {
    Arbitrary<OrderTerms> rules = Combinators.combine(
            Arbitraries.of(Priority.values()),
            Arbitraries.of(DeliveryRule.values()),
            Arbitraries.of(ShortageRule.values()),
            Arbitraries.integers().between(0, 3))
        .as((priority, delivery, shortage, limits) -> limited(
            OrderTerms.standard()
                .withPriority(priority)
                .withDelivery(delivery)
                .onShortage(shortage),
            limits));
    Arbitrary<String> names = Arbitraries.oneOf(Arbitraries.just(""), TEXTS);
    return Combinators.combine(rules, names, names).as((its, channel, customer) -> {
      OrderTerms through = channel.isEmpty() ? its : its.through(ChannelId.of(channel));
      return customer.isEmpty() ? through : through.by(CustomerId.of(customer));
    });
  }

  private static OrderTerms limited(OrderTerms terms, int limits) {
    OrderTerms timed = limits % 2 == 0 ? terms : terms.splittingFrom(NOON);
    return limits < 2 ? timed : timed.shippingAtLeast(Quantity.of(limits));
  }

  private static Arbitrary<CartLine> carts() {
    return Combinators.combine(TEXTS, lines(), Arbitraries.integers().between(0, 2))
        .as((hold, line, nanos) -> new CartLine(HoldId.of(hold), line, NOON.plusNanos(nanos)));
  }
}
