package io.backorder.jdbc;

import static java.util.Objects.requireNonNull;

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
import io.backorder.store.ClaimState;
import io.backorder.store.HoldState;
import io.backorder.store.ItemState;
import io.backorder.store.LineState;
import io.backorder.store.Locations;
import io.backorder.store.MoreItems;
import io.backorder.store.OrderState;
import io.backorder.store.Remembered;
import io.backorder.store.StockStore;
import io.backorder.supply.SupplyId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a unit of work sees of the database: states that are read once and changed in memory, document
 * by document, and written together at the end.
 */
final class JdbcSession implements StockStore {

  private final Statements sql;
  private final WorkingSet set;
  private final ItemReader items;
  private final ClaimReader claims;
  private final HoldTable holds;
  private final SupplyTable supplies;
  private final DocumentReader documents;
  private final Feed feed;
  private final Set<OrderId> ordersRead = new HashSet<>();
  private final Map<DocumentId, Optional<Remembered>> remembered = new HashMap<>();
  private final List<Task> done = new ArrayList<>(1);
  private final Map<DocumentId, Task> doneByKey = new HashMap<>();
  private final Set<Sku> locked = new HashSet<>();
  private final Optional<String> readLock;
  private final Consumer<Collection<Sku>> whenLocked;
  private Task task = new Task();
  private boolean isLocked;

  private JdbcSession(
      Statements sql,
      Locations locations,
      Optional<String> readLock,
      Consumer<Collection<Sku>> whenLocked) {
    this.sql = sql;
    this.set = new WorkingSet(locations);
    this.claims = new ClaimReader(sql, set);
    this.supplies = new SupplyTable(sql, set);
    this.items = new ItemReader(sql, set, claims, supplies);
    this.holds = new HoldTable(sql, set);
    this.documents = new DocumentReader(sql);
    this.feed = new Feed(sql);
    this.readLock = readLock;
    this.whenLocked = whenLocked;
  }

  /** A session that changes what it locks, and tells what it has locked. */
  static JdbcSession writing(
      Statements sql, Locations locations, Consumer<Collection<Sku>> whenLocked) {
    return new JdbcSession(sql, locations, Optional.empty(), whenLocked);
  }

  /** A session that only reads, with what keeps writers out meanwhile. */
  static JdbcSession reading(Statements sql, Locations locations, String lock) {
    return new JdbcSession(sql, locations, Optional.of(lock), skus -> {});
  }

  /** Reads the ledger. */
  LedgerReader ledger() {
    return new LedgerReader(sql);
  }

  /** Forgets what is old. */
  JdbcArchive archive() {
    return new JdbcArchive(sql, this);
  }

  /** Takes back what was written before a document was refused. */
  void refused() {
    items.takeBackMade();
  }

  /** Gives positions out. */
  Feed feed() {
    return feed;
  }

  @Override
  public Optional<OrderState> order(OrderId id) {
    readOrders(Set.of(id));
    return Optional.ofNullable(set.orders().get(id));
  }

  @Override
  public boolean isArchived(OrderId id) {
    boolean[] found = {false};
    sql.query(
        "SELECT id FROM $document WHERE order_no = ?",
        row -> found[0] = true,
        Statements.text(id.value()));
    return found[0] && !set.orders().containsKey(id);
  }

  @Override
  public Instant placedAt(OrderId id) {
    DocumentId key = new DocumentId(DocumentKind.PLACE, id.value());
    Task earlier = doneByKey.get(key);
    return earlier == null ? documents.recordedAt(id) : earlier.now;
  }

  /** Reads orders in one step; those of which the items are locked at once with their units. */
  void readOrders(Collection<OrderId> wanted) {
    List<OrderId> unread = wanted.stream()
        .filter(id -> !set.orders().containsKey(id) && ordersRead.add(id))
        .toList();
    claims.openOrders(unread);
    if (isLocked) {
      claims.fillOrders(unread);
    }
  }

  @Override
  public Optional<HoldState> hold(HoldId id) {
    holds.read(Set.of(id));
    return Optional.ofNullable(set.holds().get(id));
  }

  void readHolds(Collection<HoldId> wanted) {
    holds.read(wanted);
  }

  @Override
  public Optional<Sku> supplied(SupplyId id) {
    if (!set.supplied().containsKey(id)) {
      readSupplies(Set.of(id));
    }
    return Optional.ofNullable(set.supplied().get(id));
  }

  /** Reads supplies in one step; those of which the items are locked at once as they stand. */
  void readSupplies(Collection<SupplyId> wanted) {
    supplies.read(wanted);
    if (isLocked) {
      supplies.fill();
    }
  }

  @Override
  public List<HoldState> holdsOver(Instant now) {
    return holds.over(now);
  }

  @Override
  public List<Sku> awaited(Instant before, Optional<Sku> beyond, int most) {
    return supplies.awaited(before, beyond.map(Sku::value).orElse(""), most);
  }

  @Override
  public List<Sku> skus() {
    List<Sku> skus = new ArrayList<>();
    sql.query(
        "SELECT sku FROM $item WHERE last_sequence > 0 UNION SELECT sku FROM $ledger_entry",
        row -> skus.add(Sku.of(row.getString("sku"))));
    skus.sort(null);
    return skus;
  }

  @Override
  public void lock(Collection<Sku> skus) {
    if (isLocked) {
      requireLocked(skus);
      return;
    }
    isLocked = true;
    locked.addAll(skus);
    if (readLock.isPresent()) {
      items.read(skus, readLock.orElseThrow());
    } else {
      items.lock(skus);
      whenLocked.accept(skus);
    }
    claims.fillOrders(set.orders().keySet());
    holds.refresh();
    supplies.fill();
  }

