package io.backorder.demand;

/** What becomes of units that are not on the shelf when an order is placed. */
public enum ShortageRule {

  /** They wait, as far as the item's terms allow; otherwise the order is refused. */
  BACKORDER,

  /** The whole order is refused if a unit of it would have to wait. */
  REFUSE_ORDER,

  /** What the shelf gives is reserved and the rest is refused, so that nothing waits. */
  ACCEPT_AVAILABLE
}
