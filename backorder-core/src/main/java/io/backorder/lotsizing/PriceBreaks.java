package io.backorder.lotsizing;

import io.backorder.statistics.Numbers;
import java.util.Arrays;

/**
 * Prices that fall with the quantity of an order. The quantity at which a price begins already has it. This
 * type is immutable and thread-safe.
 */
public final class PriceBreaks {

  private final double[] quantities;
  private final double[] unitCosts;

  private PriceBreaks(double[] quantities, double[] unitCosts) {
    this.quantities = quantities;
    this.unitCosts = unitCosts;
  }

  /**
   * Returns the prices.
   *
   * @param quantities the quantity from which each price holds, rising, the first zero or positive
   * @param unitCosts the price of a unit from each quantity on, positive and falling
   * @return the prices
   */
  public static PriceBreaks of(double[] quantities, double[] unitCosts) {
    Numbers.atLeast("number of prices", unitCosts.length, 1);
    if (quantities.length != unitCosts.length) {
      throw Numbers.refused(
          "number of quantities",
          "be the number of prices, " + unitCosts.length,
          quantities.length);
    }
    for (int i = 0; i < unitCosts.length; i++) {
      Numbers.positive("unit cost", unitCosts[i]);
      Numbers.notNegative("quantity", quantities[i]);
      if (i > 0) {
        Numbers.above("quantity", quantities[i], quantities[i - 1]);
        Numbers.above("price before", unitCosts[i - 1], unitCosts[i]);
      }
    }
    return new PriceBreaks(quantities.clone(), unitCosts.clone());
  }

  int count() {
    return unitCosts.length;
  }

  double from(int region) {
    return quantities[region];
  }

  /** Returns the quantity that begins the next region. */
  double to(int region) {
    return region + 1 < quantities.length ? quantities[region + 1] : Double.POSITIVE_INFINITY;
  }

  double unitCost(int region) {
    return unitCosts[region];
  }

  /** Returns what the units below a region cost more than they would at its price. */
  double surcharge(int region) {
    double sum = 0;
    for (int i = 1; i <= region; i++) {
      sum += (unitCosts[i - 1] - unitCosts[i]) * quantities[i];
    }
    return sum;
  }

  @Override
  public String toString() {
    return "PriceBreaks" + Arrays.toString(quantities) + Arrays.toString(unitCosts);
  }
}
