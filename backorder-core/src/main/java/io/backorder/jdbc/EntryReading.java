package io.backorder.jdbc;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.ledger.CartLine;
import io.backorder.ledger.Claim;
import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.StockAccounts.Tally;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Reads what {@link EntryColumns} say of an entry, by its kind. */
final class EntryReading {

  private EntryReading() {}

  /** Reads an entry; the terms are those of the order that its document opened. */
  static LedgerEntry read(ResultSet row, Dialect dialect) throws SQLException {
    EntryKind kind = EntryKind.valueOf(row.getString("kind"));
    Sku sku = Sku.of(row.getString("sku"));
    Quantity units =
        Quantity.of(Math.abs(row.getLong("units"))); // those of a difference are read anew
    return switch (kind) {
      case RECEIVED -> new LedgerEntry.Received(sku, EntryColumns.place(row, "location"), units);
      case ADJUSTED ->
        new LedgerEntry.Adjusted(
            sku,
            EntryColumns.place(row, "location"),
            row.getLong("units"),
            row.getString("reason"));
      case TRANSFERRED ->
        new LedgerEntry.Transferred(
            sku,
            EntryColumns.place(row, "location"),
            EntryColumns.place(row, "to_location"),
            units);
      case HELD ->
        new LedgerEntry.Held(cart(row, dialect), EntryColumns.place(row, "location"), units);
      case UNHELD ->
        new LedgerEntry.Unheld(cart(row, dialect), EntryColumns.place(row, "location"), units);
      case HOLD_REDUCED ->
        new LedgerEntry.HoldReduced(cart(row, dialect), EntryColumns.place(row, "location"), units);
      case TALLIED -> tallied(row, sku, dialect);
      case SUPPLY_ANNOUNCED, SUPPLY_RESCHEDULED, SUPPLY_CLOSED, SUPPLY_RECEIVED, STOCK_SENT ->
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
      case RESERVED -> new LedgerEntry.Reserved(claim, EntryColumns.place(row, "location"), units);
      case BACKORDERED -> new LedgerEntry.Backordered(claim, units);
      case REFUSED -> new LedgerEntry.Refused(claim, units);
      case BACKORDER_FILLED ->
        new LedgerEntry.BackorderFilled(claim, EntryColumns.place(row, "location"), units);
      case RELEASED -> new LedgerEntry.Released(claim, EntryColumns.place(row, "location"), units);
      case CANCELLED -> new LedgerEntry.Cancelled(claim, units, Quantity.of(row.getLong("waited")));
      case CHANGED ->
        new LedgerEntry.Changed(
            claim,
            Quantity.of(row.getLong("before_units")),
            units,
            Quantity.of(row.getLong("waited")));
      case SHIPPED -> new LedgerEntry.Shipped(claim, EntryColumns.place(row, "location"), units);
      case RETURNED ->
        new LedgerEntry.Returned(
            claim,
            EntryColumns.place(row, "location"),
            units,
            LedgerEntry.Restocking.valueOf(row.getString("restocking")));
      case LOST_RESERVATION ->
        new LedgerEntry.LostReservation(claim, EntryColumns.place(row, "location"), units);
      case PROMISED -> promised(row, claim, units);
      case REALLOCATED ->
        new LedgerEntry.Reallocated(claim, EntryColumns.place(row, "location"), units);
      default -> throw new IllegalStateException("kind of entry must be known: " + kind);
    };
  }

  /** The day before stands as a number of days, beside the day from now on. */
  private static LedgerEntry promised(ResultSet row, Claim claim, Quantity units)
      throws SQLException {
    if (!units.isZero()) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "units of a promised day of line %s must be 0: %s".formatted(claim.line(), units),
          Facts.of("line", claim.line()).and("asked", units).and("allowed", 0));
    }
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
}
