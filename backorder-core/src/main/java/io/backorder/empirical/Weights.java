package io.backorder.empirical;

import io.backorder.statistics.Numbers;

/** The rule that the probabilities of a table keep. */
final class Weights {

  private static final double TOLERANCE = 1e-6;

  private Weights() {}

  /** Returns the sum of the probabilities, which is about one. */
  static double total(int size, double[] probabilities) {
    Numbers.atLeast("number of values", size, 1);
    if (probabilities.length != size) {
      throw Numbers.refused(
          "number of probabilities", "be the number of values, " + size, probabilities.length);
    }
    double total = 0;
    for (double each : probabilities) {
      total += Numbers.probability("probability", each);
    }
    if (Math.abs(total - 1) > TOLERANCE) {
      throw Numbers.refused("sum of the probabilities", "be 1", total);
    }
    return total;
  }
}
