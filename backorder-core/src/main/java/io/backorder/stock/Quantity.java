package io.backorder.stock;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;

/**
 * A count of an item's smallest units, zero or more: pieces, or grams, or hundredths of a metre, as
 * the item's {@link Scale} says.
 *
 * <p>Arithmetic is exact: what would leave the range of a {@code long} is an error and never wraps.
 * This type is immutable and thread-safe.
 *
 * @param units the number of units, zero or more
 */
public record Quantity(long units) implements Comparable<Quantity> {

  private static final Quantity[] SMALL = new Quantity[256];

  static {
    for (int units = 0; units < SMALL.length; units++) {
      SMALL[units] = new Quantity(units);
    }
  }

  /** No units. */
  public static final Quantity ZERO = SMALL[0];

  /** Rejects a negative count. */
  public Quantity {
    if (units < 0) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "units must not be negative: " + units,
          Facts.of("asked", units));
    }
  }

  /**
   * Returns the given number of units.
   *
   * @param units the number of units, zero or more
   * @return the quantity
   * @throws InvalidValueException with {@code INVALID_QUANTITY} if the number is negative
   */
  public static Quantity of(long units) {
    return units >= 0 && units < SMALL.length ? SMALL[(int) units] : new Quantity(units);
  }

  /**
   * Returns this quantity with another added.
   *
   * @param addend the quantity to add
   * @return the sum
   * @throws InvalidValueException with {@code QUANTITY_OVERFLOW} if the sum is above {@link
   *     Long#MAX_VALUE}
   */
  public Quantity plus(Quantity addend) {
    long sum = units + addend.units;
    if (sum < 0) {
      throw new InvalidValueException(
          ErrorCode.QUANTITY_OVERFLOW,
          "sum must be at most %d: %d + %d".formatted(Long.MAX_VALUE, units, addend.units),
          Facts.of("asked", addend.units).and("allowed", Long.MAX_VALUE - units));
    }
    return of(sum);
  }

  /**
   * Returns this quantity with another taken away.
   *
   * @param subtrahend the quantity to take away, at most this quantity
   * @return the difference
   * @throws InvalidValueException with {@code INVALID_QUANTITY} if {@code subtrahend} is larger
   */
  public Quantity minus(Quantity subtrahend) {
    if (subtrahend.units > units) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "subtrahend must be at most %d: %d".formatted(units, subtrahend.units),
          Facts.of("asked", subtrahend.units).and("allowed", units));
    }
    return of(units - subtrahend.units);
  }

  /**
   * Returns this quantity with another taken away, or zero if the other is larger.
   *
   * @param subtrahend the quantity to take away
   * @return the difference, never below zero
   */
  public Quantity minusOrZero(Quantity subtrahend) {
    return of(Math.max(0, units - subtrahend.units));
  }

  /**
   * Returns the smaller of this quantity and another.
   *
   * @param other the other quantity
   * @return the smaller one
   */
  public Quantity min(Quantity other) {
    return units <= other.units ? this : other;
  }

  /**
   * Tells whether there are no units.
   *
   * @return true if the number of units is zero
   */
  public boolean isZero() {
    return units == 0;
  }

  @Override
  public int compareTo(Quantity other) {
    return Long.compare(units, other.units);
  }

  @Override
  public String toString() {
    return Long.toString(units);
  }
}
