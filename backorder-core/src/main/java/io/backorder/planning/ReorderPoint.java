package io.backorder.planning;

import io.backorder.statistics.Distribution;
import io.backorder.statistics.Numbers;
import io.backorder.stock.Quantity;

/**
 * The inventory position at which the next lot is ordered, with continuous review: the mean of lead-time
 * demand plus the safety stock. A lot is taken to be ordered when the position is exactly there; a demand of
 * many units at once undershoots it. (Hadley and Whitin 1963, chapter 4.)
 *
 * @param units the units, not rounded; perhaps negative
 */
public record ReorderPoint(double units) {

  /** Rejects what is not a finite number. */
  public ReorderPoint {
    Numbers.finite("reorder point", units);
  }

  /**
   * Returns the reorder point of a demand and a safety stock.
   *
   * @param demand the demand over the lead time
   * @param safetyStock the safety stock
   * @return the reorder point
   */
  public static ReorderPoint of(LeadTimeDemand demand, SafetyStock safetyStock) {
    return new ReorderPoint(demand.mean() + safetyStock.units());
  }

  /**
   * Returns the reorder point that meets a cycle service level when lead-time demand is normal.
   *
   * @param demand the demand over the lead time
   * @param target the service level to meet
   * @return the reorder point
   */
  public static ReorderPoint of(LeadTimeDemand demand, CycleServiceLevel target) {
    return of(demand, SafetyStock.of(demand, target));
  }

  /**
   * Returns the reorder point that meets a cycle service level under any law of lead-time demand: the least
   * number that demand does not exceed with that probability. It is whole where demand is.
   *
   * @param law the law of the demand over the lead time
   * @param target the service level to meet
   * @return the reorder point
   */
  public static ReorderPoint of(Distribution law, CycleServiceLevel target) {
    return new ReorderPoint(law.quantile(target.probability()));
  }

  /**
   * Returns the reorder point that meets a fill rate when lead-time demand is normal.
   *
   * @param demand the demand over the lead time
   * @param target the fill rate to meet
   * @param orderQuantity the size of a lot, in units, positive
   * @return the reorder point
   * @see SafetyStock#of(LeadTimeDemand, FillRate, double)
   */
  public static ReorderPoint of(LeadTimeDemand demand, FillRate target, double orderQuantity) {
    return of(demand, SafetyStock.of(demand, target, orderQuantity));
  }

  /**
   * Returns the reorder point {@code r} that meets a fill rate under any law of lead-time demand: where
   * {@code loss(r) - loss(r + Q) = (1 - fill rate) Q}, or, for a law in whole units and customers of one
   * unit, the least whole number that leaves no more unserved. It may be negative.
   *
   * @param law the law of the demand over the lead time
   * @param target the fill rate to meet
   * @param orderQuantity the size Q of a lot, in units, positive; whole for a law in whole units
   * @return the reorder point
   */
  public static ReorderPoint of(Distribution law, FillRate target, double orderQuantity) {
    return leavingUnserved(law, target.missing(), orderQuantity);
  }

  /**
   * Returns the reorder point that leaves a part of demand unserved, under any law of lead-time demand: that
   * of the fill rate {@code 1 - part}, also where this is too close to one to be told from it. (Hadley and
   * Whitin 1963, chapter 4.)
   *
   * @param law the law of the demand over the lead time
   * @param part the part of demand that is not served from stock, in (0, 1)
   * @param orderQuantity the size Q of a lot, in units, positive; whole for a law in whole units
   * @return the reorder point
   */
  public static ReorderPoint leavingUnserved(Distribution law, double part, double orderQuantity) {
    double missing = Numbers.openProbability("part unserved", part);
    double lot = Numbers.positive("order quantity", orderQuantity);
    return new ReorderPoint(LotCover.reorderPoint(law, missing, lot));
  }

  /**
   * Returns this reorder point as a quantity: rounded up to a whole unit, and nothing if negative. It is the
   * only place where it is rounded. What is above a whole unit by rounding alone counts as that unit.
   *
   * @return the quantity
   * @throws io.backorder.refusal.InvalidValueException if it is beyond every quantity
   * @see Numbers#roundedUp
   */
  public Quantity roundedUp() {
    return Quantity.of(Numbers.roundedUp("reorder point", Math.max(0, units)));
  }
}
