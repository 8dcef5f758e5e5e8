package io.backorder.laws;

import io.backorder.Inventory;
import io.backorder.demand.LineStatus;
import io.backorder.demand.Order;
import io.backorder.demand.OrderId;
import io.backorder.ledger.LedgerRecord;
import io.backorder.stock.ItemLevels;
import io.backorder.stock.Sku;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Everything that a reader can see of an inventory at one moment. */
record Snapshot(
    Map<Sku, ItemLevels> items,
    Map<Sku, List<String>> queues,
    Map<OrderId, Order> orders,
    List<LedgerRecord> records) {

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
    for (String id : orders) {
      OrderId order = OrderId.of(id);
      known.put(order, inventory.order(order).orElseThrow());
    }
    return new Snapshot(items, queues, known, inventory.ledger().after(0, Integer.MAX_VALUE));
  }

  List<LineStatus> lines() {
    return orders.values().stream().flatMap(order -> order.lines().stream()).toList();
  }

  List<LineStatus> linesOf(Sku sku) {
    return lines().stream().filter(line -> line.sku().equals(sku)).toList();
  }

  /** Returns a line as it stands here, or one of which nothing is known. */
  Optional<LineStatus> line(LineStatus other) {
    return Optional.ofNullable(orders.get(other.id().order()))
        .flatMap(order -> order.line(other.id().line()));
  }
}
