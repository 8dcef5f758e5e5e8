package io.backorder.finance;

import static java.util.Objects.requireNonNull;

import io.backorder.statistics.Numbers;
import java.math.BigDecimal;

/** The rules that percentages keep, and what they are of a price. */
final class Percent {

  static final BigDecimal ALL = BigDecimal.valueOf(100);

  private Percent() {}

  /** Returns a percentage in [0, 100]. */
  static BigDecimal part(String name, BigDecimal percent) {
    if (notNegative(name, percent).compareTo(ALL) > 0) {
      throw Numbers.refused(name, "be in [0, 100] percent", percent.toPlainString());
    }
    return percent;
  }

  /** Returns a percentage that is zero or above. */
  static BigDecimal notNegative(String name, BigDecimal percent) {
    if (requireNonNull(percent, name).signum() < 0) {
      throw Numbers.refused(name, "be zero or positive", percent.toPlainString());
    }
    return percent;
  }

  /** Returns the percentage of an amount, exactly. */
  static BigDecimal of(BigDecimal percent, BigDecimal amount) {
    return amount.multiply(percent).movePointLeft(2);
  }
}
