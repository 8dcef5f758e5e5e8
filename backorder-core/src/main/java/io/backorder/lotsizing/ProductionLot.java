package io.backorder.lotsizing;

import io.backorder.statistics.Numbers;

/**
 * The lot that makes a steady demand cheapest when it is produced at a limited rate, and used meanwhile.
 *
 * <p>With a production rate {@code P} above the demand rate {@code D} the lot is {@code sqrt(2 K D / (h (1 - D
 * / P)))} and the cost {@code sqrt(2 K D h (1 - D / P))}. (Taft 1918.)
 *
 * @param units the size of the lot
 * @param cost what setting up and holding cost in a unit of time
 * @param maxInventory the most units that are ever on hand
 * @param cycleTime the time from one start to the next
 */
public record ProductionLot(double units, double cost, double maxInventory, double cycleTime) {

  /** Rejects a lot that is beyond doubles. */
  public ProductionLot {
    Numbers.notNegative("order quantity", units);
    Numbers.notNegative("cost", cost);
    Numbers.notNegative("most inventory", maxInventory);
    Numbers.notNegative("cycle time", cycleTime);
  }

  /**
   * Returns the lot.
   *
   * @param costs the costs
   * @param demandRate the demand of a unit of time, positive
   * @param productionRate the production of a unit of time, above the demand rate
   * @return the lot
   */
  public static ProductionLot of(LotCosts costs, double demandRate, double productionRate) {
    Numbers.positive("demand rate", demandRate);
    Numbers.above("production rate", productionRate, demandRate);
    double share = (productionRate - demandRate) / productionRate;
    LotCosts effective = LotCosts.of(costs.fixed(), costs.holding() * share);
    EconomicOrderQuantity lot = EconomicOrderQuantity.of(effective, demandRate);
    return new ProductionLot(lot.units(), lot.cost(), lot.units() * share, lot.cycleTime());
  }
}
