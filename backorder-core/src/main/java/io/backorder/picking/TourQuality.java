package io.backorder.picking;

import static java.util.Objects.requireNonNull;

import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How often bins are visited, against picking order by order and against what nobody can beat.
 *
 * <p>Always {@code lowerBound <= visits}; a plan of this package has {@code visits <= orderByOrder} too.
 * This type is immutable and thread-safe.
 *
 * @param visits how often a picker stops at a bin
 * @param orderByOrder the same, if each order were picked alone within the same limits
 * @param lowerBound the visits without which the units cannot be taken, zero or more
 */
public record TourQuality(long visits, long orderByOrder, long lowerBound) {

  /**
   * Rejects fewer visits than the bound.
   *
   * @throws InvalidValueException with {@code INVALID_NUMBER} if there are fewer
   */
  public TourQuality {
    if (lowerBound < 0) {
      throw Numbers.refused("lowerBound", "be zero or more", lowerBound);
    }
    requireAtLeast("visits", visits, lowerBound);
    requireAtLeast("orderByOrder", orderByOrder, lowerBound);
  }

  private static void requireAtLeast(String name, long visits, long least) {
    if (visits < least) {
      throw Numbers.refused(name, "be at least the bound of " + least, visits);
    }
  }

  /**
   * Measures a plan.
   *
   * <p>The bound: each bin from which anything is taken is visited at least once, and at least {@code
   * ceil(taken / most)} times for each limit, where {@code taken} is what all lists together take from it
   * (units, grams, lines, orders) and {@code most} what one list may hold. It is reached if every tour takes
   * from one bin all that fits, and seldom can be, as an order is better not divided.
   *
   * @param plan the plan
   * @param bins where the units lie
   * @param limits the limits under which the plan was made
   * @return the measure
   */
  public static TourQuality of(PickPlan plan, BinPlan bins, PickLimits limits) {
    requireNonNull(limits, "limits");
    List<ReservedUnits> units = units(plan);
    PickPlan alone = PickPlan.byOrder("alone", units, bins, limits);
    return new TourQuality(plan.visits(), alone.visits(), lowerBound(units, bins, limits));
  }

  /** All that the lists ask for, an order line once a location. */
  private static List<ReservedUnits> units(PickPlan plan) {
    Basket all = new Basket(
        plan.lists().stream()
            .flatMap(list -> list.lines().stream())
            .map(PickLine::asked)
            .toList(),
        Basket.EMPTY.bins(),
        Load.NONE);
    return all.byLine();
  }

  private static long lowerBound(List<ReservedUnits> units, BinPlan bins, PickLimits limits) {
    Map<BinId, Load> taken = new HashMap<>();
    Map<BinId, Set<Object>> orders = new HashMap<>();
    for (ReservedUnits each : units) {
      PickFace face = bins.face(each.shelf());
      Load load = Load.ofLine(each.quantity().units(), face.grams());
      boolean another = orders
          .computeIfAbsent(face.bin(), key -> new HashSet<>())
          .add(each.line().order());
      taken.merge(face.bin(), load.withOrders(another ? 1 : 0), Load::plus);
    }
    return taken.values().stream().mapToLong(limits::leastVisits).sum();
  }

  /**
   * Returns the visits against picking order by order.
   *
   * @return the ratio, 1 if nothing is saved or nothing is picked
   */
  public double ratio() {
    return orderByOrder == 0 ? 1 : (double) visits / orderByOrder;
  }

  /**
   * Returns the visits against the bound.
   *
   * @return the ratio, at least 1; 1 if nothing is picked
   */
  public double aboveBound() {
    return lowerBound == 0 ? 1 : (double) visits / lowerBound;
  }
}
