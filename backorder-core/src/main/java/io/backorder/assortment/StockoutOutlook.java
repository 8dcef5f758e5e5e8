package io.backorder.assortment;

import static java.util.Objects.requireNonNull;

import io.backorder.forecast.DemandShape;
import io.backorder.forecast.Forecast;
import io.backorder.forecast.HorizonDemand;
import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * How likely an item is to run short, period by period, from a forecast and the units that will be there.
 *
 * <p>Being short <i>at the end</i> of a period is demand up to then above the units up to then. Being short
 * <i>by</i> a period is having been so at the end of it or of an earlier one: the probability never falls.
 * As demand is not negative and units only arrive, it is enough to look just before each arrival. Between
 * those points demand is taken as independent, with the variance by which that of the total grows, and its
 * distribution is laid out on at most 1024 cells from zero to the units that are there before the
 * arrival: a demand in whole units against fewer units than that is exact, and nothing that arrives later
 * changes an earlier answer.
 *
 * <p>This type is immutable and thread-safe.
 */
public final class StockoutOutlook {

  private final double[] atEnd;
  private final double[] by;
  private final double[] expectedShort;

  private StockoutOutlook(double[] atEnd, double[] by, double[] expectedShort) {
    this.atEnd = atEnd;
    this.by = by;
    this.expectedShort = expectedShort;
  }

  /**
   * Returns the outlook over the horizon of a forecast, with demand in whole units that may come in batches.
   *
   * @param forecast the forecast
   * @param plan the units that will be there
   * @return the outlook
   */
  public static StockoutOutlook of(Forecast forecast, StockPlan plan) {
    return of(forecast, plan, DemandShape.NEGATIVE_BINOMIAL);
  }

  /**
   * Returns the outlook over the horizon of a forecast.
   *
   * @param forecast the forecast; means below zero count as zero
   * @param plan the units that will be there
   * @param shape the shape of demand
   * @return the outlook
   */
  public static StockoutOutlook of(Forecast forecast, StockPlan plan, DemandShape shape) {
    requireNonNull(plan, "plan");
    requireNonNull(shape, "shape");
    Forecast demand = forecast.notNegative();
    int horizon = demand.horizon();
    double[] atEnd = new double[horizon];
    double[] expectedShort = new double[horizon];
    for (int period = 1; period <= horizon; period++) {
      HorizonDemand total = demand.total(period);
      double units = plan.unitsUntil(period);
      atEnd[period - 1] = total.probabilityAbove(shape, units);
      expectedShort[period - 1] = total.expectedAbove(shape, units);
    }
    return new StockoutOutlook(atEnd, by(demand, plan, shape, atEnd), expectedShort);
  }

  private static double[] by(Forecast demand, StockPlan plan, DemandShape shape, double[] atEnd) {
    double[] by = new double[atEnd.length];
    SurvivingDemand survival = new SurvivingDemand(shape);
    boolean arrived = false;
    double highest = 0;
    for (int period = 1; period <= by.length; period++) {
      double found =
          arrived ? survival.shortBy(demand, period, plan.unitsUntil(period)) : atEnd[period - 1];
      // rounding must not let a probability fall, nor below that of the period itself
      highest = Math.min(1, Math.max(highest, Math.max(found, atEnd[period - 1])));
      by[period - 1] = highest;
      if (plan.growsAfter(period)) {
        survival.passed(demand, period, plan.unitsUntil(period));
        arrived = true;
      }
    }
    return by;
  }

  /**
   * Returns the number of periods.
   *
   * @return the number, at least 1
   */
  public int horizon() {
    return atEnd.length;
  }

  /**
   * Returns the probability that units are owed at the end of a period.
   *
   * @param period the period, from 1 to the horizon
   * @return the probability
   * @throws InvalidValueException if the period is beyond the horizon
   */
  public double probabilityAtEndOf(int period) {
    return atEnd[index(period)];
  }

  /**
   * Returns the probability of a stockout at the end of a period or before.
   *
   * @param period the period, from 1 to the horizon
   * @return the probability, which never falls from period to period
   * @throws InvalidValueException if the period is beyond the horizon
   */
  public double probabilityBy(int period) {
    return by[index(period)];
  }

  /**
   * Returns how many units are expected to be owed at the end of a period.
   *
   * @param period the period, from 1 to the horizon
   * @return the mean number of units
   * @throws InvalidValueException if the period is beyond the horizon
   */
  public double expectedShortAtEndOf(int period) {
    return expectedShort[index(period)];
  }

  private int index(int period) {
    return Numbers.between("period", period, 1, horizon()) - 1;
  }

  /**
   * Returns the first period by which a stockout has at least a given probability.
   *
   * @param probability the probability, above 0 and below 1
   * @return the period, from 1; empty if it is not reached within the horizon
   * @throws InvalidValueException if the probability is out of range
   */
  public OptionalInt firstPeriodWith(double probability) {
    Numbers.openProbability("probability", probability);
    for (int period = 1; period <= by.length; period++) {
      if (by[period - 1] >= probability) {
        return OptionalInt.of(period);
      }
    }
    return OptionalInt.empty();
  }

  @Override
  public String toString() {
    return "stockout by period " + Arrays.toString(by);
  }
}
