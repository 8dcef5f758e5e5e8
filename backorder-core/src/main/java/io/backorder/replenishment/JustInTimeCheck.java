package io.backorder.replenishment;

import io.backorder.planning.CycleServiceLevel;
import io.backorder.planning.LeadTime;
import io.backorder.planning.LeadTimeDemand;
import io.backorder.planning.PeriodDemand;
import io.backorder.planning.ReorderPoint;
import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import java.util.OptionalDouble;

/**
 * Whether a plan with little stock holds, and what spread of the lead time would break it, under normal demand.
 *
 * <p>With demand {@code d}, {@code s} a period, lead time {@code L}, {@code t} and reorder point {@code r},
 * demand over the lead time has mean {@code d L} and variance {@code L s^2 + d^2 t^2}. The plan holds as long
 * as {@code r >= d L + z sqrt(L s^2 + d^2 t^2)}, {@code z} being the normal quantile of the service level; so
 * it breaks above {@code t = sqrt(((r - d L) / z)^2 - L s^2) / d}. (An identity: the moments of Hadley and Whitin 1963,
 * solved for the spread.)
 *
 * @param cycleServiceLevel the probability that a cycle ends without a shortage, as things are
 * @param breakingSpread the standard deviation of the lead time, in periods, above which the target is missed;
 *     0 if it is missed without any spread; empty if no spread breaks it, as where nothing is asked for or the
 *     target is at most one half
 * @param breakingDelay by how many periods every delivery may be later before the target is missed, with the
 *     spread as it is; 0 if it is missed already; empty where nothing is asked for, and where a delay of
 *     1e9 periods breaks nothing
 */
public record JustInTimeCheck(
    double cycleServiceLevel, OptionalDouble breakingSpread, OptionalDouble breakingDelay) {

  private static final double LONGEST = 1e9;

  private static final int HALVINGS = 60;

  /** Rejects a probability out of range. */
  public JustInTimeCheck {
    Numbers.probability("cycle service level", cycleServiceLevel);
  }

  /**
   * A plan.
   *
   * @param demand the demand of a period
   * @param leadTime the lead time, in periods, with its spread as it is
   * @param reorderPoint the position at which the next order goes out
   */
  public record Plan(PeriodDemand demand, LeadTime leadTime, ReorderPoint reorderPoint) {

    private LeadTimeDemand overLeadTime(double later) {
      return LeadTimeDemand.over(demand, leadTime.plus(later));
    }

    private double servedAfter(double later) {
      LeadTimeDemand over = overLeadTime(later);
      double cover = reorderPoint.units() - over.mean();
      if (over.standardDeviation() == 0) {
        return cover >= 0 ? 1 : 0;
      }
      return over.toNormal().cdf(reorderPoint.units());
    }
  }

  /**
   * Checks a plan.
   *
   * @param plan the plan
   * @param target the service level that it is to keep
   * @return the check
   * @throws InvalidValueException if a figure is so large that the answer is not finite
   */
  public static JustInTimeCheck of(Plan plan, CycleServiceLevel target) {
    return new JustInTimeCheck(plan.servedAfter(0), spread(plan, target), delay(plan, target));
  }

  private static OptionalDouble spread(Plan plan, CycleServiceLevel target) {
    double d = plan.demand.mean();
    double cover = plan.reorderPoint.units() - d * plan.leadTime.mean();
    double z = target.normalQuantile();
    double within = plan.leadTime.mean() * plan.demand.variance();
    if (cover < z * Math.sqrt(within)) {
      return OptionalDouble.of(0);
    }
    if (z <= 0 || d == 0) {
      return OptionalDouble.empty();
    }
    double variance = cover / z * (cover / z) - within;
    return OptionalDouble.of(Numbers.finite("spread", Math.sqrt(Math.max(0, variance)) / d));
  }

  private static OptionalDouble delay(Plan plan, CycleServiceLevel target) {
    double p = target.probability();
    if (plan.demand.mean() == 0) {
      return OptionalDouble.empty();
    }
    if (plan.servedAfter(0) < p) {
      return OptionalDouble.of(0);
    }
    double low = 0;
    double high = 1;
    while (plan.servedAfter(high) >= p && high < LONGEST) {
      low = high;
      high *= 2;
    }
    if (high >= LONGEST) {
      return OptionalDouble.empty();
    }
    for (int i = 0; i < HALVINGS; i++) {
      double middle = low + (high - low) / 2;
      if (plan.servedAfter(middle) >= p) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return OptionalDouble.of(low);
  }
}
