package io.backorder.store;

import static java.util.Objects.requireNonNull;

import io.backorder.stock.Sku;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * The order in which those who locked the same items do what comes after: for each item the order in
 * which it was locked, which is that of the ledger.
 *
 * <p>A turn is taken while the items are locked; nobody needs a lock while waiting for it. Whoever takes
 * a turn must end it. This type is thread-safe.
 */
public final class Turns {

  private final ConcurrentHashMap<Sku, Turn> latest = new ConcurrentHashMap<>();

  /** Makes turns of which none is taken. */
  public Turns() {}

  /**
   * Takes a turn behind all that were taken for the same items. The items are locked.
   *
   * @param skus the items
   * @return the turn
   */
  public Turn take(Collection<Sku> skus) {
    Turn turn = new Turn(List.copyOf(requireNonNull(skus, "skus")));
    for (Sku sku : turn.skus) {
      Turn before = latest.put(sku, turn);
      if (before != null && before != turn) {
        turn.before.add(before);
      }
    }
    return turn;
  }

  /** A place in the order; it is waited for by one thread. */
  public final class Turn {

    private final List<Sku> skus;
    private final List<Turn> before = new ArrayList<>(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    Turn(List<Sku> skus) {
      this.skus = skus;
    }

    /** Waits until those before have ended. An interrupt is passed on, and does not end the waiting. */
    public void await() {
      boolean interrupted = false;
      for (Turn each : before) {
        while (each.ended.getCount() > 0) {
          try {
            each.ended.await();
          } catch (InterruptedException e) {
            interrupted = true; // the order is kept, and the caller hears of it after
          }
        }
      }
      before.clear();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }

    /** Ends the turn, so that those behind may go on. */
    public void end() {
      ended.countDown();
      skus.forEach(sku -> latest.remove(sku, this));
    }
  }
}
