package io.backorder.store;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.HoldId;
import io.backorder.demand.OrderId;
import io.backorder.ledger.DocumentId;
import io.backorder.ledger.Ledger;
import io.backorder.ledger.LedgerEntry.LineEntry;
import io.backorder.ledger.LedgerRecord;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.Sku;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * The store in memory: one lock for each item, taken in the order of the SKUs.
 *
 * <p>Entries are applied as they are decided, and taken back in reverse when the work fails. This
 * type is thread-safe.
 */
public final class MemoryUnitOfWork implements UnitOfWork {

  private static final Comparator<HoldState> BY_END =
      Comparator.comparing(HoldState::until).thenComparing(HoldState::id);

  private final Locations locations;
  private final ConcurrentHashMap<Sku, Item> items = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<OrderId, Posted> orders = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<DocumentId, Posted> documents = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<HoldId, HoldState> holds = new ConcurrentHashMap<>();
  private final ConcurrentSkipListSet<HoldState> openHolds = new ConcurrentSkipListSet<>(BY_END);
  private final MemoryLedger ledger = new MemoryLedger();

  /**
   * Makes an empty store.
   *
   * @param locations the locations of the inventory
   */
  public MemoryUnitOfWork(Locations locations) {
    this.locations = requireNonNull(locations, "locations");
  }

  @Override
  public <T> T run(Function<StockStore, T> work) {
    MemorySession session = new MemorySession(this);
    boolean committed = false;
    try {
      T answer = work.apply(session);
      session.commit();
      committed = true;
      return answer;
    } finally {
      if (!committed) {
        session.undo();
      }
      session.unlock();
    }
  }

  /**
   * Applies the records of another ledger, which become this one's. Nothing may have been posted.
   *
   * @param history the records of a whole ledger, in the order of their positions
   */
  public void replay(List<LedgerRecord> history) {
    new Replay(this).apply(history);
  }

  @Override
  public Ledger ledger() {
    return new Reading();
  }

  Item itemOf(Sku sku) {
    Item known = items.get(sku);
    return known != null
        ? known
        : items.computeIfAbsent(sku, key -> new Item(new ItemState(key, locations)));
  }

  MemoryLedger records() {
    return ledger;
  }

  ConcurrentHashMap<OrderId, Posted> orders() {
    return orders;
  }

  ConcurrentHashMap<DocumentId, Posted> documents() {
    return documents;
  }

  ConcurrentHashMap<HoldId, HoldState> holds() {
    return holds;
  }

  ConcurrentSkipListSet<HoldState> openHolds() {
    return openHolds;
  }

  List<Sku> skus() {
    return items.values().stream()
        .filter(item -> !item.records.isEmpty())
        .map(item -> item.state.sku())
        .sorted()
        .toList();
  }

  /** The lock of an item, its state, and its records. */
  static final class Item extends ReentrantLock {

    private static final long serialVersionUID = 1L;

    final transient ItemState state;
    final transient List<LedgerRecord> records = new ArrayList<>(2);

    Item(ItemState state) {
      this.state = state;
    }
  }

  /** Reads what has been committed. */
  private final class Reading implements Ledger {

    @Override
    public List<LedgerRecord> after(long position, int limit) {
      if (position < 0 || limit < 1) {
        throw new InvalidValueException(
            ErrorCode.INVALID_QUANTITY,
            "position must not be negative and limit at least 1: %d, %d".formatted(position, limit),
            Facts.of("position", position).and("limit", limit));
      }
      return ledger.after(position, limit);
    }

    @Override
    public List<LedgerRecord> of(Sku sku) {
      Item item = items.get(sku);
      if (item == null) {
        return List.of();
      }
      item.lock();
      try {
        return List.copyOf(item.records);
      } finally {
        item.unlock();
      }
    }

    @Override
    public List<LedgerRecord> of(OrderId order) {
      Posted posted = orders.get(order);
      if (posted == null || !posted.isDone()) {
        return List.of();
      }
      return posted.order().skus().stream()
          .flatMap(sku -> of(sku).stream())
          .filter(record -> record.position() >= posted.first() && concerns(record, order))
          .sorted(Comparator.comparingLong(LedgerRecord::position))
          .toList();
    }

    private boolean concerns(LedgerRecord record, OrderId order) {
      return record.entry() instanceof LineEntry entry
          && entry.claim().line().order().equals(order);
    }

    @Override
    public long size() {
      return ledger.size();
    }
  }
}
