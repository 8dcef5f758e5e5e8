package io.backorder.revenue;

import static java.util.Objects.requireNonNull;

import io.backorder.finance.Money;
import java.util.Currency;

/**
 * Where money is that was paid. Always {@code deferred + recognised + refunded = paid}, to the minor unit;
 * what is receivable stands beside it, as it was not paid.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param paid what customers have paid
 * @param deferred what of it is for units that are not shipped: owed in goods or in money
 * @param earned what was earned
 * @param refunded what goes back to customers
 */
public record RevenueAccount(Money paid, Money deferred, Earned earned, Money refunded) {

  /**
   * Rejects several currencies.
   *
   * @throws io.backorder.refusal.InvalidValueException with {@code CURRENCY_MISMATCH} if there are several
   */
  public RevenueAccount {
    Money sum = requireNonNull(paid, "paid").plus(requireNonNull(deferred, "deferred"));
    sum.plus(requireNonNull(earned, "earned").goods).plus(requireNonNull(refunded, "refunded"));
  }

  /**
   * What was earned.
   *
   * @param goods what was paid for units that were shipped and did not come back
   * @param kept what was kept of refunds, as the terms say
   * @param receivable what is yet to be paid for units that were shipped and did not come back
   */
  public record Earned(Money goods, Money kept, Money receivable) {

    /**
     * Rejects several currencies.
     *
     * @throws io.backorder.refusal.InvalidValueException with {@code CURRENCY_MISMATCH} if there are several
     */
    public Earned {
      Money sum = requireNonNull(goods, "goods").plus(requireNonNull(kept, "kept"));
      sum.plus(requireNonNull(receivable, "receivable"));
    }

    private Earned plus(Earned other) {
      return new Earned(
          goods.plus(other.goods), kept.plus(other.kept), receivable.plus(other.receivable));
    }
  }

  /**
   * Returns an account in which nothing has happened.
   *
   * @param currency the currency
   * @return the account
   */
  public static RevenueAccount empty(Currency currency) {
    Money zero = Money.zero(currency);
    return new RevenueAccount(zero, zero, new Earned(zero, zero, zero), zero);
  }

  /** Returns an account into which an amount was paid ahead. */
  static RevenueAccount prepaid(Money amount) {
    return empty(amount.currency()).paying(amount).deferring(amount);
  }

  /**
   * Returns the sum of this account and another.
   *
   * @param other the other account, of the same currency
   * @return the sum
   */
  public RevenueAccount plus(RevenueAccount other) {
    return new RevenueAccount(
        paid.plus(requireNonNull(other, "other").paid),
        deferred.plus(other.deferred),
        earned.plus(other.earned),
        refunded.plus(other.refunded));
  }

  /**
   * Returns what was paid and is revenue.
   *
   * @return the goods shipped, and what was kept of refunds
   */
  public Money recognised() {
    return earned.goods.plus(earned.kept);
  }

  /**
   * Returns what was paid and not given back.
   *
   * @return the payments less the refunds
   */
  public Money net() {
    return paid.minus(refunded);
  }

  /**
   * Tells whether money is where it must be.
   *
   * @return true if what is deferred, recognised and refunded adds up to what was paid
   */
  public boolean isBalanced() {
    return deferred.plus(recognised()).plus(refunded).equals(paid);
  }

  /**
   * Returns this account after a movement.
   *
   * @param entry the movement, in the account's currency
   * @return the account after it
   */
  public RevenueAccount after(RevenueEntry entry) {
    Money amount = requireNonNull(entry, "entry").amount();
    return switch (entry.kind()) {
      case PREPAID -> paying(amount).deferring(amount);
      case SETTLED -> paying(amount).receiving(amount.negated()).earning(amount);
      case EARNED -> deferring(amount.negated()).earning(amount);
      case BILLED -> receiving(amount);
      case REVERSED -> earning(amount.negated()).deferring(amount);
      case UNBILLED -> receiving(amount.negated());
      case KEPT -> deferring(amount.negated()).keeping(amount);
      case REFUNDED -> deferring(amount.negated()).refunding(amount);
    };
  }

  private RevenueAccount paying(Money amount) {
    return new RevenueAccount(paid.plus(amount), deferred, earned, refunded);
  }

  private RevenueAccount deferring(Money amount) {
    return new RevenueAccount(paid, deferred.plus(amount), earned, refunded);
  }

  private RevenueAccount earning(Money amount) {
    return with(new Earned(earned.goods.plus(amount), earned.kept, earned.receivable));
  }

  private RevenueAccount keeping(Money amount) {
    return with(new Earned(earned.goods, earned.kept.plus(amount), earned.receivable));
  }

  private RevenueAccount receiving(Money amount) {
    return with(new Earned(earned.goods, earned.kept, earned.receivable.plus(amount)));
  }

  private RevenueAccount with(Earned other) {
    return new RevenueAccount(paid, deferred, other, refunded);
  }

  private RevenueAccount refunding(Money amount) {
    return new RevenueAccount(paid, deferred, earned, refunded.plus(amount));
  }
}
