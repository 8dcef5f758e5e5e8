package io.backorder.lotsizing;

import io.backorder.statistics.Numbers;
import java.util.Arrays;

/**
 * What to order in each of some periods whose demands are known. Demand is met in its period; what is left
 * at the end of a period is carried to the next and paid for. A period without an order costs no set-up.
 *
 * <p>This type is immutable and thread-safe.
 */
public final class LotPlan {

  private final double[] orders;
  private final int[] sources;
  private final double cost;

  /** Takes for each period the period in which its demand is ordered. */
  private LotPlan(PeriodCosts costs, double[] demand, int[] sources) {
    this.sources = sources;
    orders = new double[demand.length];
    double sum = 0;
    for (int t = 0; t < demand.length; t++) {
      orders[sources[t]] += demand[t];
      sum += demand[t] * costs.unit(sources[t]);
      for (int i = sources[t]; i < t; i++) {
        sum += demand[t] * costs.holding(i);
      }
    }
    for (int t = 0; t < demand.length; t++) {
      sum += orders[t] > 0 ? costs.fixed(t) : 0;
    }
    cost = sum;
  }

  /**
   * Returns the cheapest plan, by the dynamic programme of Wagner and Whitin (1958): some cheapest plan orders
   * in a period only what a whole number of periods from there on need. It takes time in the square of the
   * number of periods. Of plans that cost the same it takes one.
   *
   * @param costs the costs of each period
   * @param demand the demand of each period, zero or positive, as many as there are costs
   * @return the plan
   */
  public static LotPlan wagnerWhitin(PeriodCosts costs, double... demand) {
    requireDemand(costs, demand);
    double[] least = new double[demand.length + 1];
    int[] from = new int[demand.length + 1];
    Arrays.fill(least, 1, demand.length + 1, Double.POSITIVE_INFINITY);
    for (int start = 0; start < demand.length; start++) {
      double units = 0;
      double carried = 0;
      double unitCost = costs.unit(start);
      for (int end = start; end < demand.length; end++) {
        units += demand[end];
        carried += demand[end] * unitCost;
        unitCost += costs.holding(end);
        double total = least[start] + carried + (units > 0 ? costs.fixed(start) : 0);
        if (total < least[end + 1]) {
          least[end + 1] = total;
          from[end + 1] = start;
        }
      }
    }
    int[] sources = new int[demand.length];
    for (int end = demand.length; end > 0; end = from[end]) {
      Arrays.fill(sources, from[end], end, from[end]);
    }
    return new LotPlan(costs, demand, sources);
  }

  /**
   * Returns the plan of Silver and Meal's heuristic (1973): a lot is made longer by a period while its average
   * cost for a period does not rise; a tie makes it longer. A period without demand may begin a lot.
   *
   * @param costs the costs of each period
   * @param demand the demand of each period, zero or positive, as many as there are costs
   * @return the plan
   */
  public static LotPlan silverMeal(PeriodCosts costs, double... demand) {
    requireDemand(costs, demand);
    int[] sources = new int[demand.length];
    for (int start = 0; start < demand.length; ) {
      int end = lotEnd(costs, demand, start);
      Arrays.fill(sources, start, end, start);
      start = end;
    }
    return new LotPlan(costs, demand, sources);
  }

  private static int lotEnd(PeriodCosts costs, double[] demand, int start) {
    double total = costs.fixed(start);
    double carrying = 0;
    double average = total;
    for (int end = start + 1; end < demand.length; end++) {
      carrying += costs.holding(end - 1);
      total += demand[end] * carrying;
      double longer = total / (end - start + 1);
      if (longer > average) {
        return end;
      }
      average = longer;
    }
    return demand.length;
  }

  private static void requireDemand(PeriodCosts costs, double[] demand) {
    if (demand.length != costs.periods()) {
      throw Numbers.refused(
          "number of demands", "be the number of periods, " + costs.periods(), demand.length);
    }
    for (double each : demand) {
      Numbers.notNegative("demand", each);
    }
  }

  /**
   * Returns what is ordered in each period.
   *
   * @return the units, one number a period
   */
  public double[] orders() {
    return orders.clone();
  }

  /**
   * Returns the period in which the demand of each period is ordered.
   *
   * @return the periods, counted from 0
   */
  public int[] sources() {
    return sources.clone();
  }

  /**
   * Returns what the plan costs: orders, goods and holding.
   *
   * @return the cost
   */
  public double cost() {
    return cost;
  }

  @Override
  public String toString() {
    return "LotPlan" + Arrays.toString(orders);
  }
}
