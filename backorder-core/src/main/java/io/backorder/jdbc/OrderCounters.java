package io.backorder.jdbc;

import io.backorder.demand.OrderId;
import io.backorder.store.Journal.Change;
import io.backorder.store.OrderState;
import io.backorder.store.Restored;
import io.backorder.store.StockStore.Turned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts the lines of orders that began or ceased to wait or to be open. The items of an order may be
 * locked by different transactions, so the orders are locked here, in one statement and in one order.
 */
final class OrderCounters {

  private final Statements sql;
  private final Map<OrderId, OrderState> counted = new TreeMap<>();
  private final Map<OrderId, Instant> changedAt = new HashMap<>();
  private final Set<OrderId> opened = new HashSet<>();

  OrderCounters(Statements sql) {
    this.sql = sql;
  }

  /** Counts, writes the counters, and tells each task what turned. */
  void settle(List<Task> tasks) {
    for (Task task : tasks) {
      OrderState order = task.order;
      if (order != null) {
        opened.add(order.id());
        counted.put(order.id(), order);
      }
      for (Change change : task.changes) {
        if (isChange(change)) {
          counted.putIfAbsent(change.order().id(), change.order());
        }
      }
    }
    read();
    tasks.forEach(this::count);
    write();
  }

  private static boolean isChange(Change change) {
    return change.waiting() != 0 || change.open() != 0;
  }

  private void read() {
    List<String> kept = new ArrayList<>();
    counted.keySet().stream()
        .filter(id -> !opened.contains(id))
        .forEach(id -> kept.add(id.value()));
    sql.queryKeys(
        "SELECT order_no, lines_waiting, lines_open FROM $customer_order WHERE order_no {keys}"
            + " ORDER BY order_no FOR UPDATE",
        kept,
        row -> {
          OrderState order = counted.get(OrderId.of(row.getString("order_no")));
          if (order != null) {
            Restored.progress(order, row.getInt("lines_waiting"), row.getInt("lines_open"));
          }
        });
  }

  private void count(Task task) {
    List<Turned> turned = new ArrayList<>(task.changes.size());
    for (Change change : task.changes) {
      OrderState order = counted.get(change.order().id());
      if (order != null && (isChange(change) || order == task.order)) {
        turned.add(new Change(order, change.waiting(), change.open()).count());
        changedAt.put(order.id(), task.now);
      }
    }
    task.settled.accept(turned);
  }

  private void write() {
    Bulk fresh = Bulk.insert("customer_order")
        .texts("order_no")
        .ints("lines_waiting", "lines_open")
        .column("changed_at", ColumnType.TIME);
    Bulk kept = Bulk.update("customer_order", 1)
        .texts("order_no")
        .ints("lines_waiting", "lines_open")
        .column("changed_at", ColumnType.TIME);
    counted.forEach((id, order) -> {
      Bulk rows = opened.contains(id) ? fresh : kept;
      Instant at = changedAt.getOrDefault(id, Instant.EPOCH);
      rows.add(id.value(), order.linesWaiting(), order.linesOpen(), at);
    });
    sql.write(fresh);
    sql.write(kept);
  }
}
