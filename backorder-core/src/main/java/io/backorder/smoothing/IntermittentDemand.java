package io.backorder.smoothing;

import io.backorder.forecast.DemandHistory;
import io.backorder.forecast.Forecast;
import io.backorder.statistics.Numbers;
import java.util.Arrays;

/** Demand that comes now and then: its rules, and the parts of its history. */
final class IntermittentDemand {

  private IntermittentDemand() {}

  /** Refuses an empty history and negative demand. */
  static DemandHistory require(DemandHistory history) {
    history.requirePeriods(1);
    for (int period = 0; period < history.periods(); period++) {
      requireNotNegative(history.demand(period));
    }
    return history;
  }

  static double requireNotNegative(double demand) {
    if (!(demand >= 0)) { // also rejects NaN
      throw Numbers.refused("demand", "be zero or positive", demand);
    }
    return DemandHistory.requireDemand(demand);
  }

  /** The demand of the periods that had any. */
  static double[] sizes(DemandHistory history) {
    double[] sizes = new double[history.periods()];
    int count = 0;
    for (int period = 0; period < history.periods(); period++) {
      if (history.demand(period) != 0) {
        sizes[count++] = history.demand(period);
      }
    }
    return Arrays.copyOf(sizes, count);
  }

  /** The periods from one demand to the next; the first counts from the start of the history. */
  static double[] intervals(DemandHistory history) {
    double[] intervals = new double[history.periods()];
    int count = 0;
    int previous = -1;
    for (int period = 0; period < history.periods(); period++) {
      if (history.demand(period) != 0) {
        intervals[count++] = period - previous;
        previous = period;
      }
    }
    return Arrays.copyOf(intervals, count);
  }

  /** The mean interval, 1 where nothing was ever asked for. */
  static double meanInterval(DemandHistory history) {
    int last = 0;
    int count = 0;
    for (int period = 0; period < history.periods(); period++) {
      if (history.demand(period) != 0) {
        last = period + 1;
        count++;
      }
    }
    return count == 0 ? 1 : (double) last / count;
  }

  /**
   * The part of the variance of a one-step error that comes from the estimated rate, and that all periods
   * of the horizon share. A weight {@code a} that acts on blocks of {@code k} independent periods gives
   * the rate {@code a / ((2 - a) k)} of the variance of a period.
   */
  static double sharedError(double weight, double periods) {
    return weight / (weight + (2 - weight) * periods);
  }

  /** A flat forecast whose errors share what the estimated rate is off by. */
  static Forecast flat(int horizon, double rate, double variance, double share) {
    Forecast.requireHorizon(horizon);
    double[] mean = new double[horizon];
    Arrays.fill(mean, rate);
    return Forecast.ofSharedErrors(mean, variance, share);
  }
}
