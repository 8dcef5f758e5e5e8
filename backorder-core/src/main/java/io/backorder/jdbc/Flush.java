package io.backorder.jdbc;

import static java.util.Objects.requireNonNull;

import io.backorder.ledger.DocumentKind;
import io.backorder.ledger.HashChain;
import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerRecord.Cause;
import io.backorder.ledger.SourceDocument;
import io.backorder.store.ClaimState;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes what the documents of a unit of work did: a bulk statement for each table, whatever they are. */
final class Flush {

  private static final int DOCUMENT_FIELDS = 8;

  private final Statements sql;
  private final WorkingSet set;
  private final List<Task> tasks;
  private final Set<ItemRow> touchedItems = new LinkedHashSet<>();
  private final Set<ClaimState> touchedClaims = new LinkedHashSet<>();

  Flush(Statements sql, WorkingSet set, List<Task> tasks) {
    this.sql = sql;
    this.set = set;
    this.tasks = tasks.stream().filter(Task::isKept).toList();
  }

  void write() {
    if (tasks.isEmpty()) {
      return;
    }
    List<Long> documents = sql.insertNumbered(documents());
    Bulk entries = entries(documents);
    new OrderCounters(sql).settle(tasks);
    new HoldWriter(sql).write(tasks);
    new ItemWriter(sql, touchedItems).write();
    new ClaimWriter(sql, set, touchedClaims).write(tasks);
    sql.write(entries);
  }

  private Bulk documents() {
    Bulk rows = TermsColumns.declare(Bulk.insert("document")
        .texts("kind", "number", "key_number", "order_no")
        .column("recorded_at", ColumnType.TIME)
        .ints("entries", "archived")
        .texts("content"));
    for (Task task : tasks) {
      SourceDocument document = requireNonNull(task.document, "document");
      boolean isTold = document.id().kind() == DocumentKind.PLACE || document.isArchived();
      @Nullable Object[] row = new Object[DOCUMENT_FIELDS + TermsColumns.COUNT];
      row[0] = document.id().kind().name();
      row[1] = document.id().number();
      row[2] = key(document);
      row[3] = task.order == null ? null : task.order.id().value();
      row[4] = task.now;
      row[5] = task.journal.entries().size();
      row[6] = document.isArchived() ? 1 : 0;
      row[7] = isTold ? null : FieldText.of(document.content());
      TermsColumns.put(task.order == null ? null : task.order.terms(), row, DOCUMENT_FIELDS);
      rows.add(row);
    }
    return rows;
  }

  private static @Nullable String key(SourceDocument document) {
    return Task.hasOwnKey(document.id().kind()) ? document.id().number() : null;
  }

  /** Numbers and chains the entries, and notes what they touched. */
  private Bulk entries(List<Long> documents) {
    Bulk rows = EntryColumns.declare(Bulk.insert("ledger_entry")
            .longs("document")
            .ints("entry_index")
            .texts("sku")
            .longs("item_sequence"))
        .bytes("chain");
    HashChain chain = HashChain.fold();
    for (int i = 0; i < tasks.size(); i++) {
      Task task = tasks.get(i);
      Cause cause = new Cause(requireNonNull(task.document, "document"), task.now);
      List<LedgerEntry> entries = task.journal.entries();
      for (int k = 0; k < entries.size(); k++) {
        @Nullable Object[] row = new Object[4 + EntryColumns.COUNT + 1];
        row[0] = documents.get(i);
        row[1] = k;
        link(chain, cause, entries.get(k), row);
        rows.add(row);
        note(task.journal.subject(k));
      }
    }
    return rows;
  }

  private void link(HashChain chain, Cause cause, LedgerEntry entry, @Nullable Object[] row) {
    ItemRow item = set.item(entry.sku());
    touchedItems.add(item);
    item.sequence++;
    item.recordedAt = cause.recordedAt();
    item.chain = chain.link(item.chain, item.sequence, cause, entry);
    row[2] = entry.sku().value();
    row[3] = item.sequence;
    EntryColumns.put(entry, row, 4);
    row[4 + EntryColumns.COUNT] = item.chain.bytes();
  }

  private void note(Object subject) {
    if (subject instanceof ClaimState claim) {
      touchedClaims.add(claim);
    }
  }
}
