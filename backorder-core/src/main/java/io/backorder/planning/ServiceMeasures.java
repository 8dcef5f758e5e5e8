package io.backorder.planning;

import io.backorder.statistics.DiscreteDistribution;
import io.backorder.statistics.Distribution;
import io.backorder.statistics.Numbers;
import io.backorder.statistics.RealDistribution;

/**
 * What a reorder point and a lot size give, with continuous review and backorders. (Hadley and Whitin 1963,
 * chapter 4.)
 *
 * @param cycleServiceLevel the probability that a cycle ends without a shortage
 * @param shortagePerCycle the units short at the end of a cycle, on average
 * @param fillRate the part of demand served from stock; also the ready rate, the part of time with stock
 * @param waitingShare the part of demand that waits: one less the fill rate, and known also where that is too
 *     close to one to be told from it
 * @param simplifiedFillRate the fill rate of the simple formula, {@code 1 - shortage / lot}, below zero
 *     where the lot is small
 * @param backorders the units backordered at any time, on average
 * @param onHand the units on hand at any time, on average
 */
public record ServiceMeasures(
    double cycleServiceLevel,
    double shortagePerCycle,
    double fillRate,
    double waitingShare,
    double simplifiedFillRate,
    double backorders,
    double onHand) {

  private static final double MOST_UNITS = 0x1p52;

  /** Rejects what is not finite, as where the reorder point and the demand are beyond each other. */
  public ServiceMeasures {
    Numbers.probability("cycle service level", cycleServiceLevel);
    Numbers.notNegative("shortage per cycle", shortagePerCycle);
    Numbers.finite("fill rate", fillRate);
    Numbers.notNegative("share that waits", waitingShare);
    Numbers.finite("simplified fill rate", simplifiedFillRate);
    Numbers.notNegative("backorders", backorders);
    Numbers.finite("units on hand", onHand);
  }

  /**
   * Returns the measures under a law of lead-time demand that need not be whole: a continuous law, or that of
   * a sample.
   *
   * <p>The position is uniform on {@code [r, r + Q]}. The fill rate is {@code 1 - (loss(r) - loss(r + Q)) /
   * Q}, the backorders {@code (loss2(r) - loss2(r + Q)) / Q}, {@code loss2} being the second-order loss, and
   * on hand are {@code r + Q/2 - mean} and the backorders. (Hadley and Whitin 1963, chapter 4.)
   *
   * @param law the law of the demand over the lead time
   * @param reorderPoint the reorder point r, in units
   * @param orderQuantity the size Q of a lot, in units, positive
   * @return the measures
   */
  public static ServiceMeasures of(
      RealDistribution law, double reorderPoint, double orderQuantity) {
    double r = Numbers.finite("reorder point", reorderPoint);
    double lot = Numbers.positive("order quantity", orderQuantity);
    double beyond = law.secondLoss(r) - law.secondLoss(r + lot);
    return of(law, r, lot, beyond);
  }

  private static ServiceMeasures of(Distribution law, double r, double lot, double beyond) {
    double waiting = Math.max(0, (law.loss(r) - law.loss(r + lot)) / lot);
    double backorders = Math.max(0, beyond / lot);
    // a lot in whole units ends one unit above the reorder point, and not just above it
    double middle = law instanceof DiscreteDistribution ? (lot + 1) / 2 : lot / 2;
    return new ServiceMeasures(
        law.cdf(r),
        law.loss(r),
        1 - waiting,
        waiting,
        1 - law.loss(r) / lot,
        backorders,
        r + middle - law.mean() + backorders);
  }

  /**
   * Returns the measures under a law in whole units, for customers who take one unit each: the position
   * takes each of {@code r + 1, ..., r + Q} as often.
   *
   * @param law the law of the demand over the lead time
   * @param reorderPoint the reorder point r, in units, at most 2^52 in size
   * @param orderQuantity the size Q of a lot, in units, from 1 to 2^52
   * @return the measures
   */
  public static ServiceMeasures of(
      DiscreteDistribution law, long reorderPoint, long orderQuantity) {
    double r = wholeUnits("reorder point", reorderPoint);
    double lot = Numbers.positive("order quantity", wholeUnits("order quantity", orderQuantity));
    double beyond = law.secondLoss(reorderPoint) - law.secondLoss(reorderPoint + orderQuantity);
    return of(law, r, lot, beyond);
  }

  private static double wholeUnits(String name, long units) {
    if (Math.abs((double) units) > MOST_UNITS) {
      throw Numbers.refused(name, "be at most 2^52 in size", units);
    }
    return units;
  }

  /**
   * Returns the ready rate: the part of time in which there is stock on hand. For a continuous demand, and
   * for customers of one unit who come as a Poisson stream, it is the fill rate.
   *
   * @return the ready rate
   */
  public double readyRate() {
    return fillRate;
  }

  /**
   * Returns the inventory level: what is on hand less what is backordered, on average.
   *
   * @return the level, in units
   */
  public double inventoryLevel() {
    return onHand - backorders;
  }

  /**
   * Returns how long a unit of demand waits, on average over all units: the backorders divided by the demand
   * rate (Little's law).
   *
   * @param demandRate the mean demand of a period, in units, positive
   * @return the wait, in periods
   */
  public double meanWait(double demandRate) {
    return backorders / Numbers.positive("demand rate", demandRate);
  }

  /**
   * Returns how long a unit waits, on average over those that wait at all.
   *
   * @param demandRate the mean demand of a period, in units, positive
   * @return the wait, in periods; zero if nothing waits
   */
  public double meanWaitOfBackorders(double demandRate) {
    return waitingShare == 0 ? 0 : meanWait(demandRate) / waitingShare;
  }
}
