package io.backorder.review;

import io.backorder.lotsizing.LotCosts;
import io.backorder.lotsizing.PlannedBackorders;
import io.backorder.newsvendor.MismatchCost;
import io.backorder.statistics.Distribution;
import io.backorder.statistics.Numbers;

/**
 * What ordering, holding and being short cost.
 *
 * @param fixed the cost K of an order, zero or positive
 * @param holding the cost h of holding a unit for a unit of time, positive
 * @param shortage the cost p of a unit backordered for a unit of time, positive
 */
public record InventoryCosts(double fixed, double holding, double shortage) {

  /** Rejects costs out of range. */
  public InventoryCosts {
    Numbers.notNegative("fixed cost", fixed);
    Numbers.positive("holding cost", holding);
    Numbers.positive("shortage cost", shortage);
  }

  /**
   * Returns the costs.
   *
   * @param fixed the cost K of an order, zero or positive
   * @param holding the cost h of holding a unit for a unit of time, positive
   * @param shortage the cost p of a unit backordered for a unit of time, positive
   * @return the costs
   */
  public static InventoryCosts of(double fixed, double holding, double shortage) {
    return new InventoryCosts(fixed, holding, shortage);
  }

  /**
   * Returns the costs of a lot.
   *
   * @return fixed and holding cost
   */
  public LotCosts lot() {
    return LotCosts.of(fixed, holding);
  }

  /**
   * Returns the costs of holding and of shortage.
   *
   * @return holding as overage, shortage as underage
   */
  public MismatchCost mismatch() {
    return MismatchCost.of(holding, shortage);
  }

  /** Refuses costs whose best lot is too large to be found unit by unit; it is never below that of certainty. */
  void requireLot(double rate, double most) {
    double least = PlannedBackorders.of(lot(), shortage, rate).units();
    if (!(least <= most)) {
      throw Numbers.refused("order quantity", "be at most " + most, least);
    }
  }

  /** Returns {@code g(y)}: the cost of a unit of time that an inventory position leads to. */
  double rate(Distribution law, double position) {
    return holding * law.complementaryLoss(position) + shortage * law.loss(position);
  }
}
