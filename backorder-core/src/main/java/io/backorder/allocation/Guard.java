package io.backorder.allocation;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderTerms;
import io.backorder.ledger.StockAccounts.Tally;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

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
    return new BothGuards(this, requireNonNull(other, "other"));
  }

  /**
   * Returns the guard that keeps units for who is more important: those of others take units only as
   * long as more than the level stays. (Critical level rationing: Topkis 1968, Dekker, Kleijn and De Rooij 1998.) What important ones
   * take counts against the level of the others, so that these are not served until the shelf is above
   * the level again. Levels of several classes are guards joined by {@link #and}.
   *
   * @param level the units that stay for the important ones, over all locations
   * @param important whether an order may take them; a pure function
   * @return the guard
   */
  static Guard criticalLevel(Quantity level, Predicate<OrderTerms> important) {
    return new CriticalLevel(
        requireNonNull(level, "level"), requireNonNull(important, "important"));
  }

  /**
   * Returns the units of an item in pools, from which lines draw. It is asked once for each allocation,
   * before any line is served, and lowers what a line can use at all: a policy cannot grant more.
   *
   * @param situation the item, as it stands
   * @return the pools, none unless overridden; a line draws on all of them at once
   */
  default List<Pools> pools(Situation situation) {
    return List.of();
  }

  /**
   * Returns under which groups and times units are counted that an order is granted or gives back. What
   * is counted is told by {@link Situation#taken} afterwards.
   *
   * @param sku the item
   * @param terms the terms of the order
   * @param now the ledger's time
   * @return the tallies, none unless overridden
   */
  default List<Tally> tallies(Sku sku, OrderTerms terms, Instant now) {
    return List.of();
  }

  /**
   * Returns the limits under which an order may not draw on all units of an item, so that a shortage can
   * be explained.
   *
   * @param situation the item, as it stands
   * @param terms the terms of the order
   * @return the limits, none unless overridden
   */
  default List<Limit> limits(Situation situation, OrderTerms terms) {
    return List.of();
  }

  /**
   * Returns this guard with a cap raised, to try out what that would change.
   *
   * @param cap a cap that {@link #limits} told
   * @param by the units by which it is raised
   * @return the guard; this one, unless overridden, or if it has no such cap
   */
  default Guard raised(Limit.Cap cap, Quantity by) {
    return this;
  }

  /** Why an order may not draw on all units of an item. */
  sealed interface Limit {

    /**
     * A group may be granted so many units in a time, and no more.
     *
     * @param group the group
     * @param from when the time began
     * @param most the units that it may be granted
     * @param granted the units that it was granted and has not given back
     */
    record Cap(String group, Instant from, Quantity most, Quantity granted) implements Limit {

      @Override
      public String toString() {
        return "%s has been granted %s of the %s units of its quota since %s"
            .formatted(group, granted, most, from);
      }
    }

    /**
     * Units are kept for another group.
     *
     * @param group the group for which they are kept
     * @param units the units kept for it now
     */
    record KeptFor(String group, Quantity units) implements Limit {

      @Override
      public String toString() {
        return "%s units are kept for %s".formatted(units, group);
      }
    }

    /**
     * The last units stay for who is more important.
     *
     * @param units the units that stay
     */
    record Level(Quantity units) implements Limit {

      @Override
      public String toString() {
        return "the last %s units stay for more important orders".formatted(units);
      }
    }

    /**
     * A guard of the host's own, which tells no more.
     *
     * @param guard how the guard calls itself
     */
    record Other(String guard) implements Limit {

      @Override
      public String toString() {
        return guard + " keeps units back";
      }
    }
  }

  /**
   * An item before an allocation.
   *
   * @param sku the item
   * @param usable the units that may be granted, buffer left aside
   * @param now the ledger's time
   * @param taken the units granted to groups, less those given back, where they are counted
   */
  record Situation(Sku sku, Quantity usable, Instant now, Map<Tally, Long> taken) {

    /**
     * Returns the units that count against a group.
     *
     * @param tally the group and the time
     * @return the units granted and not given back, never below zero
     */
    public long taken(Tally tally) {
      return Math.max(0, taken.getOrDefault(tally, 0L));
    }
  }

  /**
   * Units in pools, and on which of them each order may draw: on the first pool of its list, when that
   * is empty on the next, and no further. It is good for one allocation and one thread.
   */
  final class Pools {

    private final long[] left;
    private final Function<OrderTerms, List<Integer>> draws;

    private Pools(long[] left, Function<OrderTerms, List<Integer>> draws) {
      this.left = left;
      this.draws = draws;
    }

    /**
     * Returns pools.
     *
     * @param units the units in each pool, zero or more
     * @param draws the indexes of the pools that an order may draw on, first to be drawn on first
     * @return the pools
     */
    public static Pools of(long[] units, Function<OrderTerms, List<Integer>> draws) {
      return new Pools(units.clone(), requireNonNull(draws, "draws"));
    }

    Pools copy() {
      return new Pools(left.clone(), draws);
    }

    /** The units left in each pool. */
    long[] left() {
      return left;
    }

    List<Integer> of(OrderTerms terms) {
      return draws.apply(terms);
    }

    /**
     * Returns the units that an order may still draw.
     *
     * @param terms the terms of the order
     * @return the units, the largest number where they are more
     */
    public long left(OrderTerms terms) {
      long units = 0;
      for (int pool : of(terms)) {
        units += left[pool];
        if (units < 0) {
          return Long.MAX_VALUE;
        }
      }
      return units;
    }

    /**
     * Draws units for an order.
     *
     * @param terms the terms of the order
     * @param units the units, at most what is left for it
     */
    public void take(OrderTerms terms, long units) {
      long missing = units;
      for (int pool : of(terms)) {
        long drawn = Math.min(missing, left[pool]);
        left[pool] -= drawn;
        missing -= drawn;
      }
    }
  }
}
