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

  /** How many periods had demand. */
  static int demands(DemandHistory history) {
    int count = 0;
    for (int period = 0; period < history.periods(); period++) {
      count += history.demand(period) == 0 ? 0 : 1;
    }
    return count;
  }

  /** The demand of the first period that had any, 0 where there is none. */
  static double firstSize(DemandHistory history) {
    double size = 0;
    for (int period = 0; size == 0 && period < history.periods(); period++) {
      size = history.demand(period);
    }
    return size;
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
