package io.backorder.jdbc;

import io.backorder.demand.OrderId;
import io.backorder.stock.Sku;
import io.backorder.store.Retention;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Forgets the content of old documents and orders that were closed long ago; the ledger stays whole. */
final class JdbcArchive {

  private static final int ORDERS_PER_TRANSACTION = 100;

  /** An order of which nothing is open, and of which nothing was recorded since an instant. */
  private static final String UNTOUCHED =
      "lines_open = 0 AND changed_at < ? AND NOT EXISTS (SELECT 1 FROM $ledger_entry e"
          + " JOIN $document d ON d.id = e.document"
          + " WHERE e.order_no = o.order_no AND d.recorded_at >= ?)";

  private final Statements sql;
  private final JdbcSession session;

  JdbcArchive(Statements sql, JdbcSession session) {
    this.sql = sql;
    this.session = session;
  }

  Retention.Horizon horizon() {
    Retention.Horizon[] found = {Retention.Horizon.NONE};
    sql.query(
        "SELECT documents_from, orders_from FROM $feed WHERE id = 1",
        row -> found[0] = new Retention.Horizon(
            from(row, "documents_from", Retention.Horizon.NONE.documents()),
            from(row, "orders_from", Retention.Horizon.NONE.orders())));
    return found[0];
  }

  private Instant from(ResultSet row, String column, Instant otherwise) throws SQLException {
    @Nullable Instant at = ColumnType.readTime(row, column, sql.dialect());
    return at == null ? otherwise : at;
  }

  /** Raises the horizon and forgets documents; returns how many. */
  long forgetDocuments(Retention.Horizon horizon) {
    Retention.Horizon raised = horizon().or(horizon);
    sql.change(
        "UPDATE $feed SET documents_from = ?, orders_from = ? WHERE id = 1",
        time(raised.documents()),
        time(raised.orders()));
    return sql.change(
        "UPDATE $document SET content = NULL, archived = 1 WHERE archived = 0 AND recorded_at < ?",
        time(raised.documents()));
  }

  /** Drops some closed orders, whose items are locked meanwhile; returns how many. */
  int dropOrders(Instant before) {
    List<String> candidates = orders(before);
    if (candidates.isEmpty()) {
      return 0;
    }
    Set<Sku> skus = new TreeSet<>();
    sql.queryKeys(
        "SELECT DISTINCT sku FROM $claim WHERE order_no {keys}",
        candidates,
        row -> skus.add(Sku.of(row.getString("sku"))));
    session.lock(skus);
    List<String> untouched = new ArrayList<>(orders(before));
    untouched.retainAll(candidates);
    Bulk claims = Bulk.delete("claim").texts("order_no");
    Bulk orders = Bulk.delete("customer_order").texts("order_no");
    Bulk documents = Bulk.update("document", 1).texts("order_no", "content").ints("archived");
    untouched.forEach(order -> {
      claims.add(order);
      orders.add(order);
      documents.add(order, null, 1);
    });
    List.of(claims, orders, documents).forEach(sql::write);
    return untouched.size();
  }

  private List<String> orders(Instant before) {
    List<String> orders = new ArrayList<>();
    sql.query(
        "SELECT o.order_no FROM $customer_order o WHERE " + UNTOUCHED
            + " ORDER BY o.order_no LIMIT " + ORDERS_PER_TRANSACTION,
        row -> orders.add(OrderId.of(row.getString("order_no")).value()),
        time(before),
        time(before));
    return orders;
  }

  private static Statements.Value time(Instant at) {
    return new Statements.Value(ColumnType.TIME, at);
  }
}
