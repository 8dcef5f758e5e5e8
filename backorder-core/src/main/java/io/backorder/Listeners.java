package io.backorder;

import static java.util.Objects.requireNonNull;

import io.backorder.ledger.InventoryEvent;
import io.backorder.posting.PostingDesk;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.RefusedDocumentException;
import io.backorder.stock.Sku;
import io.backorder.store.Turns;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The listeners of an inventory.
 *
 * <p>Adding and removing takes effect from the next event. This type is thread-safe.
 */
public final class Listeners implements PostingDesk.EventSink {

  private static final Logger logger = LoggerFactory.getLogger(InventoryListener.class);

  private final List<InventoryListener> all = new CopyOnWriteArrayList<>();
  private final List<Consumer<List<Sku>>> watchers = new CopyOnWriteArrayList<>();
  private final AtomicLong failures = new AtomicLong();
  private final Turns turns = new Turns();
  private final ThreadLocal<Round> round = ThreadLocal.withInitial(Round::new);
  private final ThreadLocal<Touched> touched = ThreadLocal.withInitial(Touched::new);
  private final int limit;

  Listeners(int limit) {
    this.limit = limit;
  }

  /**
   * Adds a listener behind the others.
   *
   * @param listener the listener
   */
  public void add(InventoryListener listener) {
    all.add(requireNonNull(listener, "listener"));
  }

  /**
   * Removes a listener.
   *
   * @param listener the listener
   */
  public void remove(InventoryListener listener) {
    all.remove(requireNonNull(listener, "listener"));
  }

  /** Has somebody told which items a document has touched, behind its events. */
  void watch(Consumer<List<Sku>> watcher) {
    watchers.add(watcher);
  }

  /**
   * Returns how many calls of listeners have failed.
   *
   * @return the number, zero or more
   */
  public long failures() {
    return failures.get();
  }

  @Override
  public boolean isListening() {
    return !all.isEmpty() || !watchers.isEmpty();
  }

  @Override
  public Runnable take(List<Sku> items, List<InventoryEvent> told) {
    if (told.isEmpty()) {
      return Listeners::tellNothing;
    }
    Batch batch = new Batch(items, told, turns.take(requireNonNull(items, "items")));
    return () -> enqueue(batch);
  }

  private static void tellNothing() {}

  /** Tells a batch when its turn comes: inside a listener, after what is being told. */
  private void enqueue(Batch batch) {
    round.get().batches.add(batch);
    together(this::tell);
  }

  /** Refuses a document that listeners post without end. */
  void requireEnd() {
    Round now = round.get();
    if (now.telling && ++now.posted > limit) {
      throw new RefusedDocumentException(
          ErrorCode.LISTENER_LOOP,
          "documents posted by listeners must be at most %d: %d".formatted(limit, now.posted),
          Facts.of("asked", now.posted).and("allowed", limit));
    }
  }

  /** Tells what this thread's documents did. Inside a listener it returns at once. */
  private void tell() {
    Round now = round.get();
    if (now.telling || now.batches.isEmpty()) {
      return;
    }
    now.telling = true;
    try {
      for (Batch next = now.batches.poll(); next != null; next = now.batches.poll()) {
        tell(next);
      }
    } finally {
      round.remove();
    }
  }

  private void tell(Batch batch) {
    batch.turn.await();
    try {
      for (InventoryEvent event : batch.events) {
        for (InventoryListener listener : all) {
          tell(listener, event);
        }
      }
    } finally {
      batch.turn.end();
    }
    if (!watchers.isEmpty()) {
      touched.get().items.addAll(batch.items);
    }
  }

  @Override
  public void together(Runnable telling) {
    Touched mine = touched.get();
    mine.depth++;
    try {
      telling.run();
    } finally {
      mine.depth--;
      if (mine.depth == 0) {
        touched.remove();
        tellWatchers(List.copyOf(mine.items));
      }
    }
  }

  private void tellWatchers(List<Sku> items) {
    if (!items.isEmpty()) {
      watchers.forEach(watcher -> watcher.accept(items));
    }
  }

  private void tell(InventoryListener listener, InventoryEvent event) {
    try {
      listener.onEvent(event);
    } catch (RuntimeException | Error e) {
      failures.incrementAndGet();
      logger.warn("listener {} failed on {}; the document stands", listener, event, e);
    }
  }

  @Override
  public String toString() {
    return all.toString();
  }

  /** The events of one document, and when they may be told. */
  private record Batch(List<Sku> items, List<InventoryEvent> events, Turns.Turn turn) {}

  /** The items that the documents of this thread have touched, until watchers are told of them once. */
  private static final class Touched {

    private final Set<Sku> items = new LinkedHashSet<>();
    private int depth;
  }

  /** What one thread has still to tell. */
  private static final class Round {

    private final Deque<Batch> batches = new ArrayDeque<>(1);
    private boolean telling;
    private int posted;
  }
}
