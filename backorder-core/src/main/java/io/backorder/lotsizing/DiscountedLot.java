package io.backorder.lotsizing;

import io.backorder.statistics.Numbers;

/**
 * The lot that makes a steady demand cheapest when the price falls with the quantity. Costs include the
 * goods; holding is interest on the price.
 *
 * @param units the size of the lot
 * @param region which price applies to the last unit, counted from 0
 * @param cost what goods, ordering and holding cost in a unit of time
 */
public record DiscountedLot(double units, int region, double cost) {

  /**
   * A steady demand and its costs but the price.
   *
   * @param rate the demand D of a unit of time, positive
   * @param fixedCost the cost K of placing an order, zero or positive
   * @param holdingRate the part i of the price that holding costs in a unit of time, positive
   */
  public record Demand(double rate, double fixedCost, double holdingRate) {

    /** Rejects numbers out of range. */
    public Demand {
      Numbers.positive("demand rate", rate);
      Numbers.notNegative("fixed cost", fixedCost);
      Numbers.positive("holding rate", holdingRate);
    }

    /** Returns the cost of a lot at a price, some of whose units cost more by a surcharge in all. */
    private double cost(double units, double unitCost, double surcharge) {
      double orders = units == 0 ? 0 : (fixedCost + surcharge) * rate / units;
      return unitCost * rate + orders + holdingRate * (surcharge + unitCost * units) / 2;
    }

    private double bestLot(double unitCost, double surcharge) {
      return Math.sqrt(2 * (fixedCost + surcharge) * rate / (holdingRate * unitCost));
    }
  }

  /**
   * Returns the lot when the price of a quantity applies to all its units.
   *
   * <p>At price {@code c} a lot {@code Q} costs {@code c D + K D / Q + i c Q / 2}. The best is the economic
   * quantity of a price that is admissible there, or a quantity at which a price begins. (Hadley and Whitin
   * 1963, chapter 2.)
   *
   * @param demand the demand
   * @param prices the prices
   * @return the lot
   */
  public static DiscountedLot allUnits(Demand demand, PriceBreaks prices) {
    DiscountedLot best = new DiscountedLot(0, 0, Double.POSITIVE_INFINITY);
    for (int region = 0; region < prices.count(); region++) {
      double price = prices.unitCost(region);
      double units = Math.max(prices.from(region), demand.bestLot(price, 0));
      if (units < prices.to(region)) {
        best = best.orCheaper(new DiscountedLot(units, region, demand.cost(units, price, 0)));
      }
    }
    return best;
  }

  /**
   * Returns the lot when each price applies to the units beyond its quantity alone.
   *
   * <p>With {@code R} what the units of the earlier prices cost more, a lot costs {@code c D + (K + R) D / Q +
   * i (R + c Q) / 2}, and is best at {@code sqrt(2 (K + R) D / (i c))} where that is admissible.
   *
   * @param demand the demand
   * @param prices the prices
   * @return the lot
   */
  public static DiscountedLot incremental(Demand demand, PriceBreaks prices) {
    DiscountedLot best = new DiscountedLot(0, 0, Double.POSITIVE_INFINITY);
    for (int region = 0; region < prices.count(); region++) {
      double price = prices.unitCost(region);
      double surcharge = prices.surcharge(region);
      double units = Math.max(prices.from(region), demand.bestLot(price, surcharge));
      if (units < prices.to(region)) {
        best =
            best.orCheaper(new DiscountedLot(units, region, demand.cost(units, price, surcharge)));
      }
    }
    return best;
  }

  private DiscountedLot orCheaper(DiscountedLot other) {
    return other.cost < cost ? other : this;
  }
}
