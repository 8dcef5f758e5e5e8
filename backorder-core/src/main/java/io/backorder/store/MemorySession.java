package io.backorder.store;

import io.backorder.demand.HoldId;
import io.backorder.demand.OrderId;
import io.backorder.ledger.DocumentKind;
import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerEntry.LineEntry;
import io.backorder.ledger.LedgerEntry.StockEntry;
import io.backorder.ledger.LedgerRecord;
import io.backorder.ledger.SourceDocument;
import io.backorder.stock.Sku;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** One unit of work in memory: what it locked, and how to take back what it did. */
final class MemorySession implements StockStore {

  private static final MemoryUnitOfWork.Item[] NONE = {};

  private final MemoryUnitOfWork memory;
  private final List<LedgerEntry> entries = new ArrayList<>();
  private final List<@Nullable LineState> lines = new ArrayList<>();
  private final List<LineState> touched = new ArrayList<>(1);
  private final Deque<Runnable> undoing = new ArrayDeque<>(2);
  private final List<Runnable> committing = new ArrayList<>(1);
  private MemoryUnitOfWork.Item[] locked = NONE;
  private @Nullable Posted posted;
  private @Nullable Posted opened;
  private Instant now = Instant.EPOCH;

  MemorySession(MemoryUnitOfWork memory) {
    this.memory = memory;
  }

  @Override
  public Optional<OrderState> order(OrderId id) {
    Posted found = memory.orders().get(id);
    return found == null || !found.isDone() ? Optional.empty() : Optional.of(found.order());
  }

  @Override
  public Optional<HoldState> hold(HoldId id) {
    return Optional.ofNullable(memory.holds().get(id));
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
    Posted mine = new Posted(document);
    if (document.id().kind() == DocumentKind.EXPIRE) {
      posted = mine; // a sweep may be repeated as often as the host likes
      return Optional.empty();
    }
    if (document.id().kind() == DocumentKind.PLACE) {
      return claim(memory.orders(), OrderId.of(document.id().number()), mine);
    }
    return claim(memory.documents(), document.id(), mine);
  }

  private <K> Optional<Remembered> claim(ConcurrentMap<K, Posted> map, K key, Posted mine) {
    Posted earlier = map.putIfAbsent(key, mine);
    while (earlier != null && !earlier.awaitDone()) {
      earlier = map.putIfAbsent(key, mine);
    }
    if (earlier != null) {
      return Optional.of(remembered(earlier));
    }
    posted = mine;
    undoing.push(() -> map.remove(key, mine));
    return Optional.empty();
  }

  private Remembered remembered(Posted earlier) {
    List<LedgerRecord> records = earlier.entries() == 0
        ? List.of()
        : memory.records().after(earlier.first() - 1, earlier.entries());
    return new Remembered(earlier.document(), records);
  }

  @Override
  public long documents() {
    return memory.documents().mappingCount() + memory.orders().mappingCount();
  }

  @Override
  public Optional<Remembered> open(OrderState order) {
    Posted mine = posted();
    if (mine.document().id().kind() != DocumentKind.PLACE) {
      Posted opening = new Posted(mine.document());
      Posted earlier = memory.orders().putIfAbsent(order.id(), opening);
      if (earlier != null && earlier.awaitDone()) {
        return Optional.of(remembered(earlier));
      } else if (earlier != null) {
        return open(order);
      }
      opened = opening;
      mine = opening;
      undoing.push(() -> memory.orders().remove(order.id(), opening));
    }
    mine.open(order);
    return Optional.empty();
  }

  private Posted posted() {
    if (posted == null) {
      throw new IllegalStateException("document must be remembered before it acts: " + entries);
    }
    return posted;
  }

  @Override
  public void open(HoldState hold) {
    memory.holds().put(hold.id(), hold);
    memory.openHolds().add(hold);
    undoing.push(() -> {
      memory.holds().remove(hold.id(), hold);
      memory.openHolds().remove(hold);
    });
  }

  @Override
  public void close(HoldState hold, HoldState.End end) {
    hold.close(end);
    memory.openHolds().remove(hold);
    undoing.push(() -> {
      hold.close(HoldState.End.NONE);
      memory.openHolds().add(hold);
    });
  }

  @Override
  public void apply(LineState line, LineEntry entry) {
    if (line.touch()) {
      touched.add(line);
    }
    entry.move(line, 1);
    entries.add(entry);
    lines.add(line);
  }

  @Override
  public void apply(StockEntry entry) {
    entry.move(item(entry.sku()), 1);
    entries.add(entry);
    lines.add(null);
  }

  @Override
  public List<Turned> settle() {
    if (touched.size() == 1) {
      return List.of(settle(touched.get(0).order(), touched));
    }
    Map<OrderState, List<LineState>> byOrder = new LinkedHashMap<>();
    touched.forEach(
        line -> byOrder.computeIfAbsent(line.order(), key -> new ArrayList<>(1)).add(line));
    List<Turned> turned = new ArrayList<>(byOrder.size());
    byOrder.forEach((order, its) -> turned.add(settle(order, its)));
    return turned;
  }

  private Turned settle(OrderState order, List<LineState> its) {
    int waiting = 0;
    int open = 0;
    for (LineState line : its) {
      waiting += line.waitingSinceTouch();
      open += line.openSinceTouch();
    }
    return order.settle(waiting, open);
  }

  @Override
  public void stamp(Instant at) {
    now = at;
  }

  @Override
  public void onCommit(Runnable action) {
    committing.add(action);
  }

  void commit() {
    if (!entries.isEmpty()) {
      append(posted());
    }
    if (opened != null) {
      opened.done();
    }
    if (posted != null) {
      posted.done();
    }
    touched.forEach(LineState::untouch);
    committing.forEach(Runnable::run);
  }

  private void append(Posted document) {
    MemoryLedger.Stretch stretch = memory.records().allot(document.document(), now, entries.size());
    document.wrote(stretch.first(), entries.size());
    if (opened != null) {
      opened.wrote(stretch.first(), entries.size());
    }
    for (int i = 0; i < entries.size(); i++) {
      LedgerEntry entry = entries.get(i);
      List<LedgerRecord> records = lockedItem(entry.sku()).records;
      records.add(memory.records().put(stretch, i, records.size() + 1L, entry));
    }
  }

  /** Takes everything back, last first. */
  void undo() {
    for (int i = entries.size() - 1; i >= 0; i--) {
      LineState line = lines.get(i);
      if (line != null && entries.get(i) instanceof LineEntry entry) {
        entry.move(line, -1);
      } else if (entries.get(i) instanceof StockEntry entry) {
        entry.move(item(entry.sku()), -1);
      }
    }
    touched.forEach(LineState::untouch);
    undoing.forEach(Runnable::run);
    if (opened != null) {
      opened.giveUp();
    }
    if (posted != null) {
      posted.giveUp();
    }
  }
}
