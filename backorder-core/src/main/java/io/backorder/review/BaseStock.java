package io.backorder.review;

import io.backorder.newsvendor.MismatchCost;
import io.backorder.newsvendor.Newsvendor;
import io.backorder.planning.LeadTime;
import io.backorder.planning.LeadTimeDemand;
import io.backorder.planning.PeriodDemand;
import io.backorder.statistics.Distribution;
import io.backorder.statistics.Numbers;
import io.backorder.statistics.Poisson;

/**
 * Ordering in every period up to the same level, where an order costs nothing, with backorders: the newsvendor's
 * level for the demand of the lead time <b>and one period</b>. (Karlin and Scarf 1958.)
 *
 * @param units the level; a whole number where demand is
 * @param expectedCost what holding and shortage cost in a period
 */
public record BaseStock(double units, double expectedCost) {

  /** Rejects what is not finite. */
  public BaseStock {
    Numbers.finite("units", units);
    Numbers.notNegative("expected cost", expectedCost);
  }

  /**
   * Returns the level under normal demand.
   *
   * @param demand the demand of a period, with a standard deviation above zero
   * @param leadTimePeriods the lead time, in periods, zero or positive
   * @param costs the costs of a unit left over, and of a unit backordered, at the end of a period
   * @return the level and its cost
   */
  public static BaseStock of(PeriodDemand demand, double leadTimePeriods, MismatchCost costs) {
    LeadTime interval = LeadTime.fixed(leadTimePeriods).plus(1);
    return of(LeadTimeDemand.over(demand, interval).toNormal(), costs);
  }

  /**
   * Returns the level under Poisson demand.
   *
   * @param rate the mean demand of a period, positive
   * @param leadTimePeriods the lead time, in periods, zero or positive
   * @param costs the costs of a unit left over, and of a unit backordered, at the end of a period
   * @return the level and its cost
   */
  public static BaseStock ofPoisson(double rate, double leadTimePeriods, MismatchCost costs) {
    double interval = Numbers.notNegative("lead time", leadTimePeriods) + 1;
    return of(Poisson.of(rate * interval), costs);
  }

  /**
   * Returns the level under any demand.
   *
   * @param protection the law of the demand over the lead time and one period
   * @param costs the costs of a unit left over, and of a unit backordered, at the end of a period
   * @return the level and its cost
   */
  public static BaseStock of(Distribution protection, MismatchCost costs) {
    Newsvendor best = Newsvendor.of(protection, costs);
    return new BaseStock(best.units(), best.expectedCost());
  }
}
