package io.backorder.supply;

import io.backorder.statistics.Numbers;
import java.util.Arrays;

/**
 * How well a supplier did on some orders, in per cent: on time, in full, of good quality, with the right
 * papers.
 *
 * @param onTime the orders delivered on time, in per cent
 * @param inFull the orders delivered in full, in per cent
 * @param quality the orders of which the goods were accepted, in per cent
 * @param documents the orders of which the papers were right, in per cent
 */
public record DeliveryScore(double onTime, double inFull, double quality, double documents) {

  private static final double PER_CENT = 100;

  /** Rejects what is not in [0, 100]. */
  public DeliveryScore {
    rate("on time", onTime);
    rate("in full", inFull);
    rate("quality", quality);
    rate("documents", documents);
  }

  private static void rate(String name, double value) {
    if (!(value >= 0 && value <= PER_CENT)) {
      throw Numbers.refused(name, "be in [0, 100]", value);
    }
  }

  /**
   * Returns the score of counted orders.
   *
   * @param orders the number of orders, at least one
   * @param successes how many of them were on time, in full, of good quality, with the right papers: four
   *     numbers in this order
   * @return the score
   */
  public static DeliveryScore ofCounts(int orders, int... successes) {
    Numbers.atLeast("number of orders", orders, 1);
    requireFour(successes.length);
    double[] rates =
        Arrays.stream(successes).mapToDouble(each -> PER_CENT * each / orders).toArray();
    return new DeliveryScore(rates[0], rates[1], rates[2], rates[3]);
  }

  private static void requireFour(int count) {
    if (count != 4) {
      throw Numbers.refused("number of rates", "be 4", count);
    }
  }

  /**
   * Returns the mean of the four rates by weights.
   *
   * @param weights the weights, in the order of the components, none negative; their sum is positive and
   *     need not be one
   * @return the mean, in per cent
   */
  public double weighted(double... weights) {
    requireFour(weights.length);
    double[] rates = {onTime, inFull, quality, documents};
    double sum = 0;
    double total = 0;
    for (int i = 0; i < rates.length; i++) {
      sum += Numbers.notNegative("weight", weights[i]) * rates[i];
      total += weights[i];
    }
    return sum / Numbers.positive("sum of the weights", total);
  }
}
