package io.backorder.assortment;

/** How much an item matters. */
public enum AbcClass {

  /** One of the few that make most of the value. */
  A,

  /** One of those between. */
  B,

  /** One of the many that make little of the value. */
  C
}
