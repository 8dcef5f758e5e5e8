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
import io.backorder.proof.Digest;
import io.backorder.stock.ChannelId;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.supply.SupplierId;
import io.backorder.supply.Supply;
import io.backorder.supply.SupplyId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Reads what an {@link EntryEncoder} wrote. */
final class EntryDecoder {

  private final Decoder from;

  EntryDecoder(Decoder from) {
    this.from = from;
  }

  /** A record of the given document: its canonical form, then its chain value. */
  LedgerRecord record(long position, SourceDocument document) {
    int version = from.getByte();
    if (version != EntryCodes.VERSION) {
      throw Decoder.unknown("version", version);
    }
    long sequence = from.getLong();
    DocumentKind kind = choice("kind of document", DocumentKind.values(), EntryCodes::of);
    DocumentId id = new DocumentId(kind, from.getText());
    if (!id.equals(document.id())) {
      throw Decoder.invalid("record must be of document %s: %s".formatted(document.id(), id));
    }
    Cause cause = new Cause(document, from.getMicros());
    LedgerEntry entry = entry();
    Digest chain = Digest.of(from.getBytes(Digest.LENGTH));
    if (!from.isAtEnd()) {
      throw Decoder.invalid("record must end with its chain value");
    }
    return new LedgerRecord(position, sequence, cause, entry).chained(chain);
  }

  private <T> T choice(String what, T[] choices, ToIntFunction<T> codes) {
    int code = from.getByte();
    for (T each : choices) {
      if (codes.applyAsInt(each) == code) {
        return each;
      }
    }
    throw Decoder.unknown(what, code);
  }

  private LedgerEntry entry() {
    int code = from.getByte();
    return switch (code) {
      case EntryCodes.ORDERED -> new Ordered(claim(), line(), terms());
      case EntryCodes.RESERVED -> new Reserved(claim(), location(), quantity());
      case EntryCodes.BACKORDERED -> new Backordered(claim(), quantity());
      case EntryCodes.REFUSED -> new Refused(claim(), quantity());
      case EntryCodes.BACKORDER_FILLED -> new BackorderFilled(claim(), location(), quantity());
      case EntryCodes.RELEASED -> new Released(claim(), location(), quantity());
      case EntryCodes.CANCELLED -> new Cancelled(claim(), quantity(), quantity());
      case EntryCodes.CHANGED -> new Changed(claim(), quantity(), quantity(), quantity());
      case EntryCodes.SHIPPED -> new Shipped(claim(), location(), quantity());
      case EntryCodes.RETURNED ->
        new Returned(
            claim(),
            location(),
            quantity(),
            choice("restocking", Restocking.values(), EntryCodes::of));
      case EntryCodes.PROMISED -> new Promised(claim(), day(), day());
      case EntryCodes.LOST_RESERVATION -> new LostReservation(claim(), location(), quantity());
      case EntryCodes.REALLOCATED -> new Reallocated(claim(), location(), quantity());
      default -> stockEntry(code);
    };
  }

  private LedgerEntry stockEntry(int code) {
    return switch (code) {
      case EntryCodes.RECEIVED -> new Received(sku(), location(), quantity());
      case EntryCodes.ADJUSTED -> new Adjusted(sku(), location(), from.getLong(), from.getText());
      case EntryCodes.TRANSFERRED -> new Transferred(sku(), location(), location(), quantity());
      case EntryCodes.STOCK_SENT ->
        new StockSent(SupplyId.of(from.getText()), StockUnits.of(sku(), location(), quantity()));
      case EntryCodes.HELD -> new Held(cart(), location(), quantity());
      case EntryCodes.UNHELD -> new Unheld(cart(), location(), quantity());
      case EntryCodes.HOLD_REDUCED -> new HoldReduced(cart(), location(), quantity());
      case EntryCodes.TALLIED ->
        new Tallied(sku(), new Tally(from.getText(), from.getInstant()), from.getLong());
      default -> supplyEntry(code);
    };
  }

