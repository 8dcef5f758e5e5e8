package io.backorder;

import static java.util.Objects.requireNonNull;

import io.backorder.ledger.InventoryEvent;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a listener on other threads, one event at a time and in order. */
final class AsyncListener implements InventoryListener {

  private static final Logger logger = LoggerFactory.getLogger(InventoryListener.class);

  private final InventoryListener listener;
  private final Executor executor;
  private final Queue<InventoryEvent> waiting = new ArrayDeque<>();
  private boolean telling;

  AsyncListener(InventoryListener listener, Executor executor) {
    this.listener = requireNonNull(listener, "listener");
    this.executor = requireNonNull(executor, "executor");
  }

  @Override
  public void onEvent(InventoryEvent event) {
    synchronized (waiting) {
      waiting.add(event);
      if (telling) {
        return;
      }
      telling = true;
    }
    start();
  }

  private void start() {
    boolean started = false;
    try {
      executor.execute(this::tellAll);
      started = true;
    } finally {
      if (!started) {
        synchronized (waiting) {
          telling = false; // the events stay, and the next one tries again
        }
      }
    }
  }

  private void tellAll() {
    InventoryEvent event = next();
    while (event != null) {
      tell(event);
      event = next();
    }
  }

  private @Nullable InventoryEvent next() {
    synchronized (waiting) {
      InventoryEvent event = waiting.poll();
      telling = event != null;
      return event;
    }
  }

  private void tell(InventoryEvent event) {
    try {
      listener.onEvent(event);
    } catch (RuntimeException | Error e) {
      logger.warn("listener {} failed on {}; the document stands", listener, event, e);
    }
  }

  @Override
  public String toString() {
    return "async " + listener;
  }
}
