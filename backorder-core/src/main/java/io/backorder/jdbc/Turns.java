package io.backorder.jdbc;

import io.backorder.stock.Sku;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * The order in which the units of work of this process do what waits for their commits: for each item
 * the order in which they locked it, which is that of the ledger. This type is thread-safe.
 */
final class Turns {

  private final ConcurrentHashMap<Sku, Turn> latest = new ConcurrentHashMap<>();

  /** Takes a turn, while the items are locked. */
  Turn take(Collection<Sku> skus) {
    Turn turn = new Turn(List.copyOf(skus));
    for (Sku sku : turn.skus) {
      Turn before = latest.put(sku, turn);
      if (before != null && before != turn) {
        turn.before.add(before);
      }
    }
    return turn;
  }

  /** A place in the order. */
  final class Turn {

    private final List<Sku> skus;
    private final List<Turn> before = new ArrayList<>(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    Turn(List<Sku> skus) {
      this.skus = skus;
    }

    /** Waits for those before, which have left the database behind them. */
    void await() {
      boolean interrupted = false;
      for (Turn each : before) {
        while (each.ended.getCount() > 0) {
          try {
            each.ended.await();
          } catch (InterruptedException e) {
            interrupted = true; // what is waited for is short; the caller hears of it after
          }
        }
      }
      before.clear();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }

    void end() {
      ended.countDown();
      skus.forEach(sku -> latest.remove(sku, this));
    }
  }
}
