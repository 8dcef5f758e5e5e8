package io.backorder.posting;

import io.backorder.allocation.Backlog;
import io.backorder.allocation.Shelf;
import io.backorder.stock.Quantity;
import io.backorder.store.LineState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What lines would get of the free units of an item, if they were delivered in part. */
record InPart(FreeUnits free, Rules rules, Instant now) {

  /**
   * The units that each of the lines of an order lacks of all that it waits for, if the lines are served
   * one after the other.
   */
  List<Long> lacking(List<LineState> lines) {
    Shelf shelf = free.shelf();
    List<Long> lacking = new ArrayList<>(lines.size());
    for (LineState line : lines) {
      QueuedLine queued =
          QueuedLine.of(line.claims().get(0), line.queued(), now).inPart();
      Quantity usable = shelf.usableBy(queued);
      if (!usable.isZero()) {
        shelf.grant(queued, usable);
      }
      lacking.add(line.queued() - usable.units());
    }
    return lacking;
  }

  /** What a line would get if its order were delivered in part and nobody else could use a unit. */
  long inPart(List<LineState> lines, LineState line) {
    if (free.isEmpty()) {
      return 0;
    }
    List<QueuedLine> parts = lines.stream()
        .flatMap(each -> each.claims().stream())
        .filter(claim -> claim.queued() > 0)
        .map(claim -> QueuedLine.of(claim, claim.queued(), now).inPart())
        .sorted(Comparator.comparing(QueuedLine::place))
        .toList();
    return rules
        .policy()
        .allocate(Backlog.of(free.item().sku(), parts), free.shelf())
        .grants()
        .stream()
        .filter(grant -> ((QueuedLine) grant.line()).claim().line() == line)
        .mapToLong(grant -> grant.quantity().units())
        .sum();
  }
}
