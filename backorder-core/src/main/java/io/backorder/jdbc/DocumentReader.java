package io.backorder.jdbc;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.ledger.DocumentId;
import io.backorder.ledger.DocumentKind;
import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerEntry.Ordered;
import io.backorder.ledger.LedgerRecord;
import io.backorder.ledger.SourceDocument;
import io.backorder.store.Remembered;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks posted documents up by their keys, with what they did. */
final class DocumentReader {

  private static final String HEADERS =
      "SELECT id, kind, number, key_number, order_no, recorded_at, entries, first_position, content,"
          + " archived FROM $document WHERE ";

  private final Statements sql;

  /**
   * Makes a reader. It takes no lock, not even inside an old snapshot: a lock on a key that is not there
   * would keep others from posting other documents. A document that the snapshot does not show yet
   * meets the unique key when it is written.
   */
  DocumentReader(Statements sql) {
    this.sql = sql;
  }

  /** Returns those of some documents that were posted before. */
  Map<DocumentId, Remembered> find(Collection<DocumentId> wanted) {
    Map<DocumentKind, List<String>> byKind = new LinkedHashMap<>();
    for (DocumentId each : wanted) {
      if (!each.kind().isRepeatable()) {
        byKind.computeIfAbsent(each.kind(), kind -> new ArrayList<>()).add(each.number());
      }
    }
    Map<DocumentId, Header> found = new LinkedHashMap<>();
    byKind.forEach((kind, numbers) -> find(kind, numbers, found));
    return found.isEmpty() ? Map.of() : remembered(found);
  }

  /** When the document was posted that opened an order. */
  Instant recordedAt(OrderId order) {
    List<Instant> found = new ArrayList<>(1);
    sql.queryKeys(
        HEADERS + "order_no {keys}" + sql.current(), // it is there, as its claims are
        List.of(order.value()),
        row -> found.add(header(row).recordedAt));
    return found.get(0);
  }

  /** An order's number is taken by whatever document opened the order. */
  private void find(DocumentKind kind, List<String> numbers, Map<DocumentId, Header> found) {
    if (kind == DocumentKind.PLACE) {
      sql.queryKeys(
          HEADERS + "order_no {keys}",
          numbers,
          row -> found.put(new DocumentId(kind, row.getString("order_no")), header(row)));
    } else {
      sql.queryKeys(
          HEADERS + "key_number {keys} AND kind = ?",
          numbers,
          row -> found.put(new DocumentId(kind, row.getString("key_number")), header(row)),
          Statements.text(kind.name()));
    }
  }

  private Header header(ResultSet row) throws SQLException {
    return Header.read(row, sql.dialect());
  }

  private Map<DocumentId, Remembered> remembered(Map<DocumentId, Header> found) {
    Map<Long, List<EntryRow>> entries = new HashMap<>();
    sql.queryNumbers(
        EntryRow.SELECT + " WHERE e.document {keys} ORDER BY e.document, e.entry_index",
        found.values().stream().map(Header::id).toList(),
        row -> entries
            .computeIfAbsent(row.getLong("document"), key -> new ArrayList<>())
            .add(EntryRow.read(row, sql.dialect())));
    Map<DocumentId, Remembered> remembered = new HashMap<>();
    found.forEach((id, header) -> {
      List<EntryRow> its = entries.getOrDefault(header.id, List.of());
      SourceDocument document =
          header.document(its.stream().map(EntryRow::entry).toList());
      List<LedgerRecord> records =
          its.stream().map(each -> each.record(header, document)).toList();
      remembered.put(id, new Remembered(document, records));
    });
    return remembered;
  }

  /** A posted document without its entries. */
  record Header(long id, DocumentId key, Instant recordedAt, Stored stored) {

    static Header read(ResultSet row, Dialect dialect) throws SQLException {
      DocumentKind kind = DocumentKind.valueOf(row.getString("kind"));
      boolean isArchived = row.getInt("archived") > 0;
      Stored stored =
          new Stored(row.getLong("first_position"), isArchived, row.getString("content"));
      return new Header(
          row.getLong("id"),
          new DocumentId(kind, row.getString("number")),
          requireNonNull(ColumnType.readTime(row, "recorded_at", dialect), "recorded_at"),
          stored);
    }

    /** Whether the entries tell the content. */
    boolean isTold() {
      return stored.content == null && !stored.isArchived;
    }

    /** The document, whose content is kept, or is what its order's lines were placed with. */
    SourceDocument document(List<LedgerEntry> entries) {
      if (stored.isArchived) {
        return new SourceDocument.Archived(key);
      }
      String content = stored.content;
      if (content != null) {
        return new StoredDocument(key, FieldText.read(content));
      }
      List<OrderLine> lines = new ArrayList<>();
      Ordered last = null;
      for (LedgerEntry entry : entries) {
        if (entry instanceof Ordered ordered) {
          if (!ordered.line().isPart()) {
            lines.add(ordered.line());
          }
          last = ordered;
        }
      }
      return new StoredDocument(
          key,
          last == null // somebody has removed entries, which a verification names
              ? Map.of()
              : SourceDocument.Fields.ofOrder(lines, last.terms()).asMap());
    }
  }

  /**
   * What is kept of a document.
   *
   * @param firstPosition the position of its first entry, 0 before it is given out
   * @param isArchived whether its content is forgotten
   * @param content its content, or null where its entries tell it
   */
  record Stored(
      long firstPosition, boolean isArchived, @Nullable String content) {}
}
