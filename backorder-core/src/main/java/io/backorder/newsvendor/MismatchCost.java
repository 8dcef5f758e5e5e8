package io.backorder.newsvendor;

import io.backorder.statistics.Distribution;
import io.backorder.statistics.Numbers;

/**
 * What it costs to have a unit too many, and a unit too few. (Arrow, Harris and Marschak 1951.)
 *
 * @param overage the cost of a unit left over, positive
 * @param underage the cost of a unit short, positive
 */
public record MismatchCost(double overage, double underage) {

  /** Rejects costs that are not positive: what is free would be had without end, or not at all. */
  public MismatchCost {
    Numbers.positive("overage cost", overage);
    Numbers.positive("underage cost", underage);
  }

  /**
   * Returns the mismatch cost of the two costs.
   *
   * @param overage the cost of a unit left over, positive
   * @param underage the cost of a unit short, positive
   * @return the mismatch cost
   */
  public static MismatchCost of(double overage, double underage) {
    return new MismatchCost(overage, underage);
  }

  /**
   * Returns the critical ratio: the probability with which demand should be met in full, {@code underage /
   * (underage + overage)}.
   *
   * @return the ratio, in (0, 1)
   */
  public double criticalRatio() {
    return underage / (overage + underage);
  }

  /**
   * Returns the probability with which demand should not be met in full, {@code overage / (underage +
   * overage)}: one less the critical ratio, and known also where that is too close to one to be told from it.
   *
   * @return the ratio, in (0, 1)
   */
  public double shortageRatio() {
    return overage / (overage + underage);
  }

  /**
   * Returns the newsvendor's level: the least number that demand does not exceed with the probability of the
   * critical ratio. It is read off the smaller tail, so that it is right also where a unit short costs
   * billions of times what a unit left over does. (Arrow, Harris and Marschak 1951.)
   *
   * @param demand the law of demand
   * @return the level; a whole number where demand is
   * @throws io.backorder.refusal.InvalidValueException if the costs are so far apart that the smaller tail is
   *     below every positive number
   */
  public double level(Distribution demand) {
    return underage > overage
        ? demand.upperQuantile(Numbers.positive("shortage ratio", shortageRatio()))
        : demand.quantile(Numbers.positive("critical ratio", criticalRatio()));
  }

  /**
   * Returns what the mismatch of a stock with a demand costs on average: {@code overage E[(S - X)+] + underage
   * E[(X - S)+]}.
   *
   * @param demand the law of demand
   * @param stock the stock S, in units, finite
   * @return the cost
   */
  public double expected(Distribution demand, double stock) {
    return overage * demand.complementaryLoss(stock) + underage * demand.loss(stock);
  }
}
