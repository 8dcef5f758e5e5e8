package io.backorder.picking;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is taken together whatever else is on the tour: an order's units, or the part of them that fits on
 * one tour.
 *
 * @param parts the units
 * @param bins the places on the way that they are taken from
 * @param load how much they are
 */
record Basket(List<ReservedUnits> parts, BitSet bins, Load load) {

  static final Basket EMPTY = new Basket(List.of(), new BitSet(), Load.NONE);

  /** Returns both baskets as one; an order that is in both is counted twice, which is safe. */
  Basket plus(Basket other) {
    List<ReservedUnits> both = new ArrayList<>(parts);
    both.addAll(other.parts);
    BitSet union = (BitSet) bins.clone();
    union.or(other.bins);
    return new Basket(both, union, load.plus(other.load));
  }

  int shared(Basket other) {
    BitSet both = (BitSet) bins.clone();
    both.and(other.bins);
    return both.cardinality();
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  /** The units, each order line once. */
  List<ReservedUnits> byLine() {
    Map<Slot, ReservedUnits> lines = new LinkedHashMap<>();
    for (ReservedUnits part : parts) {
      lines.merge(
          Slot.of(part),
          part,
          (a, b) -> a.withQuantity(a.quantity().plus(b.quantity()).units()));
    }
    return List.copyOf(lines.values());
  }
}
