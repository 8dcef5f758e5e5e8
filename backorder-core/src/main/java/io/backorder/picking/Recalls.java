package io.backorder.picking;

import io.backorder.demand.OrderLineId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Units that a list asked for until a moment ago and that whoever picks it may have in hand: a lamp still
 * shows them, or they stand on paper. They are remembered until it is said what was taken for the line, or
 * that the list is picked no more.
 */
final class Recalls {

  private final Map<Key, ReservedUnits> recalled = new HashMap<>();

  /** A line of a list, which may be there no more. */
  private record Key(String list, OrderLineId line) {}

  void add(String list, ReservedUnits units) {
    recalled.merge(
        new Key(list, units.line()),
        units,
        (one, other) -> one.withQuantity(one.quantity().plus(other.quantity()).units()));
  }

  Optional<ReservedUnits> of(String list, OrderLineId line) {
    return Optional.ofNullable(recalled.get(new Key(list, line)));
  }

  List<ReservedUnits> of(String list) {
    List<ReservedUnits> found = new ArrayList<>();
    recalled.forEach((key, units) -> {
      if (key.list.equals(list)) {
        found.add(units);
      }
    });
    found.sort(ReservedUnits.BY_LINE);
    return found;
  }

  void end(String list, OrderLineId line) {
    recalled.remove(new Key(list, line));
  }

  void end(String list) {
    recalled.keySet().removeIf(key -> key.list.equals(list));
  }
}
