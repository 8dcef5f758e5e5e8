package io.backorder.store;

import io.backorder.stock.Sku;
import java.util.Collection;

/**
 * What a unit of work does to a store, in two steps, so that all items are locked before any is read.
 *
 * <p>The steps may be taken again from the first one when a database asks for it: the work reads
 * everything anew and keeps nothing of the try before.
 *
 * @param <T> the type of its answer
 */
public interface Work<T> {

  /**
   * Returns the items to lock. It may look up orders and holds, whose items are known before they are
   * locked.
   *
   * @param store the store
   * @return the items, in any order
   */
  Collection<Sku> items(StockStore store);

  /**
   * Does the work. The items are locked.
   *
   * @param store the store
   * @return the answer
   */
  T decide(StockStore store);
}
