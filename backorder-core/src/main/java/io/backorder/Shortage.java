package io.backorder;

import io.backorder.stock.Quantity;

/**
 * Total orders against available stock.
 *
 * @param total the units ordered in all
 * @param fillable the units that the stock covers, the smaller of total and available
 * @param backordered the units that it does not cover, never negative: surplus stock is no negative
 *     backorder
 */
public record Shortage(Quantity total, Quantity fillable, Quantity backordered) {

  static Shortage of(long total, long available) {
    long fillable = Math.min(total, available);
    return new Shortage(Quantity.of(total), Quantity.of(fillable), Quantity.of(total - fillable));
  }
}
