package io.backorder.jdbc;

import static java.util.Objects.requireNonNull;

import io.backorder.ledger.DocumentKind;
import io.backorder.ledger.Ledger;
import io.backorder.ledger.LedgerRecord;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.refusal.InventoryException;
import io.backorder.refusal.StoreException;
import io.backorder.stock.Sku;
import io.backorder.store.Attempt;
import io.backorder.store.Locations;
import io.backorder.store.MemoryUnitOfWork;
import io.backorder.store.MoreItems;
import io.backorder.store.Retention;
import io.backorder.store.StockStore;
import io.backorder.store.Turns;
import io.backorder.store.UnitOfWork;
import io.backorder.store.Work;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an inventory in the host's database.
 *
 * <p>A document is one locking statement over all its items, a bounded number of reads beside a page of
 * each queue that it serves, and one statement for each table that it changes, however many lines it has. All state is in the database:
 * several processes may use it at the same time, and one that is killed loses nothing that was
 * acknowledged.
 *
 * <p>There are two modes and no default. {@linkplain #joining Joining}: the host owns the transaction;
 * what it rolls back was never posted. {@linkplain #owning Owning}: each document is a transaction of its
 * own. Tables are never made unless {@link BackorderSchema#create} is called.
 *
 * <p>The data source must lead to one primary; a cluster that takes writes at several nodes is not
 * supported. This type is immutable and thread-safe.
 */
public final class JdbcUnitOfWork implements UnitOfWork {

  private static final int TRIES = 8;

  private final Transactions transactions;
  private final TableNames names;
  private final @Nullable GroupCommit groups;
  private final Optional<Locations> locations;
  private final @Nullable Turns turns;

  private JdbcUnitOfWork(
      Transactions transactions,
      TableNames names,
      @Nullable GroupCommit groups,
      Optional<Locations> locations) {
    this.transactions = transactions;
    this.names = names;
    this.groups = groups;
    this.locations = locations;
    this.turns = transactions.isOwner() ? new Turns() : null;
  }

  /**
   * Returns a unit of work inside the host's own transactions. It never begins, commits, rolls back or
   * closes anything, and fails at once with {@code NO_TRANSACTION} where no transaction is open. When a
   * document fails with a {@link StoreException}, the host must roll its transaction back, and may run
   * it again if the exception says so.
   *
   * <p>Listeners are told by the host's hook. With Spring, the two arguments are
   * <pre>{@code
   * () -> TransactionSynchronizationManager.isActualTransactionActive()
   *     ? DataSourceUtils.getConnection(dataSource)
   *     : null
   * action -> TransactionSynchronizationManager.registerSynchronization(
   *     new TransactionSynchronization() {
   *       public void afterCommit() { action.run(); }
   *     })
   * }</pre>
   *
   * <p>While such a hook runs, Spring's transaction has ended and still looks open: what a listener writes
   * then, here or elsewhere, is lost unless it begins a transaction of its own ({@code REQUIRES_NEW}).
   *
   * <p>A question locks what it reads until the host's transaction ends, so that it sees one moment. A
   * read-only transaction cannot lock, and must be {@code REPEATABLE READ} or stricter: it sees the moment
   * of its snapshot.
   *
   * <p>Between two transactions of one item, listeners are told in the order in which the hooks run; who
   * must not miss the order reads {@link Ledger#after}.
   *
   * @param current gives the connection of the transaction that is open on the calling thread
   * @param afterCommit takes actions to run after that transaction has committed, in order, on the same
   *     thread; on a rollback it drops them
   * @return the unit of work
   */
  public static JdbcUnitOfWork joining(ConnectionSupplier current, Consumer<Runnable> afterCommit) {
    requireNonNull(current, "current");
    requireNonNull(afterCommit, "afterCommit");
    HostTransactions host = new HostTransactions(current, afterCommit);
    return new JdbcUnitOfWork(host, TableNames.standard(), null, Optional.empty());
  }

  /**
   * Returns a unit of work with transactions of its own, each on a connection of the data source, at the
   * isolation level READ COMMITTED. What meets other transactions is run again as a whole, up to eight
   * times, after 5 to 200 milliseconds; then it fails with {@code RETRIES_EXHAUSTED}. A commit whose
   * answer is lost is {@code OUTCOME_UNKNOWN}: the same document posted again tells.
   *
   * @param dataSource gives connections, which it gets back as they were; a pool, since each call takes
   *     one
   * @return the unit of work
   */
  public static JdbcUnitOfWork owning(DataSource dataSource) {
    OwnTransactions own = new OwnTransactions(requireNonNull(dataSource, "dataSource"), TRIES);
    return new JdbcUnitOfWork(own, TableNames.standard(), null, Optional.empty());
  }

  /**
   * Returns this unit of work with other names of the tables.
   *
   * @param tables the names
   * @return the unit of work
   */
  public JdbcUnitOfWork named(TableNames tables) {
    return new JdbcUnitOfWork(transactions, requireNonNull(tables, "tables"), groups, locations);
  }

  /**
   * Returns this unit of work, owning, with another number of tries.
   *
   * @param most the most tries, at least 1
   * @return the unit of work
   */
  public JdbcUnitOfWork trying(int most) {
    requireAtLeastOne("tries", most);
    return new JdbcUnitOfWork(own().withTries(most), names, groups, locations);
  }

  /**
   * Returns this unit of work, owning, with documents of several threads sharing transactions: those
   * that come while one is on its way share the next. Each has its own outcome, and one that is refused
   * does not sink the others. It pays where commits are slow or many callers want the same items.
   *
   * @param most the most documents of one transaction, at least 1
   * @return the unit of work
   */
  public JdbcUnitOfWork grouping(int most) {
    requireAtLeastOne("documents of a group", most);
    return new JdbcUnitOfWork(own(), names, new GroupCommit(most), locations);
  }

  private static void requireAtLeastOne(String what, int value) {
    if (value < 1) {
      throw new InvalidValueException(
          ErrorCode.CONFIG_INVALID,
          "%s must be at least 1: %d".formatted(what, value),
          Facts.of("asked", value).and("allowed", 1));
    }
  }

  private OwnTransactions own() {
    if (transactions instanceof OwnTransactions own) {
      return own;
    }
    throw new InvalidValueException(
        ErrorCode.CONFIG_INVALID,
        "tries and groups must be asked of an owning unit of work; the host owns its transactions",
        Facts.of("mode", "joining"));
  }

  @Override
  public JdbcUnitOfWork at(Locations where) {
    return new JdbcUnitOfWork(
        transactions, names, groups, Optional.of(requireNonNull(where, "where")));
  }

  private <T> Unit<T> unit(Function<JdbcSession, T> body) {
    return new Unit<>(body, new Unit.Settings(where(), names, turns));
  }

  private Locations where() {
    return locations.orElseThrow(() ->
        new IllegalStateException("inventory must be put together before it is used: " + this));
  }

  @Override
  public <T> T run(Work<T> work) {
    requireNonNull(work, "work");
    return groups == null ? runAlone(work) : groups.run(work, new Grouped());
  }

  private <T> T runAlone(Work<T> work) {
    while (true) {
      try {
        return transactions.write(() -> unit(session -> runOne(work, session)));
      } catch (MoreItems e) {
        // begun again: the work names the items now, each time more
      }
    }
  }

  private static <T> T runOne(Work<T> work, JdbcSession session) {
    session.readSupplies(work.names().supplies());
    session.lock(work.items(session));
    T answer = work.decide(session);
    session.keep();
    return answer;
  }

  /** Runs the documents of several callers. */
  private final class Grouped implements GroupCommit.Runner {

    @Override
    public List<Attempt<Object>> together(List<Work<Object>> works) {
      return runAll(works);
    }

    @Override
    public Object alone(Work<Object> work) {
      return runAlone(work);
    }
  }

  @Override
  public <T> List<Attempt<T>> runAll(List<? extends Work<T>> works) {
    List<Attempt<T>> attempts = new ArrayList<>(works.size());
    while (attempts.size() < works.size()) {
      List<? extends Work<T>> rest = works.subList(attempts.size(), works.size());
      try {
        attempts.addAll(transactions.write(() -> unit(session -> runTogether(rest, session))));
      } catch (MoreItems e) {
        // the first of the rest is begun again: it names the items now, each time more
      }
    }
    return attempts;
  }

  /** Runs works until one needs items that nobody foresaw; at least the first one. */
  private static <T> List<Attempt<T>> runTogether(
      List<? extends Work<T>> works, JdbcSession session) {
    foresee(works, session);
    lockAll(works, session);
    session.readDocuments(
        works.stream().flatMap(work -> work.names().documents().stream()).toList());
    List<Attempt<T>> attempts = new ArrayList<>(works.size());
    for (Work<T> work : works) {
      try {
        T answer = work.decide(session);
        session.keep();
        attempts.add(Attempt.answered(answer));
      } catch (MoreItems e) {
        session.undo();
        if (attempts.isEmpty()) {
          throw e;
        }
        return attempts;
      } catch (InventoryException e) {
        session.undo();
        if (e instanceof StoreException) {
          throw e;
        }
        attempts.add(Attempt.refused(e));
      }
    }
    return attempts;
  }

  /** Reads what the works name in one step. */
  private static <T> void foresee(List<? extends Work<T>> works, JdbcSession session) {
    session.readOrders(
        works.stream().flatMap(work -> work.names().orders().stream()).toList());
    session.readHolds(
        works.stream().flatMap(work -> work.names().holds().stream()).toList());
    session.readSupplies(
        works.stream().flatMap(work -> work.names().supplies().stream()).toList());
  }

  private static <T> void lockAll(List<? extends Work<T>> works, JdbcSession session) {
    Set<Sku> skus = new HashSet<>();
    for (Work<T> work : works) {
      Collection<Sku> its = work.items(session);
      skus.addAll(its);
    }
    session.lock(skus);
  }

  @Override
  public <T> T read(Function<StockStore, T> question) {
    requireNonNull(question, "question");
    return transactions.read(() -> unit(question::apply));
  }

  @Override
  public void replay(List<LedgerRecord> history) {
    new JdbcReplay(this).apply(history);
  }

  @Override
  public void importing(InputStream in) throws IOException {
    MemoryUnitOfWork checked = new MemoryUnitOfWork(where());
    checked.importing(in); // whole and sound, before anything is written
    Map<Boolean, List<LedgerRecord.Cause>> silent =
        checked.silent().stream().collect(Collectors.partitioningBy(JdbcUnitOfWork::placesHold));
    JdbcReplay replay = new JdbcReplay(this);
    replay.remember(silent.getOrDefault(true, List.of())); // before the documents that end them
    replay.apply(checked.ledger().after(0, Integer.MAX_VALUE));
    replay.remember(silent.getOrDefault(false, List.of()));
    if (!checked.horizon().equals(Retention.Horizon.NONE)) {
      archive(checked.horizon());
    }
  }

  private static boolean placesHold(LedgerRecord.Cause cause) {
    return cause.document().id().kind() == DocumentKind.HOLD;
  }

  @Override
  public Optional<Instant> latest() {
    return Optional.empty(); // each item keeps its own
  }

  @Override
  public List<LedgerRecord.Cause> silent() {
    return inTransaction(session -> session.ledger().silent());
  }

  @Override
  public Retention.Archived archive(Retention.Horizon horizon) {
    requireNonNull(horizon, "horizon");
    long documents = inTransaction(session -> session.archive().forgetDocuments(horizon));
    Instant before = horizon().orders();
    long orders = 0;
    for (int dropped = dropOrders(before); dropped > 0; dropped = dropOrders(before)) {
      orders += dropped;
    }
    return new Retention.Archived(documents, orders);
  }

  private int dropOrders(Instant before) {
    return inTransaction(session -> session.archive().dropOrders(before));
  }

  @Override
  public Retention.Horizon horizon() {
    return inTransaction(session -> session.archive().horizon());
  }

  @Override
  public void afterCommit(Runnable action) {
    transactions.afterCommit(action);
  }

  @Override
  public Ledger ledger() {
    return new JdbcLedger(this);
  }

  /** Runs statements that change nothing of the inventory's state. */
  <T> T inTransaction(Function<JdbcSession, T> body) {
    return transactions.write(() -> unit(body));
  }

  @Override
  public String toString() {
    return (transactions.isOwner() ? "owning " : "joining ") + names;
  }
}
