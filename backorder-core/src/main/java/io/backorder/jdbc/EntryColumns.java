package io.backorder.jdbc;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.ledger.CartLine;
import io.backorder.ledger.Claim;
import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerEntry.LineEntry;
import io.backorder.ledger.StockAccounts.Tally;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
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

  /** Reads an entry; the terms are those of the order that its document opened. */
  static LedgerEntry read(ResultSet row, Dialect dialect) throws SQLException {
    EntryKind kind = EntryKind.valueOf(row.getString("kind"));
    Sku sku = Sku.of(row.getString("sku"));
    Quantity units =
        Quantity.of(Math.abs(row.getLong("units"))); // those of a difference are read anew
    return switch (kind) {
      case RECEIVED -> new LedgerEntry.Received(sku, place(row, "location"), units);
      case ADJUSTED ->
        new LedgerEntry.Adjusted(
            sku, place(row, "location"), row.getLong("units"), row.getString("reason"));
      case TRANSFERRED ->
        new LedgerEntry.Transferred(sku, place(row, "location"), place(row, "to_location"), units);
      case HELD -> new LedgerEntry.Held(cart(row, dialect), place(row, "location"), units);
      case UNHELD -> new LedgerEntry.Unheld(cart(row, dialect), place(row, "location"), units);
      case HOLD_REDUCED ->
        new LedgerEntry.HoldReduced(cart(row, dialect), place(row, "location"), units);
      case TALLIED -> tallied(row, sku, dialect);
      case SUPPLY_ANNOUNCED, SUPPLY_RESCHEDULED, SUPPLY_CLOSED, SUPPLY_RECEIVED ->
        SupplyColumns.read(row, kind, dialect);
      default -> ofLine(row, kind, units, dialect);
    };
  }

  private static CartLine cart(ResultSet row, Dialect dialect) throws SQLException {
    Sku sku = Sku.of(row.getString("sku"));
    return LineColumns.cart(row, sku, row.getLong("cart_units"), dialect);
  }

  private static LedgerEntry tallied(ResultSet row, Sku sku, Dialect dialect) throws SQLException {
    Instant from = requireNonNull(ColumnType.readTime(row, "tally_from", dialect), "tally_from");
    Tally tally = new Tally(row.getString("tally_group"), from);
    return new LedgerEntry.Tallied(sku, tally, row.getLong("units"));
  }

  private static LedgerEntry ofLine(ResultSet row, EntryKind kind, Quantity units, Dialect dialect)
      throws SQLException {
    Sku sku = Sku.of(row.getString("sku"));
    Claim claim = claim(row, sku);
    return switch (kind) {
      case ORDERED ->
        new LedgerEntry.Ordered(
            claim,
            LineColumns.order(row, sku, units.units()),
            row.getString("priority") == null
                ? OrderTerms.standard()
                : TermsColumns.read(row, dialect));
      case RESERVED -> new LedgerEntry.Reserved(claim, place(row, "location"), units);
      case BACKORDERED -> new LedgerEntry.Backordered(claim, units);
      case REFUSED -> new LedgerEntry.Refused(claim, units);
      case BACKORDER_FILLED ->
        new LedgerEntry.BackorderFilled(claim, place(row, "location"), units);
      case RELEASED -> new LedgerEntry.Released(claim, place(row, "location"), units);
      case CANCELLED -> new LedgerEntry.Cancelled(claim, units, Quantity.of(row.getLong("waited")));
      case CHANGED ->
        new LedgerEntry.Changed(
            claim,
            Quantity.of(row.getLong("before_units")),
            units,
            Quantity.of(row.getLong("waited")));
      case SHIPPED -> new LedgerEntry.Shipped(claim, place(row, "location"), units);
      case RETURNED ->
        new LedgerEntry.Returned(
            claim,
            place(row, "location"),
            units,
            LedgerEntry.Restocking.valueOf(row.getString("restocking")));
      case LOST_RESERVATION ->
        new LedgerEntry.LostReservation(claim, place(row, "location"), units);
      case PROMISED -> promised(row, claim);
      case REALLOCATED -> new LedgerEntry.Reallocated(claim, place(row, "location"), units);
      default -> throw new IllegalStateException("kind of entry must be known: " + kind);
    };
  }

  /** The day before stands as a number of days, beside the day from now on. */
  private static LedgerEntry promised(ResultSet row, Claim claim) throws SQLException {
    long day = row.getLong("before_units");
    Optional<LocalDate> from =
        row.wasNull() ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
    Optional<LocalDate> to = Optional.ofNullable(row.getObject("due_day", LocalDate.class));
    return new LedgerEntry.Promised(claim, from, to);
  }

  private static Claim claim(ResultSet row, Sku sku) throws SQLException {
    OrderLineId line =
        new OrderLineId(OrderId.of(row.getString("order_no")), row.getString("line_no"));
    byte[] rank = requireNonNull(row.getBytes("place_rank"), "place_rank");
    return new Claim(line, sku, Rank.place(row.getLong("arrival"), rank));
  }

  /** A place by its text; the empty one is nowhere. */
  static LocationId place(ResultSet row, String column) throws SQLException {
    return place(row.getString(column));
  }

  static LocationId place(String text) {
    return text.isEmpty() ? LocationId.NOWHERE : LocationId.of(text);
  }
}
