package io.backorder.smoothing;

import static io.backorder.smoothing.SmoothingParameters.requireWeight;

import io.backorder.forecast.DemandHistory;
import io.backorder.forecast.Forecaster;
import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;

/**
 * Smoothing of blocks of periods, for demand that comes now and then: a block has fewer zeros than a period,
 * and a forecast of blocks, divided by their length, is one of the rate.
 *
 * <p>ADIDA (Nikolopoulos and others, 2011) uses blocks as long as the mean interval between demands,
 * rounded half to even and at most 1000; IMAPA (Petropoulos and Kourentzes, 2015) is the mean over all
 * lengths up to it.
 * Blocks end with the last period; an incomplete oldest one is left out. Their sums are smoothed from the
 * first on, with a weight that makes the squared one-step errors least between 0.1 and 0.3, unless it is
 * given.
 *
 * <p>The state keeps a smoothed sum for each way in which blocks can lie, so that observing costs a time
 * and memory in proportion to the lengths of the blocks and not to that of the history. Lengths and weights
 * stay as they were fitted.
 *
 * <p>Demand must not be negative. A history without any is forecast as zero. It needs 1 period. This type
 * is immutable and thread-safe.
 */
public final class TemporalAggregation implements Forecaster {

  private enum Lengths {
    LONGEST,
    ALL
  }

  /** Longer blocks say nothing of the rate, and all lengths up to them would not fit into memory. */
  private static final int MOST_PERIODS = 1000;

  /** Stands for a length or weight that is found from the history. */
  private static final int FOUND = 0;

  private final Lengths lengths;
  private final int length;
  private final double weight;

  private TemporalAggregation(Lengths lengths, int length, double weight) {
    this.lengths = lengths;
    this.length = length;
    this.weight = weight;
  }

  /**
   * Returns the method with blocks as long as the mean interval between demands.
   *
   * @return the method
   */
  public static TemporalAggregation adida() {
    return new TemporalAggregation(Lengths.LONGEST, FOUND, Double.NaN);
  }

  /**
   * Returns the method with the mean over all lengths of blocks up to the mean interval.
   *
   * @return the method
   */
  public static TemporalAggregation imapa() {
    return new TemporalAggregation(Lengths.ALL, FOUND, Double.NaN);
  }

  /**
   * Returns this method with a fixed length of blocks, or longest length of them.
   *
   * @param periods the periods of a block, at least 1 and at most 1000
   * @return the method
   * @throws InvalidValueException if there is less than 1 or more than 1000
   */
  public TemporalAggregation withLength(int periods) {
    if (periods > MOST_PERIODS) {
      throw Numbers.refused("periods", "be at most " + MOST_PERIODS, periods);
    }
    return new TemporalAggregation(lengths, Numbers.atLeast("periods", periods, 1), weight);
  }

  /**
   * Returns this method with a fixed weight.
   *
   * @param alpha the weight of the latest block, 0 to 1
   * @return the method
   * @throws InvalidValueException if the weight is out of range
   */
  public TemporalAggregation withWeight(double alpha) {
    return new TemporalAggregation(lengths, length, requireWeight("alpha", alpha));
  }

  @Override
  public AggregationState fit(DemandHistory history) {
    IntermittentDemand.require(history);
    int longest = length == FOUND ? longest(history) : length;
    int shortest = lengths == Lengths.ALL ? 1 : longest;
    double[] weights = new double[longest - shortest + 1];
    for (int each = 0; each < weights.length; each++) {
      weights[each] = Double.isNaN(weight) ? found(history, shortest + each) : weight;
    }
    return AggregationState.of(history, shortest, weights);
  }

  private static int longest(DemandHistory history) {
    double rounded = Math.rint(IntermittentDemand.meanInterval(history));
    return (int) Math.min(MOST_PERIODS, Math.max(1, rounded));
  }

  private static double found(DemandHistory history, int length) {
    return LevelSearch.weight(
        SeriesReader.blocks(history, length), Croston.LEAST_WEIGHT, Croston.MOST_WEIGHT);
  }

  @Override
  public String toString() {
    return lengths == Lengths.ALL ? "IMAPA" : "ADIDA";
  }
}
