package io.backorder.lotsizing;

import io.backorder.statistics.Numbers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * The lot that makes a steady demand cheapest when the price falls with the quantity. Costs include the
 * goods; holding is interest on the price. (Hadley and Whitin 1963, chapter 2.)
 *
 * @param units the size of the lot
 * @param region which price applies to the last unit, counted from 0
 * @param cost what goods, ordering and holding cost in a unit of time
 */
public record DiscountedLot(double units, int region, double cost) {

  /** Rejects what is not finite. */
  public DiscountedLot {
    Numbers.notNegative("units", units);
    Numbers.atLeast("region", region, 0);
    Numbers.notNegative("cost", cost);
  }

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
      double units = Math.sqrt(2 * (fixedCost + surcharge) * rate / (holdingRate * unitCost));
      return Numbers.notNegative("order quantity", units);
    }
  }

  /**
   * Returns the lot when the price of a quantity applies to all its units.
   *
   * <p>At price {@code c} a lot {@code Q} costs {@code c D + K D / Q + i c Q / 2}. The best is the economic
   * quantity of a price that is admissible there, or a quantity at which a price begins.
   *
   * @param demand the demand
   * @param prices the prices
   * @return the lot
   */
  public static DiscountedLot allUnits(Demand demand, PriceBreaks prices) {
    return cheapest(demand, prices, region -> 0);
  }

  private static DiscountedLot cheapest(
      Demand demand, PriceBreaks prices, IntToDoubleFunction surcharges) {
    List<DiscountedLot> admissible = new ArrayList<>();
    for (int region = 0; region < prices.count(); region++) {
      double price = prices.unitCost(region);
      double surcharge = surcharges.applyAsDouble(region);
      double units = Math.max(prices.from(region), demand.bestLot(price, surcharge));
      if (units < prices.to(region)) {
        admissible.add(new DiscountedLot(units, region, demand.cost(units, price, surcharge)));
      }
    }
    return Collections.min(admissible, Comparator.comparingDouble(DiscountedLot::cost));
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
    return cheapest(demand, prices, prices::surcharge);
  }
}
