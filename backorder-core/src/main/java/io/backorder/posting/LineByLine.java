package io.backorder.posting;

import io.backorder.demand.OrderLineId;
import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerEntry.LineEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The entries of one document as they are told: what became of newly ordered units, line by line in
 * the order of the lines, and then everything else. A confirmed hold is written in another order,
 * because its own units must be known as reserved before the rest of any line is served.
 */
final class LineByLine {

  private LineByLine() {}

  static List<LedgerEntry> of(List<LedgerEntry> entries) {
    Map<OrderLineId, List<LedgerEntry>> lines = new LinkedHashMap<>();
    for (LedgerEntry entry : entries) {
      if (entry instanceof LedgerEntry.Ordered ordered) {
        lines.put(ordered.claim().line(), new ArrayList<>(2));
      }
    }
    return lines.size() < 2 ? entries : grouped(entries, lines);
  }

  private static List<LedgerEntry> grouped(
      List<LedgerEntry> entries, Map<OrderLineId, List<LedgerEntry>> lines) {
    List<LedgerEntry> rest = new ArrayList<>();
    for (LedgerEntry entry : entries) {
      groupOf(entry, lines, rest).add(entry);
    }
    List<LedgerEntry> grouped = new ArrayList<>(entries.size());
    lines.values().forEach(grouped::addAll);
    grouped.addAll(rest);
    return grouped;
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
