package io.backorder.posting;

import io.backorder.demand.OrderLineId;
import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerEntry.LineEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The entries of one document as they are told: units that were given up for others, what became of newly
 * ordered units, line by line in the order of the lines, then everything else, and last whom the freed units
 * filled. They are written
 * in another order: who waits is served before newcomers, and the own units of a confirmed hold are
 * reserved before the rest of any line is served.
 */
final class LineByLine {

  private LineByLine() {}

  static List<LedgerEntry> of(List<LedgerEntry> entries) {
    return isToldAsWritten(entries) ? entries : grouped(entries);
  }

  /** Whether at most one line is new and nothing but promises stands behind a fill. */
  private static boolean isToldAsWritten(List<LedgerEntry> entries) {
    int newLines = 0;
    boolean filled = false;
    for (LedgerEntry entry : entries) {
      boolean fill = entry instanceof LedgerEntry.BackorderFilled;
      if (entry instanceof LedgerEntry.Promised) {
        return newLines < 2; // promises are written last
      } else if (filled && !fill) {
        return false;
      }
      filled = fill;
      newLines += entry instanceof LedgerEntry.Ordered ? 1 : 0;
    }
    return newLines < 2;
  }

  private static List<LedgerEntry> grouped(List<LedgerEntry> entries) {
    Map<OrderLineId, List<LedgerEntry>> lines = new LinkedHashMap<>();
    List<LedgerEntry> rest = new ArrayList<>();
    List<LedgerEntry> fills = new ArrayList<>();
    List<LedgerEntry> promises = new ArrayList<>(0);
    for (LedgerEntry entry : entries) {
      if (entry instanceof LedgerEntry.Ordered ordered) {
        lines.put(ordered.claim().line(), new ArrayList<>(2));
      }
    }
    for (LedgerEntry entry : entries) {
      boolean fill = entry instanceof LedgerEntry.BackorderFilled;
      if (entry instanceof LedgerEntry.Promised) {
        promises.add(entry);
      } else {
        (fill ? fills : groupOf(entry, lines, rest)).add(entry);
      }
    }
    List<LedgerEntry> told = new ArrayList<>(entries.size());
    if (!lines.isEmpty()) {
      rest.stream().filter(LineByLine::isGivenUp).forEach(told::add);
      rest.removeIf(LineByLine::isGivenUp);
    }
    lines.values().forEach(told::addAll);
    told.addAll(rest);
    told.addAll(fills);
    told.addAll(promises);
    return told;
  }

  private static boolean isGivenUp(LedgerEntry entry) {
    return entry instanceof LedgerEntry.Released || entry instanceof LedgerEntry.Cancelled;
  }

  private static List<LedgerEntry> groupOf(
      LedgerEntry entry, Map<OrderLineId, List<LedgerEntry>> lines, List<LedgerEntry> rest) {
    boolean ofNewUnits = entry instanceof LedgerEntry.Ordered
        || entry instanceof LedgerEntry.Reserved
        || entry instanceof LedgerEntry.Backordered
        || entry instanceof LedgerEntry.Refused;
    return ofNewUnits && entry instanceof LineEntry about
        ? lines.getOrDefault(about.claim().line(), rest)
        : rest;
  }
}
