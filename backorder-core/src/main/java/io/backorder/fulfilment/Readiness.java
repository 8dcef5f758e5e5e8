package io.backorder.fulfilment;

/** Whether a line may leave the house. */
public enum Readiness {

  /** All that is left of its order is reserved: it may ship now. */
  READY,

  /** It has reserved units, and other units of its order wait, of this line or of another. */
  WAITS_FOR_ORDER,

  /** It has no reserved unit. */
  WAITS_FOR_GOODS
}
