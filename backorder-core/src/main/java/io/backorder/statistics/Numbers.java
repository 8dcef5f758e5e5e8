package io.backorder.statistics;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;

/**
 * The rules that the numbers of a formula keep. Each method returns the number that it was given, or
 * refuses it with {@code INVALID_NUMBER}; each refuses NaN and infinity.
 *
 * <p>So that no formula leaves the range of doubles on its way, a number may be of at most 1e100 in size, and
 * one that must be positive of at least 1e-100. What a formula gives keeps the same rule, or is refused.
 *
 * <p>This type holds no state and is thread-safe.
 */
public final class Numbers {

  /** What of a number of units counts as the rounding of the steps that led to it. */
  private static final double UNITS_OF_ROUNDING = 1e-9;

  private static final double PART_OF_ROUNDING = 1e-12;

  private static final double MOST = 1e100;

  private static final double LEAST = 1e-100;

  private static final double BEYOND_LONG = 0x1p63;

  private Numbers() {}

  /**
   * Returns a number that is neither NaN nor infinite, nor above 1e100 in size.
   *
   * @param name what the number is, for the message
   * @param value the number
   * @return the number
   * @throws InvalidValueException if it breaks the rule
   */
  public static double finite(String name, double value) {
    if (!(Math.abs(value) <= Double.MAX_VALUE)) {
      throw refused(name, "be finite", value);
    }
    return ofUsualSize(name, value, 0);
  }

  private static double ofUsualSize(String name, double value, double least) {
    if (Math.abs(value) > MOST || Math.abs(value) < least) {
      throw refused(name, "be from %s to %s in size".formatted(least, MOST), value);
    }
    return value;
  }

  /**
   * Returns a number above zero, from 1e-100 to 1e100.
   *
   * @param name what the number is, for the message
   * @param value the number
   * @return the number
   * @throws InvalidValueException if it breaks the rule
   */
  public static double positive(String name, double value) {
    if (!(value > 0 && value <= Double.MAX_VALUE)) {
      throw refused(name, "be positive and finite", value);
    }
    return ofUsualSize(name, value, LEAST);
  }

  /**
   * Returns a number that is zero or above, and at most 1e100.
   *
   * @param name what the number is, for the message
   * @param value the number
   * @return the number
   * @throws InvalidValueException if it breaks the rule
   */
  public static double notNegative(String name, double value) {
    if (!(value >= 0 && value <= Double.MAX_VALUE)) {
      throw refused(name, "be zero or positive, and finite", value);
    }
    return ofUsualSize(name, value, 0);
  }

  /**
   * Returns a probability in [0, 1].
   *
   * @param name what the number is, for the message
   * @param value the number
   * @return the number
   * @throws InvalidValueException if it breaks the rule
   */
  public static double probability(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw refused(name, "be in [0, 1]", value);
    }
    return value;
  }

  /**
   * Returns a probability in (0, 1): neither never nor always.
   *
   * @param name what the number is, for the message
   * @param value the number
   * @return the number
   * @throws InvalidValueException if it breaks the rule
   */
  public static double openProbability(String name, double value) {
    if (!(value > 0 && value < 1)) {
      throw refused(name, "be in (0, 1)", value);
    }
    return value;
  }

  /**
   * Returns a number above a bound, and at most 1e100 in size.
   *
   * @param name what the number is, for the message
   * @param value the number
   * @param bound the bound, itself not admitted
   * @return the number
   * @throws InvalidValueException if it breaks the rule
   */
  public static double above(String name, double value, double bound) {
    if (!(value > bound && value <= Double.MAX_VALUE)) {
      throw refused(name, "be above " + bound + " and finite", value);
    }
    return ofUsualSize(name, value, 0);
  }

  /**
   * Returns a number of things, at least the given one.
   *
   * @param name what the number is, for the message
   * @param value the number
   * @param least the least number admitted
   * @return the number
   * @throws InvalidValueException if it breaks the rule
   */
  public static int atLeast(String name, int value, int least) {
    if (value < least) {
      throw refused(name, "be at least " + least, value);
    }
    return value;
  }

  /**
   * Returns a number of things between two bounds.
   *
   * @param name what the number is, for the message
   * @param value the number
   * @param least the least number admitted
   * @param most the greatest number admitted
   * @return the number
   * @throws InvalidValueException if it breaks the rule
   */
  public static int between(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw refused(name, "be from %d to %d".formatted(least, most), value);
    }
    return value;
  }

  /**
   * Returns a number rounded up to a whole one. A number that is above a whole one by no more than 1e-9, or
   * by no more than 1e-12 of itself, is taken for that one, so that rounding in earlier steps does not cost a
   * unit: 100 times 0.07 gives 7.
   *
   * @param name what the number is, for the message
   * @param value the number
   * @return the least whole number that is not below it but for rounding
   * @throws InvalidValueException if it is not finite, or beyond the range of a {@code long}
   */
  public static long roundedUp(String name, double value) {
    double nearest = Math.rint(finite(name, value));
    double rounding = Math.max(UNITS_OF_ROUNDING, PART_OF_ROUNDING * Math.abs(value));
    double up = Math.abs(value - nearest) <= rounding ? nearest : Math.ceil(value);
    if (Math.abs(up) >= BEYOND_LONG) {
      throw refused(name, "be below 2^63 in size", value);
    }
    return (long) up;
  }

  /**
   * Returns the refusal of a number, for a rule that only its formula knows.
   *
   * @param name what the number is
   * @param rule what it must do, such as {@code "be in [0, 1]"}
   * @param value the number
   * @return the refusal, to be thrown
   */
  public static InvalidValueException refused(String name, String rule, Object value) {
    return new InvalidValueException(
        ErrorCode.INVALID_NUMBER,
        "%s must %s: %s".formatted(name, rule, value),
        Facts.of("field", name).and("asked", value));
  }
}
