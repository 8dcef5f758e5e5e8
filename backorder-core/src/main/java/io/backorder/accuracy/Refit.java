package io.backorder.accuracy;

/** What a backtest does with the parameters of a method when it goes on to the next origin. */
public enum Refit {

  /** Fits the longer history anew. */
  EACH_ORIGIN,

  /** Fits once, at the first origin, and lets the state observe the periods after it. */
  FIRST_ORIGIN
}
