package io.backorder.smoothing;

import io.backorder.forecast.DemandHistory;
import io.backorder.forecast.Forecast;
import io.backorder.forecast.ForecastState;

/**
 * The smoothed sums of blocks that {@link TemporalAggregation} has reached.
 *
 * <p>Blocks of {@code k} periods can lie in {@code k} ways. After each period exactly one of them ends a
 * block, and only this one moves.
 *
 * <p>This type is immutable and thread-safe.
 */
public final class AggregationState implements ForecastState {

  private final int shortest;
  private final double[] weights;
  private final Blocks blocks;

  private AggregationState(int shortest, double[] weights, Blocks blocks) {
    this.shortest = shortest;
    this.weights = weights;
    this.blocks = blocks;
  }

  static AggregationState of(DemandHistory history, int shortest, double[] weights) {
    AggregationState state =
        new AggregationState(shortest, weights, new Blocks(shortest, weights.length));
    for (int period = 0; period < history.periods(); period++) {
      state.take(history.demand(period));
    }
    return state;
  }

  /** What moves. It is changed while a fit or an observation makes a state, and never after. */
  private static final class Blocks {

    /** The smoothed sums: for each length, for each remainder of the period at which a block ends. */
    private final double[][] levels;

    /** The latest periods, as many as the longest block has. */
    private final double[] latest;

    private int periods;
    private double squares;
    private int errors;

    Blocks(int shortest, int lengths) {
      this.levels = new double[lengths][];
      for (int each = 0; each < lengths; each++) {
        levels[each] = new double[shortest + each];
      }
      this.latest = new double[shortest + lengths - 1];
    }

    Blocks(Blocks other) {
      this.levels = new double[other.levels.length][];
      for (int each = 0; each < levels.length; each++) {
        levels[each] = other.levels[each].clone();
      }
      this.latest = other.latest.clone();
      this.periods = other.periods;
      this.squares = other.squares;
      this.errors = other.errors;
    }

    /** The demand of a period, 1 for the latest. */
    double back(int count) {
      return latest[(periods - count) % latest.length];
    }

    /** The mean of all periods, while there are no more than the longest block has. */
    double mean() {
      double sum = 0;
      for (int count = 1; count <= periods; count++) {
        sum += back(count);
      }
      return sum / periods;
    }
  }

  private void take(double demand) {
    if (blocks.periods > 0) {
      double error = demand - rate();
      blocks.squares += error * error;
      blocks.errors++;
    }
    blocks.latest[blocks.periods % blocks.latest.length] = demand;
    blocks.periods++;
    endBlocks();
  }

  /** Sums the latest periods once for all lengths: a longer block goes on where the one before begins. */
  private void endBlocks() {
    int longest = Math.min(blocks.periods, shortest + weights.length - 1);
    double sum = 0;
    for (int length = 1; length <= longest; length++) {
      sum += blocks.back(length);
      if (length >= shortest) {
        end(length - shortest, length, sum);
      }
    }
  }

  private void end(int each, int length, double sum) {
    int way = blocks.periods % length;
    boolean first = blocks.periods < 2 * length;
    double level = blocks.levels[each][way];
    blocks.levels[each][way] = first ? sum : level + weights[each] * (sum - level);
  }

  /** The mean rate over the lengths; one that is longer than the history has the mean of all periods. */
  private double rate() {
    double rates = 0;
    double mean = blocks.periods < blocks.latest.length ? blocks.mean() : 0;
    for (int each = 0; each < weights.length; each++) {
      int length = shortest + each;
      rates +=
          blocks.periods < length ? mean : blocks.levels[each][blocks.periods % length] / length;
    }
    return rates / weights.length;
  }

  /** By convexity a mean of rates is not further off than the mean of how far off they are. */
  private double share() {
    double shares = 0;
    for (int each = 0; each < weights.length; each++) {
      shares += IntermittentDemand.sharedError(weights[each], shortest + each);
    }
    return shares / weights.length;
  }

  @Override
  public AggregationState observe(double demand) {
    IntermittentDemand.requireNotNegative(demand);
    AggregationState next = new AggregationState(shortest, weights, new Blocks(blocks));
    next.take(demand);
    return next;
  }

  @Override
  public Forecast forecast(int horizon) {
    return IntermittentDemand.flat(
        horizon, rate(), blocks.errors == 0 ? 0 : blocks.squares / blocks.errors, share());
  }

  @Override
  public String toString() {
    return "rate %s from blocks of %d to %d"
        .formatted(rate(), shortest, shortest + weights.length - 1);
  }
}
