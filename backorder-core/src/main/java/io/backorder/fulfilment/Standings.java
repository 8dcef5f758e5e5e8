package io.backorder.fulfilment;

import io.backorder.demand.PlaceInLine;
import io.backorder.stock.Quantity;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where the open units of one line stand. Arrivals are numbered by item; so that lines of several items can
 * be compared, a place here has the keys of the policy and the position in the ledger at which the units
 * joined, which grows as the arrivals of each item do.
 */
final class Standings {

  private final Map<PlaceInLine, Joined> byClaim = new TreeMap<>();
  private long position;

  Standings() {}

  Standings(Standings other) {
    byClaim.putAll(other.byClaim);
    position = other.position;
  }

  /** Units that joined together: where they stand among lines of all items, and how many are open. */
  private record Joined(PlaceInLine place, Quantity open) {

    Joined moved(long units) {
      return new Joined(
          place, units < 0 ? open.minus(Quantity.of(-units)) : open.plus(Quantity.of(units)));
    }
  }

  void joinAt(long now) {
    position = now;
  }

  void move(PlaceInLine claim, long units) {
    Joined joined = byClaim.computeIfAbsent(
        claim, key -> new Joined(PlaceInLine.ranked(position, key.keys()), Quantity.ZERO));
    byClaim.put(claim, joined.moved(units));
  }

  /** The best place at which a unit is open. */
  Optional<PlaceInLine> best() {
    return byClaim.values().stream()
        .filter(each -> !each.open.isZero())
        .map(Joined::place)
        .min(PlaceInLine::compareTo);
  }
}
