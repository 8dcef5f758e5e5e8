package io.backorder.examples.benchmarks;

/**
 * The least or the most that a ratio may be.
 *
 * @param side whether it is the least or the most
 * @param value the bound itself
 */
record Bound(Direction side, double value) {

  static Bound atMost(double value) {
    return new Bound(Direction.AT_MOST, value);
  }

  static Bound atLeast(double value) {
    return new Bound(Direction.AT_LEAST, value);
  }

  /** Tells whether a ratio keeps the bound; what is not a number does not. */
  boolean isKeptBy(double ratio) {
    return side == Direction.AT_MOST ? ratio <= value : ratio >= value;
  }

  @Override
  public String toString() {
    String sign = side == Direction.AT_MOST ? "<=" : ">=";
    return sign + (value == Math.rint(value) ? "%.0f" : "%s").formatted(value);
  }

  enum Direction {
    AT_MOST,
    AT_LEAST
  }
}
