package io.backorder.planning;

import io.backorder.statistics.Distribution;
import io.backorder.statistics.Normal;
import io.backorder.statistics.Numbers;

/**
 * Stock held against demand above its mean over the lead time. It is negative where a low target, or a
 * large lot, needs less than the mean. (Silver, Pyke and Thomas 2017, the policies P1 and P2.)
 *
 * @param units the units, not rounded; perhaps negative
 */
public record SafetyStock(double units) {

  /** Rejects what is not a finite number. */
  public SafetyStock {
    Numbers.finite("safety stock", units);
  }

  /**
   * Returns the safety stock that meets a cycle service level when lead-time demand is normal: {@code z s},
   * for {@code z} the normal quantile of the level and {@code s} the standard deviation.
   *
   * @param demand the demand over the lead time
   * @param target the service level to meet
   * @return the safety stock
   */
  public static SafetyStock of(LeadTimeDemand demand, CycleServiceLevel target) {
    return new SafetyStock(target.normalQuantile() * demand.standardDeviation());
  }

  /**
   * Returns the safety stock that meets a cycle service level under any law of lead-time demand: its
   * quantile less its mean.
   *
   * @param law the law of the demand over the lead time
   * @param target the service level to meet
   * @return the safety stock
   */
  public static SafetyStock of(Distribution law, CycleServiceLevel target) {
    return new SafetyStock(law.quantile(target.probability()) - law.mean());
  }

  /**
   * Returns the safety stock that meets a fill rate under any law of lead-time demand: the reorder point of that
   * fill rate less the mean.
   *
   * @param law the law of the demand over the lead time
   * @param target the fill rate to meet
   * @param orderQuantity the size Q of a lot, in units, positive; whole for a law in whole units
   * @return the safety stock
   * @see ReorderPoint#of(Distribution, FillRate, double)
   */
  public static SafetyStock of(Distribution law, FillRate target, double orderQuantity) {
    return new SafetyStock(ReorderPoint.of(law, target, orderQuantity).units() - law.mean());
  }

  /**
   * Returns the safety stock that meets a fill rate when lead-time demand is normal and lots of a fixed size
   * are ordered at the reorder point.
   *
   * <p>With {@code q = Q / s}, it is {@code z s} where {@code G(z) - G(z + q) = (1 - fill rate) q}, {@code G}
   * being the loss of the standard normal law. Shortages that the next lot meets again are subtracted, so
   * the answer holds for small lots too. (Axsater 2015, Inventory Control, 5.52.)
   *
   * @param demand the demand over the lead time
   * @param target the fill rate to meet
   * @param orderQuantity the size Q of a lot, in units, positive
   * @return the safety stock
   */
  public static SafetyStock of(LeadTimeDemand demand, FillRate target, double orderQuantity) {
    double s = demand.standardDeviation();
    if (s == 0) {
      return simplified(demand, target, orderQuantity);
    }
    double lots = Numbers.positive("order quantity", orderQuantity) / s;
    return new SafetyStock(s * LotCover.normalFactor(target.missing(), lots));
  }

  /**
   * Returns the safety stock of the simple fill rate formula, {@code s G(z) = (1 - fill rate) Q}: it counts
   * the shortage at the end of a cycle alone, and so asks for too much where the lot is small against the
   * deviation. (Silver, Pyke and Thomas 2017.) Without deviation it is {@code -(1 - fill rate) Q}.
   *
   * @param demand the demand over the lead time
   * @param target the fill rate to meet
   * @param orderQuantity the size Q of a lot, in units, positive
   * @return the safety stock
   */
  public static SafetyStock simplified(
      LeadTimeDemand demand, FillRate target, double orderQuantity) {
    double shortage = target.missing() * Numbers.positive("order quantity", orderQuantity);
    double s = demand.standardDeviation();
    return new SafetyStock(s == 0 ? -shortage : s * Normal.STANDARD.inverseLoss(shortage / s));
  }
}
