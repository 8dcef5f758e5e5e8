package io.backorder.fulfilment;

/** Whether a line may leave the house. */
public enum Readiness {

  /** All that is left of its order is reserved: it may ship now. */
  READY,

  /**
   * It has reserved units, other units of its order wait, and the terms of the order let these ship before
   * the rest: the order may be delivered in part, or by complete lines of which this is one.
   */
  READY_IN_PART,

  /** It has reserved units, other units of its order wait, and they are to leave together. */
  WAITS_FOR_ORDER,

  /** It has no reserved unit. */
  WAITS_FOR_GOODS
}
