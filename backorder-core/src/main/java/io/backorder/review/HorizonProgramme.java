package io.backorder.review;

import io.backorder.empirical.Tabulated;
import io.backorder.statistics.Numbers;
import java.util.Arrays;

/** The dynamic programme of {@link HorizonPlan}, over the stock levels from {@code lowest} on. */
final class HorizonProgramme {

  private static final double MOST_LEVELS = 1e7;

  private static final double MOST_STEPS = 0x1p32;

  private final HorizonPlan.Horizon horizon;
  private final Tabulated demand;
  private final InventoryCosts costs;
  private final long lowest;
  private final int levels;
  private final long[] reorderPoints;
  private final long[] orderUpTo;

  HorizonProgramme(HorizonPlan.Horizon horizon, Tabulated demand, InventoryCosts costs) {
    this.horizon = horizon;
    this.demand = demand;
    this.costs = costs;
    double total = most(horizon.periods());
    double initial = (double) horizon.initialStock();
    double highest = Math.max(initial, total) + 1;
    double least = Math.min(initial, 0) - total - demand.quantile(1);
    if (!(highest - least < MOST_LEVELS)) {
      throw Numbers.refused("number of stock levels", "be below " + MOST_LEVELS, highest - least);
    }
    double steps = horizon.periods() * (highest - least) * (demand.quantile(1) + 1);
    if (!(steps <= MOST_STEPS)) {
      throw Numbers.refused("steps of the programme", "be at most " + MOST_STEPS, steps);
    }
    lowest = (long) least;
    levels = (int) (highest - least) + 1;
    reorderPoints = new long[horizon.periods()];
    orderUpTo = new long[horizon.periods()];
  }

  /** Returns a bound of the demand of all periods, which is passed with a probability below the cut. */
  private double most(int periods) {
    double spread = Math.sqrt(periods * demand.variance()) * 8;
    return Math.min(periods * demand.quantile(1), Math.ceil(periods * demand.mean() + spread + 30));
  }

  private double stock(int level) {
    return (double) (lowest + level);
  }

  HorizonPlan solve(HorizonPlan.Terminal terminal) {
    double[] later = new double[levels];
    for (int i = 0; i < levels; i++) {
      later[i] = terminal.cost(stock(i));
    }
    for (int period = horizon.periods() - 1; period >= 0; period--) {
      later = earlier(period, later);
    }
    double cost = later[(int) (horizon.initialStock() - lowest)];
    return new HorizonPlan(reorderPoints, orderUpTo, Numbers.finite("cost", cost));
  }

  /** Returns the cost of each stock level before this period, given that after it. */
  private double[] earlier(int period, double[] later) {
    double[] having = new double[levels];
    for (int i = 0; i < levels; i++) {
      having[i] = having(i, later);
    }
    int best = 0;
    for (int i = 1; i < levels; i++) {
      best = having[i] < having[best] ? i : best;
    }
    int reorder = best - 1;
    while (reorder >= 0 && having[reorder] <= costs.fixed() + having[best]) {
      reorder--;
    }
    reorderPoints[period] = reorder < 0 ? Long.MIN_VALUE : lowest + reorder;
    orderUpTo[period] = lowest + best;
    return ordering(having, best);
  }

  /** Returns what a level costs that was bought: its price, this period, and what follows. */
  private double having(int level, double[] later) {
    double stock = stock(level);
    double expected = 0;
    int first = (int) demand.quantile(0);
    int last = (int) demand.quantile(1);
    for (int units = first; units <= last; units++) {
      expected += demand.mass(units) * at(later, level - units);
    }
    return horizon.unitCost() * stock
        + costs.rate(demand, stock)
        + horizon.discountFactor() * expected;
  }

  /** Returns the cost of a level; below the lowest it goes on as it falls there. */
  private static double at(double[] later, int level) {
    return level >= 0 ? later[level] : later[0] - level * (later[0] - later[1]);
  }

  /** Returns the cost of each level before ordering; from below the best one, an order may go up to it. */
  private double[] ordering(double[] having, int best) {
    double[] before = new double[levels];
    Arrays.setAll(before, i -> {
      double ordered = i < best ? costs.fixed() + having[best] : Double.POSITIVE_INFINITY;
      return Math.min(having[i], ordered) - horizon.unitCost() * stock(i);
    });
    return before;
  }
}
