package io.backorder.replenishment;

import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;

/**
 * Knows what is on order: bought, and not yet received. A host answers from its own purchase orders,
 * or, where it announces them, from the inventory: {@code sku -> inventory.item(sku).inbound()}. Units that are under
 * way between two locations of the host's own (a {@link io.backorder.posting.SendStock}) lie nowhere, so that they
 * count as on order too, or a transfer would look like a loss; the inventory's inbound has them.
 *
 * <p>It is asked from the thread that posts a document, for one item after the other, and must not wait for a
 * document that another thread posts.
 */
@FunctionalInterface
public interface OnOrder {

  /** Knows of nothing on order. */
  OnOrder NOTHING = sku -> Quantity.ZERO;

  /**
   * Returns what is on order of an item.
   *
   * @param sku the item
   * @return the units
   */
  Quantity of(Sku sku);
}
