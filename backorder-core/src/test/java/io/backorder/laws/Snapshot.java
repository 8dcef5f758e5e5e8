package io.backorder.laws;

import io.backorder.Inventory;
import io.backorder.allocation.Reason;
import io.backorder.demand.LineStatus;
import io.backorder.demand.Order;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLineId;
import io.backorder.ledger.LedgerRecord;
import io.backorder.stock.ItemLevels;
import io.backorder.stock.Sku;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Everything that a reader can see of an inventory at one moment. */
record Snapshot(
    Map<Sku, ItemLevels> items,
    Map<Sku, List<String>> queues,
    Orders its,
    List<LedgerRecord> records) {

  /** The orders, and why their lines are short. */
  record Orders(Map<OrderId, Order> all, Map<OrderLineId, Reason> reasons) {}

  static Snapshot of(Inventory inventory, List<Sku> skus, List<String> orders) {
    Map<Sku, ItemLevels> items = new TreeMap<>();
    Map<Sku, List<String>> queues = new TreeMap<>();
    for (Sku sku : skus) {
      items.put(sku, inventory.item(sku));
      queues.put(
          sku,
          inventory.waiting(sku, Integer.MAX_VALUE).stream()
              .map(line -> line.id() + ":" + line.waiting() + line.place())
              .toList());
    }
    Map<OrderId, Order> known = new TreeMap<>();
    Map<OrderLineId, Reason> reasons = new HashMap<>();
    for (String id : orders) {
      Order order = inventory.order(OrderId.of(id)).orElseThrow();
      known.put(order.id(), order);
      order
          .lines()
          .forEach(line ->
              inventory.reason(line.id()).ifPresent(reason -> reasons.put(line.id(), reason)));
    }
    List<LedgerRecord> records = inventory.ledger().after(0, Integer.MAX_VALUE);
    return new Snapshot(items, queues, new Orders(known, reasons), records);
  }

  Map<OrderId, Order> orders() {
    return its.all;
  }

  Map<OrderLineId, Reason> reasons() {
    return its.reasons;
  }

  List<LineStatus> lines() {
    return orders().values().stream().flatMap(order -> order.lines().stream()).toList();
  }

  List<LineStatus> linesOf(Sku sku) {
    return lines().stream().filter(line -> line.sku().equals(sku)).toList();
  }

  /** Returns a line as it stands here, or one of which nothing is known. */
  Optional<LineStatus> line(LineStatus other) {
    return Optional.ofNullable(orders().get(other.id().order()))
        .flatMap(order -> order.line(other.id().line()));
  }
}
