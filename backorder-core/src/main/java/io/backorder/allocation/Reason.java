package io.backorder.allocation;

/** Why a line is still short. The first that is true of its waiting units is the one that is told. */
public enum Reason {

  /** Nothing is free at a location that may serve the order. */
  NO_STOCK,

  /** What is free there is held for carts. */
  HELD,

  /** What the holds leave is buffer. */
  BUFFER,

  /** Less than a lot is left, or less than the line takes at once. */
  LOT,

  /** What is left is kept for others: by a quota, a protection or a critical level. */
  RATIONED,

  /** Less than the line needs is left, and the line is filled whole or not at all. */
  WAITS_FOR_LINE,

  /** The line could be filled, but its order is filled whole or not at all, and another line cannot. */
  WAITS_FOR_ORDER
}
