package io.backorder;

import io.backorder.demand.OrderId;
import io.backorder.stock.Sku;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Everything that a reader can see of an inventory, as text. */
final class Digest {

  private Digest() {}

  static List<String> of(Inventory inventory, Collection<Sku> skus, Collection<OrderId> orders) {
    List<String> lines = new ArrayList<>();
    for (Sku sku : skus) {
      lines.add(inventory.item(sku).toString());
      inventory
          .waiting(sku, Integer.MAX_VALUE)
          .forEach(line -> lines.add(line.id() + " " + line.waiting() + " " + line.place()));
    }
    orders.forEach(order -> lines.add(String.valueOf(inventory.order(order))));
    lines.add("entries " + inventory.ledger().size());
    return lines;
  }
}
