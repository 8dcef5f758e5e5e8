package io.backorder.lotsizing;

import io.backorder.statistics.Numbers;

/**
 * The lot that makes ordering and holding a steady demand cheapest.
 *
 * <p>With fixed cost {@code K}, holding cost {@code h} and demand rate {@code D} it is {@code Q = sqrt(2 K D /
 * h)}, and ordering and holding cost {@code sqrt(2 K D h)}. Demand is taken to be constant, the lot to arrive
 * at once, and nothing to be short. (Harris 1913.)
 *
 * @param units the size of the lot
 * @param cost what ordering and holding cost in a unit of time, without the goods
 * @param cycleTime the time from one order to the next
 */
public record EconomicOrderQuantity(double units, double cost, double cycleTime) {

  /** Rejects a lot that is beyond doubles. */
  public EconomicOrderQuantity {
    Numbers.notNegative("units", units);
    Numbers.notNegative("cost", cost);
    Numbers.notNegative("cycle time", cycleTime);
  }

  /**
   * Returns the economic order quantity.
   *
   * @param costs the costs
   * @param demandRate the demand of a unit of time, positive
   * @return the quantity
   */
  public static EconomicOrderQuantity of(LotCosts costs, double demandRate) {
    double twice = 2 * costs.fixed() * Numbers.positive("demand rate", demandRate);
    double units = Math.sqrt(twice / costs.holding());
    return new EconomicOrderQuantity(units, Math.sqrt(twice * costs.holding()), units / demandRate);
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
   * Returns how much dearer another quantity is: {@code (Q / Q* + Q* / Q) / 2}.
   *
   * @param orderQuantity the other quantity, positive
   * @return the cost of the other quantity as a multiple of this one's
   */
  public double costRatio(double orderQuantity) {
    return costRatio(orderQuantity, units);
  }

  /**
   * Returns how much dearer a quantity is than the best one.
   *
   * @param orderQuantity the quantity, positive
   * @param optimalQuantity the best quantity, positive
   * @return the cost of the quantity as a multiple of the least, at least 1
   */
  public static double costRatio(double orderQuantity, double optimalQuantity) {
    double ratio = Numbers.positive("order quantity", orderQuantity)
        / Numbers.positive("optimal quantity", optimalQuantity);
    return (ratio + 1 / ratio) / 2;
  }

  /**
   * Returns the cycle that is a power of two of a base period and costs least: {@code 2^ceil(log2(T / sqrt
   * 2))} for a best cycle of {@code T} base periods. It is never more than about 6 % dearer than the best.
   * (Roundy 1985.)
   *
   * @param basePeriod the base period, in the unit of time, positive
   * @return the length of the cycle, in base periods
   * @throws io.backorder.refusal.InvalidValueException if ordering is free, so that no cycle is too short, or
   *     if the best cycle is beyond doubles in base periods
   */
  public double powerOfTwoCycle(double basePeriod) {
    double periods = cycleTime / Numbers.positive("base period", basePeriod);
    double least = Numbers.positive("best cycle in base periods", periods) / Math.sqrt(2);
    double below = Math.scalb(1.0, Math.getExponent(Math.max(least, Double.MIN_NORMAL)));
    return below < least ? 2 * below : below;
  }
}
