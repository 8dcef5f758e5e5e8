package io.backorder.examples.benchmarks;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The plain shop of the first workload: records in concurrent collections. It keeps a ledger, knows
 * orders that come twice, and queues what is short. This type is thread-safe.
 */
final class QueueShop implements Shop {

  private static final Levels NOTHING = new Levels(0, 0, 0);

  private final ConcurrentHashMap<String, Placed> orders = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, Boolean> receipts = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, Levels> levels = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Entry> ledger = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Waiting> queue = new ConcurrentLinkedQueue<>();
  private final AtomicLong positions = new AtomicLong();

  @Override
  public long place(String order, String sku, int quantity) {
    Placed placed = new Placed();
    Placed earlier = orders.putIfAbsent(order, placed);
    if (earlier != null) {
      return earlier.reserved;
    }
    levels.compute(sku, (key, before) -> placed.on(before == null ? NOTHING : before, quantity));
    long waiting = quantity - placed.reserved;
    ledger.add(new Entry(
        positions.incrementAndGet(),
        System.currentTimeMillis(),
        order,
        sku,
        placed.reserved,
        waiting));
    if (waiting > 0) {
      queue.add(new Waiting(order, sku, waiting));
    }
    return placed.reserved;
  }

  /** Opening stock: this shop is never delivered while it sells. */
  @Override
  public void receive(String receipt, String sku, int quantity) {
    if (receipts.putIfAbsent(receipt, true) == null) {
      levels.put(sku, new Levels(quantity, 0, 0));
      ledger.add(new Entry(
          positions.incrementAndGet(), System.currentTimeMillis(), receipt, sku, quantity, 0));
    }
  }

  @Override
  public Levels levels(String sku) {
    return levels.getOrDefault(sku, NOTHING);
  }

  /** Returns the units of those who wait, one by one. */
  long queued() {
    return queue.stream().mapToLong(Waiting::quantity).sum();
  }

  /** Returns the number of entries. */
  int entries() {
    return ledger.size();
  }

  private static final class Placed {

    private volatile long reserved;

    Levels on(Levels before, int quantity) {
      long taken = Math.min(quantity, before.onHand() - before.reserved());
      reserved = taken;
      return new Levels(
          before.onHand(), before.reserved() + taken, before.backordered() + quantity - taken);
    }
  }

  private record Waiting(String order, String sku, long quantity) {}

  private record Entry(
      long position, long millis, String document, String sku, long moved, long waiting) {}
}
