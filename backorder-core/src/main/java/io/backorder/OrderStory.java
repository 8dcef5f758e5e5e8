package io.backorder;

import static java.util.Objects.requireNonNull;

import io.backorder.ledger.LedgerEntry.LineEntry;
import io.backorder.stock.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of an order so far. Parts go in step with their kits and are left out. */
final class OrderStory {

  private final Instant placedAt;
  private final Map<String, LineStory> lines = new HashMap<>(2);

  OrderStory(Instant placedAt) {
    this.placedAt = placedAt;
  }

  /** A line that a document touched, and whether it had waited before. */
  record Touched(LineMoves moves, LineStory line, Waited waited) {

    Quantity waiting() {
      return Quantity.of(line.waiting());
    }
  }

  /** Whether units of a line waited. */
  enum Waited {
    BEFORE,
    NOT_YET
  }

  /** Goes on with all entries of one document about host lines of the order, in their order. */
  List<Touched> go(List<LineEntry> entries) {
    Map<String, Touched> touched = new LinkedHashMap<>();
    for (LineEntry entry : entries) {
      String number = entry.claim().line().line();
      Touched its = touched.computeIfAbsent(number, key -> touch(entry));
      its.moves.add(entry);
      entry.move(its.line, 1);
    }
    return new ArrayList<>(touched.values());
  }

  private Touched touch(LineEntry entry) {
    LineStory line = lines.computeIfAbsent(entry.claim().line().line(), key -> new LineStory());
    Waited waited = line.waiting() > 0 ? Waited.BEFORE : Waited.NOT_YET;
    return new Touched(new LineMoves(entry.claim()), line, waited);
  }

  Instant placedAt() {
    return placedAt;
  }

  LineStory line(String number) {
    return requireNonNull(lines.get(number), number);
  }

  /** Whether all that is left to ship may ship. */
  boolean isReady() {
    return !isClosed() && lines.values().stream().allMatch(line -> line.waiting() == 0);
  }

  boolean isClosed() {
    return lines.values().stream().noneMatch(LineStory::isOpen);
  }
}
