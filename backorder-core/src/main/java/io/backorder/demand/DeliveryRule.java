package io.backorder.demand;

/** Whether the units of an order may be reserved bit by bit. */
public enum DeliveryRule {

  /** Each unit is reserved as soon as it is there. */
  PARTIAL,

  /**
   * A line is reserved whole or not at all. While it waits it holds nothing, and lines behind it may
   * have what it cannot use.
   */
  COMPLETE_LINE,

  /**
   * All that an order still needs is reserved together, over all its items, or nothing is. While it
   * waits it holds nothing, keeps its place in every queue, and lines behind it may have what it cannot
   * use. It is filled as soon as what those before it leave suffices at each of its items at once.
   */
  COMPLETE_ORDER
}
