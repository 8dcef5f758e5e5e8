package io.backorder.examples.benchmarks;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The plain shop of the second workload: an object for each item, with its queue and its list of
 * ledger records, locked while it changes. It knows documents that come twice. This type is
 * thread-safe.
 */
final class ListShop implements Shop.WithAfterSales {

  private final ConcurrentHashMap<String, Item> items = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, Placed> orders = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, Boolean> documents = new ConcurrentHashMap<>();
  private final AtomicLong positions = new AtomicLong();

  @Override
  public long place(String order, String sku, int quantity) {
    Item item = item(sku);
    Placed placed = new Placed(order, item);
    Placed earlier = orders.putIfAbsent(order, placed);
    if (earlier != null) {
      return earlier.reserved;
    }
    synchronized (item) {
      placed.reserved = Math.min(quantity, item.onHand - item.reserved);
      placed.waiting = quantity - placed.reserved;
      item.reserved += placed.reserved;
      item.backordered += placed.waiting;
      if (placed.waiting > 0) {
        item.queue.put(order, placed);
      }
      record(item, Kind.PLACED, order, quantity);
      return placed.reserved;
    }
  }

  @Override
  public void receive(String receipt, String sku, int quantity) {
    Item item = item(sku);
    if (documents.putIfAbsent(receipt, true) == null) {
      synchronized (item) {
        item.onHand += quantity;
        record(item, Kind.RECEIVED, receipt, quantity);
        serve(item);
      }
    }
  }

  @Override
  public void cancel(String cancellation, String order) {
    Placed placed = orders.get(order);
    if (placed == null || documents.putIfAbsent(cancellation, true) != null) {
      return;
    }
    Item item = placed.item;
    synchronized (item) {
      record(item, Kind.CANCELLED, order, placed.waiting + placed.reserved);
      item.queue.remove(order);
      item.backordered -= placed.waiting;
      item.reserved -= placed.reserved;
      placed.waiting = 0;
      placed.reserved = 0;
      serve(item);
    }
  }

  @Override
  public void ship(String shipment, String order) {
    Placed placed = orders.get(order);
    if (placed == null || documents.putIfAbsent(shipment, true) != null) {
      return;
    }
    Item item = placed.item;
    synchronized (item) {
      record(item, Kind.SHIPPED, order, placed.reserved);
      item.onHand -= placed.reserved;
      item.reserved -= placed.reserved;
      placed.reserved = 0;
    }
  }

  private void serve(Item item) {
    Iterator<Placed> queue = item.queue.values().iterator();
    long free = item.onHand - item.reserved;
    while (free > 0 && queue.hasNext()) {
      Placed first = queue.next();
      long filled = Math.min(free, first.waiting);
      first.waiting -= filled;
      first.reserved += filled;
      item.backordered -= filled;
      item.reserved += filled;
      free -= filled;
      record(item, Kind.FILLED, first.order, filled);
      if (first.waiting == 0) {
        queue.remove();
      }
    }
  }

  private void record(Item item, Kind kind, String document, long quantity) {
    item.ledger.add(new Entry(
        positions.incrementAndGet(), System.currentTimeMillis(), kind, document, quantity));
  }

  private Item item(String sku) {
    return items.computeIfAbsent(sku, key -> new Item());
  }

  @Override
  public Levels levels(String sku) {
    Item item = item(sku);
    synchronized (item) {
      return new Levels(item.onHand, item.reserved, item.backordered);
    }
  }

  private static final class Item {
    private final Map<String, Placed> queue = new LinkedHashMap<>();
    private final List<Entry> ledger = new ArrayList<>();
    private long onHand;
    private long reserved;
    private long backordered;
  }

  private static final class Placed {
    private final String order;
    private final Item item;
    private long reserved;
    private long waiting;

    Placed(String order, Item item) {
      this.order = order;
      this.item = item;
    }
  }

  private enum Kind {
    PLACED,
    RECEIVED,
    FILLED,
    CANCELLED,
    SHIPPED
  }

  private record Entry(long position, long millis, Kind kind, String document, long quantity) {}
}
