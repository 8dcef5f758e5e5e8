package io.backorder.lotsizing;

import io.backorder.statistics.Numbers;

/**
 * What a lot costs: once for the order, and over time for the stock.
 *
 * @param fixed the cost K of placing an order, whatever its size, zero or positive
 * @param holding the cost h of holding a unit for a unit of time, positive
 */
public record LotCosts(double fixed, double holding) {

  /** Rejects costs out of range; free holding would make lots endless. */
  public LotCosts {
    Numbers.notNegative("fixed cost", fixed);
    Numbers.positive("holding cost", holding);
  }

  /**
   * Returns the costs of a lot.
   *
   * @param fixed the cost K of placing an order, zero or positive
   * @param holding the cost h of holding a unit for a unit of time, positive
   * @return the costs
   */
  public static LotCosts of(double fixed, double holding) {
    return new LotCosts(fixed, holding);
  }

  /**
   * Returns the costs of a lot whose holding cost is interest on the price of a unit.
   *
   * @param fixed the cost K of placing an order, zero or positive
   * @param unitCost the price of a unit, positive
   * @param holdingRate the part of the price that holding costs in a unit of time, positive
   * @return the costs
   */
  public static LotCosts ofRate(double fixed, double unitCost, double holdingRate) {
    return new LotCosts(
        fixed,
        Numbers.positive("unit cost", unitCost) * Numbers.positive("holding rate", holdingRate));
  }

  /**
   * Returns what ordering and holding cost in a unit of time: {@code K D / Q + h Q / 2}.
   *
   * @param demandRate the demand D of a unit of time, positive
   * @param orderQuantity the size Q of a lot, positive
   * @return the cost, without that of the goods
   */
  public double costOf(double demandRate, double orderQuantity) {
    Numbers.positive("demand rate", demandRate);
    Numbers.positive("order quantity", orderQuantity);
    return fixed * demandRate / orderQuantity + holding * orderQuantity / 2;
  }
}
