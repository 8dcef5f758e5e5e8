package io.backorder.economics;

import io.backorder.statistics.Numbers;

/**
 * What shortages cost: an amount for each occasion, a part of the price or the margin for each unit, or both.
 * (Definition; compare the costs B1 and B2 of Silver, Pyke and Thomas 2017.)
 *
 * @param lostMargin the margin of the sales that are lost
 * @param fixed what a shortage costs whatever its size: calls, vouchers, expediting
 */
public record StockoutCost(double lostMargin, double fixed) {

  /** Rejects costs that are not finite, and a fixed cost below zero. */
  public StockoutCost {
    Numbers.finite("lost margin", lostMargin);
    Numbers.notNegative("fixed cost", fixed);
  }

  /**
   * Returns the cost of one shortage.
   *
   * @param unitsShort the units short, zero or positive
   * @param marginPerUnit the margin of a unit, finite
   * @param shareLost the part of the units whose customers do not wait, in [0, 1]
   * @param fixedCost what the shortage costs whatever its size, zero or positive
   * @return the cost
   */
  public static StockoutCost ofEvent(
      double unitsShort, double marginPerUnit, double shareLost, double fixedCost) {
    double lost = Numbers.notNegative("units short", unitsShort)
        * Numbers.probability("share lost", shareLost);
    return new StockoutCost(
        lost * Numbers.finite("margin of a unit", marginPerUnit),
        Numbers.notNegative("fixed cost", fixedCost));
  }

  /**
   * Returns the cost of a year of shortages, as a part of the turnover that is not filled at once.
   *
   * @param annualDemand the demand of a year, in units, zero or positive
   * @param unitPrice the price of a unit, zero or positive
   * @param fillRate the part of the units that was filled at once, in [0, 1]
   * @param shortageFactor the part of the price that a unit short costs, zero or positive
   * @return the cost
   */
  public static StockoutCost ofYear(
      double annualDemand, double unitPrice, double fillRate, double shortageFactor) {
    double unfilled = Numbers.notNegative("annual demand", annualDemand)
        * (1 - Numbers.probability("fill rate", fillRate));
    double costOfUnit = Numbers.notNegative("price", unitPrice)
        * Numbers.notNegative("shortage factor", shortageFactor);
    Numbers.notNegative("cost of a unit short", costOfUnit);
    return new StockoutCost(unfilled * costOfUnit, 0);
  }

  /**
   * Returns the sum.
   *
   * @return the cost
   */
  public double total() {
    return lostMargin + fixed;
  }
}
