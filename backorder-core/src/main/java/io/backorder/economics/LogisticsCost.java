package io.backorder.economics;

import io.backorder.planning.SafetyStock;
import io.backorder.statistics.Numbers;

/**
 * What it costs to supply an item for a year: the goods, the orders, the lots held and the safety stock held.
 *
 * <p>With demand {@code D}, lot {@code Q}, landed cost {@code c}, fixed cost {@code K}, holding cost {@code h}
 * and safety stock {@code S} it is {@code c D + K D / Q + h Q / 2 + h S}. Stock is taken to fall evenly from
 * lot to lot, down to the safety stock. (definition; Chopra and Meindl 2016.)
 *
 * @param goods the goods with their transport
 * @param orders the orders
 * @param cycleStock the stock of the lots, half a lot on average
 * @param safetyStock the safety stock
 */
public record LogisticsCost(double goods, double orders, double cycleStock, double safetyStock) {

  /** Rejects costs that are not finite. */
  public LogisticsCost {
    Numbers.notNegative("cost of the goods", goods);
    Numbers.notNegative("cost of the orders", orders);
    Numbers.notNegative("cost of the lots held", cycleStock);
    Numbers.finite("cost of the safety stock", safetyStock);
  }

  /**
   * Returns the cost.
   *
   * @param replenishment how the item is replenished
   * @param landedCost the cost of a unit, with its transport, zero or positive
   * @param fixedCost the cost of an order, zero or positive
   * @param safetyStock the safety stock
   * @return the cost
   */
  public static LogisticsCost of(
      Replenishment replenishment, double landedCost, double fixedCost, SafetyStock safetyStock) {
    double rate = replenishment.demandRate();
    double lot = replenishment.orderQuantity();
    return new LogisticsCost(
        rate * Numbers.notNegative("landed cost", landedCost),
        rate / lot * Numbers.notNegative("fixed cost", fixedCost),
        lot / 2 * replenishment.holdingCost(),
        safetyStock.units() * replenishment.holdingCost());
  }

  /**
   * Returns the sum.
   *
   * @return the cost of a year
   */
  public double total() {
    return goods + orders + cycleStock + safetyStock;
  }
}
