package io.backorder.store;

import static java.util.Objects.requireNonNull;

import io.backorder.ledger.SourceDocument;
import org.jspecify.annotations.Nullable;

/**
 * A document that is being posted or was posted, and the order that it opened.
 *
 * <p>It is put into its map when the posting begins, so that two threads never post one id; who
 * finds it there waits until it is done or given up. This type is thread-safe.
 */
final class Posted {

  private final SourceDocument document;
  private @Nullable OrderState order;
  private long first;
  private int entries;
  private volatile Stage stage = Stage.UNDER_WAY;

  Posted(SourceDocument document) {
    this.document = document;
  }

  SourceDocument document() {
    return document;
  }

  OrderState order() {
    return requireNonNull(order, "order");
  }

  long first() {
    return first;
  }

  int entries() {
    return entries;
  }

  boolean isDone() {
    return stage == Stage.DONE;
  }

  void open(OrderState opened) {
    order = opened;
  }

  void wrote(long firstPosition, int count) {
    first = firstPosition;
    entries = count;
  }

  synchronized void done() {
    stage = Stage.DONE;
    notifyAll();
  }

  synchronized void giveUp() {
    stage = Stage.GIVEN_UP;
    notifyAll();
  }

  /** Waits until the posting is over and tells whether it was done. */
  boolean awaitDone() {
    if (stage == Stage.UNDER_WAY) {
      await();
    }
    return isDone();
  }

  private synchronized void await() {
    boolean interrupted = false;
    while (stage == Stage.UNDER_WAY) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true; // the posting that is waited for is short; the caller hears of it after
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private enum Stage {
    UNDER_WAY,
    DONE,
    GIVEN_UP
  }
}
