package io.backorder.reallocation;

import io.backorder.demand.OrderLineId;
import io.backorder.reallocation.ReallocationPlan.Move;
import io.backorder.stock.Location;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.StockUnits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Who gains whose units of an item: at each location, the first in line gains those of the last in line
 * that loses, then what was free.
 */
record Moves(ItemFlow flow, List<PlannedLine> lines) {

  /** Units that a line gains or loses at a location. */
  private record Share(OrderLineId line, long units) {}

  List<Move> list() {
    List<PlannedLine> changed = lines.stream().filter(PlannedLine::isChanged).toList();
    List<Move> moves = new ArrayList<>();
    if (!changed.isEmpty()) {
      for (Location location : flow.supply().locations()) {
        at(location.id(), changed, moves);
      }
    }
    return moves;
  }

  private void at(LocationId location, List<PlannedLine> changed, List<Move> moves) {
    List<Share> gains = new ArrayList<>();
    List<Share> losses = new ArrayList<>();
    for (PlannedLine line : changed) {
      long before = ReallocationPlan.units(line.before().confirmedAt(), location);
      long after = ReallocationPlan.units(line.confirmedAt(), location);
      if (after > before) {
        gains.add(new Share(line.id(), after - before));
      } else if (after < before) {
        losses.add(new Share(line.id(), before - after));
      }
    }
    Collections.reverse(losses);
    match(location, gains, losses, moves);
  }

  private void match(LocationId location, List<Share> gains, List<Share> losses, List<Move> moves) {
    int gain = 0;
    int loss = 0;
    long gained = 0;
    long lost = 0;
    while (gain < gains.size() || loss < losses.size()) {
      long wanted = gain < gains.size() ? gains.get(gain).units - gained : Long.MAX_VALUE;
      long given = loss < losses.size() ? losses.get(loss).units - lost : Long.MAX_VALUE;
      long units = Math.min(wanted, given);
      moves.add(new Move(
          StockUnits.of(flow.item().sku(), location, Quantity.of(units)),
          line(losses, loss),
          line(gains, gain)));
      gained = units == wanted ? 0 : gained + units;
      lost = units == given ? 0 : lost + units;
      gain += units == wanted ? 1 : 0;
      loss += units == given ? 1 : 0;
    }
  }

  private static Optional<OrderLineId> line(List<Share> shares, int index) {
    return index < shares.size() ? Optional.of(shares.get(index).line) : Optional.empty();
  }
}
