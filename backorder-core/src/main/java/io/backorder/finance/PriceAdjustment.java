package io.backorder.finance;

import static java.util.Objects.requireNonNull;

import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import io.backorder.storefront.BackorderTerms;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * A rule for what is charged for units that come later: a premium for rare ones, a discount for patience,
 * shipment for nothing, a credit on the next order.
 *
 * <p>An implementation of the host's own answers from the sale alone, and the same for the same sale. Those
 * made here are immutable and thread-safe.
 */
@FunctionalInterface
public interface PriceAdjustment {

  /**
   * Returns what changes for a sale.
   *
   * @param sale the sale as it is without the rule
   * @return the change, in the sale's currency
   */
  Change of(BackorderedSale sale);

  /**
   * What a rule changes, for the whole sale.
   *
   * @param price what the goods cost the customer more, or less if it is below zero
   * @param shippingWaived what the customer need not pay for the shipment, zero or positive
   * @param credit what the shop expects to pay for a credit that it grants, zero or positive
   */
  record Change(Money price, Money shippingWaived, Money credit) {

    /** Rejects amounts below zero or of several currencies. */
    public Change {
      Currency currency = requireNonNull(price, "price").currency();
      Money.requireNotNegative("shipping waived", requireNonNull(shippingWaived, "shippingWaived"));
      Money.requireNotNegative("credit", credit);
      Money.requireCurrency(shippingWaived.currency(), currency);
      Money.requireCurrency(credit.currency(), currency);
    }

    private static Change ofPrice(BackorderedSale sale, BigDecimal percent) {
      Money worth = sale.goods().worth();
      Money zero = Money.zero(worth.currency());
      BigDecimal change = Percent.of(percent, worth.amount());
      return new Change(Money.rounded(change, worth.currency()), zero, zero);
    }

    private Change plus(Change other) {
      return new Change(
          price.plus(other.price),
          shippingWaived.plus(other.shippingWaived),
          credit.plus(other.credit));
    }
  }

  /**
   * Returns the rule that changes nothing.
   *
   * @return the rule
   */
  static PriceAdjustment none() {
    return sale -> Change.ofPrice(sale, BigDecimal.ZERO);
  }

  /**
   * Returns the rule that a shop has agreed to, as it also stands in the text that a customer reads.
   *
   * @param terms the terms of a backorder
   * @return the rule by which its price differs; one that changes nothing where none is agreed
   */
  static PriceAdjustment of(BackorderTerms terms) {
    BigDecimal percent = requireNonNull(terms, "terms").priceAdjustment().orElse(BigDecimal.ZERO);
    return sale -> Change.ofPrice(sale, percent);
  }

  /**
   * Returns a rule that raises the price.
   *
   * @param percent by how many percent, zero or positive
   * @return the rule
   * @throws InvalidValueException with {@code INVALID_NUMBER} if it is negative
   */
  static PriceAdjustment premium(BigDecimal percent) {
    Percent.notNegative("premium", percent);
    return sale -> Change.ofPrice(sale, percent);
  }

  /**
   * Returns a rule that lowers the price.
   *
   * @param percent by how many percent, in [0, 100]
   * @return the rule
   * @throws InvalidValueException with {@code INVALID_NUMBER} if it is out of range
   */
  static PriceAdjustment discount(BigDecimal percent) {
    Percent.part("discount", percent);
    return sale -> Change.ofPrice(sale, percent.negate());
  }

  /**
   * Returns a rule that lowers the price with every day of the delay.
   *
   * @param percentPerDay by how many percent a day, in [0, 100]
   * @param most by how many percent at most, in [0, 100]
   * @return the rule
   * @throws InvalidValueException with {@code INVALID_NUMBER} if a percentage is out of range
   */
  static PriceAdjustment discountPerDay(BigDecimal percentPerDay, BigDecimal most) {
    Percent.part("discount of a day", percentPerDay);
    Percent.part("largest discount", most);
    return sale -> Change.ofPrice(
        sale,
        percentPerDay.multiply(BigDecimal.valueOf(sale.delayDays())).min(most).negate());
  }

  /**
   * Returns a rule by which the customer pays nothing for the shipment.
   *
   * @return the rule
   */
  static PriceAdjustment freeShipping() {
    return sale -> {
      Money charged = sale.shipping().charged();
      Money zero = Money.zero(charged.currency());
      return new Change(zero, charged, zero);
    };
  }

  /**
   * Returns a rule that grants a credit on a later order, of which a part is never used.
   *
   * @param amount the credit, zero or positive
   * @param usedPercent how many percent of such credits are used, in [0, 100]
   * @return the rule
   * @throws InvalidValueException with {@code INVALID_NUMBER} if a number is out of range
   */
  static PriceAdjustment credit(Money amount, BigDecimal usedPercent) {
    Money.requireNotNegative("credit", amount);
    Percent.part("percentage of credits used", usedPercent);
    Money zero = Money.zero(amount.currency());
    Money used = Money.rounded(Percent.of(usedPercent, amount.amount()), amount.currency());
    return sale -> new Change(zero, zero, used);
  }

  /**
   * Returns the rule that changes what this and another one change, each on the sale as it is without either.
   *
   * @param other the other rule
   * @return the rule
   */
  default PriceAdjustment and(PriceAdjustment other) {
    requireNonNull(other, "other");
    return sale -> of(sale).plus(other.of(sale));
  }

  /** Returns the change of a sale, if the customer pays nothing below zero for it. */
  private Change checked(BackorderedSale sale) {
    Change change = requireNonNull(of(sale), "change");
    Money price = sale.goods().worth().plus(change.price);
    if (price.signum() < 0) {
      throw Numbers.refused("price after adjustment", "be zero or positive", price);
    }
    if (change.shippingWaived.compareTo(sale.shipping().charged()) > 0) {
      throw Numbers.refused(
          "shipping waived",
          "be at most what is charged, " + sale.shipping().charged(),
          change.shippingWaived);
    }
    return change;
  }

  /**
   * Returns what this rule does to the margin of a sale.
   *
   * @param sale the sale as it is without the rule
   * @return the effect
   * @throws InvalidValueException with {@code INVALID_NUMBER} if the customer would pay less than nothing,
   *     with {@code CURRENCY_MISMATCH} if the change is in another currency
   */
  default MarginEffect on(BackorderedSale sale) {
    return MarginEffect.of(requireNonNull(sale, "sale").margin(), checked(sale));
  }
}
