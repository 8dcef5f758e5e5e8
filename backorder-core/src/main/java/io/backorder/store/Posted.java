package io.backorder.store;

import io.backorder.ledger.DocumentKind;
import io.backorder.ledger.SourceDocument;
import java.time.Instant;

/**
 * A document that is being posted or was posted, under the key by which a repeat is known.
 *
 * <p>It is put into the register when the posting begins, so that two threads never post one id; who
 * finds it there waits until it is done or given up. This type is thread-safe.
 */
abstract class Posted {

  private static final byte UNDER_WAY = 0;
  private static final byte DONE = 1;
  private static final byte GIVEN_UP = 2;

  private long firstPosition; // or the time in microseconds, where there is no record
  private int records;
  private volatile byte stage = UNDER_WAY;
  private volatile boolean archived;

  /** Tells whether this is the document of a kind and number. */
  abstract boolean isKnownAs(DocumentKind kind, String number);

  /** The document; that of an order placed under its own number is read off the ledger. */
  abstract SourceDocument document(MemoryLedger ledger);

  /** The position of the first ledger record. */
  long firstPosition() {
    return firstPosition;
  }

  /** The number of ledger records, zero or more. */
  int records() {
    return records;
  }

  /** The time at which a document was posted that wrote no record. */
  Instant wroteNothingAt() {
    return Micros.instant(firstPosition);
  }

  void wroteNothing(Instant at) {
    firstPosition = Micros.of(at);
  }

  /** Forgets the content; returns whether it was remembered until now. */
  synchronized boolean archive() {
    boolean first = !archived;
    archived = true;
    return first;
  }

  boolean isArchived() {
    return archived;
  }

  boolean isDone() {
    return stage == DONE;
  }

  void wrote(long first, int count) {
    firstPosition = first;
    records = count;
  }

  synchronized void done() {
    stage = DONE;
    notifyAll();
  }

  synchronized void giveUp() {
    stage = GIVEN_UP;
    notifyAll();
  }

  /** Waits until the posting is over and tells whether it was done. */
  boolean awaitDone() {
    if (stage == UNDER_WAY) {
      await();
    }
    return isDone();
  }

  private synchronized void await() {
    boolean interrupted = false;
    while (stage == UNDER_WAY) {
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
}
