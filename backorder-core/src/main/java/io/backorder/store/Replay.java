package io.backorder.store;

import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderTerms;
import io.backorder.ledger.DocumentId;
import io.backorder.ledger.DocumentKind;
import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerEntry.LineEntry;
import io.backorder.ledger.LedgerEntry.Ordered;
import io.backorder.ledger.LedgerEntry.StockEntry;
import io.backorder.ledger.LedgerRecord;
import io.backorder.ledger.LedgerRecord.Cause;
import io.backorder.ledger.SourceDocument;
import io.backorder.refusal.DocumentConflictException;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.UnknownReferenceException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Applies the records of a ledger to an empty store, document by document. It reads no clock, asks no
 * policy and tells no listener.
 */
final class Replay {

  private final MemoryUnitOfWork memory;
  private final ReplayedHolds holds;
  private final List<LedgerRecord> stretch = new ArrayList<>();
  private @Nullable OrderState opened;

  Replay(MemoryUnitOfWork memory) {
    this.memory = memory;
    this.holds = new ReplayedHolds(memory);
  }

  void apply(List<LedgerRecord> history) {
    Cause current = null;
    for (LedgerRecord record : history) {
      if (current != null && !record.cause().equals(current)) {
        applyDocument(current);
      }
      current = record.cause();
      stretch.add(record);
    }
    if (current != null) {
      applyDocument(current);
    }
  }

  private void applyDocument(Cause cause) {
    openOrder();
    holds.open(cause, stretch);
    List<LineState> touched = new ArrayList<>();
    List<Object> subjects = new ArrayList<>(stretch.size());
    for (LedgerRecord record : stretch) {
      subjects.add(apply(record.entry(), touched));
    }
    touched.forEach(this::settle);
    restore(cause, subjects);
    stretch.clear();
    opened = null;
  }

  private void restore(Cause cause, List<Object> subjects) {
    Posted posted = remember(cause.document());
    memory.records().requireNext(stretch.get(0));
    MemoryLedger.Stretch rows = memory.records().allot(posted, cause.recordedAt(), stretch.size());
    for (int i = 0; i < stretch.size(); i++) {
      LedgerEntry entry = stretch.get(i).entry();
      rows.put(i, entry, memory.itemOf(entry.sku()).trail, subjects.get(i));
    }
    done(posted, rows);
    if (cause.document().isArchived() && posted.archive()) {
      memory.register().forgot();
    }
    if (opened != null) {
      done(opened, rows);
    }
  }

  /** Remembers a document that wrote no record. */
  void remember(Cause cause) {
    PostedDocument posted = new PostedDocument(cause.document());
    DocumentId id = cause.document().id();
    holds.open(cause, List.of());
    holds.close(id);
    enter(id, posted);
    posted.wroteNothing(cause.recordedAt());
    posted.done();
    if (cause.document().isArchived() && posted.archive()) {
      memory.register().forgot();
    }
  }

  private void done(Posted posted, MemoryLedger.Stretch rows) {
    posted.wrote(rows.first(), stretch.size());
    posted.done();
  }

  /** A document opens one order at most, whose lines all join the queue by it. */
  private void openOrder() {
    List<Ordered> joined = new ArrayList<>(1);
    for (LedgerRecord record : stretch) {
      if (record.entry() instanceof Ordered ordered) {
        joined.add(ordered);
      }
    }
    if (!joined.isEmpty()) {
      OrderId id = joined.get(0).claim().line().order();
      OrderTerms terms = memory.shared(joined.get(0).terms());
      List<OrderLine> lines = joined.stream().map(Ordered::line).toList();
      opened = new OrderState(id, terms, lines, sku -> memory.itemOf(sku).state);
      enter(new DocumentId(DocumentKind.PLACE, id.value()), opened);
    }
  }

  /** Applies an entry and returns its subject: the claim, or else the item. */
  private Object apply(LedgerEntry entry, List<LineState> touched) {
    if (entry instanceof LineEntry about) {
      LineState line = line(about);
      if (line.touch()) {
        touched.add(line);
      }
      about.move(line, 1);
      return line.claimState(about.claim());
    }
    ItemState item = memory.itemOf(entry.sku()).state;
    ((StockEntry) entry).move(item, 1);
    return item;
  }

  private LineState line(LineEntry entry) {
    OrderId id = entry.claim().line().order();
    if (memory.register().find(DocumentKind.PLACE, id.value()) instanceof OrderState order) {
      return order.lineOrPart(entry.claim().line().line());
    }
    throw new UnknownReferenceException(
        ErrorCode.UNKNOWN_ORDER,
        "order must be opened by an earlier record: " + id,
        Facts.of("order", id));
  }

  private void settle(LineState line) {
    line.order().settle(line.waitingSinceTouch(), line.openSinceTouch());
    line.untouch();
  }

  /** An order placed under its own number is remembered by itself. */
  private Posted remember(SourceDocument document) {
    DocumentId id = document.id();
    if (id.kind() == DocumentKind.PLACE && opened != null) {
      return opened;
    }
    holds.close(id);
    PostedDocument posted = new PostedDocument(document);
    if (!id.kind().isRepeatable()) {
      enter(id, posted);
    }
    return posted;
  }

  private void enter(DocumentId id, Posted posted) {
    if (memory.register().enter(id.kind(), id.number(), posted) != null) {
      throw new DocumentConflictException(
          ErrorCode.DOCUMENT_CONFLICT,
          "document must stand once in its history: " + id,
          Facts.of("document", id));
    }
  }
}
