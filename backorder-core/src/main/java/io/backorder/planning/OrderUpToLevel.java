package io.backorder.planning;

import io.backorder.statistics.Distribution;
import io.backorder.statistics.Numbers;
import io.backorder.statistics.Search;
import io.backorder.stock.Quantity;

/**
 * The inventory position to which an order raises the stock, with periodic review. (Silver, Pyke and Thomas
 * 2017, the rule (R, S).)
 *
 * @param units the units, not rounded
 */
public record OrderUpToLevel(double units) {

  /** Rejects what is not a finite number. */
  public OrderUpToLevel {
    Numbers.finite("order-up-to level", units);
  }

  /**
   * Returns the level that meets a cycle service level under normal demand: the mean over the protection
   * interval and the safety stock.
   *
   * @param review the review
   * @param target the service level to meet
   * @return the level
   */
  public static OrderUpToLevel of(PeriodicReview review, CycleServiceLevel target) {
    return of(review.protection(), SafetyStock.of(review.protection(), target));
  }

  private static OrderUpToLevel of(LeadTimeDemand demand, SafetyStock safetyStock) {
    return new OrderUpToLevel(demand.mean() + safetyStock.units());
  }

  /**
   * Returns the level that meets a cycle service level under any law of demand, such as one that was observed: the
   * least number that demand does not exceed with that probability.
   *
   * @param protection the law of the demand over the lead time and the review period
   * @param target the service level to meet
   * @return the level; a whole number where demand is
   */
  public static OrderUpToLevel of(Distribution protection, CycleServiceLevel target) {
    return new OrderUpToLevel(protection.quantile(target.probability()));
  }

  /**
   * Returns the level that meets a fill rate under normal demand.
   *
   * @param review the review, of a demand that varies
   * @param target the fill rate to meet
   * @return the level
   * @see PeriodicReview#fillRate
   */
  public static OrderUpToLevel of(PeriodicReview review, FillRate target) {
    Numbers.positive("standard deviation of demand", review.protection().standardDeviation());
    return new OrderUpToLevel(Search.root(
        units -> review.fillRate(new OrderUpToLevel(units)) - target.fraction(),
        units -> slope(review, units),
        simplified(review, target).units()));
  }

  private static double slope(PeriodicReview review, double level) {
    LeadTimeDemand before = LeadTimeDemand.over(review.demand(), review.leadTime());
    double later = review.protection().toNormal().survival(level);
    double earlier = before.standardDeviation() == 0 ? 0 : before.toNormal().survival(level);
    return (later - earlier) / review.cycleDemand();
  }

  /**
   * Returns the level that meets a fill rate by the simple formula, which counts all that is short at the
   * end of a cycle, and asks for somewhat too much.
   *
   * @param review the review
   * @param target the fill rate to meet
   * @return the level
   * @see PeriodicReview#simplifiedFillRate
   */
  public static OrderUpToLevel simplified(PeriodicReview review, FillRate target) {
    LeadTimeDemand demand = review.protection();
    return of(demand, SafetyStock.simplified(demand, target, review.cycleDemand()));
  }

  /**
   * Returns what to order at a look: what the position lacks to this level, and never less than nothing.
   *
   * @param position the inventory position, in units
   * @return the units to order, not rounded
   */
  public double orderFrom(double position) {
    return Math.max(0, units - Numbers.finite("inventory position", position));
  }

  /**
   * Returns this level as a quantity: rounded up to a whole unit, and nothing if negative. It is the only
   * place where it is rounded. What is above a whole unit by rounding alone counts as that unit.
   *
   * @return the quantity
   * @throws io.backorder.refusal.InvalidValueException if it is beyond every quantity
   * @see Numbers#roundedUp
   */
  public Quantity roundedUp() {
    return Quantity.of(Numbers.roundedUp("order-up-to level", Math.max(0, units)));
  }
}
