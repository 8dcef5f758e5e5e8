package io.backorder.posting;

import io.backorder.demand.OrderLineId;
import io.backorder.pegging.Arrival;
import io.backorder.promise.Promise;
import io.backorder.stock.Quantity;
import io.backorder.store.LineState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was found for the lines of a queue that were read so far. */
final class PromisesFound {

  private final PromiseBook book;
  private final Map<OrderLineId, Pegs> pegs = new HashMap<>();
  private final Set<LineState> lines = new LinkedHashSet<>();
  private int withDay;

  PromisesFound(PromiseBook book) {
    this.book = book;
  }

  /** Units of a line that were read, and what was found for them. */
  private static final class Pegs {

    private final List<Arrival> found = new ArrayList<>(1);
    private long units;
  }

  /** Takes the units of a line off what is left, behind units that were not. */
  void read(QueuedLine next, long ahead) {
    Pegs its = pegs.computeIfAbsent(next.id(), key -> new Pegs());
    its.found.addAll(book.take(next, ahead));
    its.units += next.waiting().units();
    LineState line = next.claim().line();
    if (lines.add(line) && line.promised().isPresent()) {
      withDay++;
    }
  }

  /** The lines, first in line first. */
  Set<LineState> lines() {
    return lines;
  }

  /** How many of the lines have a day that was told. */
  int withDay() {
    return withDay;
  }

  /** Whether every waiting unit of a line was read. */
  boolean hasAll(LineState line) {
    Pegs known = pegs.get(line.id());
    return known != null && known.units >= line.waiting();
  }

  /** The promise of a line; nothing is found for units that were not read. */
  Promise of(LineState line) {
    Pegs known = pegs.get(line.id());
    return book.promise(known == null ? List.of() : known.found, Quantity.of(line.waiting()));
  }
}
