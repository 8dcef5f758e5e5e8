package io.backorder.ledger;

import io.backorder.demand.OrderLine;
import io.backorder.demand.PlaceInLine;
import io.backorder.ledger.LedgerEntry.Adjusted;
import io.backorder.ledger.LedgerEntry.BackorderFilled;
import io.backorder.ledger.LedgerEntry.Backordered;
import io.backorder.ledger.LedgerEntry.Cancelled;
import io.backorder.ledger.LedgerEntry.Changed;
import io.backorder.ledger.LedgerEntry.Held;
import io.backorder.ledger.LedgerEntry.HoldReduced;
import io.backorder.ledger.LedgerEntry.LineEntry;
import io.backorder.ledger.LedgerEntry.LostReservation;
import io.backorder.ledger.LedgerEntry.Ordered;
import io.backorder.ledger.LedgerEntry.Promised;
import io.backorder.ledger.LedgerEntry.Reallocated;
import io.backorder.ledger.LedgerEntry.Received;
import io.backorder.ledger.LedgerEntry.Refused;
import io.backorder.ledger.LedgerEntry.Released;
import io.backorder.ledger.LedgerEntry.Reserved;
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
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.supply.Supply;
import io.backorder.supply.SupplyId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Writes entries in their canonical form: a code, and the fields in a fixed order. Each form tells by
 * itself where it ends, so that different entries never read alike.
 *
 * <p>It is confined to one thread.
 */
final class EntryEncoder {

  private final Encoder to;

  EntryEncoder(Encoder to) {
    this.to = to;
  }

  /** A record without its position: version, sequence, document, time, entry. */
  void put(long sequence, Cause cause, LedgerEntry entry) {
    to.putByte(EntryCodes.VERSION);
    to.putLong(sequence);
    DocumentId document = cause.document().id();
    to.putByte(EntryCodes.of(document.kind()));
    to.putText(document.number());
    to.putMicros(cause.recordedAt());
    put(entry);
  }

  void put(LedgerEntry entry) {
    if (entry instanceof LineEntry line) {
      putLineEntry(line);
    } else {
      putStockEntry(entry);
    }
  }

  private void putLineEntry(LineEntry entry) {
    if (entry instanceof Ordered e) {
      put(EntryCodes.ORDERED, e.claim());
      put(e.line());
      TermsEncoder.put(e.terms(), to);
    } else if (entry instanceof Reserved e) {
      put(EntryCodes.RESERVED, e.claim(), e.location(), e.quantity());
    } else if (entry instanceof Backordered e) {
      put(EntryCodes.BACKORDERED, e.claim());
      put(e.quantity());
    } else if (entry instanceof BackorderFilled e) {
      put(EntryCodes.BACKORDER_FILLED, e.claim(), e.location(), e.quantity());
    } else if (entry instanceof Shipped e) {
      put(EntryCodes.SHIPPED, e.claim(), e.location(), e.quantity());
    } else if (entry instanceof Released e) {
      put(EntryCodes.RELEASED, e.claim(), e.location(), e.quantity());
    } else {
      putRareLineEntry(entry);
    }
  }

  private void putRareLineEntry(LineEntry entry) {
    if (entry instanceof Cancelled e) {
      put(EntryCodes.CANCELLED, e.claim());
      put(e.quantity());
      put(e.waited());
    } else if (entry instanceof Changed e) {
      put(EntryCodes.CHANGED, e.claim());
      put(e.from());
      put(e.to());
      put(e.waited());
    } else if (entry instanceof Refused e) {
      put(EntryCodes.REFUSED, e.claim());
      put(e.quantity());
    } else if (entry instanceof Returned e) {
      put(EntryCodes.RETURNED, e.claim(), e.location(), e.quantity());
      to.putByte(EntryCodes.of(e.restocking()));
    } else if (entry instanceof Promised e) {
      put(EntryCodes.PROMISED, e.claim());
      put(e.from());
      put(e.to());
    } else if (entry instanceof LostReservation e) {
      put(EntryCodes.LOST_RESERVATION, e.claim(), e.location(), e.quantity());
    } else if (entry instanceof Reallocated e) {
      put(EntryCodes.REALLOCATED, e.claim(), e.location(), e.quantity());
    } else {
      throw unknown(entry);
    }
  }

