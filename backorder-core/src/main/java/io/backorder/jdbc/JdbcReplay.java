package io.backorder.jdbc;

import io.backorder.demand.HoldId;
import io.backorder.demand.OrderId;
import io.backorder.ledger.DocumentId;
import io.backorder.ledger.DocumentKind;
import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerEntry.LineEntry;
import io.backorder.ledger.LedgerEntry.Ordered;
import io.backorder.ledger.LedgerEntry.StockEntry;
import io.backorder.ledger.LedgerRecord;
import io.backorder.ledger.LedgerRecord.Cause;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.refusal.UnknownReferenceException;
import io.backorder.stock.Sku;
import io.backorder.store.HoldState;
import io.backorder.store.LineState;
import io.backorder.store.OrderState;
import io.backorder.store.Restored;
import io.backorder.store.StockStore;
import io.backorder.store.Work;
import io.backorder.supply.SupplyId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Applies the records of another ledger to empty tables, some hundred documents in a transaction. It
 * reads no clock, asks no policy and tells no listener.
 */
final class JdbcReplay {

  private static final int DOCUMENTS_PER_TRANSACTION = 500;

  private final JdbcUnitOfWork database;

  JdbcReplay(JdbcUnitOfWork database) {
    this.database = database;
  }

  void apply(List<LedgerRecord> history) {
    requireEmpty();
    List<Stretch> some = new ArrayList<>();
    long expected = 1;
    for (LedgerRecord record : history) {
      requireNext(record, expected++);
      Stretch last = some.isEmpty() ? null : some.get(some.size() - 1);
      if (last == null || !last.cause.equals(record.cause())) {
        flushIfMany(some);
        last = new Stretch(record.cause());
        some.add(last);
      }
      last.entries.add(record.entry());
    }
    flush(some);
  }

  /** Remembers documents that wrote no record. */
  void remember(List<Cause> silent) {
    List<Stretch> some = new ArrayList<>();
    for (Cause each : silent) {
      flushIfMany(some);
      some.add(new Stretch(each));
    }
    flush(some);
  }

  private void requireEmpty() {
    long size = database.ledger().size();
    if (size > 0) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "ledger must be empty before another is taken over: %d records".formatted(size),
          Facts.of("asked", size).and("allowed", 0));
    }
  }

  private static void requireNext(LedgerRecord record, long expected) {
    if (record.position() != expected) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "position must be %d: %d".formatted(expected, record.position()),
          Facts.of("asked", record.position()).and("allowed", expected));
    }
  }

  private void flushIfMany(List<Stretch> some) {
    if (some.size() == DOCUMENTS_PER_TRANSACTION) {
      flush(some);
      some.clear();
    }
  }

  private void flush(List<Stretch> some) {
    database.runAll(some).forEach(attempt -> attempt.get());
  }

  /** The records of one document, applied as they were decided. */
  private static final class Stretch implements Work<Boolean> {

    private final Cause cause;
    private final List<LedgerEntry> entries = new ArrayList<>();

    Stretch(Cause cause) {
      this.cause = cause;
    }

    @Override
    public Named names() {
      List<OrderId> orders = new ArrayList<>();
      for (LedgerEntry entry : entries) {
        if (entry instanceof LineEntry about) {
          orders.add(about.claim().line().order());
        }
      }
      DocumentId id = cause.document().id();
      List<HoldId> holds = endsHold(id) ? List.of(HoldId.of(id.number())) : List.of();
      return new Named(List.of(id), orders.stream().distinct().toList(), holds, supplies());
    }

    /** Supplies that were announced before; one that is announced here is made here. */
    private List<SupplyId> supplies() {
      List<SupplyId> supplies = new ArrayList<>();
      for (LedgerEntry entry : entries) {
        if (entry instanceof LedgerEntry.SupplyReceived e) {
          supplies.add(e.supply());
        } else if (entry instanceof LedgerEntry.SupplyRescheduled e) {
          supplies.add(e.supply());
        } else if (entry instanceof LedgerEntry.SupplyClosed e) {
          supplies.add(e.supply());
        }
      }
      return supplies.stream().distinct().toList();
    }

    private static boolean endsHold(DocumentId id) {
      return id.kind() == DocumentKind.CONFIRM || id.kind() == DocumentKind.RELEASE;
    }

    @Override
    public Collection<Sku> items(StockStore store) {
      return entries.stream().map(LedgerEntry::sku).distinct().toList();
    }

    @Override
    public Boolean decide(StockStore store) {
      store.stamp(cause.recordedAt());
      boolean isNew = store.remember(cause.document()).isEmpty();
      openOrder(store);
      Restored.hold(cause, entries).ifPresent(store::open);
      for (LedgerEntry entry : entries) {
        if (entry instanceof LineEntry about) {
          store.apply(line(store, about), about);
        } else {
          store.apply((StockEntry) entry);
        }
      }
      endHold(store);
      store.settle(turned -> {});
      return isNew;
    }

    private void openOrder(StockStore store) {
      List<Ordered> joined = new ArrayList<>();
      for (LedgerEntry entry : entries) {
        if (entry instanceof Ordered ordered) {
          joined.add(ordered);
        }
      }
      if (!joined.isEmpty()) {
        OrderId id = joined.get(0).claim().line().order();
        store.open(id, joined.get(0).terms(), joined.stream().map(Ordered::line).toList());
      }
    }

    private static LineState line(StockStore store, LineEntry entry) {
      OrderId id = entry.claim().line().order();
      OrderState order = store
          .order(id)
          .orElseThrow(() -> new UnknownReferenceException(
              ErrorCode.UNKNOWN_ORDER,
              "order must be opened by an earlier record: " + id,
              Facts.of("order", id)));
      return order.lineOrPart(entry.claim().line().line());
    }

    private void endHold(StockStore store) {
      DocumentId id = cause.document().id();
      if (endsHold(id)) {
        HoldState.End end =
            id.kind() == DocumentKind.CONFIRM ? HoldState.End.CONFIRMED : HoldState.End.RELEASED;
        store.hold(HoldId.of(id.number())).ifPresent(hold -> store.close(hold, end));
      }
    }
  }
}
