package io.backorder.finance;

import static java.util.Objects.requireNonNull;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import io.backorder.stock.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * What one of an item's smallest units costs, which may be finer than the currency: a gram, a hundredth of a
 * metre, the third part of a price for three.
 *
 * <p>Only what some units cost together is rounded. The worth of units that go one after the other is the
 * difference of two such amounts, so that it adds up however the units were divided. This type is immutable and
 * thread-safe.
 *
 * @param amount the price, zero or positive, with any number of decimals
 * @param currency the currency
 */
public record UnitPrice(BigDecimal amount, Currency currency) {

  /** Rejects a price below zero; two prices are equal if they are worth the same. */
  public UnitPrice {
    if (requireNonNull(amount, "amount").signum() < 0) {
      throw Numbers.refused("price", "be zero or positive", amount.toPlainString());
    }
    amount = Money.zero(currency).amount().add(amount.stripTrailingZeros());
  }

  /**
   * Returns a price.
   *
   * @param amount the price, zero or positive, with any number of decimals
   * @param currency the currency
   * @return the price
   * @throws InvalidValueException with {@code INVALID_NUMBER} if it is below zero
   */
  public static UnitPrice of(BigDecimal amount, Currency currency) {
    return new UnitPrice(amount, currency);
  }

  /**
   * Returns the price of one unit.
   *
   * @param price the price, zero or positive
   * @return the price
   * @throws InvalidValueException with {@code INVALID_NUMBER} if it is below zero
   */
  public static UnitPrice of(Money price) {
    return new UnitPrice(requireNonNull(price, "price").amount(), price.currency());
  }

  /**
   * Returns the price at which some units cost a total, to the minor unit: a line's total, or a deposit for
   * the whole line.
   *
   * @param total what the units cost together, zero or positive
   * @param units the units, at least 1
   * @return the price, with as many decimals as that takes
   * @throws InvalidValueException if the total is below zero or there is no unit
   */
  public static UnitPrice spread(Money total, Quantity units) {
    if (requireNonNull(units, "units").isZero()) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY, "units must be at least 1: 0", Facts.of("asked", 0));
    }
    Money.requireNotNegative("total", total);
    BigDecimal divisor = BigDecimal.valueOf(units.units());
    // the error of a unit is below a tenth of a minor unit divided by all units
    int scale = total.amount().scale() + divisor.precision() + 1;
    return new UnitPrice(
        total.amount().divide(divisor, scale, RoundingMode.HALF_EVEN), total.currency());
  }

  /**
   * Returns what units cost together, rounded once, half-even.
   *
   * @param units the units
   * @return the amount
   */
  public Money of(Quantity units) {
    return Money.rounded(
        amount.multiply(BigDecimal.valueOf(requireNonNull(units, "units").units())), currency);
  }

  @Override
  public String toString() {
    return currency + " " + amount.toPlainString();
  }
}
