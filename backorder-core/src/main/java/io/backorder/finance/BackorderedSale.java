package io.backorder.finance;

import static java.util.Objects.requireNonNull;

import io.backorder.statistics.Numbers;
import io.backorder.stock.Quantity;

/**
 * A sale of units that come later, as it is before its price is adjusted.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param goods what is sold
 * @param shipping what its shipment brings and costs
 * @param delayDays the promised delay in days, zero or positive
 */
public record BackorderedSale(Goods goods, Shipping shipping, int delayDays) {

  /** Rejects a negative delay, and several currencies. */
  public BackorderedSale {
    Money.requireCurrency(
        requireNonNull(shipping, "shipping").charged.currency(),
        requireNonNull(goods, "goods").price.currency());
    Numbers.atLeast("delay", delayDays, 0);
  }

  /**
   * Units that are sold.
   *
   * @param price what the customer pays for a unit
   * @param cost what a unit costs the shop
   * @param units how many
   */
  public record Goods(UnitPrice price, UnitPrice cost, Quantity units) {

    /** Rejects several currencies. */
    public Goods {
      Money.requireCurrency(
          requireNonNull(cost, "cost").currency(),
          requireNonNull(price, "price").currency());
      requireNonNull(units, "units");
    }

    /**
     * Returns what the customer pays for the units.
     *
     * @return the amount, rounded once
     */
    public Money worth() {
      return price.of(units);
    }
  }

  /**
   * What a shipment brings and costs.
   *
   * @param charged what the customer pays for it, zero or positive
   * @param cost what the shop pays for it, zero or positive
   */
  public record Shipping(Money charged, Money cost) {

    /** Rejects amounts below zero or of several currencies. */
    public Shipping {
      Money.requireNotNegative("shipping charged", charged);
      Money.requireNotNegative("shipping cost", cost);
      Money.requireCurrency(cost.currency(), charged.currency());
    }
  }

  /**
   * Returns the margin.
   *
   * @return what the customer pays less what the shop pays, for the goods and for their shipment; it may be
   *     below zero
   */
  public Money margin() {
    return goods
        .worth()
        .plus(shipping.charged)
        .minus(goods.cost.of(goods.units))
        .minus(shipping.cost);
  }
}