  private LedgerEntry supplyEntry(int code) {
    if (code < EntryCodes.SUPPLY_ANNOUNCED || code > EntryCodes.SUPPLY_RECEIVED) {
      throw Decoder.unknown("kind of entry", code);
    }
    Sku sku = sku();
    SupplyId supply = SupplyId.of(from.getText());
    return switch (code) {
      case EntryCodes.SUPPLY_ANNOUNCED -> new SupplyAnnounced(supply(sku, supply));
      case EntryCodes.SUPPLY_RESCHEDULED ->
        new SupplyRescheduled(supply, sku, schedule(), schedule());
      case EntryCodes.SUPPLY_CLOSED -> new SupplyClosed(supply, sku, quantity());
      default -> new SupplyReceived(supply, StockUnits.of(sku, location(), quantity()), quantity());
    };
  }

  private Supply supply(Sku sku, SupplyId id) {
    LocationId location = location();
    Supply.Schedule schedule = schedule();
    Supply supply =
        Supply.of(id, StockUnits.of(sku, location, schedule.quantity()), schedule.due());
    String supplier = from.getText();
    Supply sent = supplier.isEmpty() ? supply : supply.from(SupplierId.of(supplier));
    return from.getByte() == 0 ? sent : sent.orderedAt(from.getInstant());
  }

  private Supply.Schedule schedule() {
    return new Supply.Schedule(quantity(), from.getInstant());
  }

  private Claim claim() {
    OrderLineId line = OrderLineId.of(from.getText(), from.getText());
    Sku sku = sku();
    long arrival = from.getLong();
    Decoder keys = new Decoder(from.getBytes(Math.multiplyExact(from.getInt(), Long.BYTES)));
    PlaceInLine place = PlaceInLine.of(arrival);
    while (!keys.isAtEnd()) {
      place = place.then(PlaceInLine.ranked(arrival, keys.getLong()));
    }
    return new Claim(line, sku, place);
  }

  private CartLine cart() {
    return new CartLine(HoldId.of(from.getText()), line(), from.getInstant());
  }

  private OrderLine line() {
    OrderLine line = OrderLine.of(from.getText(), sku(), quantity());
    return day().map(line::dueBy).orElse(line);
  }

  private Optional<LocalDate> day() {
    int given = from.getByte();
    if (given > 1) {
      throw Decoder.unknown("day", given);
    }
    return given == 0 ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(from.getLong()));
  }

  private OrderTerms terms() {
    String channel = from.getText();
    String customer = from.getText();
    OrderTerms terms =
        OrderTerms.standard().withPriority(choice("priority", Priority.values(), EntryCodes::of));
    terms = delivery(terms).onShortage(choice("shortage", ShortageRule.values(), EntryCodes::of));
    terms = channel.isEmpty() ? terms : terms.through(ChannelId.of(channel));
    return customer.isEmpty() ? terms : terms.by(CustomerId.of(customer));
  }

  private OrderTerms delivery(OrderTerms terms) {
    int code = from.getByte();
    boolean hasLimits = code > EntryCodes.WITH_LIMITS;
    OrderTerms ruled = terms.withDelivery(rule(hasLimits ? code - EntryCodes.WITH_LIMITS : code));
    if (!hasLimits) {
      return ruled;
    }
    OrderTerms timed = from.getByte() == 0 ? ruled : ruled.splittingFrom(from.getInstant());
    return timed.shippingAtLeast(quantity());
  }

  private static DeliveryRule rule(int code) {
    for (DeliveryRule each : DeliveryRule.values()) {
      if (EntryCodes.of(each) == code) {
        return each;
      }
    }
    throw Decoder.unknown("delivery", code);
  }

  private Sku sku() {
    return Sku.of(from.getText());
  }

  private LocationId location() {
    String value = from.getText();
    return value.isEmpty() ? LocationId.NOWHERE : LocationId.of(value);
  }

  private Quantity quantity() {
    return Quantity.of(from.getLong());
  }
}
