package io.backorder.review;

import java.util.Arrays;

/** What a search for (s, S) works out once: how long the position stays below S, by units. */
final class MinMaxSearch {

  private final MinMaxPolicy.Demand demand;
  private final InventoryCosts costs;
  private double[] stays = new double[64];
  private int known;

  MinMaxSearch(MinMaxPolicy.Demand demand, InventoryCosts costs) {
    this.demand = demand;
    this.costs = costs;
  }

  MinMaxPolicy optimal() {
    long top = (long) demand.protection().quantile(costs.mismatch().criticalRatio());
    long bottom = top - 1;
    while (cost(bottom, top) > rate(bottom)) {
      bottom--;
    }
    double least = cost(bottom, top);
    long bestTop = top;
    for (top = top + 1; rate(top) <= least; top++) {
      if (cost(bottom, top) < least) {
        bestTop = top;
        while (cost(bottom, top) <= rate(bottom + 1)) {
          bottom++;
        }
        least = cost(bottom, top);
      }
    }
    return new MinMaxPolicy(bottom, bestTop);
  }

  double cost(long bottom, long top) {
    int gap = (int) (top - bottom);
    know(gap);
    double total = costs.fixed();
    double periods = 0;
    for (int d = 0; d < gap; d++) {
      total += stays[d] * rate(top - d);
      periods += stays[d];
    }
    return total / periods;
  }

  private double rate(long position) {
    return costs.rate(demand.protection(), (double) position);
  }

  /** Works out the renewal function: {@code m(j) = (sum over 0 < l <= j of f(l) m(j - l)) / (1 - f(0))}. */
  private void know(int gap) {
    if (gap > stays.length) {
      stays = Arrays.copyOf(stays, Math.max(gap, 2 * stays.length));
    }
    double leaving = demand.period().survival(0);
    for (; known < gap; known++) {
      double sum = known == 0 ? 1 : 0;
      for (int l = 1; l <= known; l++) {
        sum += demand.period().mass(l) * stays[known - l];
      }
      stays[known] = sum / leaving;
    }
  }
}
