package io.backorder.stock;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import java.math.BigDecimal;

/**
 * The number of decimals of an item's unit: 0 for pieces, 3 for kilograms that are counted in grams.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param decimals the number of decimals, 0 to 9
 */
public record Scale(int decimals) {

  /** Whole pieces. */
  public static final Scale WHOLE = new Scale(0);

  private static final int MAX_DECIMALS = 9;

  private static final int LONG_DIGITS = 19;

  /** Rejects a number of decimals that is not 0 to 9. */
  public Scale {
    if (decimals < 0 || decimals > MAX_DECIMALS) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "decimals must be 0 to %d: %d".formatted(MAX_DECIMALS, decimals),
          Facts.of("asked", decimals).and("allowed", MAX_DECIMALS));
    }
  }

  /**
   * Returns the scale of the given number of decimals.
   *
   * @param decimals the number of decimals, 0 to 9
   * @return the scale
   */
  public static Scale of(int decimals) {
    return decimals == 0 ? WHOLE : new Scale(decimals);
  }

  /**
   * Returns the quantity of a decimal number of units, exactly.
   *
   * @param amount the number, such as {@code 8.5}
   * @return the quantity in the smallest unit
   * @throws InvalidValueException with {@code INVALID_QUANTITY} if the number is negative or finer
   *     than this scale, with {@code QUANTITY_OVERFLOW} if it is too large
   */
  public Quantity toQuantity(BigDecimal amount) {
    return Quantity.of(toUnits(amount));
  }

  /**
   * Returns a decimal number, which may be negative, in the smallest unit, exactly.
   *
   * @param amount the number, such as {@code -0.25}
   * @return the number in the smallest unit
   * @throws InvalidValueException with {@code INVALID_QUANTITY} if the number is finer than this
   *     scale, with {@code QUANTITY_OVERFLOW} if it is too large
   */
  public long toUnits(BigDecimal amount) {
    if (amount.signum() == 0) {
      return 0;
    }
    // digits are counted before anything is expanded, so that 1E+1000000000 costs nothing
    long digitsBeforePoint = (long) amount.precision() - amount.scale();
    if (digitsBeforePoint + decimals > LONG_DIGITS) {
      throw overflow(amount);
    }
    if (amount.scale() > decimals && isFiner(amount)) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "quantity must have at most %d decimals: %s".formatted(decimals, shown(amount)),
          Facts.of("asked", shown(amount)).and("allowed", decimals));
    }
    try {
      return amount.setScale(decimals).unscaledValue().longValueExact();
    } catch (ArithmeticException e) {
      InvalidValueException refused = overflow(amount);
      refused.initCause(e);
      throw refused;
    }
  }

  /** A number of scale beyond the digits of a long and of its own precision cannot be whole. */
  private boolean isFiner(BigDecimal amount) {
    long fractionDigits = (long) amount.scale() - decimals;
    return fractionDigits > amount.precision() - 1L
        || amount.stripTrailingZeros().scale() > decimals;
  }

  private InvalidValueException overflow(BigDecimal amount) {
    return new InvalidValueException(
        ErrorCode.QUANTITY_OVERFLOW,
        "quantity must be at most %s: %s"
            .formatted(BigDecimal.valueOf(Long.MAX_VALUE, decimals), shown(amount)),
        Facts.of("asked", shown(amount)));
  }

  private static String shown(BigDecimal amount) {
    return Identifiers.shown(amount.toString());
  }

  /**
   * Returns a quantity as a decimal number of units.
   *
   * @param quantity the quantity in the smallest unit
   * @return the number, with this scale's decimals
   */
  public BigDecimal toDecimal(Quantity quantity) {
    return BigDecimal.valueOf(quantity.units(), decimals);
  }
}
