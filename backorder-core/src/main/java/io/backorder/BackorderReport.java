package io.backorder;

import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a book of orders lacks, item by item.
 *
 * @param items the items ordered, the one that lacks most first, ties by SKU
 */
public record BackorderReport(List<Item> items) {

  private static final Comparator<Item> WORST_FIRST = Comparator.comparing(
          (Item item) -> item.shortage().backordered(), Comparator.reverseOrder())
      .thenComparing(Item::sku);

  /** Sorts a copy of the items. */
  public BackorderReport {
    items = items.stream().sorted(WORST_FIRST).toList();
  }

  /**
   * What one item lacks.
   *
   * @param sku the item
   * @param shortage its total orders against its available stock
   */
  public record Item(Sku sku, Shortage shortage) {}

  /**
   * Returns the units that wait over all items.
   *
   * @return the sum
   * @throws io.backorder.refusal.InvalidValueException with {@code QUANTITY_OVERFLOW} if the sum is
   *     above {@link Long#MAX_VALUE}
   */
  public Quantity backordered() {
    return items.stream()
        .map(item -> item.shortage().backordered())
        .reduce(Quantity.ZERO, Quantity::plus);
  }

  /**
   * Returns what one item lacks.
   *
   * @param sku the item
   * @return its shortage, or empty if nobody ordered it
   */
  public Optional<Shortage> of(Sku sku) {
    return items.stream()
        .filter(item -> item.sku().equals(sku))
        .map(Item::shortage)
        .findFirst();
  }
}
