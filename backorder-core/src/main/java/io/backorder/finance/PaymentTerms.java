package io.backorder.finance;

import static java.util.Objects.requireNonNull;

import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import io.backorder.storefront.BackorderTerms;
import java.math.BigDecimal;

/**
 * How much of the price of a unit is due when: a part when it is ordered, a part when it is filled from
 * stock, and the rest when it is shipped. A customer who cancels may have to leave a part of what is
 * refunded; one who refuses a new date, or sends goods back, gets all of it.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param atOrder what is due when a unit is ordered: the deposit
 * @param atFill what is due when a unit is reserved from stock
 * @param keptPercent the percentage of a refund that is kept if the customer cancels, in [0, 100]
 */
public record PaymentTerms(Portion atOrder, Portion atFill, BigDecimal keptPercent) {

  /** Rejects percentages out of range, and such as are more than the whole together. */
  public PaymentTerms {
    requireNonNull(atOrder, "atOrder");
    requireNonNull(atFill, "atFill");
    Percent.part("percentage kept on cancellation", requireNonNull(keptPercent, "keptPercent"));
    if (atOrder instanceof Percentage order && atFill instanceof Percentage fill) {
      Percent.part("percentages at order and at fill together", order.percent.add(fill.percent));
    }
  }

  /** A part of the price of a unit. */
  public sealed interface Portion {

    /**
     * Returns the part, exactly.
     *
     * @param price the price of a unit
     * @return the part, in the price's currency
     * @throws InvalidValueException with {@code CURRENCY_MISMATCH} if the part is in another currency
     */
    BigDecimal of(UnitPrice price);
  }

  /**
   * A part of the price, as a percentage.
   *
   * @param percent the percentage, in [0, 100]
   */
  public record Percentage(BigDecimal percent) implements Portion {

    /** Rejects a percentage out of range. */
    public Percentage {
      Percent.part("percentage of the price", percent);
    }

    @Override
    public BigDecimal of(UnitPrice price) {
      return Percent.of(percent, price.amount());
    }
  }

  /**
   * A part of the price, as an amount.
   *
   * @param amount the amount for one unit; {@link UnitPrice#spread} makes it from that of a line
   */
  public record PerUnit(UnitPrice amount) implements Portion {

    /** Rejects a missing amount. */
    public PerUnit {
      requireNonNull(amount, "amount");
    }

    @Override
    public BigDecimal of(UnitPrice price) {
      Money.requireCurrency(amount.currency(), price.currency());
      return amount.amount();
    }
  }

  /**
   * Returns what a shop has agreed to, as it also stands in the text that a customer reads.
   *
   * @param terms the terms of a backorder
   * @return the parts that are due when units are ordered and filled, and the rest at shipment, which is all
   *     where none is agreed; what is kept if the customer cancels
   */
  public static PaymentTerms of(BackorderTerms terms) {
    return percentages(
            requireNonNull(terms, "terms").deposit().orElse(BigDecimal.ZERO),
            terms.dueAtFill().orElse(BigDecimal.ZERO))
        .keeping(terms.keptOnCancellation().orElse(BigDecimal.ZERO));
  }

  /**
   * Returns terms by which percentages of the price are due, and the rest at shipment.
   *
   * @param atOrder the percentage due when a unit is ordered, in [0, 100]
   * @param atFill the percentage due when a unit is filled, in [0, 100]; both together at most 100
   * @return the terms, by which nothing is kept on cancellation
   * @throws InvalidValueException with {@code INVALID_NUMBER} if a percentage, or their sum, is out of range
   */
  public static PaymentTerms percentages(BigDecimal atOrder, BigDecimal atFill) {
    return new PaymentTerms(
        new Percentage(requireNonNull(atOrder, "atOrder")),
        new Percentage(requireNonNull(atFill, "atFill")),
        BigDecimal.ZERO);
  }

  /**
   * Returns terms by which amounts are due for each unit, and the rest of its price at shipment.
   *
   * @param atOrder the amount due when a unit is ordered
   * @param atFill the amount due when a unit is filled; both together at most the price
   * @return the terms, by which nothing is kept on cancellation
   */
  public static PaymentTerms amounts(UnitPrice atOrder, UnitPrice atFill) {
    return new PaymentTerms(
        new PerUnit(requireNonNull(atOrder, "atOrder")),
        new PerUnit(requireNonNull(atFill, "atFill")),
        BigDecimal.ZERO);
  }

  /**
   * Returns the terms of a pre-payment: all is due with the order.
   *
   * @return the terms
   */
  public static PaymentTerms prepaid() {
    return percentages(Percent.ALL, BigDecimal.ZERO);
  }

  /**
   * Returns the terms by which all is due when units are filled.
   *
   * @return the terms
   */
  public static PaymentTerms paidAtFill() {
    return percentages(BigDecimal.ZERO, Percent.ALL);
  }

  /**
   * Returns the terms by which all is due when units are shipped.
   *
   * @return the terms
   */
  public static PaymentTerms paidAtShipment() {
    return percentages(BigDecimal.ZERO, BigDecimal.ZERO);
  }

  /**
   * Returns these terms with a part that is kept if the customer cancels.
   *
   * @param percent the percentage of the refund, in [0, 100]
   * @return the terms
   * @throws InvalidValueException with {@code INVALID_NUMBER} if it is out of range
   */
  public PaymentTerms keeping(BigDecimal percent) {
    return new PaymentTerms(atOrder, atFill, requireNonNull(percent, "percent"));
  }

  /**
   * Returns what is kept of a refund, rounded once, half-even.
   *
   * @param refund what is to be refunded
   * @return what the customer who cancels does not get back
   */
  public Money kept(Money refund) {
    return Money.rounded(
        Percent.of(keptPercent, requireNonNull(refund, "refund").amount()), refund.currency());
  }

  /** Returns the rest of the price, which is due at shipment. */
  BigDecimal atShipment(UnitPrice price) {
    BigDecimal rest = price.amount().subtract(atOrder.of(price)).subtract(atFill.of(price));
    if (rest.signum() < 0) {
      throw Numbers.refused(
          "what is due before shipment",
          "be at most the price " + price,
          price.amount().subtract(rest).toPlainString());
    }
    return rest;
  }
}
