package io.backorder.jdbc;

import io.backorder.ledger.DocumentId;
import io.backorder.ledger.DocumentKind;
import io.backorder.ledger.SourceDocument;
import io.backorder.store.HoldState;
import io.backorder.store.Journal;
import io.backorder.store.OrderState;
import io.backorder.store.StockStore.Turned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One document of a unit of work: what it did so far, before anything of it is written. */
final class Task {

  final Journal journal = new Journal();
  final Map<HoldState, HoldState.End> ended = new HashMap<>();
  final List<Runnable> committing = new ArrayList<>(1);
  List<Journal.Change> changes = List.of();
  Consumer<List<Turned>> settled = turned -> {};
  Instant now = Instant.EPOCH;

  @Nullable
  SourceDocument document;

  @Nullable
  OrderState order;

  @Nullable
  HoldState hold;

  /** Whether the document is to be remembered: one that did nothing and may be repeated is not. */
  boolean isKept() {
    SourceDocument posted = document;
    return posted != null
        && (!posted.id().kind().isRepeatable() || !journal.entries().isEmpty() || !ended.isEmpty());
  }

  /** The keys by which a repeat is known: its own, and that of the order that it opened; what may be repeated has none. */
  List<DocumentId> keys() {
    SourceDocument posted = document;
    OrderState opened = order;
    List<DocumentId> keys = new ArrayList<>(1);
    if (opened != null) {
      keys.add(new DocumentId(DocumentKind.PLACE, opened.id().value()));
    }
    if (posted != null && hasOwnKey(posted.id().kind())) {
      keys.add(posted.id());
    }
    return keys;
  }

  /** Whether a kind of document is known by its own number; one that places an order is known by that. */
  static boolean hasOwnKey(DocumentKind kind) {
    return kind != DocumentKind.PLACE && !kind.isRepeatable();
  }
}
