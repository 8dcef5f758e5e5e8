package io.backorder.assortment;

/** The four kinds of demand of Syntetos, Boylan and Croston (2005). */
public enum DemandClass {

  /** Frequent demand of like sizes. */
  SMOOTH,

  /** Frequent demand of unlike sizes. */
  ERRATIC,

  /** Rare demand of like sizes. */
  INTERMITTENT,

  /** Rare demand of unlike sizes. */
  LUMPY
}
