package io.backorder.store;

import io.backorder.demand.HoldId;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderTerms;
import io.backorder.ledger.DocumentId;
import io.backorder.ledger.DocumentKind;
import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerEntry.LineEntry;
import io.backorder.ledger.LedgerEntry.StockEntry;
import io.backorder.ledger.LedgerRecord;
import io.backorder.ledger.SourceDocument;
import io.backorder.stock.Sku;
import io.backorder.supply.SupplyId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One unit of work in memory: what it locked, and how to take back what it did. */
final class MemorySession implements StockStore {

  private static final MemoryUnitOfWork.Item[] NONE = {};
  private static final List<Runnable> NOTHING = List.of();

  private final MemoryUnitOfWork memory;
  private Journal journal = new Journal();
  private List<Runnable> undoing = NOTHING;
  private List<Runnable> committing = NOTHING;
  private MemoryUnitOfWork.Item[] locked = NONE;
  private @Nullable Posted posted;
  private @Nullable OrderState opened;
  private Instant now = Instant.EPOCH;

  MemorySession(MemoryUnitOfWork memory) {
    this.memory = memory;
  }

  @Override
  public Optional<OrderState> order(OrderId id) {
    return memory.order(id);
  }

  @Override
  public boolean isArchived(OrderId id) {
    return memory.placed(id).filter(OrderState::isDropped).isPresent();
  }

  @Override
  public Instant placedAt(OrderId id) {
    long first = memory.order(id).orElseThrow().firstPosition();
    return memory.records().after(first - 1, 1).get(0).recordedAt();
  }

  @Override
  public Optional<HoldState> hold(HoldId id) {
    return Optional.ofNullable(memory.holds().get(id));
  }

  @Override
  public Optional<Sku> supplied(SupplyId id) {
    return memory.supplied(id);
  }

  @Override
  public List<HoldState> holdsOver(Instant at) {
    List<HoldState> over = new ArrayList<>();
    for (HoldState hold : memory.openHolds()) {
      if (!hold.isOver(at)) {
        break;
      }
      over.add(hold);
    }
    return over;
  }

  @Override
  public List<Sku> awaited(Instant before, Optional<Sku> beyond, int most) {
    if (locked.length > 0) {
      throw new IllegalStateException("nothing must be locked yet: " + locked[0].state.sku());
    }
    return memory.awaited(before, beyond, most);
  }

  @Override
  public List<Sku> skus() {
    return memory.skus();
  }

  @Override
  public void lock(Collection<Sku> skus) {
    if (locked.length > 0) {
      throw new IllegalStateException(
          "items must be locked in one step: %s after %d others".formatted(skus, locked.length));
    }
    MemoryUnitOfWork.Item[] items = skus.size() == 1
        ? new MemoryUnitOfWork.Item[] {memory.itemOf(skus.iterator().next())}
        : inOrder(skus);
    for (MemoryUnitOfWork.Item item : items) {
      item.lock();
    }
    locked = items;
  }

  private MemoryUnitOfWork.Item[] inOrder(Collection<Sku> skus) {
    return skus.stream()
        .distinct()
        .sorted()
        .map(memory::itemOf)
        .toArray(MemoryUnitOfWork.Item[]::new);
  }

  void unlock() {
    for (int i = locked.length - 1; i >= 0; i--) {
      locked[i].unlock();
    }
    locked = NONE;
  }

  @Override
  public ItemState item(Sku sku) {
    return lockedItem(sku).state;
  }

  @Override
  public long version(Sku sku) {
    return lockedItem(sku).trail.length();
  }

  private MemoryUnitOfWork.Item lockedItem(Sku sku) {
    int low = 0;
    int high = locked.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = locked[middle].state.sku().compareTo(sku);
      if (order == 0) {
        return locked[middle];
      } else if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    throw new IllegalStateException("item must be locked before it is read: " + sku);
  }

  @Override
  public Optional<Remembered> remember(SourceDocument document) {
    DocumentId id = document.id();
    if (id.kind() == DocumentKind.PLACE) {
      return placed(id.number()); // it is entered when its order is opened
    }
    PostedDocument mine = new PostedDocument(document);
    posted = mine;
    return id.kind().isRepeatable() ? Optional.empty() : enter(id, mine);
  }

  private Optional<Remembered> placed(String number) {
    Posted earlier = memory.register().find(DocumentKind.PLACE, number);
    while (earlier != null && !earlier.awaitDone()) {
      earlier = memory.register().find(DocumentKind.PLACE, number);
    }
    return Optional.ofNullable(earlier).map(this::remembered);
  }

