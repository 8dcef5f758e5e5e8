package io.backorder.jdbc;

import io.backorder.demand.OrderId;
import io.backorder.ledger.DocumentKind;
import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerEntry.Ordered;
import io.backorder.ledger.LedgerRecord;
import io.backorder.ledger.SourceDocument;
import io.backorder.stock.Sku;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads rows of the ledger, with their documents. */
final class LedgerReader {

  private final Statements sql;

  LedgerReader(Statements sql) {
    this.sql = sql;
  }

  /** The records of an item, by their sequence. */
  List<LedgerRecord> of(Sku sku) {
    return read(" WHERE e.sku = ? ORDER BY e.item_sequence", Statements.text(sku.value()));
  }

  /** The records of an order, document by document. */
  List<LedgerRecord> of(OrderId order) {
    return read(
        " WHERE e.order_no = ? ORDER BY d.first_position, e.entry_index",
        Statements.text(order.value()));
  }

  /** The records behind a position. Documents follow each other in the order of their positions. */
  List<LedgerRecord> after(long position, int limit) {
    return read(
        " WHERE d.first_position >= ? AND d.first_position <= ?"
            + " AND d.first_position + e.entry_index > ?"
            + " ORDER BY d.first_position, e.entry_index LIMIT " + limit,
        Statements.number(firstAtOrBefore(position + 1)),
        Statements.number(Long.MAX_VALUE - limit < position ? Long.MAX_VALUE : position + limit),
        Statements.number(position));
  }

  /** Where the document begins to which a position belongs. */
  private long firstAtOrBefore(long position) {
    long[] first = {0};
    sql.query(
        "SELECT MAX(first_position) AS first_position FROM $document WHERE first_position <= ?",
        row -> first[0] = row.getLong("first_position"),
        Statements.number(position));
    return first[0];
  }

  private List<LedgerRecord> read(String condition, Statements.Value... values) {
    List<Long> documents = new ArrayList<>();
    List<EntryRow> rows = new ArrayList<>();
    sql.query(
        EntryRow.SELECT + condition,
        row -> {
          documents.add(row.getLong("document"));
          rows.add(EntryRow.read(row, sql.dialect()));
        },
        values);
    Map<Long, Cause> causes = causes(Set.copyOf(documents));
    List<LedgerRecord> records = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      Cause cause = causes.get(documents.get(i));
      if (cause != null) {
        records.add(rows.get(i).record(cause.header, cause.document));
      }
    }
    return records;
  }

  private Map<Long, Cause> causes(Set<Long> ids) {
    Map<Long, DocumentReader.Header> headers = new LinkedHashMap<>();
    sql.queryNumbers(
        "SELECT id, kind, number, recorded_at, first_position, content, archived"
            + " FROM $document"
            + " WHERE id {keys}",
        ids,
        row -> headers.put(row.getLong("id"), DocumentReader.Header.read(row, sql.dialect())));
    Map<Long, List<LedgerEntry>> placed = placed(headers);
    Map<Long, Cause> causes = new HashMap<>();
    headers.forEach((id, header) ->
        causes.put(id, new Cause(header, header.document(placed.getOrDefault(id, List.of())))));
    return causes;
  }

  /** What orders were placed with, which is the content of their documents. */
  private Map<Long, List<LedgerEntry>> placed(Map<Long, DocumentReader.Header> headers) {
    Set<Long> orders = headers.entrySet().stream()
        .filter(each -> each.getValue().isTold())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
    Map<Long, List<LedgerEntry>> placed = new HashMap<>();
    sql.queryNumbers(
        EntryRow.SELECT
            + " WHERE e.document {keys} AND e.kind = ? ORDER BY e.document, e.entry_index",
        orders,
        row -> {
          EntryRow entry = EntryRow.read(row, sql.dialect());
          if (entry.entry() instanceof Ordered) {
            placed
                .computeIfAbsent(row.getLong("document"), key -> new ArrayList<>())
                .add(entry.entry());
          }
        },
        Statements.text(EntryKind.ORDERED.name()));
    return placed;
  }

  /** The documents that wrote no record, each with its time; sweeps are not remembered. */
  List<LedgerRecord.Cause> silent() {
    List<LedgerRecord.Cause> silent = new ArrayList<>();
    sql.query(
        "SELECT id, kind, number, recorded_at, first_position, content, archived FROM $document"
            + " WHERE entries = 0 AND kind <> ?",
        row -> {
          DocumentReader.Header header = DocumentReader.Header.read(row, sql.dialect());
          silent.add(new LedgerRecord.Cause(header.document(List.of()), header.recordedAt()));
        },
        Statements.text(DocumentKind.EXPIRE.name()));
    return silent;
  }

  private record Cause(DocumentReader.Header header, SourceDocument document) {}
}
