package io.backorder.newsvendor;

import io.backorder.statistics.Distribution;
import io.backorder.statistics.Numbers;

/**
 * What a quantity bought for a season sells and earns, on average.
 *
 * <p>Lost are {@code E[(X - Q)+]} units and left over {@code E[(Q - X)+]}; sold is the mean demand less what is
 * lost. The profit is {@code r sold + (v - h) left over - c Q - p lost}; with certain demand it would be {@code
 * (r - c) E X}, and the difference is the cost of the mismatch. Demand that finds nothing is lost. (Cachon and
 * Terwiesch 2013, Matching Supply with Demand.)
 *
 * @param prices the prices
 * @param demand the law of demand, of positive mean
 * @param units the quantity Q, finite
 */
public record SeasonPlan(Prices prices, Distribution demand, double units) {

  /** Rejects a quantity that is not finite, or a demand of no mean. */
  public SeasonPlan {
    Numbers.finite("quantity", units);
    Numbers.positive("mean demand", demand.mean());
  }

  /**
   * Returns the plan that earns most.
   *
   * @param prices the prices
   * @param demand the law of demand, of positive mean
   * @return the plan
   */
  public static SeasonPlan best(Prices prices, Distribution demand) {
    return of(prices, demand, Newsvendor.of(demand, prices.mismatch()).units());
  }

  /**
   * Returns the plan of a given quantity.
   *
   * @param prices the prices
   * @param demand the law of demand, of positive mean
   * @param units the quantity, finite
   * @return the plan
   */
  public static SeasonPlan of(Prices prices, Distribution demand, double units) {
    return new SeasonPlan(prices, demand, units);
  }

  /**
   * Returns the units asked for and not there.
   *
   * @return the units
   */
  public double lostSales() {
    return demand.loss(units);
  }

  /**
   * Returns the units sold.
   *
   * @return the units
   */
  public double sales() {
    return demand.mean() - lostSales();
  }

  /**
   * Returns the units left over.
   *
   * @return the units
   */
  public double leftover() {
    return demand.complementaryLoss(units);
  }

  /**
   * Returns what the season earns.
   *
   * @return the profit
   */
  public double profit() {
    return maximumProfit() - mismatchCost();
  }

  /**
   * Returns what the season would earn if demand were known.
   *
   * @return the profit
   */
  public double maximumProfit() {
    return prices.margin() * demand.mean();
  }

  /**
   * Returns what not knowing demand costs.
   *
   * @return the cost
   */
  public double mismatchCost() {
    return prices.mismatch().expected(demand, units);
  }

  /**
   * Returns the part of demand that is served.
   *
   * @return the part
   */
  public double fillRate() {
    return sales() / demand.mean();
  }

  /**
   * Returns the probability that everyone is served.
   *
   * @return the probability
   */
  public double inStockProbability() {
    return demand.cdf(units);
  }
}
