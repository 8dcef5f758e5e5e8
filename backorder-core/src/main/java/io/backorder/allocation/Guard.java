package io.backorder.allocation;

import static java.util.Objects.requireNonNull;

import io.backorder.stock.Quantity;
import java.util.List;
import java.util.function.Function;

/**
 * How much of what a line could use it may take.
 *
 * <p>A guard only lowers: an answer above what is usable counts as all that is usable. An
 * implementation is a pure function and may be called from several threads.
 */
@FunctionalInterface
public interface Guard {

  /**
   * Returns the units that a line may take.
   *
   * @param line the line
   * @param usable the units that it could use now
   * @return the units that it may take, zero or more
   */
  Quantity allowed(WaitingLine line, Quantity usable);

  /**
   * Returns the guard that lets a line take all that it can use.
   *
   * @return the guard
   */
  static Guard none() {
    return StandardGuard.NONE;
  }

  /**
   * Returns the guard that fills a line whole or not at all. A line that cannot be filled whole is
   * passed over and does not block those behind it.
   *
   * @return the guard
   */
  static Guard wholeLines() {
    return StandardGuard.WHOLE_LINES;
  }

  /**
   * Returns the guard that lets a line take what both this one and another allow.
   *
   * @param other the other guard
   * @return the stricter guard
   */
  default Guard and(Guard other) {
    return (line, usable) -> other.allowed(line, allowed(line, usable).min(usable));
  }

  /**
   * Units in pools, and on which of them each line may draw: on the first pool of its list, when that
   * is empty on the next, and no further. It is good for one allocation and one thread.
   */
  final class Pools {

    private final long[] left;
    private final Function<WaitingLine, List<Integer>> draws;

    private Pools(long[] left, Function<WaitingLine, List<Integer>> draws) {
      this.left = left;
      this.draws = draws;
    }

    /**
     * Returns pools.
     *
     * @param units the units in each pool, zero or more
     * @param draws the indexes of the pools that a line may draw on, first to be drawn on first
     * @return the pools
     */
    public static Pools of(long[] units, Function<WaitingLine, List<Integer>> draws) {
      return new Pools(units.clone(), requireNonNull(draws, "draws"));
    }

    Pools copy() {
      return new Pools(left.clone(), draws);
    }

    /** The units left in each pool. */
    long[] left() {
      return left;
    }

    List<Integer> of(WaitingLine line) {
      return draws.apply(line);
    }

    /** The units that a line may still draw, at most the largest number. */
    long left(WaitingLine line) {
      long units = 0;
      for (int pool : of(line)) {
        units += left[pool];
        if (units < 0) {
          return Long.MAX_VALUE;
        }
      }
      return units;
    }

    void take(WaitingLine line, long units) {
      long missing = units;
      for (int pool : of(line)) {
        long drawn = Math.min(missing, left[pool]);
        left[pool] -= drawn;
        missing -= drawn;
      }
    }
  }
}
