package io.backorder.examples.benchmarks;

/** Who does the work. */
public enum Side {

  /** What a programmer would write with maps and records. */
  PLAIN,

  /** The library. */
  LIBRARY
}
