package io.backorder.store;

import io.backorder.ledger.Ledger;
import java.util.function.Function;

/**
 * Runs work against a store so that it commits whole or not at all.
 *
 * <p>Whatever the work throws reaches the caller, and everything is as it was before. Implementations
 * are thread-safe.
 */
public interface UnitOfWork {

  /**
   * Runs work.
   *
   * @param work the work; it uses the store on the calling thread only, and not after it returned
   * @param <T> the type of its answer
   * @return what the work answered, after it was committed
   */
  <T> T run(Function<StockStore, T> work);

  /**
   * Returns what has been committed.
   *
   * @return the ledger
   */
  Ledger ledger();
}
