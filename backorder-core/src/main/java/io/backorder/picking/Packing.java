package io.backorder.picking;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts the units of one order into as few baskets as their bins allow.
 *
 * <p>Bins are passed in order. What an order takes from a bin is not divided if it fits on a tour at all:
 * so a bin is visited once for it, whatever else the order wants.
 */
final class Packing {

  /** More lists than anybody prints: a bound that is far too low for the goods. */
  private static final int MOST_BASKETS = 100_000;

  private final BinPlan plan;
  private final PickLimits limits;
  private final List<Basket> closed = new ArrayList<>();
  private Basket open = Basket.EMPTY;

  private Packing(BinPlan plan, PickLimits limits) {
    this.plan = plan;
    this.limits = limits;
  }

  static List<Basket> of(List<ReservedUnits> order, BinPlan plan, PickLimits limits) {
    Packing packing = new Packing(plan, limits);
    packing.byBin(order).values().forEach(packing::add);
    packing.close();
    return packing.closed;
  }

  private Map<Integer, List<ReservedUnits>> byBin(List<ReservedUnits> order) {
    Map<Integer, List<ReservedUnits>> bins = new TreeMap<>();
    for (ReservedUnits each : order) {
      bins.computeIfAbsent(rank(each), key -> new ArrayList<>()).add(each);
    }
    bins.values().forEach(each -> each.sort(ReservedUnits.BY_LINE));
    return bins;
  }

  private int rank(ReservedUnits units) {
    return plan.rank(plan.face(units.shelf()).bin());
  }

  private void add(List<ReservedUnits> ofBin) {
    Basket group = ofBin.stream().map(this::basket).reduce(Basket.EMPTY, Packing::joined);
    if (!fits(group)) {
      close();
    }
    if (fits(group)) {
      open = joined(open, group);
    } else {
      ofBin.forEach(this::divide);
    }
  }

  private Basket basket(ReservedUnits units) {
    BitSet bin = new BitSet();
    bin.set(rank(units));
    long grams = plan.face(units.shelf()).grams();
    return new Basket(
        List.of(units), bin, Load.ofLine(units.quantity().units(), grams).withOrders(1));
  }

  /** Of one order, so that the order is counted once. */
  private static Basket joined(Basket one, Basket other) {
    Basket both = one.plus(other);
    return new Basket(both.parts(), both.bins(), both.load().withOrders(1));
  }

  private boolean fits(Basket more) {
    return limits.admit(joined(open, more).load());
  }

  private void divide(ReservedUnits units) {
    long most = limits.unitsOf(plan.face(units.shelf()).grams());
    if (most == 0) {
      throw tooHeavy(units);
    }
    for (long left = units.quantity().units(); left > 0; left -= most) {
      Basket part = basket(units.withQuantity(Math.min(left, most)));
      if (!fits(part)) {
        close();
      }
      open = joined(open, part);
    }
  }

  private InvalidValueException tooHeavy(ReservedUnits units) {
    long grams = plan.face(units.shelf()).grams();
    return new InvalidValueException(
        ErrorCode.LIMIT_EXCEEDED,
        "grams of a unit of %s must be at most the %d of a tour: %d"
            .formatted(units.units().sku(), limits.grams().orElse(0), grams),
        Facts.of("sku", units.units().sku())
            .and("asked", grams)
            .and("allowed", limits.grams().orElse(0)));
  }

  private void close() {
    if (open.isEmpty()) {
      return;
    }
    if (closed.size() == MOST_BASKETS) {
      throw new InvalidValueException(
          ErrorCode.LIMIT_EXCEEDED,
          "tours of one order must be at most %d: raise the limits, which are %s"
              .formatted(MOST_BASKETS, limits),
          Facts.of("allowed", MOST_BASKETS)
              .and("order", open.parts().get(0).line().order()));
    }
    closed.add(open);
    open = Basket.EMPTY;
  }
}
