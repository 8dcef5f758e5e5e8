package io.backorder.finance;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An amount of money of one currency, above, at or below zero, with the decimals of the currency: no more, no
 * fewer.
 *
 * <p>Sums and differences are exact, and a split adds up to the whole. Where a product has to be rounded,
 * {@link #rounded} does it, once, half-even. Amounts of different currencies are never put together. This
 * type is immutable and thread-safe.
 *
 * @param amount the amount, in the currency's main unit
 * @param currency the currency, one that has a minor unit or none by definition (yen), no metal and no test
 *     code
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

  /** Rejects more decimals than the currency has, and adds those that are missing. */
  public Money {
    int digits = digits(currency);
    if (requireNonNull(amount, "amount").stripTrailingZeros().scale() > digits) {
      throw new InvalidValueException(
          ErrorCode.MONEY_SCALE,
          "amount must have at most %d decimals in %s: %s"
              .formatted(digits, currency, amount.toPlainString()),
          Facts.of("currency", currency)
              .and("asked", amount.toPlainString())
              .and("allowed", digits));
    }
    amount = amount.setScale(digits, RoundingMode.UNNECESSARY);
  }

  private static int digits(Currency currency) {
    int digits = requireNonNull(currency, "currency").getDefaultFractionDigits();
    if (digits < 0) {
      throw new InvalidValueException(
          ErrorCode.MONEY_SCALE,
          "currency must be one in which amounts are paid: " + currency,
          Facts.of("currency", currency));
    }
    return digits;
  }

  /**
   * Returns an amount.
   *
   * @param amount the amount, with at most the decimals of the currency
   * @param currency the currency
   * @return the amount
   * @throws InvalidValueException with {@code MONEY_SCALE} if it has more decimals
   */
  public static Money of(BigDecimal amount, Currency currency) {
    return new Money(amount, currency);
  }

  /**
   * Returns an amount that was computed, rounded half-even to the decimals of the currency. It is the one
   * place where an amount is rounded.
   *
   * @param amount the amount, with any number of decimals
   * @param currency the currency
   * @return the amount
   */
  public static Money rounded(BigDecimal amount, Currency currency) {
    return new Money(
        requireNonNull(amount, "amount").setScale(digits(currency), RoundingMode.HALF_EVEN),
        currency);
  }

  /**
   * Returns no money.
   *
   * @param currency the currency
   * @return zero
   */
  public static Money zero(Currency currency) {
    return new Money(BigDecimal.ZERO, currency);
  }

  /**
   * Returns this amount with another added.
   *
   * @param addend the amount to add, of the same currency
   * @return the sum
   * @throws InvalidValueException with {@code CURRENCY_MISMATCH} if the currencies differ
   */
  public Money plus(Money addend) {
    return requireSame("addend", addend).isZero()
        ? this
        : new Money(amount.add(addend.amount), currency);
  }

  /**
   * Returns this amount with another taken away.
   *
   * @param subtrahend the amount to take away, of the same currency
   * @return the difference, which may be below zero
   * @throws InvalidValueException with {@code CURRENCY_MISMATCH} if the currencies differ
   */
  public Money minus(Money subtrahend) {
    return requireSame("subtrahend", subtrahend).isZero()
        ? this
        : new Money(amount.subtract(subtrahend.amount), currency);
  }

  /**
   * Returns this amount with the other sign.
   *
   * @return the amount
   */
  public Money negated() {
    return new Money(amount.negate(), currency);
  }

  /**
   * Returns the smaller of this amount and another.
   *
   * @param other the other amount, of the same currency
   * @return the smaller one
   * @throws InvalidValueException with {@code CURRENCY_MISMATCH} if the currencies differ
   */
  public Money min(Money other) {
    return compareTo(requireNonNull(other, "other")) <= 0 ? this : other;
  }

  /**
   * Returns the larger of this amount and another.
   *
   * @param other the other amount, of the same currency
   * @return the larger one
   * @throws InvalidValueException with {@code CURRENCY_MISMATCH} if the currencies differ
   */
  public Money max(Money other) {
    return compareTo(requireNonNull(other, "other")) >= 0 ? this : other;
  }

  /**
   * Returns the sign.
   *
   * @return -1 below zero, 0 at zero, 1 above
   */
  public int signum() {
    return amount.signum();
  }

  /**
   * Tells whether there is no money.
   *
   * @return true if the amount is zero
   */
  public boolean isZero() {
    return amount.signum() == 0;
  }

  /**
   * Divides this amount in proportion to weights, so that the parts add up to it. By the method of largest
   * remainders each part is rounded towards zero, and the minor units left go one each to the largest
   * fractions, of equals to the earlier weight. Parts of equal weight differ by at most one minor unit; the
   * parts of a negative amount mirror those of the positive one.
   *
   * @param weights the weights, zero or positive, at least one of them above zero
   * @return the parts, in the order of the weights
   * @throws InvalidValueException with {@code INVALID_NUMBER} if a weight is negative or none is above zero
   */
  public List<Money> split(List<BigDecimal> weights) {
    List<BigInteger> whole = wholeWeights(List.copyOf(requireNonNull(weights, "weights")));
    BigInteger sum = whole.stream().reduce(BigInteger.ZERO, BigInteger::add);
    BigInteger minor = amount.unscaledValue().abs();
    List<BigInteger[]> quotients = whole.stream()
        .map(weight -> minor.multiply(weight).divideAndRemainder(sum))
        .toList();
    BigInteger[] parts = quotients.stream().map(each -> each[0]).toArray(BigInteger[]::new);
    long left = minor
        .subtract(List.of(parts).stream().reduce(BigInteger.ZERO, BigInteger::add))
        .longValueExact();
    IntStream.range(0, parts.length)
        .boxed()
        .sorted(Collections.reverseOrder(comparing(i -> quotients.get(i)[1]))) // stable
        .limit(left)
        .forEach(i -> parts[i] = parts[i].add(BigInteger.ONE));
    return List.of(parts).stream().map(this::signed).toList();
  }

  private Money signed(BigInteger minor) {
    BigDecimal part = new BigDecimal(minor, amount.scale());
    return new Money(amount.signum() < 0 ? part.negate() : part, currency);
  }

  private static List<BigInteger> wholeWeights(List<BigDecimal> weights) {
    int scale = weights.stream().mapToInt(BigDecimal::scale).max().orElse(0);
    for (BigDecimal weight : weights) {
      if (weight.signum() < 0) {
        throw Numbers.refused("weight", "be zero or positive", weight);
      }
    }
    if (weights.stream().noneMatch(weight -> weight.signum() > 0)) {
      throw Numbers.refused("weights", "add up to a number above zero", weights);
    }
    return weights.stream()
        .map(weight -> weight.setScale(scale).unscaledValue())
        .toList();
  }

  /**
   * Divides this amount into equal parts, so that they add up to it and differ by at most one minor unit.
   *
   * @param parts how many parts, at least 1
   * @return the parts, the larger ones first
   * @throws InvalidValueException with {@code INVALID_NUMBER} if there is no part
   */
  public List<Money> split(int parts) {
    return split(Collections.nCopies(Numbers.atLeast("parts", parts, 1), BigDecimal.ONE));
  }

  /** Returns the other amount, if it is of this currency. */
  private Money requireSame(String name, Money other) {
    requireCurrency(requireNonNull(other, name).currency, currency);
    return other;
  }

  static void requireCurrency(Currency found, Currency expected) {
    if (!found.equals(expected)) {
      throw new InvalidValueException(
          ErrorCode.CURRENCY_MISMATCH,
          "amount must be in %s: %s; convert it first".formatted(expected, found),
          Facts.of("asked", found).and("allowed", expected));
    }
  }

  /** Returns the amount, if it is not below zero. */
  static Money requireNotNegative(String name, Money money) {
    if (requireNonNull(money, name).signum() < 0) {
      throw Numbers.refused(name, "be zero or positive", money);
    }
    return money;
  }

  /**
   * Compares two amounts of one currency.
   *
   * @param other the other amount
   * @return below, at or above zero, as this amount is smaller, equal or larger
   * @throws InvalidValueException with {@code CURRENCY_MISMATCH} if the currencies differ
   */
  @Override
  public int compareTo(Money other) {
    return amount.compareTo(requireSame("other", other).amount);
  }

  @Override
  public String toString() {
    return currency + " " + amount.toPlainString();
  }
}
