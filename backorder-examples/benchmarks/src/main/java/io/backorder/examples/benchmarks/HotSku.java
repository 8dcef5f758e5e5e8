package io.backorder.examples.benchmarks;

import java.util.Arrays;

/**
 * The flash sale: one thread's orders for one item. With the stock of {@link #stockFor}, half of the
 * units are reserved and the rest wait.
 */
final class HotSku {

  private final String sku;
  private final String[] orders;
  private final int[] quantities;

  private HotSku(String sku, String[] orders, int[] quantities) {
    this.sku = sku;
    this.orders = orders;
    this.quantities = quantities;
  }

  static HotSku of(String sku, int thread, int orders) {
    Generator units = new Generator(42 + thread);
    int[] quantities = new int[orders];
    Arrays.setAll(quantities, i -> 1 + units.below(5));
    return new HotSku(sku, new Generator(9 + thread).texts(orders), quantities);
  }

  static int stockFor(int orders) {
    return orders + orders / 2;
  }

  /** Places all orders and returns the units reserved. */
  long placeAll(Shop shop) {
    long reserved = 0;
    for (int i = 0; i < orders.length; i++) {
      reserved += shop.place(orders[i], sku, quantities[i]);
    }
    return reserved;
  }

  int size() {
    return orders.length;
  }
}
