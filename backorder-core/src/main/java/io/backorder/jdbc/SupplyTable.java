package io.backorder.jdbc;

import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.store.Restored;
import io.backorder.supply.Supply;
import io.backorder.supply.SupplyId;
import io.backorder.supply.SupplyStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads and writes supplies: those that will still bring something with their items, any other where a
 * document names it.
 */
final class SupplyTable {

  private static final String SELECT =
      "SELECT supply_no, sku, announcement, location, units, due_at, supplier, ordered_at, received,"
          + " progress FROM $supply WHERE ";

  private final Statements sql;
  private final WorkingSet set;
  private final Set<SupplyId> asked = new HashSet<>();

  SupplyTable(Statements sql, WorkingSet set) {
    this.sql = sql;
    this.set = set;
  }

  /** Reads which items supplies bring, which never changes. */
  void read(Collection<SupplyId> wanted) {
    List<String> unread = wanted.stream()
        .filter(id -> !set.supplied().containsKey(id) && asked.add(id))
        .map(SupplyId::value)
        .toList();
    sql.queryKeys(
        "SELECT supply_no, sku FROM $supply WHERE supply_no {keys}" + sql.current(),
        unread,
        row -> set.supplied()
            .put(SupplyId.of(row.getString("supply_no")), Sku.of(row.getString("sku"))));
  }

  /** Finds items of which a line has a day though a supply was due, without a lock. */
  List<Sku> awaited(Instant before, String beyond, int most) {
    List<Sku> awaited = new ArrayList<>();
    sql.query(
        "SELECT DISTINCT s.sku FROM $supply s JOIN $item i ON i.sku = s.sku WHERE s.expected > 0"
            + " AND s.due_at < ? AND i.promised > 0 AND s.sku > ? ORDER BY s.sku LIMIT " + most,
        row -> awaited.add(Sku.of(row.getString("sku"))),
        new Statements.Value(ColumnType.TIME, before),
        Statements.text(beyond));
    return awaited;
  }

  /** Reads what locked items are to get. */
  void readExpected(Collection<String> skus) {
    sql.queryKeys(SELECT + "sku {keys} AND expected > 0" + sql.current(), skus, this::take);
  }

  /** Reads how supplies stand that bring nothing more and were asked for, once their items are locked. */
  void fill() {
    List<String> missing = new ArrayList<>();
    set.supplied().forEach((id, sku) -> {
      ItemRow item = set.item(sku);
      if (item.locked && item.state.supply(id).isEmpty()) {
        missing.add(id.value());
      }
    });
    sql.queryKeys(SELECT + "supply_no {keys}" + sql.current(), missing, this::take);
  }

  private void take(ResultSet row) throws SQLException {
    Supply supply = SupplyColumns.supply(row, sql.dialect());
    SupplyStatus status = new SupplyStatus(
        supply,
        row.getLong("announcement"),
        Quantity.of(row.getLong("received")),
        SupplyStatus.Progress.valueOf(row.getString("progress")));
    ItemRow item = set.item(supply.sku());
    item.supplies.put(supply.id(), status);
    set.supplied().put(supply.id(), supply.sku());
    Restored.supply(item.state, status);
  }

  /** Writes how supplies of items stand, as far as that changed. */
  static void write(Statements sql, Collection<ItemRow> items) {
    Bulk announced = Bulk.insert("supply")
        .texts("supply_no", "sku", "location", "supplier")
        .column("ordered_at", ColumnType.TIME)
        .longs("announcement");
    Bulk changed = Bulk.update("supply", 1).texts("supply_no");
    List.of(announced, changed)
        .forEach(bulk -> bulk.longs("units", "received", "expected")
            .column("due_at", ColumnType.TIME)
            .texts("progress"));
    for (ItemRow item : items) {
      for (SupplyStatus status : item.state.knownSupplies()) {
        SupplyStatus before = item.supplies.get(status.supply().id());
        if (before == null) {
          announce(status, announced);
        } else if (!before.equals(status)) {
          change(status, changed);
        }
      }
    }
    sql.write(announced);
    sql.write(changed);
  }

  private static void announce(SupplyStatus status, Bulk rows) {
    Supply supply = status.supply();
    rows.add(
        supply.id().value(),
        supply.sku().value(),
        supply.units().location().value(),
        SupplyColumns.supplier(supply),
        supply.orderedAt().orElse(null),
        status.announcement(),
        supply.quantity().units(),
        status.received().units(),
        status.expected().units(),
        supply.due(),
        status.progress().name());
  }

  private static void change(SupplyStatus status, Bulk rows) {
    Supply supply = status.supply();
    rows.add(
        supply.id().value(),
        supply.quantity().units(),
        status.received().units(),
        status.expected().units(),
        supply.due(),
        status.progress().name());
  }
}