  private Optional<Remembered> enter(DocumentId id, Posted mine) {
    Posted earlier = memory.register().enter(id.kind(), id.number(), mine);
    while (earlier != null && !earlier.awaitDone()) {
      earlier = memory.register().enter(id.kind(), id.number(), mine);
    }
    if (earlier != null) {
      return Optional.of(remembered(earlier));
    }
    whenUndone(() -> memory.register().remove(id.kind(), id.number()));
    return Optional.empty();
  }

  private void whenUndone(Runnable action) {
    undoing = undoing == NOTHING ? new ArrayList<>(1) : undoing;
    undoing.add(action);
  }

  private Remembered remembered(Posted earlier) {
    List<LedgerRecord> records = earlier.records() == 0
        ? List.of()
        : memory.records().after(earlier.firstPosition() - 1, earlier.records());
    SourceDocument document = records.isEmpty()
        ? earlier.document(memory.records())
        : records.get(0).cause().document();
    return new Remembered(document, records);
  }

  @Override
  public long documents() {
    return memory.register().size();
  }

  @Override
  public Optional<OrderState> open(OrderId id, OrderTerms terms, List<OrderLine> lines) {
    OrderState order = new OrderState(id, memory.shared(terms), lines, this::item);
    if (enter(new DocumentId(DocumentKind.PLACE, id.value()), order).isPresent()) {
      return Optional.empty();
    }
    opened = order;
    return Optional.of(order);
  }

  @Override
  public void open(HoldState hold) {
    memory.holds().put(hold.id(), hold);
    memory.openHolds().add(hold);
    whenUndone(() -> {
      memory.holds().remove(hold.id(), hold);
      memory.openHolds().remove(hold);
    });
  }

  @Override
  public void close(HoldState hold, HoldState.End end) {
    hold.close(end);
    memory.openHolds().remove(hold);
    whenUndone(() -> {
      hold.close(HoldState.End.NONE);
      memory.openHolds().add(hold);
    });
  }

  @Override
  public ClaimState apply(LineState line, LineEntry entry) {
    return journal.apply(line, entry);
  }

  @Override
  public void apply(StockEntry entry) {
    journal.apply(item(entry.sku()), entry);
  }

  @Override
  public List<LedgerEntry> entries() {
    return journal.entries();
  }

  @Override
  public List<LedgerRecord> records(Sku sku) {
    return memory.records().of(lockedItem(sku).trail);
  }

  @Override
  public void settle(Consumer<List<Turned>> then) {
    List<Journal.Change> changes = journal.changes();
    if (changes.size() == 1) {
      then.accept(List.of(changes.get(0).count()));
      return;
    }
    List<Turned> turned = new ArrayList<>(changes.size());
    changes.forEach(change -> turned.add(change.count()));
    then.accept(turned);
  }

  @Override
  public Instant latest() {
    return Instant.MIN; // the clock of the one process tells no time before one that it told
  }

  @Override
  public void stamp(Instant at) {
    now = at;
  }

  @Override
  public void onCommit(Runnable action) {
    committing = committing == NOTHING ? new ArrayList<>(1) : committing;
    committing.add(action);
  }

  void commit() {
    if (!journal.entries().isEmpty()) {
      append();
    } else if (posted != null) {
      posted.wroteNothing(memory.records().advance(now));
    }
    if (opened != null) {
      opened.done();
    }
    if (posted != null) {
      posted.done();
    }
    journal.close();
    for (Runnable action : committing) {
      action.run();
    }
  }

  private void append() {
    Posted document = posted();
    List<LedgerEntry> entries = journal.entries();
    MemoryLedger.Stretch stretch = memory.records().allot(document, now, entries.size());
    document.wrote(stretch.first(), entries.size());
    if (opened != null) {
      opened.wrote(stretch.first(), entries.size());
    }
    for (int i = 0; i < entries.size(); i++) {
      LedgerEntry entry = entries.get(i);
      MemoryLedger.Trail trail = lockedItem(entry.sku()).trail;
      stretch.put(i, entry, trail, journal.subject(i));
    }
  }

  private Posted posted() {
    Posted document = posted != null ? posted : opened;
    if (document == null) {
      throw new IllegalStateException(
          "document must be remembered before it acts: " + journal.entries());
    }
    return document;
  }

  @Override
  public <T> T tried(Supplier<T> trial) {
    try {
      return trial.get();
    } finally {
      takeBack();
    }
  }

  private void takeBack() {
    journal.undo();
    journal = new Journal();
    for (int i = undoing.size() - 1; i >= 0; i--) {
      undoing.get(i).run();
    }
    undoing = NOTHING;
  }

  /** Takes everything back, last first. */
  void undo() {
    takeBack();
    if (opened != null) {
      opened.giveUp();
    }
    if (posted != null) {
      posted.giveUp();
    }
  }
}
