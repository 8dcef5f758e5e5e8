package io.backorder.forecast;

/**
 * What stands in for a period that was not observed. A gap is not a period without demand: nobody knows
 * what would have been asked for.
 */
public enum GapRule {

  /** Takes it that nothing was asked for, as when the shop was closed. */
  ZERO,

  /** Repeats the last observed demand; gaps before the first observation are left out. */
  PREVIOUS,

  /** Leaves the period out, so that the history is shorter. Seasons lose their rhythm by this. */
  SKIP
}
