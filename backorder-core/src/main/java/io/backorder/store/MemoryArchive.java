package io.backorder.store;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderId;
import io.backorder.ledger.LedgerEntry.LineEntry;
import io.backorder.ledger.LedgerRecord;
import io.backorder.stock.Sku;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Forgets old documents and closed orders in memory. One caller archives at a time, while others post.
 *
 * <p>It reads the whole ledger, so that nothing is kept per order to know when it was last touched.
 */
final class MemoryArchive {

  private static final int PAGE = 1024;

  private final MemoryUnitOfWork memory;
  private Retention.Horizon horizon = Retention.Horizon.NONE;

  MemoryArchive(MemoryUnitOfWork memory) {
    this.memory = memory;
  }

  synchronized Retention.Horizon horizon() {
    return horizon;
  }

  synchronized Retention.Archived to(Retention.Horizon asked) {
    raise(asked);
    MemoryLedger records = memory.records();
    long documents = records.archive(horizon.documents(), memory.register());
    return new Retention.Archived(documents + archiveSilent(), dropOrders());
  }

  /** Takes a horizon over with an import, whose documents tell themselves whether they are archived. */
  synchronized void restore(Retention.Horizon imported) {
    raise(imported);
    dropOrders();
  }

  /** From here on no record is earlier than the horizon, and the earlier ones are all written. */
  private void raise(Retention.Horizon asked) {
    horizon = horizon.or(requireNonNull(asked, "horizon"));
    memory.records().advance(horizon.documents());
    memory.records().advance(horizon.orders());
    memory.records().awaitAll();
  }

  private long archiveSilent() {
    long archived = 0;
    for (Posted each : memory.register().silent()) {
      if (each.wroteNothingAt().isBefore(horizon.documents()) && each.archive()) {
        memory.register().forgot();
        archived++;
      }
    }
    return archived;
  }

  private long dropOrders() {
    long end = memory.records().awaitAll();
    long dropped = 0;
    for (OrderId id : untouched(end)) {
      if (memory.inSession(store -> drop(store, id, end))) {
        dropped++;
      }
    }
    return dropped;
  }

  /** The orders of which something was recorded, but nothing since the horizon. */
  private Set<OrderId> untouched(long end) {
    Set<OrderId> orders = new LinkedHashSet<>();
    Instant first = horizon.orders();
    for (long read = 0; read < end; ) {
      List<LedgerRecord> page = memory.records().after(read, (int) Math.min(PAGE, end - read));
      for (LedgerRecord record : page) {
        Optional<OrderId> order = orderOf(record);
        if (order.isPresent() && record.recordedAt().isBefore(first)) {
          order.filter(id -> memory.order(id).isPresent()).ifPresent(orders::add);
        } else {
          order.ifPresent(orders::remove);
        }
      }
      read += page.size();
    }
    return orders;
  }

  private static Optional<OrderId> orderOf(LedgerRecord record) {
    return record.entry() instanceof LineEntry entry
        ? Optional.of(entry.claim().line().order())
        : Optional.empty();
  }

  /** Drops an order if it is closed and no record after the given position is about it. */
  private boolean drop(StockStore store, OrderId id, long end) {
    OrderState order = memory.order(id).orElseThrow();
    store.lock(order.skus());
    if (!order.isClosed() || order.skus().stream().anyMatch(sku -> isTouched(sku, id, end))) {
      return false;
    }
    order.drop();
    if (order.archive()) {
      memory.register().forgot();
    }
    return true;
  }

  private boolean isTouched(Sku sku, OrderId id, long end) {
    long position = memory.itemOf(sku).trail.last();
    while (position > end) {
      if (orderOf(memory.records().record(position)).filter(id::equals).isPresent()) {
        return true;
      }
      position = memory.records().previous(position);
    }
    return false;
  }
}
