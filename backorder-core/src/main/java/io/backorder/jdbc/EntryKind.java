package io.backorder.jdbc;

import io.backorder.ledger.LedgerEntry;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of entries, by the words that stand in the database. */
enum EntryKind {
  RECEIVED(LedgerEntry.Received.class),
  ADJUSTED(LedgerEntry.Adjusted.class),
  TRANSFERRED(LedgerEntry.Transferred.class),
  HELD(LedgerEntry.Held.class),
  UNHELD(LedgerEntry.Unheld.class),
  HOLD_REDUCED(LedgerEntry.HoldReduced.class),
  TALLIED(LedgerEntry.Tallied.class),
  ORDERED(LedgerEntry.Ordered.class),
  RESERVED(LedgerEntry.Reserved.class),
  BACKORDERED(LedgerEntry.Backordered.class),
  REFUSED(LedgerEntry.Refused.class),
  BACKORDER_FILLED(LedgerEntry.BackorderFilled.class),
  RELEASED(LedgerEntry.Released.class),
  CANCELLED(LedgerEntry.Cancelled.class),
  CHANGED(LedgerEntry.Changed.class),
  SHIPPED(LedgerEntry.Shipped.class),
  RETURNED(LedgerEntry.Returned.class),
  LOST_RESERVATION(LedgerEntry.LostReservation.class),
  SUPPLY_ANNOUNCED(LedgerEntry.SupplyAnnounced.class),
  SUPPLY_RESCHEDULED(LedgerEntry.SupplyRescheduled.class),
  SUPPLY_CLOSED(LedgerEntry.SupplyClosed.class),
  SUPPLY_RECEIVED(LedgerEntry.SupplyReceived.class),
  REALLOCATED(LedgerEntry.Reallocated.class),
  PROMISED(LedgerEntry.Promised.class),
  STOCK_SENT(LedgerEntry.StockSent.class);

  private static final Map<Class<?>, EntryKind> BY_TYPE = Arrays.stream(values())
      .collect(Collectors.toUnmodifiableMap(each -> each.type, Function.identity()));

  private final Class<? extends LedgerEntry> type;

  EntryKind(Class<? extends LedgerEntry> type) {
    this.type = type;
  }

  static EntryKind of(LedgerEntry entry) {
    EntryKind kind = BY_TYPE.get(entry.getClass());
    if (kind == null) {
      throw new IllegalStateException("kind of entry must be known: " + entry);
    }
    return kind;
  }
}
