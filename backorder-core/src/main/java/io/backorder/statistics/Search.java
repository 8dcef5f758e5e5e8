package io.backorder.statistics;

import io.backorder.refusal.InvalidValueException;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;

/** Solves monotone equations. This type holds no state and is thread-safe. */
public final class Search {

  private static final int MOST_STEPS = 400;

  private Search() {}

  /**
   * Returns where an increasing function is zero, by Newton's method held inside the narrowest interval
   * known to contain the solution; where a step leaves it, the interval is halved or widened instead.
   *
   * @param increasing the function, with a zero
   * @param slope its derivative, or NaN where that is not known
   * @param start a first guess, finite
   * @return the zero, to the last digits that the function allows
   */
  public static double root(
      DoubleUnaryOperator increasing, DoubleUnaryOperator slope, double start) {
    double x = start;
    double low = Double.NEGATIVE_INFINITY;
    double high = Double.POSITIVE_INFINITY;
    double reach = 1;
    for (int i = 0; i < MOST_STEPS; i++) {
      double value = increasing.applyAsDouble(x);
      if (value == 0) {
        return x;
      }
      low = value < 0 ? x : low;
      high = value > 0 ? x : high;
      double next = x - value / slope.applyAsDouble(x);
      if (!(next > low && next < high) || Double.isInfinite(next)) {
        next = inside(low, high, reach);
        reach *= 2;
      }
      if (Math.abs(next - x) <= 2e-16 * Math.abs(x) || next == low || next == high) {
        return next;
      }
      x = next;
    }
    return x;
  }

  private static double inside(double low, double high, double reach) {
    if (Double.isInfinite(low)) {
      return high - reach;
    }
    return Double.isInfinite(high) ? low + reach : low + (high - low) / 2;
  }

  /**
   * Returns the least whole number that has reached, where all after one that has have too.
   *
   * @param reached tells of a whole number whether it has reached; some number must have
   * @param least the least number to consider, whole
   * @param guess a first guess
   * @return the least whole number of at least {@code least} that has reached; beyond 2^53, the least double
   * @throws InvalidValueException if not even the largest double has
   */
  public static double least(DoublePredicate reached, double least, double guess) {
    double low = least - 1;
    double high = guess > least ? Math.floor(Math.min(guess, DiscreteTails.MOST)) : least;
    double reach = 1;
    while (!reached.test(high)) {
      if (high == Double.MAX_VALUE) {
        throw Numbers.refused("least number", "be within the range of doubles", high);
      }
      low = high;
      high = Math.min(high + reach, Double.MAX_VALUE);
      reach *= 2;
    }
    reach = 1;
    while (high - reach > low && reached.test(high - reach)) {
      high -= reach;
      reach *= 2;
    }
    return between(reached, Math.max(low, high - reach), high);
  }

  /** Bisects between a whole number that has not reached and one that has. */
  private static double between(DoublePredicate reached, double from, double to) {
    double low = from;
    double high = to;
    while (high - low > 1) {
      double middle = Math.floor(low + (high - low) / 2);
      if (middle <= low || middle >= high) {
        return high; // beyond 2^53 there is no whole number between
      }
      if (reached.test(middle)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }
}
