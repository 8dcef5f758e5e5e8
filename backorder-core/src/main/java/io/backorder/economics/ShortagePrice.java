package io.backorder.economics;

import io.backorder.planning.CycleServiceLevel;
import io.backorder.planning.SafetyStock;
import io.backorder.statistics.Normal;
import io.backorder.statistics.Numbers;

/**
 * The cost of a shortage at which a safety stock is just right, when lead-time demand is normal: {@code Q h /
 * (D P(shortage))} for a unit short, and {@code sqrt(2 pi) exp(k^2 / 2) h Q s / D} for a stockout whatever its
 * size, {@code k} being the safety stock in standard deviations {@code s}. (Silver, Pyke and Thomas 2017, the
 * policies B2 and B1.)
 *
 * @param perUnitShort the cost of a unit short
 * @param perStockout the cost of a cycle that ends short
 */
public record ShortagePrice(double perUnitShort, double perStockout) {

  private static final double SQRT_TWO_PI = 2.5066282746310002;

  /** Rejects prices that are not positive, or not finite. */
  public ShortagePrice {
    Numbers.positive("price of a unit short", perUnitShort);
    Numbers.positive("price of a stockout", perStockout);
  }

  /**
   * Returns the price that a safety stock implies.
   *
   * @param replenishment how the item is replenished, with a demand that varies
   * @param safetyStock the safety stock
   * @return the price; infinite where the stock is beyond any
   */
  public static ShortagePrice impliedBy(Replenishment replenishment, SafetyStock safetyStock) {
    double s = deviation(replenishment);
    double k = safetyStock.units() / s;
    double each = replenishment.holdingPerUnitSold();
    return new ShortagePrice(
        each / Normal.STANDARD.survival(k), SQRT_TWO_PI * Math.exp(k * k / 2) * each * s);
  }

  private static double deviation(Replenishment replenishment) {
    return Numbers.positive(
        "standard deviation of lead-time demand",
        replenishment.leadTimeDemand().standardDeviation());
  }

  /**
   * Returns the service level that is just right for a cost of a unit short: {@code 1 - Q h / (D B)}.
   *
   * @param replenishment how the item is replenished
   * @param perUnitShort the cost B of a unit short
   * @return the service level
   * @throws io.backorder.refusal.InvalidValueException if a unit short costs so little that no stock is best
   */
  public static CycleServiceLevel serviceLevel(Replenishment replenishment, double perUnitShort) {
    double least = replenishment.holdingPerUnitSold();
    Numbers.above("cost of a unit short", perUnitShort, least);
    return CycleServiceLevel.of(1 - least / perUnitShort);
  }

  /**
   * Returns the safety stock that is just right for a cost of a stockout: {@code k s} with {@code k = sqrt(2
   * ln(D B / (sqrt(2 pi) Q h s)))}.
   *
   * @param replenishment how the item is replenished, with a demand that varies
   * @param perStockout the cost B of a cycle that ends short
   * @return the safety stock
   * @throws io.backorder.refusal.InvalidValueException if a stockout costs so little that the formula has no
   *     solution: the least stock that is admitted is best then
   */
  public static SafetyStock safetyStock(Replenishment replenishment, double perStockout) {
    double s = deviation(replenishment);
    double least = SQRT_TWO_PI * replenishment.holdingPerUnitSold() * s;
    if (!(perStockout >= least && perStockout <= Double.MAX_VALUE)) {
      throw Numbers.refused("cost of a stockout", "be at least " + least, perStockout);
    }
    return new SafetyStock(s * Math.sqrt(2 * Math.log(perStockout / least)));
  }
}
