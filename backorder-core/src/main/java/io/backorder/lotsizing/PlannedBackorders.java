package io.backorder.lotsizing;

import io.backorder.statistics.Numbers;

/**
 * The lot that makes a steady demand cheapest when customers may be kept waiting, at a price.
 *
 * <p>With a cost {@code p} of keeping one unit waiting for a unit of time, the part {@code x = h / (h + p)} of
 * demand waits; the lot is {@code sqrt(2 K D (h + p) / (h p))}, the cost {@code sqrt(2 K D h p / (h + p))}. It
 * never costs more than the lot without backorders. (Hadley and Whitin 1963, chapter 2.)
 *
 * @param units the size of the lot
 * @param backorderFraction the part of demand that waits
 * @param cost what ordering, holding and waiting cost in a unit of time
 * @param cycleTime the time from one order to the next
 */
public record PlannedBackorders(
    double units, double backorderFraction, double cost, double cycleTime) {

  /** Rejects a lot that is beyond doubles. */
  public PlannedBackorders {
    Numbers.notNegative("order quantity", units);
    Numbers.probability("backorder fraction", backorderFraction);
    Numbers.notNegative("cost", cost);
    Numbers.notNegative("cycle time", cycleTime);
  }

  /**
   * Returns the lot.
   *
   * @param costs the costs
   * @param waitingCost the cost p of keeping a unit waiting for a unit of time, positive
   * @param demandRate the demand of a unit of time, positive
   * @return the lot
   */
  public static PlannedBackorders of(LotCosts costs, double waitingCost, double demandRate) {
    double p = Numbers.positive("waiting cost", waitingCost);
    double h = costs.holding();
    double twice = 2 * costs.fixed() * Numbers.positive("demand rate", demandRate);
    double units = Math.sqrt(twice / h * ((h + p) / p));
    return new PlannedBackorders(
        units, h / (h + p), Math.sqrt(twice * h * (p / (h + p))), units / demandRate);
  }

  /**
   * Returns what another lot and another part that waits cost in a unit of time: {@code K D / Q + h Q (1-x)^2 /
   * 2 + p Q x^2 / 2}.
   *
   * @param costs the costs
   * @param waitingCost the cost p of keeping a unit waiting for a unit of time, zero or positive
   * @param cycle the demand rate, the size of the lot and the part of demand that waits
   * @return the cost
   */
  public static double cost(LotCosts costs, double waitingCost, Cycle cycle) {
    double p = Numbers.notNegative("waiting cost", waitingCost);
    double served = 1 - cycle.backorderFraction;
    double x = cycle.backorderFraction;
    return costs.fixed() * cycle.demandRate / cycle.units
        + cycle.units * (costs.holding() * served * served + p * x * x) / 2;
  }

  /**
   * A lot that is given.
   *
   * @param demandRate the demand of a unit of time, positive
   * @param units the size of the lot, positive
   * @param backorderFraction the part of demand that waits, in [0, 1]
   */
  public record Cycle(double demandRate, double units, double backorderFraction) {

    /** Rejects numbers out of range. */
    public Cycle {
      Numbers.positive("demand rate", demandRate);
      Numbers.positive("order quantity", units);
      Numbers.probability("backorder fraction", backorderFraction);
    }
  }

  /**
   * Returns how often is ordered.
   *
   * @return the orders in a unit of time; infinite if ordering is free
   */
  public double ordersPerTime() {
    return 1 / cycleTime;
  }

  /**
   * Returns the most units that ever wait.
   *
   * @return the units
   */
  public double maxBackorder() {
    return units * backorderFraction;
  }

  /**
   * Returns the most units that are ever on hand.
   *
   * @return the units
   */
  public double maxInventory() {
    return units - maxBackorder();
  }

  /**
   * Returns the units that wait, on average over time.
   *
   * @return the units
   */
  public double averageBackorder() {
    return maxBackorder() * backorderFraction / 2;
  }

  /**
   * Returns the units on hand, on average over time.
   *
   * @return the units
   */
  public double averageInventory() {
    return maxInventory() * (1 - backorderFraction) / 2;
  }
}
