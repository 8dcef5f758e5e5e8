package io.backorder.lotsizing;

import io.backorder.statistics.Numbers;

/**
 * The quantity to order of a steady demand when another quantity is delivered than was ordered.
 *
 * @param units the quantity to order
 * @param cost what ordering and holding cost in a unit of time, on average
 */
public record UncertainYieldLot(double units, double cost) {

  /** Rejects a quantity that is beyond doubles. */
  public UncertainYieldLot {
    Numbers.finite("order quantity", units);
    Numbers.notNegative("cost", cost);
  }

  /**
   * What is delivered: its mean and standard deviation, as an amount or as a multiple of the order.
   *
   * @param mean the mean, finite
   * @param standardDeviation the standard deviation, zero or positive
   */
  public record Yield(double mean, double standardDeviation) {

    /** Rejects numbers out of range. */
    public Yield {
      Numbers.finite("mean yield", mean);
      Numbers.notNegative("standard deviation of the yield", standardDeviation);
    }

    private double variance() {
      return standardDeviation * standardDeviation;
    }
  }

  /**
   * Returns the quantity when the delivery is the order and a random amount {@code Y}: {@code Q = sqrt(2 K D /
   * h + Var Y) - E Y}, at a cost of {@code (2 K D + h Var Y) / (2 (Q + E Y)) + h (Q + E Y) / 2}. (Snyder and
   * Shen 2019, section 9.3.)
   *
   * @param costs the costs
   * @param demandRate the demand D of a unit of time, positive
   * @param added the amount Y, below zero for a loss
   * @return the quantity
   */
  public static UncertainYieldLot additive(LotCosts costs, double demandRate, Yield added) {
    double twice = 2 * costs.fixed() * Numbers.positive("demand rate", demandRate);
    double delivered = Math.sqrt(twice / costs.holding() + added.variance());
    return new UncertainYieldLot(delivered - added.mean, costs.holding() * delivered);
  }

  /**
   * Returns the quantity when the delivery is a random multiple {@code Z} of the order: {@code Q = sqrt(2 K D /
   * (h (Var Z + (E Z)^2)))}, at a cost of {@code K D / (Q E Z) + h Q (Var Z + (E Z)^2) / (2 E Z)}. (Snyder and
   * Shen 2019, section 9.3.)
   *
   * @param costs the costs
   * @param demandRate the demand D of a unit of time, positive
   * @param multiple the multiple Z, of positive mean
   * @return the quantity
   */
  public static UncertainYieldLot multiplicative(
      LotCosts costs, double demandRate, Yield multiple) {
    double mean = Numbers.positive("mean yield", multiple.mean);
    double square = multiple.variance() + mean * mean;
    double twice = 2 * costs.fixed() * Numbers.positive("demand rate", demandRate);
    double units = Math.sqrt(twice / (costs.holding() * square));
    return new UncertainYieldLot(units, Math.sqrt(twice * costs.holding() * square) / mean);
  }
}
