package io.backorder.lotsizing;

import io.backorder.statistics.Numbers;
import java.util.Arrays;

/**
 * What it costs, period by period, to order, to buy and to hold. This type is immutable and thread-safe.
 */
public final class PeriodCosts {

  private static final int MOST_PERIODS = 1 << 24;

  private final double[] fixed;
  private final double[] holding;
  private final double[] unit;

  private PeriodCosts(double[] fixed, double[] holding, double[] unit) {
    this.fixed = fixed;
    this.holding = holding;
    this.unit = unit;
  }

  /**
   * Returns costs that change from period to period. The three lists are equally long.
   *
   * @param fixed the cost of placing an order in each period, zero or positive
   * @param holding the cost of carrying a unit from each period to the next, zero or positive
   * @param unit the price of a unit in each period, finite
   * @return the costs
   */
  public static PeriodCosts of(double[] fixed, double[] holding, double[] unit) {
    if (fixed.length != holding.length || fixed.length != unit.length) {
      throw Numbers.refused(
          "numbers of costs", "be equal", Arrays.asList(fixed.length, holding.length, unit.length));
    }
    for (int t = 0; t < fixed.length; t++) {
      Numbers.notNegative("fixed cost", fixed[t]);
      Numbers.notNegative("holding cost", holding[t]);
      Numbers.finite("unit cost", unit[t]);
    }
    return new PeriodCosts(fixed.clone(), holding.clone(), unit.clone());
  }

  /**
   * Returns costs that are the same in every period, the goods costing nothing.
   *
   * @param periods the number of periods, zero or more
   * @param fixed the cost of placing an order, zero or positive
   * @param holding the cost of carrying a unit to the next period, zero or positive
   * @return the costs
   */
  public static PeriodCosts constant(int periods, double fixed, double holding) {
    double[] fixedCosts =
        new double[Numbers.between("number of periods", periods, 0, MOST_PERIODS)];
    double[] holdingCosts = new double[periods];
    Arrays.fill(fixedCosts, fixed);
    Arrays.fill(holdingCosts, holding);
    return of(fixedCosts, holdingCosts, new double[periods]);
  }

  int periods() {
    return fixed.length;
  }

  double fixed(int period) {
    return fixed[period];
  }

  double holding(int period) {
    return holding[period];
  }

  double unit(int period) {
    return unit[period];
  }

  @Override
  public String toString() {
    return "PeriodCosts[" + fixed.length + " periods]";
  }
}
