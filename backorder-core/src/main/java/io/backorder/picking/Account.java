package io.backorder.picking;

import io.backorder.stock.Sku;
import java.util.LinkedHashSet;
import java.util.Set;

/** The units of one order line at one location, and the lists on which they are. */
final class Account {

  final Sku sku;

  /** The numbers of the lists, in the order in which they were given out. */
  final Set<String> lists = new LinkedHashSet<>();

  long reserved;

  /** Units that were picked and are no longer the line's. */
  long surplus;

  Account(Sku sku) {
    this.sku = sku;
  }

  boolean isEmpty() {
    return reserved == 0 && surplus == 0 && lists.isEmpty();
  }
}
