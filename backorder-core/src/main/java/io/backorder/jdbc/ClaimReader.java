package io.backorder.jdbc;

import io.backorder.demand.OrderId;
import io.backorder.stock.LocationId;
import io.backorder.store.Restored;
import io.backorder.store.UnreadClaims;
import io.backorder.store.UnreadQueue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads claims: of orders that a document names, and page by page of a queue. */
final class ClaimReader {

  private static final String FROM = "SELECT " + ClaimRecord.COLUMNS + " FROM $claim c";

  private final Statements sql;
  private final WorkingSet set;

  ClaimReader(Statements sql, WorkingSet set) {
    this.sql = sql;
    this.set = set;
  }

  /** Makes the orders that are kept, as far as they never change: their lines and terms. */
  void openOrders(Collection<OrderId> orders) {
    set.openOrders(ofOrders(orders));
  }

  /** Takes over the units of the lines of orders whose items are locked. */
  void fillOrders(Collection<OrderId> orders) {
    takeOfOrders(ofOrders(orders), orders.stream().map(OrderId::value).toList());
  }

  private List<ClaimRecord> ofOrders(Collection<OrderId> orders) {
    List<ClaimRecord> read = new ArrayList<>();
    sql.queryKeys(
        FROM + " WHERE c.order_no {keys} ORDER BY c.sku, c.arrival" + sql.current(),
        orders.stream().map(OrderId::value).toList(),
        row -> read.add(ClaimRecord.read(row, sql.dialect())));
    return read;
  }

  UnreadQueue queue(ItemRow item, String channel) {
    return new QueuePages(sql, this, item, channel);
  }

  UnreadClaims holders(ItemRow item, LocationId location) {
    return new HolderPages(sql, this, item, location);
  }

  /** Takes claims of one item in by their arrivals. */
  void takeArrivals(ItemRow item, Collection<Long> arrivals) {
    List<ClaimRecord> read = new ArrayList<>();
    sql.queryNumbers(
        FROM + " WHERE c.arrival {keys} AND c.sku = ? ORDER BY c.arrival" + sql.current(),
        arrivals,
        row -> read.add(ClaimRecord.read(row, sql.dialect())),
        Statements.text(item.state.sku().value()));
    takeWithSiblings(item, read);
  }

  /** Takes claims of one item in, those of raised lines together with the line's others. */
  void takeWithSiblings(ItemRow item, List<ClaimRecord> read) {
    takeWholeOrders(read);
    Set<String> orders = new HashSet<>();
    List<ClaimRecord> alone = new ArrayList<>(read.size());
    for (ClaimRecord each : read) {
      if (!each.several) {
        alone.add(each);
      } else if (!item.claims.containsKey(each.place.arrival())) {
        orders.add(each.order.value());
      }
    }
    sql.queryKeys(
        FROM + " WHERE c.order_no {keys} AND c.sku = ? AND c.several > 0 ORDER BY c.arrival"
            + sql.current(),
        orders,
        row -> alone.add(ClaimRecord.read(row, sql.dialect())),
        Statements.text(item.state.sku().value()));
    takeOfItem(item, alone);
  }

  /** Orders that are filled whole are read with all their lines. */
  private void takeWholeOrders(List<ClaimRecord> read) {
    Set<OrderId> whole = new LinkedHashSet<>();
    for (ClaimRecord each : read) {
      if (each.isOfWholeOrder() && !set.orders().containsKey(each.order)) {
        whole.add(each.order);
      }
    }
    if (!whole.isEmpty()) {
      openOrders(whole);
      fillOrders(whole);
    }
  }

  /** Takes claims in and returns those with reserved units, which are still to be read. */
  private Map<Key, ClaimRow> take(List<ClaimRecord> read) {
    Map<Key, ClaimRow> reserved = new HashMap<>();
    for (ClaimRecord each : read) {
      boolean isKnown = set.item(each.sku).claims.containsKey(each.place.arrival());
      if (!isKnown && (each.isOpen() || !each.isRaised())) {
        ClaimRow row = set.take(each);
        if (each.reserved > 0) {
          reserved.put(new Key(each.sku.value(), each.place.arrival()), row);
        }
      }
    }
    return reserved;
  }

  private void takeOfItem(ItemRow item, List<ClaimRecord> read) {
    Map<Key, ClaimRow> reserved = take(read);
    List<Reserved> units = new ArrayList<>();
    sql.queryNumbers(
        "SELECT sku, arrival, location, units FROM $reservation WHERE arrival {keys} AND sku = ?"
            + sql.current(),
        reserved.keySet().stream().map(Key::arrival).toList(),
        row -> units.add(Reserved.read(row)),
        Statements.text(item.state.sku().value()));
    units.forEach(each -> each.give(reserved));
  }

  private void takeOfOrders(List<ClaimRecord> read, Collection<String> orders) {
    Map<Key, ClaimRow> reserved = take(read);
    if (reserved.isEmpty()) {
      return;
    }
    List<Reserved> units = new ArrayList<>();
    sql.queryKeys(
        "SELECT r.sku, r.arrival, r.location, r.units FROM $claim c JOIN $reservation r"
            + " ON r.sku = c.sku AND r.arrival = c.arrival WHERE c.order_no {keys}" + sql.current(),
        orders,
        row -> units.add(Reserved.read(row)));
    units.forEach(each -> each.give(reserved));
  }

  private record Key(String sku, long arrival) {}

  private record Reserved(Key claim, LocationId location, long units) {

    static Reserved read(ResultSet row) throws SQLException {
      Key claim = new Key(row.getString("sku"), row.getLong("arrival"));
      return new Reserved(claim, EntryColumns.place(row, "location"), row.getLong("units"));
    }

    void give(Map<Key, ClaimRow> rows) {
      ClaimRow row = rows.get(claim);
      if (row != null) {
        row.reservations.put(location, units);
        Restored.reserved(row.state, location, units);
      }
    }
  }
}