  private void putStockEntry(LedgerEntry entry) {
    if (entry instanceof Received e) {
      to.putByte(EntryCodes.RECEIVED);
      to.putText(e.sku().value());
      put(e.location(), e.quantity());
    } else if (entry instanceof Adjusted e) {
      to.putByte(EntryCodes.ADJUSTED);
      to.putText(e.sku().value());
      to.putText(e.location().value());
      to.putLong(e.delta());
      to.putText(e.reason());
    } else if (entry instanceof Transferred e) {
      to.putByte(EntryCodes.TRANSFERRED);
      to.putText(e.sku().value());
      to.putText(e.from().value());
      put(e.to(), e.quantity());
    } else if (entry instanceof StockSent e) {
      to.putByte(EntryCodes.STOCK_SENT);
      to.putText(e.transfer().value());
      to.putText(e.sku().value());
      put(e.units().location(), e.units().quantity());
    } else if (entry instanceof Held e) {
      put(EntryCodes.HELD, e.cart(), e.location(), e.quantity());
    } else if (entry instanceof Unheld e) {
      put(EntryCodes.UNHELD, e.cart(), e.location(), e.quantity());
    } else if (entry instanceof HoldReduced e) {
      put(EntryCodes.HOLD_REDUCED, e.cart(), e.location(), e.quantity());
    } else if (entry instanceof Tallied e) {
      to.putByte(EntryCodes.TALLIED);
      to.putText(e.sku().value());
      to.putText(e.tally().group());
      to.putInstant(e.tally().from());
      to.putLong(e.units());
    } else {
      putSupplyEntry(entry);
    }
  }

  private void putSupplyEntry(LedgerEntry entry) {
    if (entry instanceof SupplyAnnounced e) {
      put(EntryCodes.SUPPLY_ANNOUNCED, e.sku(), e.supply().id());
      put(e.supply());
    } else if (entry instanceof SupplyRescheduled e) {
      put(EntryCodes.SUPPLY_RESCHEDULED, e.sku(), e.supply());
      put(e.from());
      put(e.to());
    } else if (entry instanceof SupplyClosed e) {
      put(EntryCodes.SUPPLY_CLOSED, e.sku(), e.supply());
      put(e.quantity());
    } else if (entry instanceof SupplyReceived e) {
      put(EntryCodes.SUPPLY_RECEIVED, e.sku(), e.supply());
      put(e.units().location(), e.units().quantity());
      put(e.excess());
    } else {
      throw unknown(entry);
    }
  }

  private void put(int code, Sku sku, SupplyId supply) {
    to.putByte(code);
    to.putText(sku.value());
    to.putText(supply.value());
  }

  private void put(Supply supply) {
    to.putText(supply.units().location().value());
    put(supply.schedule());
    to.putText(
        supply.supplier().isEmpty() ? "" : supply.supplier().orElseThrow().value());
    to.putByte(supply.orderedAt().isPresent() ? 1 : 0);
    if (supply.orderedAt().isPresent()) {
      to.putInstant(supply.orderedAt().orElseThrow());
    }
  }

  private void put(Supply.Schedule schedule) {
    put(schedule.quantity());
    to.putInstant(schedule.due());
  }

  private static IllegalStateException unknown(LedgerEntry entry) {
    return new IllegalStateException("entry must have a canonical form: " + entry);
  }

  private void put(int code, Claim claim, LocationId location, Quantity quantity) {
    put(code, claim);
    put(location, quantity);
  }

  private void put(int code, Claim claim) {
    to.putByte(code);
    to.putText(claim.line().order().value());
    to.putText(claim.line().line());
    to.putText(claim.sku().value());
    PlaceInLine place = claim.place();
    to.putLong(place.arrival());
    if (place.isByArrival()) {
      to.putInt(0);
      return;
    }
    long[] keys = place.keys();
    to.putInt(keys.length);
    for (long key : keys) {
      to.putLong(key);
    }
  }

  private void put(int code, CartLine cart, LocationId location, Quantity quantity) {
    to.putByte(code);
    to.putText(cart.hold().value());
    put(cart.line());
    to.putInstant(cart.until());
    put(location, quantity);
  }

  private void put(OrderLine line) {
    to.putText(line.number());
    to.putText(line.sku().value());
    put(line.quantity());
    put(line.due());
  }

  private void put(Optional<LocalDate> day) {
    if (day.isEmpty()) {
      to.putByte(0);
    } else {
      to.putByte(1);
      to.putLong(day.orElseThrow().toEpochDay());
    }
  }

  private void put(LocationId location, Quantity quantity) {
    to.putText(location.value());
    put(quantity);
  }

  private void put(Quantity quantity) {
    to.putLong(quantity.units());
  }
}
