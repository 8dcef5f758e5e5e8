package io.backorder.fulfilment;

import static java.util.Objects.requireNonNull;

import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount of money that shipping costs, zero or more.
 *
 * <p>It is as fine as it is given, since a price for a kilogram may be finer than a coin; {@link #rounded}
 * rounds. This type is immutable and thread-safe.
 *
 * @param amount the amount, zero or more
 * @param currency its currency
 */
public record ShippingCost(BigDecimal amount, Currency currency)
    implements Comparable<ShippingCost> {

  /**
   * Rejects a negative amount.
   *
   * @throws InvalidValueException with {@code INVALID_NUMBER} if it is
   */
  public ShippingCost {
    requireNonNull(currency, "currency");
    if (requireNonNull(amount, "amount").signum() < 0) {
      throw Numbers.refused("amount", "be zero or more", amount);
    }
  }

  /**
   * Returns an amount.
   *
   * @param amount the amount, such as {@code 4.90}
   * @param currency the code of its currency, such as {@code EUR}
   * @return the amount
   * @throws InvalidValueException with {@code INVALID_NUMBER} if the amount is negative, or no number
   * @throws IllegalArgumentException if there is no such currency
   */
  public static ShippingCost of(String amount, String currency) {
    requireNonNull(amount, "amount");
    requireNonNull(currency, "currency");
    try {
      return new ShippingCost(new BigDecimal(amount), Currency.getInstance(currency));
    } catch (NumberFormatException e) {
      InvalidValueException refused = Numbers.refused("amount", "be a decimal number", amount);
      refused.initCause(e);
      throw refused;
    }
  }

  /**
   * Returns this amount with another added.
   *
   * @param other an amount of the same currency
   * @return the sum
   * @throws InvalidValueException with {@code INVALID_NUMBER} if the currencies differ
   */
  public ShippingCost plus(ShippingCost other) {
    requireSame(other);
    return new ShippingCost(amount.add(other.amount), currency);
  }

  private void requireSame(ShippingCost other) {
    if (!currency.equals(other.currency)) {
      throw Numbers.refused("currency", "be " + currency, other.currency);
    }
  }

  /**
   * Returns this amount so many times.
   *
   * @param factor how many times, zero or more
   * @return the product, exactly
   * @throws InvalidValueException with {@code INVALID_NUMBER} if the factor is negative
   */
  public ShippingCost times(BigDecimal factor) {
    return new ShippingCost(amount.multiply(requireNonNull(factor, "factor")), currency);
  }

  /**
   * Returns this amount in whole coins, half to even.
   *
   * @return the amount with as many decimals as its currency has
   */
  public ShippingCost rounded() {
    int digits = Math.max(0, currency.getDefaultFractionDigits());
    return new ShippingCost(amount.setScale(digits, RoundingMode.HALF_EVEN), currency);
  }

  /**
   * Compares amounts of one currency.
   *
   * @param other the other amount
   * @return below, at or above zero if this one is less, the same or more
   * @throws InvalidValueException with {@code INVALID_NUMBER} if the currencies differ
   */
  @Override
  public int compareTo(ShippingCost other) {
    requireSame(other);
    return amount.compareTo(other.amount);
  }

  /** Two amounts are equal if they are the same number, however many decimals each is written with. */
  @Override
  public boolean equals(Object other) {
    return other instanceof ShippingCost that
        && currency.equals(that.currency)
        && amount.compareTo(that.amount) == 0;
  }

  @Override
  public int hashCode() {
    return amount.stripTrailingZeros().hashCode() * 31 + currency.hashCode();
  }

  @Override
  public String toString() {
    return amount.toPlainString() + " " + currency;
  }
}