  private void requireLocked(Collection<Sku> skus) {
    Set<Sku> missing = new HashSet<>(skus);
    missing.removeAll(locked);
    if (!missing.isEmpty()) {
      throw new MoreItems(missing);
    }
  }

  @Override
  public ItemState item(Sku sku) {
    return lockedRow(sku).state;
  }

  private ItemRow lockedRow(Sku sku) {
    ItemRow row = set.item(sku);
    if (!row.locked) {
      throw new IllegalStateException("item must be locked before it is read: " + sku);
    }
    return row;
  }

  @Override
  public long version(Sku sku) {
    long written = done.stream()
        .flatMap(earlier -> earlier.journal.entries().stream())
        .filter(entry -> entry.sku().equals(sku))
        .count();
    return lockedRow(sku).sequence + written;
  }

  @Override
  public Optional<Remembered> remember(SourceDocument document) {
    Optional<Remembered> known = known(document.id());
    if (known.isEmpty()) {
      task.document = document;
    }
    return known;
  }

  /** What is remembered under an id, in this unit of work or before it. */
  private Optional<Remembered> known(DocumentId id) {
    Task earlier = doneByKey.get(id);
    if (earlier != null) {
      return Optional.of(remembered(earlier));
    }
    readDocuments(Set.of(id));
    return requireNonNull(remembered.get(id), "remembered");
  }

  /** Looks documents up in one step. */
  void readDocuments(Collection<DocumentId> wanted) {
    List<DocumentId> unread =
        wanted.stream().filter(id -> !remembered.containsKey(id)).distinct().toList();
    if (!unread.isEmpty()) {
      Map<DocumentId, Remembered> found = documents.find(unread);
      unread.forEach(id -> remembered.put(id, Optional.ofNullable(found.get(id))));
    }
  }

  /** What a document of this unit of work did; its entries have no numbers yet. */
  private static Remembered remembered(Task earlier) {
    SourceDocument document = requireNonNull(earlier.document, "document");
    LedgerRecord.Cause cause = new LedgerRecord.Cause(document, earlier.now);
    List<LedgerRecord> records = earlier.journal.entries().stream()
        .map(entry -> new LedgerRecord(0, 0, cause, entry))
        .toList();
    return new Remembered(document, records);
  }

  @Override
  public long documents() {
    return 0; // the database remembers them
  }

  @Override
  public Optional<OrderState> open(OrderId id, OrderTerms terms, List<OrderLine> lines) {
    if (known(new DocumentId(DocumentKind.PLACE, id.value())).isPresent()) {
      return Optional.empty();
    }
    OrderState order = new OrderState(id, terms, lines, this::item);
    set.orders().put(id, order);
    task.order = order;
    return Optional.of(order);
  }

  @Override
  public void open(HoldState hold) {
    set.holds().put(hold.id(), hold);
    task.hold = hold;
  }

  @Override
  public void close(HoldState hold, HoldState.End end) {
    hold.close(end);
    task.ended.put(hold, end);
  }

  @Override
  public ClaimState apply(LineState line, LineEntry entry) {
    return task.journal.apply(line, entry);
  }

  @Override
  public void apply(StockEntry entry) {
    task.journal.apply(item(entry.sku()), entry);
    if (entry instanceof LedgerEntry.SupplyAnnounced announced) {
      set.supplied().put(announced.supply().id(), announced.sku());
    }
  }

  @Override
  public List<LedgerEntry> entries() {
    return task.journal.entries();
  }

  @Override
  public List<LedgerRecord> records(Sku sku) {
    List<LedgerRecord> records = ledger().of(sku);
    set.item(sku).requireEnd(records);
    return records;
  }

  @Override
  public void settle(Consumer<List<Turned>> then) {
    Task mine = task;
    mine.changes = mine.journal.changes();
    mine.settled = turned -> {
      Task meanwhile = task;
      task = mine;
      then.accept(turned);
      task = meanwhile;
    };
  }

  @Override
  public Instant latest() {
    Instant latest = Instant.MIN;
    for (Sku sku : locked) {
      Instant recorded = set.item(sku).recordedAt;
      latest = recorded != null && recorded.isAfter(latest) ? recorded : latest;
    }
    return latest;
  }

  @Override
  public void stamp(Instant now) {
    task.now = now;
  }

  @Override
  public void onCommit(Runnable action) {
    task.committing.add(action);
  }

  @Override
  public <T> T tried(Supplier<T> trial) {
    try {
      return trial.get();
    } finally {
      undo();
    }
  }

  /** Keeps what the document did, and begins the next one. */
  void keep() {
    Task kept = task;
    kept.journal.close();
    done.add(kept);
    kept.keys().forEach(key -> doneByKey.put(key, kept));
    task = new Task();
  }

  /** Takes back what the document did, and begins the next one. */
  void undo() {
    task.journal.undo();
    for (LedgerEntry entry : task.journal.entries()) {
      if (entry instanceof LedgerEntry.SupplyAnnounced announced) {
        set.supplied().remove(announced.supply().id());
      }
    }
    if (task.order != null) {
      set.orders().remove(task.order.id());
    }
    if (task.hold != null) {
      set.holds().remove(task.hold.id());
    }
    task.ended.keySet().forEach(hold -> hold.close(HoldState.End.NONE));
    task = new Task();
  }

  /** Writes what all documents did. */
  void flush() {
    new Flush(sql, set, done).write();
  }

  /** Runs what waits for the commit. */
  void committed() {
    done.forEach(each -> each.committing.forEach(Runnable::run));
  }
}
