package io.backorder.store;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.HoldId;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderTerms;
import io.backorder.ledger.DocumentKind;
import io.backorder.ledger.Ledger;
import io.backorder.ledger.LedgerEntry.LineEntry;
import io.backorder.ledger.LedgerRecord;
import io.backorder.ledger.LedgerRecord.Cause;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.refusal.InventoryException;
import io.backorder.stock.Sku;
import io.backorder.supply.SupplyId;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
  private final Register register = new Register();
  private final ConcurrentHashMap<OrderTerms, OrderTerms> terms = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<HoldId, HoldState> holds = new ConcurrentHashMap<>();
  private final ConcurrentSkipListSet<HoldState> openHolds = new ConcurrentSkipListSet<>(BY_END);
  private final MemoryLedger ledger = new MemoryLedger();
  private final MemoryArchive archive = new MemoryArchive(this);

  /**
   * Makes an empty store.
   *
   * @param locations the locations of the inventory
   */
  public MemoryUnitOfWork(Locations locations) {
    this.locations = requireNonNull(locations, "locations");
  }

  @Override
  public UnitOfWork at(Locations where) {
    if (!where.all().equals(locations.all())) {
      throw new IllegalStateException("a store in memory keeps its locations: " + locations.all());
    }
    return this;
  }

  @Override
  public <T> T run(Work<T> work) {
    while (true) {
      try {
        return inSession(session -> {
          session.lock(work.items(session));
          return work.decide(session);
        });
      } catch (MoreItems e) {
        // begun again: the work names the items now, each time more
      }
    }
  }

  @Override
  public <T> List<Attempt<T>> runAll(List<? extends Work<T>> works) {
    List<Attempt<T>> attempts = new ArrayList<>(works.size());
    for (Work<T> work : works) {
      try {
        attempts.add(Attempt.answered(run(work)));
      } catch (InventoryException e) {
        attempts.add(Attempt.refused(e));
      }
    }
    return attempts;
  }

  @Override
  public <T> T read(Function<StockStore, T> question) {
    return inSession(question);
  }

  @Override
  public void afterCommit(Runnable action) {
    action.run();
  }

  <T> T inSession(Function<StockStore, T> work) {
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

  @Override
  public void replay(List<LedgerRecord> history) {
    new Replay(this).apply(history);
  }

  @Override
  public void importing(InputStream in) throws IOException {
    new ExportReader(in).read(this);
  }

  @Override
  public Optional<Instant> latest() {
    return Optional.of(ledger.advance(Instant.MIN)).filter(Instant.MIN::isBefore);
  }

  @Override
  public List<Cause> silent() {
    return register.silent().stream()
        .map(each -> new Cause(each.document(ledger), each.wroteNothingAt()))
        .toList();
  }

  @Override
  public Retention.Archived archive(Retention.Horizon horizon) {
    return archive.to(horizon);
  }

  @Override
  public Retention.Horizon horizon() {
    return archive.horizon();
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

  /** Takes over from when on another store remembers things. */
  void restore(Retention.Horizon horizon) {
    archive.restore(horizon);
  }

  Register register() {
    return register;
  }

  /** The order of a number, unless it was never placed, is only being placed, or is archived. */
  Optional<OrderState> order(OrderId id) {
    return placed(id).filter(order -> !order.isDropped());
  }

  /** The order of a number, archived ones too. */
  Optional<OrderState> placed(OrderId id) {
    return register.find(DocumentKind.PLACE, id.value()) instanceof OrderState order
            && order.isDone()
        ? Optional.of(order)
        : Optional.empty();
  }

  /** The item of a supply, read off the record that announced it. */
  Optional<Sku> supplied(SupplyId id) {
    Posted announced = register.find(DocumentKind.ANNOUNCE, id.value());
    return announced != null && announced.isDone()
        ? Optional.of(ledger.record(announced.firstPosition()).entry().sku())
        : Optional.empty();
  }

  /** The first terms that were equal to the given ones. */
  OrderTerms shared(OrderTerms equal) {
    if (equal.equals(OrderTerms.standard())) {
      return equal;
    }
    OrderTerms known = terms.putIfAbsent(equal, equal);
    return known == null ? equal : known;
  }

  ConcurrentHashMap<HoldId, HoldState> holds() {
    return holds;
  }

  ConcurrentSkipListSet<HoldState> openHolds() {
    return openHolds;
  }

  List<Sku> skus() {
    return items.values().stream()
        .filter(item -> item.trail.length() > 0)
        .map(item -> item.state.sku())
        .sorted()
        .toList();
  }

  /** Looks at each item under its own lock. */
  List<Sku> awaited(Instant before, Optional<Sku> beyond, int most) {
    return items.values().stream()
        .filter(item -> item.isAwaited(before))
        .map(item -> item.state.sku())
        .filter(sku -> beyond.isEmpty() || sku.compareTo(beyond.orElseThrow()) > 0)
        .sorted()
        .limit(most)
        .toList();
  }

  /** The lock of an item, its state, and where its records are. */
  static final class Item extends ReentrantLock {

    private static final long serialVersionUID = 1L;

    final transient ItemState state;
    final transient MemoryLedger.Trail trail = new MemoryLedger.Trail();

    Item(ItemState state) {
      this.state = state;
    }

    /** Whether a line has a day though a supply was due before a moment. */
    boolean isAwaited(Instant before) {
      lock();
      try {
        return state.linesPromised() > 0
            && !state.supplies().isEmpty()
            && state.supplies().get(0).supply().due().isBefore(before);
      } finally {
        unlock();
      }
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
        return ledger.of(item.trail);
      } finally {
        item.unlock();
      }
    }

    @Override
    public List<LedgerRecord> of(OrderId order) {
      Optional<OrderState> placed = placed(order);
      if (placed.isEmpty()) {
        return List.of();
      }
      long first = placed.orElseThrow().firstPosition();
      return placed.orElseThrow().skus().stream()
          .flatMap(sku -> of(sku).stream())
          .filter(record -> record.position() >= first && concerns(record, order))
          .sorted(Comparator.comparingLong(LedgerRecord::position))
          .toList();
    }

    private boolean concerns(LedgerRecord record, OrderId order) {
      return record.entry() instanceof LineEntry entry
          && entry.claim().line().order().equals(order);
    }

    @Override
    public long size() {
      return ledger.awaitAll();
    }
  }
}
