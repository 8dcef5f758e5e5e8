package io.backorder.review;

import io.backorder.statistics.Numbers;
import java.util.Arrays;

/**
 * What a search for (s, S) works out once: how long the position stays below S, by units, what each position
 * costs, and how likely each demand is.
 */
final class MinMaxSearch {

  /** Demands less likely than this, taken together, do not move the renewal function. */
  private static final double NEGLIGIBLE = 1e-20;

  private static final int FIRST_ROOM = 64;

  private static final int MOST_ROOM = 1 << 20;

  private static final double MOST_STEPS = 0x1p31;

  private final MinMaxPolicy.Demand demand;
  private final InventoryCosts costs;
  private final long middle;
  private final double leaving;
  private final double largest;
  private double[] rates = unknown(FIRST_ROOM);
  private double[] masses = new double[FIRST_ROOM];
  private double[] stays = new double[FIRST_ROOM];
  private int known;
  private double spent;

  MinMaxSearch(MinMaxPolicy.Demand demand, InventoryCosts costs) {
    this.demand = demand;
    this.costs = costs;
    this.middle = (long) costs.mismatch().level(demand.protection());
    this.leaving = demand.period().survival(0);
    this.largest = demand.period().upperQuantile(NEGLIGIBLE);
  }

  MinMaxPolicy optimal() {
    long top = middle;
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
    spend(gap);
    double total = costs.fixed();
    double periods = 0;
    for (int d = 0; d < gap; d++) {
      total += stays[d] * rate(top - d);
      periods += stays[d];
    }
    return total / periods;
  }

  /** Counts steps, and refuses a search that would take too long. */
  private void spend(double steps) {
    spent += steps;
    if (spent > MOST_STEPS) {
      throw Numbers.refused("steps of the search", "be at most " + MOST_STEPS, spent);
    }
  }

  /** Returns what a position costs in a period, from a table around the newsvendor's level. */
  private double rate(long position) {
    if (Math.abs(position - middle) > MOST_ROOM) {
      return costs.rate(demand.protection(), (double) position);
    }
    long index = position - middle + rates.length / 2;
    if (index < 0 || index >= rates.length) {
      double[] wider = unknown((int) (4 * (Math.abs(position - middle) + 1)));
      System.arraycopy(rates, 0, wider, (wider.length - rates.length) / 2, rates.length);
      rates = wider;
      return rate(position);
    }
    if (Double.isNaN(rates[(int) index])) {
      rates[(int) index] = costs.rate(demand.protection(), (double) position);
    }
    return rates[(int) index];
  }

  private static double[] unknown(int size) {
    double[] values = new double[size];
    Arrays.fill(values, Double.NaN);
    return values;
  }

  /** Works out the renewal function: {@code m(j) = (sum over 0 < l <= j of f(l) m(j - l)) / (1 - f(0))}. */
  private void know(int gap) {
    if (gap > stays.length) {
      int room = Math.max(gap, 2 * stays.length);
      stays = Arrays.copyOf(stays, room);
      masses = Arrays.copyOf(masses, room);
    }
    for (; known < gap; known++) {
      spend(Math.min(known, largest));
      masses[known] = demand.period().mass(known);
      double sum = known == 0 ? 1 : 0;
      for (int l = 1; l <= Math.min(known, largest); l++) {
        sum += masses[l] * stays[known - l];
      }
      stays[known] = sum / leaving;
    }
  }
}
