package io.backorder.picking;

import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What fits on one tour.
 *
 * <p>This type is immutable and thread-safe.
 */
public final class PickLimits {

  private static final PickLimits NONE = new PickLimits(new @Nullable Long[4]);

  private static final int UNITS = 0;
  private static final int GRAMS = 1;
  private static final int LINES = 2;
  private static final int ORDERS = 3;

  private final @Nullable Long[] most;

  private PickLimits(@Nullable Long[] most) {
    this.most = most;
  }

  /**
   * Returns no bound at all.
   *
   * @return the limits
   */
  public static PickLimits none() {
    return NONE;
  }

  /**
   * Returns these limits with a bound on units.
   *
   * @param units the most units on a list, at least 1
   * @return the limits
   * @throws InvalidValueException with {@code INVALID_NUMBER} if it is less
   */
  public PickLimits withUnits(long units) {
    return with(UNITS, "units", units);
  }

  /**
   * Returns these limits with a bound on weight.
   *
   * @param grams the most grams on a list, at least 1
   * @return the limits
   * @throws InvalidValueException with {@code INVALID_NUMBER} if it is less
   */
  public PickLimits withGrams(long grams) {
    return with(GRAMS, "grams", grams);
  }

  /**
   * Returns these limits with a bound on lines.
   *
   * @param lines the most lines on a list, at least 1
   * @return the limits
   * @throws InvalidValueException with {@code INVALID_NUMBER} if it is less
   */
  public PickLimits withLines(long lines) {
    return with(LINES, "lines", lines);
  }

  /**
   * Returns these limits with a bound on orders, such as the totes on a cart.
   *
   * @param orders the most orders on a list, at least 1
   * @return the limits
   * @throws InvalidValueException with {@code INVALID_NUMBER} if it is less
   */
  public PickLimits withOrders(long orders) {
    return with(ORDERS, "orders", orders);
  }

  private PickLimits with(int what, String name, long bound) {
    if (bound < 1) {
      throw Numbers.refused(name, "be at least 1", bound);
    }
    @Nullable Long[] changed = most.clone();
    changed[what] = bound;
    return new PickLimits(changed);
  }

  /**
   * Returns the most units on a list.
   *
   * @return the bound, or empty if there is none
   */
  public OptionalLong units() {
    return bound(UNITS);
  }

  /**
   * Returns the most grams on a list.
   *
   * @return the bound, or empty if there is none
   */
  public OptionalLong grams() {
    return bound(GRAMS);
  }

  /**
   * Returns the most lines on a list.
   *
   * @return the bound, or empty if there is none
   */
  public OptionalLong lines() {
    return bound(LINES);
  }

  /**
   * Returns the most orders on a list.
   *
   * @return the bound, or empty if there is none
   */
  public OptionalLong orders() {
    return bound(ORDERS);
  }

  private OptionalLong bound(int what) {
    Long bound = most[what];
    return bound == null ? OptionalLong.empty() : OptionalLong.of(bound);
  }

  /** Whether a load is within every bound. */
  boolean admit(Load load) {
    return load.units() <= units().orElse(Long.MAX_VALUE)
        && load.grams() <= grams().orElse(Long.MAX_VALUE)
        && load.lines() <= lines().orElse(Long.MAX_VALUE)
        && load.orders() <= orders().orElse(Long.MAX_VALUE);
  }

  /** How many units of some weight fit on an empty tour. */
  long unitsOf(long gramsEach) {
    long byWeight = gramsEach == 0 ? Long.MAX_VALUE : grams().orElse(Long.MAX_VALUE) / gramsEach;
    return Math.min(units().orElse(Long.MAX_VALUE), byWeight);
  }

  /** How many lists must visit a bin from which so much is taken, whoever plans them. */
  long leastVisits(Load load) {
    long least = Math.max(1, atLeast(load.units(), units()));
    least = Math.max(least, atLeast(load.grams(), grams()));
    least = Math.max(least, atLeast(load.lines(), lines()));
    return Math.max(least, atLeast(load.orders(), orders()));
  }

  private static long atLeast(long amount, OptionalLong most) {
    return most.isEmpty() ? 0 : -Math.floorDiv(-amount, most.getAsLong());
  }

  @Override
  public String toString() {
    return "at most units %s, grams %s, lines %s, orders %s"
        .formatted(shown(UNITS), shown(GRAMS), shown(LINES), shown(ORDERS));
  }

  private String shown(int what) {
    Long bound = most[what];
    return bound == null ? "any" : String.valueOf(bound);
  }
}
