package io.backorder.planning;

import io.backorder.statistics.Numbers;

/**
 * Stock that is looked at every so often and then ordered up to a level. What is ordered must last until
 * the order after it is received: the protection interval is the lead time and the review period. (Silver,
 * Pyke and Thomas 2017, the rule (R, S).)
 *
 * @param demand the demand of a period
 * @param leadTime the lead time, in periods
 * @param reviewPeriod the time from one look to the next, in periods, positive
 */
public record PeriodicReview(PeriodDemand demand, LeadTime leadTime, double reviewPeriod) {

  /** Rejects a review period that is not positive. */
  public PeriodicReview {
    Numbers.positive("review period", reviewPeriod);
  }

  /**
   * Returns a review.
   *
   * @param demand the demand of a period
   * @param leadTime the lead time, in periods
   * @param reviewPeriod the time from one look to the next, in periods, positive
   * @return the review
   */
  public static PeriodicReview of(PeriodDemand demand, LeadTime leadTime, double reviewPeriod) {
    return new PeriodicReview(demand, leadTime, reviewPeriod);
  }

  /**
   * Returns the demand over the protection interval: mean {@code d (L + R)}, variance {@code (L + R) s^2 +
   * d^2 t^2}.
   *
   * @return the demand
   */
  public LeadTimeDemand protection() {
    return LeadTimeDemand.over(demand, leadTime.plus(reviewPeriod));
  }

  /**
   * Returns the demand of one review period, on average.
   *
   * @return the units
   */
  public double cycleDemand() {
    return demand.mean() * reviewPeriod;
  }

  /**
   * Returns the fill rate of an order-up-to level {@code S} under normal demand, {@code 1 - (E[(X(L+R) -
   * S)+] - E[(X(L) - S)+]) / (d R)}: what was already short when the order arrived is not counted again.
   * (Silver, Pyke and Thomas 2017.)
   *
   * @param level the level
   * @return the part of demand that is served from stock; below zero if the stock never recovers
   * @throws io.backorder.refusal.InvalidValueException if the mean demand is zero: there is no part of nothing
   */
  public double fillRate(OrderUpToLevel level) {
    double before = shortage(LeadTimeDemand.over(demand, leadTime), level.units());
    return 1 - (shortage(protection(), level.units()) - before) / someDemand();
  }

  /**
   * Returns the fill rate of the simple formula, which counts all that is short at the end of a cycle.
   *
   * @param level the level
   * @return the fill rate, never above {@link #fillRate}
   * @throws io.backorder.refusal.InvalidValueException if the mean demand is zero
   */
  public double simplifiedFillRate(OrderUpToLevel level) {
    return 1 - shortage(protection(), level.units()) / someDemand();
  }

  private double someDemand() {
    return Numbers.positive("mean demand of a review period", cycleDemand());
  }

  /** Returns how much a normal demand exceeds a level on average. */
  static double shortage(LeadTimeDemand demand, double level) {
    return demand.standardDeviation() == 0
        ? Math.max(0, demand.mean() - level)
        : demand.toNormal().loss(level);
  }
}
