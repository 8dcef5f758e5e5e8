package io.backorder.jdbc;

import static java.util.Objects.requireNonNull;

import io.backorder.ledger.CartLine;
import io.backorder.ledger.StockAccounts.Tally;
import io.backorder.proof.Digest;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.StoreException;
import io.backorder.stock.ChannelId;
import io.backorder.stock.LocationId;
import io.backorder.stock.Sku;
import io.backorder.store.Restored;
import io.backorder.store.Restored.ShelfUnits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Locks items in one statement and reads what the database keeps of them, all together. */
final class ItemReader {

  private static final String COLUMNS =
      "SELECT sku, last_sequence, last_arrival, waiting, claims, tallies, promised, announcements, supplies,"
          + " recorded_at, chain FROM $item";

  private final Statements sql;
  private final WorkingSet set;
  private final ClaimReader claims;
  private final SupplyTable supplies;
  private final Set<String> queued = new HashSet<>();
  private final Set<String> holding = new HashSet<>();
  private final Set<String> tallied = new HashSet<>();
  private final Set<String> supplied = new HashSet<>();
  private final Set<String> made = new TreeSet<>();

  ItemReader(Statements sql, WorkingSet set, ClaimReader claims, SupplyTable supplies) {
    this.sql = sql;
    this.set = set;
    this.claims = claims;
    this.supplies = supplies;
  }

  /** Locks items for change. An item that was never seen gets its row first. */
  void lock(Collection<Sku> skus) {
    Set<String> missing = keys(skus);
    missing.removeAll(readItems(missing, " ORDER BY sku FOR UPDATE"));
    if (!missing.isEmpty()) {
      made.addAll(missing);
      new NewItems(sql).insert(missing);
      missing.removeAll(readItems(missing, " ORDER BY sku FOR UPDATE"));
      requireNone(missing);
    }
    readRest(skus);
  }

  /** Takes back the rows of items that got theirs here, and to which nothing has happened. */
  void takeBackMade() {
    if (!made.isEmpty()) {
      new NewItems(sql).takeBack(made);
    }
  }

  /** A row that another transaction has made is not seen from inside an old snapshot. */
  private static void requireNone(Set<String> missing) {
    if (!missing.isEmpty()) {
      throw new StoreException(
          ErrorCode.STORE_CONFLICT,
          "another transaction has made the row of item %s; run the whole transaction again"
              .formatted(missing.iterator().next()),
          Facts.of("sku", missing.iterator().next()),
          null);
    }
  }

  /** Reads items without changing them. */
  void read(Collection<Sku> skus, String locking) {
    readItems(keys(skus), " ORDER BY sku" + locking);
    readRest(skus);
  }

  private static Set<String> keys(Collection<Sku> skus) {
    Set<String> keys = new TreeSet<>();
    skus.forEach(sku -> keys.add(sku.value()));
    return keys;
  }

  private Set<String> readItems(Set<String> keys, String locking) {
    Set<String> found = new HashSet<>();
    sql.queryKeys(COLUMNS + " WHERE sku {keys}" + locking, keys, row -> {
      found.add(row.getString("sku"));
      takeItem(row);
    });
    return found;
  }

  private void takeItem(ResultSet row) throws SQLException {
    ItemRow item = set.item(Sku.of(row.getString("sku")));
    item.sequence = row.getLong("last_sequence");
    item.recordedAt = ColumnType.readTime(row, "recorded_at", sql.dialect());
    byte[] chain = row.getBytes("chain");
    if (chain != null) {
      item.chain = Digest.of(chain);
    }
    Restored.item(item.state, row.getLong("last_arrival"), row.getLong("waiting"));
    if (row.getInt("claims") > 0) {
      queued.add(row.getString("sku"));
    }
    if (row.getInt("tallies") > 0) {
      tallied.add(row.getString("sku"));
    }
    Restored.promised(item.state, row.getInt("promised"));
    Restored.announcements(item.state, row.getLong("announcements"));
    if (row.getInt("supplies") > 0) {
      supplied.add(row.getString("sku"));
    }
  }

  private void readRest(Collection<Sku> skus) {
    skus.forEach(sku -> set.item(sku).locked = true);
    sql.queryKeys(
        "SELECT sku, location, on_hand, reserved, held FROM $stock WHERE sku {some}"
            + sql.current(),
        keys(skus),
        this::takeShelf);
    sql.queryKeys(
        "SELECT sku, channel, claims FROM $channel_queue WHERE sku {some}" + sql.current(),
        queued,
        this::takeQueue);
    sql.queryKeys(
        "SELECT sku, tally_group, tally_from, units FROM $tally WHERE sku {keys}" + sql.current(),
        tallied,
        this::takeTally);
    List<Held> held = new ArrayList<>();
    sql.queryKeys(
        "SELECT sku, hold_no, line_no, location, units, until_at, cart_units, due_day, since"
            + " FROM $held WHERE sku {keys} ORDER BY since" + sql.current(),
        holding,
        row -> held.add(held(row)));
    held.forEach(this::take);
    supplies.readExpected(supplied);
  }

  private void takeShelf(ResultSet row) throws SQLException {
    ItemRow item = set.item(Sku.of(row.getString("sku")));
    LocationId location = EntryColumns.place(row, "location");
    ShelfUnits units =
        new ShelfUnits(row.getLong("on_hand"), row.getLong("reserved"), row.getLong("held"));
    item.shelves.put(location, units);
    if (units.held() > 0) {
      holding.add(row.getString("sku"));
    }
    Restored.shelf(item.state, location, units, claims.holders(item, location));
  }

  private void takeQueue(ResultSet row) throws SQLException {
    ItemRow item = set.item(Sku.of(row.getString("sku")));
    String channel = row.getString("channel");
    item.queues.put(channel, row.getInt("claims"));
    Optional<ChannelId> sold =
        channel.isEmpty() ? Optional.empty() : Optional.of(ChannelId.of(channel));
    Restored.queue(item.state, sold, row.getInt("claims"), claims.queue(item, channel));
  }

  private void takeTally(ResultSet row) throws SQLException {
    ItemRow item = set.item(Sku.of(row.getString("sku")));
    Instant from =
        requireNonNull(ColumnType.readTime(row, "tally_from", sql.dialect()), "tally_from");
    Tally tally = new Tally(row.getString("tally_group"), from);
    item.tallies.put(tally, row.getLong("units"));
    item.state.tallied(tally, row.getLong("units"));
  }

  private Held held(ResultSet row) throws SQLException {
    Sku sku = Sku.of(row.getString("sku"));
    CartLine cart = LineColumns.cart(row, sku, row.getLong("cart_units"), sql.dialect());
    return new Held(cart, EntryColumns.place(row, "location"), row.getLong("units"));
  }

  private void take(Held held) {
    ItemRow item = set.item(held.cart.line().sku());
    item.held.put(new ItemRow.HeldKey(held.cart, held.location), held.units);
    Restored.held(item.state, held.cart, held.location, held.units);
  }

  private record Held(CartLine cart, LocationId location, long units) {}
}
