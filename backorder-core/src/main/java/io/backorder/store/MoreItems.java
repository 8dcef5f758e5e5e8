package io.backorder.store;

import io.backorder.stock.Sku;
import java.io.Serial;
import java.util.Set;

/**
 * A unit of work that needs items which it has not locked. All locks are taken at once, in the order of
 * the items, so that nobody waits for each other; so the work is taken back and begun again, and names
 * these items as well. It never reaches a caller of the inventory.
 */
public final class MoreItems extends RuntimeException {

  @Serial
  private static final long serialVersionUID = 1L;

  private final transient Set<Sku> items;

  /**
   * Makes the signal.
   *
   * @param items the items that were found missing, at least one
   */
  public MoreItems(Set<Sku> items) {
    super("more items to lock: " + items, null, false, false);
    this.items = Set.copyOf(items);
  }

  /**
   * Returns the items that were found missing.
   *
   * @return the items
   */
  public Set<Sku> items() {
    return items;
  }
}
