package io.backorder;

import io.backorder.ledger.InventoryEvent;
import java.util.concurrent.Executor;

/**
 * Hears of what happened, after it happened.
 *
 * <p>A listener is called after the commit, on the thread that posted, with no lock held, and sees the
 * events of one item in the order of the ledger. What it throws is logged and counted, and changes
 * nothing for whoever posted or for the next listener: a listener can neither veto a document nor
 * undo one. A document posted from inside a listener is decided at once, and its events are told after
 * those of the current one. A listener must not wait for a document that another thread posts: that
 * thread may have to wait until this listener returns.
 */
@FunctionalInterface
public interface InventoryListener {

  /** Does nothing. */
  InventoryListener NONE = event -> {
    // nobody wants to know
  };

  /**
   * Called once for each event.
   *
   * @param event what happened
   */
  void onEvent(InventoryEvent event);

  /**
   * Returns a listener that hands each event to another one on an executor's thread, one after the
   * other, in order.
   *
   * @param listener the other listener
   * @param executor runs the calls
   * @return the listener
   */
  static InventoryListener async(InventoryListener listener, Executor executor) {
    return new AsyncListener(listener, executor);
  }
}
