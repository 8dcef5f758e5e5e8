package io.backorder.finance;

import static java.util.Objects.requireNonNull;

import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Currency;
import java.util.List;

/**
 * What it costs on average to let a customer wait: {@code a + w E(days waited) + F(t) (m + g)} for a delay
 * {@code t}, {@code a} being the cost of a backorder however long, {@code w} that of a day of waiting,
 * {@code m} the margin and {@code g} the goodwill that are lost if the customer gives up, {@code F} the curve
 * of giving up.
 *
 * <p>A longer delay never costs less. {@link io.backorder.economics.ShortageChoice} is the same for a part of
 * customers who cancel whatever the wait, and who cost neither {@code a} nor {@code w}; if nobody cancels,
 * the two agree. The sum is computed to 34 digits and rounded once, half-even; the three parts are that sum,
 * split.
 *
 * @param cancelled the chance that the customer has given up, in [0, 1]
 * @param margin the margin lost by that
 * @param goodwill the goodwill lost by that
 * @param waiting what the backorder and its days cost
 */
public record WaitingCost(double cancelled, Money margin, Money goodwill, Money waiting) {

  private static final MathContext DIGITS = MathContext.DECIMAL128;

  /** Rejects what is no chance, and missing amounts. */
  public WaitingCost {
    Numbers.probability("chance of giving up", cancelled);
    requireNonNull(margin, "margin");
    requireNonNull(goodwill, "goodwill");
    requireNonNull(waiting, "waiting");
  }

  /**
   * What is at stake while a customer waits, for all the units that are meant.
   *
   * @param margin the margin lost if the customer gives up, zero or positive
   * @param goodwill what else is lost then: what the customer would have bought later, zero or positive
   * @param perDay what a day of waiting costs: goodwill, questions, zero or positive
   * @param fixed what a backorder costs however long, such as its notices, zero or positive
   */
  public record Stakes(Money margin, Money goodwill, Money perDay, Money fixed) {

    /** Rejects amounts below zero or of several currencies. */
    public Stakes {
      Money.requireNotNegative("margin", margin);
      Money.requireNotNegative("goodwill", goodwill);
      Money.requireNotNegative("cost of a day", requireNonNull(perDay, "perDay"));
      Money.requireNotNegative("cost of a backorder", requireNonNull(fixed, "fixed"));
      for (Money each : List.of(goodwill, perDay, fixed)) {
        Money.requireCurrency(each.currency(), margin.currency());
      }
    }

    /**
     * Returns what it costs to lose the sale at once.
     *
     * @return the margin and the goodwill
     */
    public Money lossOfSale() {
      return margin.plus(goodwill);
    }

    Currency currency() {
      return margin.currency();
    }

    BigDecimal waiting(double daysWaited) {
      return perDay
          .amount()
          .multiply(BigDecimal.valueOf(daysWaited), DIGITS)
          .add(fixed.amount(), DIGITS);
    }

    /** Returns the expected cost, rounded once. */
    Money cost(double cancelled, double daysWaited) {
      BigDecimal exact = lossOfSale()
          .amount()
          .multiply(BigDecimal.valueOf(cancelled), DIGITS)
          .add(waiting(daysWaited), DIGITS);
      return Money.rounded(exact, currency());
    }
  }

  /**
   * Returns the cost of a delay.
   *
   * @param stakes what is at stake
   * @param curve how customers give up
   * @param days the delay in days, zero or positive
   * @return the cost
   * @throws InvalidValueException with {@code INVALID_NUMBER} if the delay is negative, or the curve is no
   *     chance or falls
   */
  public static WaitingCost of(Stakes stakes, CancellationCurve curve, int days) {
    double waited = requireNonNull(curve, "curve").daysWaited(days);
    return of(requireNonNull(stakes, "stakes"), curve.cancelledBy(days), waited);
  }

  private static WaitingCost of(Stakes stakes, double cancelled, double daysWaited) {
    BigDecimal part = BigDecimal.valueOf(cancelled);
    Money total = stakes.cost(cancelled, daysWaited);
    if (total.isZero()) {
      return new WaitingCost(cancelled, total, total, total);
    }
    List<Money> parts = total.split(List.of(
        stakes.margin.amount().multiply(part),
        stakes.goodwill.amount().multiply(part),
        stakes.waiting(daysWaited)));
    return new WaitingCost(cancelled, parts.get(0), parts.get(1), parts.get(2));
  }

  /**
   * Returns the sum.
   *
   * @return the expected cost
   */
  public Money total() {
    return margin.plus(goodwill).plus(waiting);
  }
}
