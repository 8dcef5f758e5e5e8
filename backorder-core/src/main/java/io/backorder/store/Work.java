package io.backorder.store;

import io.backorder.demand.HoldId;
import io.backorder.demand.OrderId;
import io.backorder.ledger.DocumentId;
import io.backorder.stock.Sku;
import io.backorder.supply.SupplyId;
import java.util.Collection;
import java.util.List;

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
   * Returns the items to lock. It may look up orders, holds and supplies, whose items are known
   * before they are locked.
   *
   * @param store the store
   * @return the items, in any order
   */
  Collection<Sku> items(StockStore store);

  /**
   * Does the work. The items are locked. If it throws {@link MoreItems}, it is taken back and begun again,
   * and names these items too.
   *
   * @param store the store
   * @return the answer
   */
  T decide(StockStore store);

  /**
   * Returns what the work will look up, so that a store can read it for many works in one step.
   *
   * @return the names; nothing by default
   */
  default Named names() {
    return Named.NOTHING;
  }

  /**
   * What a work looks up.
   *
   * @param documents the documents that it remembers
   * @param orders the orders that it names
   * @param holds the holds that it names
   * @param supplies the supplies that it names
   */
  record Named(
      List<DocumentId> documents,
      List<OrderId> orders,
      List<HoldId> holds,
      List<SupplyId> supplies) {

    private static final Named NOTHING = new Named(List.of(), List.of(), List.of(), List.of());

    /** Copies the lists. */
    public Named {
      documents = List.copyOf(documents);
      orders = List.copyOf(orders);
      holds = List.copyOf(holds);
      supplies = List.copyOf(supplies);
    }
  }
}
