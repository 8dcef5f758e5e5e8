package io.backorder;

import io.backorder.demand.OrderId;
import io.backorder.ledger.DocumentId;
import io.backorder.ledger.DocumentKind;
import io.backorder.ledger.LedgerEntry.LineEntry;
import io.backorder.ledger.LedgerRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The records that one document wrote, at least one. */
record DocumentEntries(List<LedgerRecord> records) {

  /** Puts records, in the order of their positions, together document by document. */
  static final class Reader {

    private final Consumer<DocumentEntries> documents;
    private List<LedgerRecord> open = new ArrayList<>();

    Reader(Consumer<DocumentEntries> documents) {
      this.documents = documents;
    }

    void add(LedgerRecord record) {
      if (!open.isEmpty() && !isOfOne(open.get(0), record)) {
        end();
      }
      open.add(record);
    }

    /** Sweeps share one number. */
    private static boolean isOfOne(LedgerRecord one, LedgerRecord other) {
      return one.document().equals(other.document()) && one.recordedAt().equals(other.recordedAt());
    }

    void end() {
      if (!open.isEmpty()) {
        List<LedgerRecord> whole = open;
        open = new ArrayList<>();
        documents.accept(new DocumentEntries(whole));
      }
    }
  }

  DocumentId id() {
    return records.get(0).document();
  }

  /** What tells the document from every other one; sweeps share one number. */
  String change() {
    return id().kind() == DocumentKind.EXPIRE
        ? id() + " at " + records.get(0).position()
        : id().toString();
  }

  Instant at() {
    return records.get(0).recordedAt();
  }

  long lastPosition() {
    return records.get(records.size() - 1).position();
  }

  /** The entries about lines that hosts named, order by order. */
  Map<OrderId, List<LineEntry>> byOrder() {
    Map<OrderId, List<LineEntry>> found = new LinkedHashMap<>();
    for (LedgerRecord record : records) {
      if (record.entry() instanceof LineEntry entry && !entry.claim().line().isPart()) {
        found
            .computeIfAbsent(entry.claim().line().order(), key -> new ArrayList<>())
            .add(entry);
      }
    }
    return found;
  }
}
