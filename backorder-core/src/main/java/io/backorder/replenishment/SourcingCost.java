package io.backorder.replenishment;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;
import static java.util.Objects.requireNonNull;

import io.backorder.lotsizing.EconomicOrderQuantity;
import io.backorder.lotsizing.LotCosts;
import io.backorder.planning.CycleServiceLevel;
import io.backorder.planning.LeadTimeDemand;
import io.backorder.planning.PeriodDemand;
import io.backorder.planning.SafetyStock;
import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import io.backorder.stock.Quantity;
import java.util.List;

/**
 * What it costs a day to buy an item from one supplier for good, at a given service level.
 *
 * <p>The lot is the economic one, or the cheaper of its neighbours that the supplier delivers. A supplier who
 * is late or erratic costs safety stock: {@code z} standard deviations of the demand over his lead time. (Chopra
 * and Meindl 2016.)
 *
 * @param offer the supplier's terms
 * @param lot the units of an order
 * @param safetyStock the units held against his lead time and the demand in it; negative for a service level
 *     below one half
 * @param perDay what it costs
 */
public record SourcingCost(SupplierOffer offer, Quantity lot, double safetyStock, Costs perDay) {

  /** Rejects missing parts. */
  public SourcingCost {
    requireNonNull(offer, "offer");
    requireNonNull(lot, "lot");
    requireNonNull(perDay, "perDay");
    Numbers.finite("safety stock", safetyStock);
  }

  /**
   * What is spent a day.
   *
   * @param purchase on the goods
   * @param ordering on orders
   * @param holding on stock: half a lot and the safety stock, if that is positive
   */
  public record Costs(double purchase, double ordering, double holding) {

    /** Rejects costs that are negative or not finite. */
    public Costs {
      Numbers.notNegative("purchase", purchase);
      Numbers.notNegative("ordering", ordering);
      Numbers.notNegative("holding", holding);
    }

    /**
     * Returns the sum.
     *
     * @return the cost of a day
     */
    public double total() {
      return purchase + ordering + holding;
    }
  }

  /**
   * What is bought.
   *
   * @param perDay the demand of a day, of positive mean
   * @param holdingRate what it costs to hold stock worth one unit of money for a day, positive
   * @param target the service level of a cycle
   */
  public record Need(PeriodDemand perDay, double holdingRate, CycleServiceLevel target) {

    /** Rejects figures out of range. */
    public Need {
      Numbers.positive("mean demand", perDay.mean());
      Numbers.positive("holding rate", holdingRate);
      requireNonNull(target, "target");
    }
  }

  /**
   * Returns the cost of one supplier.
   *
   * @param need what is bought
   * @param offer his terms, with a price of a unit above zero
   * @return the cost
   * @throws InvalidValueException if the price is zero, so that holding would cost nothing
   */
  public static SourcingCost of(Need need, SupplierOffer offer) {
    double holding = need.holdingRate * Numbers.positive("price", offer.price().unit());
    LeadTimeDemand demand = LeadTimeDemand.over(need.perDay, offer.reliability().withRepeats());
    double safety = SafetyStock.of(demand, need.target).units();
    Quantity lot = lot(need, offer, holding);
    double units = lot.units();
    Costs perDay = new Costs(
        need.perDay.mean() * offer.price().unit(),
        offer.price().order() * need.perDay.mean() / units,
        holding * (units / 2 + Math.max(0, safety)));
    return new SourcingCost(offer, lot, safety, perDay);
  }

  /** The cost of a lot is convex, so that one of the two neighbours of the best is the best admitted. */
  private static Quantity lot(Need need, SupplierOffer offer, double holding) {
    double order = offer.price().order();
    OrderSizes sizes = offer.sizes();
    if (order == 0) {
      return sizes.smallest();
    }
    double rate = need.perDay.mean();
    double best = EconomicOrderQuantity.of(LotCosts.of(order, holding), rate).units();
    long whole = (long) Math.ceil(Math.min(best, PurchaseSplit.MOST_UNITS));
    Quantity above = sizes.covering(Quantity.of(Math.max(1, whole)));
    Quantity below = Quantity.of(
        Math.max(sizes.smallest().units(), above.units() - sizes.pack().units()));
    return cost(rate, order, holding, below) < cost(rate, order, holding, above) ? below : above;
  }

  private static double cost(double rate, double order, double holding, Quantity lot) {
    return order * rate / lot.units() + holding * lot.units() / 2;
  }

  /**
   * Ranks suppliers, the cheapest first; among equals by their number.
   *
   * @param need what is bought
   * @param offers the suppliers' terms
   * @return the costs
   * @throws InvalidValueException if a price is zero
   */
  public static List<SourcingCost> ranked(Need need, List<SupplierOffer> offers) {
    return offers.stream()
        .map(offer -> of(need, offer))
        .sorted(comparingDouble((SourcingCost cost) -> cost.perDay.total())
            .thenComparing(comparing(cost -> cost.offer.supplier())))
        .toList();
  }
}
