package io.backorder.jdbc;

import io.backorder.ledger.CartLine;
import io.backorder.ledger.Claim;
import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerEntry.LineEntry;
import io.backorder.ledger.StockAccounts.Tally;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What an entry says, as columns: written by the fields, read back by the kind. */
final class EntryColumns {

  private static final int OWN = 18;

  /** The number of columns. */
  static final int COUNT = OWN + SupplyColumns.COUNT;

  private String kind = "";
  private @Nullable Claim claim;
  private @Nullable CartLine cart;
  private @Nullable LocalDate due;
  private @Nullable String location;
  private @Nullable String toLocation;
  private long units;
  private @Nullable Long before;
  private @Nullable Long waited;
  private @Nullable String reason;
  private @Nullable String restocking;
  private @Nullable Tally tally;

  private EntryColumns() {}

  /** The columns behind document, index, item and sequence, before the chain value. */
  static Bulk declare(Bulk bulk) {
    bulk.texts("kind", "order_no", "line_no").longs("arrival").bytes("place_rank");
    bulk.texts("hold_no").column("until_at", ColumnType.TIME).longs("cart_units");
    bulk.column("due_day", ColumnType.DATE).texts("location", "to_location");
    bulk.longs("units", "before_units", "waited").texts("reason", "restocking", "tally_group");
    return SupplyColumns.declare(bulk.column("tally_from", ColumnType.TIME));
  }

  /** Puts an entry's values behind each other, as {@link #declare} names them. */
  static void put(LedgerEntry entry, @Nullable Object[] row, int first) {
    EntryColumns columns = new EntryColumns();
    columns.take(entry);
    columns.put(row, first);
    SupplyColumns.put(entry, row, first + OWN);
  }

  private void put(@Nullable Object[] row, int first) {
    int i = first;
    row[i++] = kind;
    row[i++] = claim == null ? null : claim.line().order().value();
    row[i++] = lineNumber();
    row[i++] = claim == null ? null : claim.place().arrival();
    row[i++] = claim == null ? null : Rank.of(claim.place());
    row[i++] = cart == null ? null : cart.hold().value();
    row[i++] = cart == null ? null : cart.until();
    row[i++] = cart == null ? null : cart.line().quantity().units();
    row[i++] = due;
    row[i++] = location;
    row[i++] = toLocation;
    row[i++] = units;
    row[i++] = before;
    row[i++] = waited;
    row[i++] = reason;
    row[i++] = restocking;
    row[i++] = tally == null ? null : tally.group();
    row[i] = tally == null ? null : tally.from();
  }

  private @Nullable String lineNumber() {
    if (claim != null) {
      return claim.line().line();
    }
    return cart == null ? null : cart.line().number();
  }

  private void take(LedgerEntry entry) {
    kind = EntryKind.of(entry).name();
    if (entry instanceof LineEntry about) {
      claim = about.claim();
      takeOfLine(about);
    } else {
      takeOfStock(entry);
    }
  }

  private void takeOfLine(LineEntry entry) {
    if (entry instanceof LedgerEntry.Ordered e) {
      due = e.line().due().orElse(null);
      units = e.line().quantity().units();
    } else if (entry instanceof LedgerEntry.Reserved e) {
      moved(e.location(), e.quantity());
    } else if (entry instanceof LedgerEntry.Backordered e) {
      units = e.quantity().units();
    } else if (entry instanceof LedgerEntry.Refused e) {
      units = e.quantity().units();
    } else if (entry instanceof LedgerEntry.BackorderFilled e) {
      moved(e.location(), e.quantity());
    } else if (entry instanceof LedgerEntry.Released e) {
      moved(e.location(), e.quantity());
    } else {
      takeOfChange(entry);
    }
  }

  private void takeOfChange(LineEntry entry) {
    if (entry instanceof LedgerEntry.Cancelled e) {
      units = e.quantity().units();
      waited = e.waited().units();
    } else if (entry instanceof LedgerEntry.Changed e) {
      units = e.to().units();
      before = e.from().units();
      waited = e.waited().units();
    } else if (entry instanceof LedgerEntry.Shipped e) {
      moved(e.location(), e.quantity());
    } else if (entry instanceof LedgerEntry.Returned e) {
      moved(e.location(), e.quantity());
      restocking = e.restocking().name();
    } else if (entry instanceof LedgerEntry.LostReservation e) {
      moved(e.location(), e.quantity());
    } else if (entry instanceof LedgerEntry.Promised e) {
      due = e.to().orElse(null);
      before = e.from().map(LocalDate::toEpochDay).orElse(null);
    } else if (entry instanceof LedgerEntry.Reallocated e) {
      moved(e.location(), e.quantity());
    } else {
      throw unknown();
    }
  }

  private void takeOfStock(LedgerEntry entry) {
    if (entry instanceof LedgerEntry.Received e) {
      moved(e.location(), e.quantity());
    } else if (entry instanceof LedgerEntry.Adjusted e) {
      location = e.location().value();
      units = e.delta();
      reason = e.reason();
    } else if (entry instanceof LedgerEntry.Transferred e) {
      moved(e.from(), e.quantity());
      toLocation = e.to().value();
    } else if (entry instanceof LedgerEntry.StockSent e) {
      moved(e.units().location(), e.units().quantity());
    } else if (entry instanceof LedgerEntry.Held e) {
      held(e.cart(), e.location(), e.quantity());
    } else if (entry instanceof LedgerEntry.Unheld e) {
      held(e.cart(), e.location(), e.quantity());
    } else if (entry instanceof LedgerEntry.HoldReduced e) {
      held(e.cart(), e.location(), e.quantity());
    } else if (entry instanceof LedgerEntry.Tallied e) {
      tally = e.tally();
      units = e.units();
    } else {
      takeOfSupply(entry);
    }
  }

  private void takeOfSupply(LedgerEntry entry) {
    if (entry instanceof LedgerEntry.SupplyAnnounced e) {
      moved(e.supply().units().location(), e.supply().quantity());
    } else if (entry instanceof LedgerEntry.SupplyRescheduled e) {
      units = e.to().quantity().units();
      before = e.from().quantity().units();
    } else if (entry instanceof LedgerEntry.SupplyClosed e) {
      units = e.quantity().units();
    } else if (entry instanceof LedgerEntry.SupplyReceived e) {
      moved(e.units().location(), e.units().quantity());
    } else {
      throw unknown();
    }
  }

  private void moved(LocationId at, Quantity quantity) {
    location = at.value();
    units = quantity.units();
  }

  private void held(CartLine line, LocationId at, Quantity quantity) {
    cart = line;
    due = line.line().due().orElse(null);
    moved(at, quantity);
  }

  private IllegalStateException unknown() {
    return new IllegalStateException("kind of entry must be known: " + kind);
  }

  /** A place by its text; the empty one is nowhere. */
  static LocationId place(ResultSet row, String column) throws SQLException {
    return place(row.getString(column));
  }

  static LocationId place(String text) {
    return text.isEmpty() ? LocationId.NOWHERE : LocationId.of(text);
  }
}
