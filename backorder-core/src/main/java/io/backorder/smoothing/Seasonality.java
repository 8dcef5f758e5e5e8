package io.backorder.smoothing;

/** How a season acts on the level. */
public enum Seasonality {

  /** A season adds the same units whatever the level. */
  ADDITIVE,

  /** A season multiplies the level. Demand must be positive in every period. */
  MULTIPLICATIVE
}
