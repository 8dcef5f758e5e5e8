package io.backorder.jdbc;

import static java.util.Objects.requireNonNull;

import io.backorder.ledger.LedgerEntry;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.supply.SupplierId;
import io.backorder.supply.Supply;
import io.backorder.supply.SupplyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an entry says of a supply, as columns behind those of {@link EntryColumns}. */
final class SupplyColumns {

  /** The number of columns. */
  static final int COUNT = 6;

  private @Nullable SupplyId id;
  private @Nullable Instant due;
  private @Nullable Instant dueBefore;
  private @Nullable String supplier;
  private @Nullable Instant orderedAt;
  private @Nullable Long excess;

  private SupplyColumns() {}

  static Bulk declare(Bulk bulk) {
    bulk.texts("supply_no").column("due_at", ColumnType.TIME);
    bulk.column("due_before", ColumnType.TIME).texts("supplier");
    return bulk.column("ordered_at", ColumnType.TIME).longs("excess");
  }

  /** Puts an entry's values behind each other, as {@link #declare} names them; others are nulls. */
  static void put(LedgerEntry entry, @Nullable Object[] row, int first) {
    SupplyColumns columns = new SupplyColumns();
    columns.take(entry);
    row[first] = columns.id == null ? null : columns.id.value();
    row[first + 1] = columns.due;
    row[first + 2] = columns.dueBefore;
    row[first + 3] = columns.supplier;
    row[first + 4] = columns.orderedAt;
    row[first + 5] = columns.excess;
  }

  private void take(LedgerEntry entry) {
    if (entry instanceof LedgerEntry.SupplyAnnounced e) {
      id = e.supply().id();
      due = e.supply().due();
      supplier = supplier(e.supply());
      orderedAt = e.supply().orderedAt().orElse(null);
    } else if (entry instanceof LedgerEntry.SupplyRescheduled e) {
      id = e.supply();
      due = e.to().due();
      dueBefore = e.from().due();
    } else if (entry instanceof LedgerEntry.SupplyClosed e) {
      id = e.supply();
    } else if (entry instanceof LedgerEntry.StockSent e) {
      id = e.transfer();
    } else if (entry instanceof LedgerEntry.SupplyReceived e) {
      id = e.supply();
      excess = e.excess().units();
    }
  }

  static @Nullable String supplier(Supply supply) {
    return supply.supplier().map(SupplierId::value).orElse(null);
  }

  static LedgerEntry read(ResultSet row, EntryKind kind, Dialect dialect) throws SQLException {
    Sku sku = Sku.of(row.getString("sku"));
    Quantity units = Quantity.of(row.getLong("units"));
    return switch (kind) {
      case SUPPLY_ANNOUNCED -> new LedgerEntry.SupplyAnnounced(supply(row, dialect));
      case SUPPLY_RESCHEDULED ->
        new LedgerEntry.SupplyRescheduled(
            id(row),
            sku,
            new Supply.Schedule(
                Quantity.of(row.getLong("before_units")), time(row, "due_before", dialect)),
            new Supply.Schedule(units, time(row, "due_at", dialect)));
      case STOCK_SENT ->
        new LedgerEntry.StockSent(
            id(row), StockUnits.of(sku, EntryColumns.place(row, "location"), units));
      case SUPPLY_CLOSED -> new LedgerEntry.SupplyClosed(id(row), sku, units);
      case SUPPLY_RECEIVED ->
        new LedgerEntry.SupplyReceived(
            id(row),
            StockUnits.of(sku, EntryColumns.place(row, "location"), units),
            Quantity.of(row.getLong("excess")));
      default -> throw new IllegalStateException("kind of entry must be known: " + kind);
    };
  }

  /** What is announced, in the columns of an entry or of the supply's own row. */
  static Supply supply(ResultSet row, Dialect dialect) throws SQLException {
    StockUnits units = StockUnits.of(
        Sku.of(row.getString("sku")),
        EntryColumns.place(row, "location"),
        Quantity.of(row.getLong("units")));
    Supply supply = Supply.of(id(row), units, time(row, "due_at", dialect));
    String sender = row.getString("supplier");
    Supply sent = sender == null ? supply : supply.from(SupplierId.of(sender));
    Instant ordered = ColumnType.readTime(row, "ordered_at", dialect);
    return ordered == null ? sent : sent.orderedAt(ordered);
  }

  private static SupplyId id(ResultSet row) throws SQLException {
    return SupplyId.of(row.getString("supply_no"));
  }

  private static Instant time(ResultSet row, String column, Dialect dialect) throws SQLException {
    return requireNonNull(ColumnType.readTime(row, column, dialect), column);
  }
}
