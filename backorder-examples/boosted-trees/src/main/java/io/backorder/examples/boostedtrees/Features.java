package io.backorder.examples.boostedtrees;

import io.backorder.forecast.DemandHistory;

/**
 * What is known of an item before a period, as numbers that do not depend on how much of it is sold: everything
 * is divided by the item's mean demand so far.
 */
final class Features {

  /** The periods of history without which nothing is known. */
  static final int NEEDED = 8;

  private static final int[] LAGS = {1, 2, 3, 4};

  private static final int[] WINDOWS = {2, 4, 8, 13};

  private static final double LONG_AGO = 26;

  private final double scale;
  private final double[] values;

  private Features(double scale, double[] values) {
    this.scale = scale;
    this.values = values;
  }

  /** Returns the features of the period after a history with at least {@value #NEEDED} periods and some demand. */
  static Features of(DemandHistory history) {
    double scale = history.mean();
    int periods = history.periods();
    double[] values = new double[LAGS.length + WINDOWS.length + 4];
    int next = 0;
    for (int lag : LAGS) {
      values[next++] = history.demand(periods - lag) / scale;
    }
    for (int window : WINDOWS) {
      values[next++] = history.last(Math.min(window, periods)).mean() / scale;
    }
    values[next++] = busy(history);
    values[next++] = Math.min(LONG_AGO, sinceDemand(history));
    values[next++] = Math.log(scale);
    values[next] = Math.sqrt(history.variance()) / scale;
    return new Features(scale, values);
  }

  /** The part of the periods with demand. */
  private static double busy(DemandHistory history) {
    int busy = 0;
    for (int period = 0; period < history.periods(); period++) {
      busy += history.demand(period) > 0 ? 1 : 0;
    }
    return (double) busy / history.periods();
  }

  private static double sinceDemand(DemandHistory history) {
    int quiet = 0;
    while (history.demand(history.periods() - 1 - quiet) == 0) {
      quiet++;
    }
    return quiet;
  }

  /** Returns the mean demand of a period so far. */
  double scale() {
    return scale;
  }

  /** Returns the features, which nobody changes. */
  double[] values() {
    return values;
  }
}
