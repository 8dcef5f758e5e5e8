package io.backorder.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.backorder.Inventory;
import io.backorder.posting.Document;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.StoreException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real conflicts on a real server: lock timeouts, deadlock victims, killed sessions. */
abstract class ServerConflicts {

  abstract Database database();

  /** What makes a session wait for locks for a second at most. */
  abstract String shortWait();

  /** The statement that tells the number of a session. */
  abstract String sessionNumber();

  /** The statement that ends a session. */
  abstract String kill(long session);

  @BeforeEach
  void morning() {
    Inventory morning = Paperwork.inventory(database().emptied(), Paperwork.MORNING);
    Paperwork.before().forEach(morning::post);
  }

  private String rows() {
    return Rows.of(database().dataSource(), database().names());
  }

  private String lock(String sku) {
    return database().names().in(new StringBuilder("SELECT sku FROM $item WHERE sku = '")) + sku
        + "' FOR UPDATE";
  }

  private Inventory inventory(DataSource source, int tries) {
    JdbcUnitOfWork store =
        JdbcUnitOfWork.owning(source).named(database().names()).trying(tries);
    return Paperwork.inventory(store, Paperwork.NOON);
  }

  private DataSource impatient() {
    HikariDataSource pool = (HikariDataSource) database().dataSource();
    return new Given(
        () -> { // no connection of the pool, where the wait would stay short
          Connection connection = DriverManager.getConnection(
              pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
          try (Statement statement = connection.createStatement()) {
            statement.execute(shortWait());
          }
          return connection;
        });
  }

  private record Given(ConnectionSupplier supplier) implements HostSource {

    @Override
    public Connection getConnection() throws SQLException {
      Connection connection = supplier.get();
      if (connection == null) {
        throw new SQLException("no connection");
      }
      return connection;
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void owning_lockHeldTooLong_isRetriedThenExhausted() throws Exception {
    String before = rows();
    WatchedSource source = new WatchedSource(impatient(), Fault.none());
    Inventory inventory = inventory(source, 2);
    try (Connection other = database().dataSource().getConnection()) {
      other.setAutoCommit(false);
      execute(other, lock("A"));

      StoreException failure = catchThrowableOfType(
          StoreException.class, () -> inventory.post(Paperwork.received("R9", Paperwork.A, 3)));

      assertThat(failure.code()).isEqualTo(ErrorCode.RETRIES_EXHAUSTED);
      assertThat(failure.getCause())
          .isInstanceOfSatisfying(
              StoreException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.LOCK_TIMEOUT));
      assertThat(source.lent()).hasSize(2);
      other.rollback();
    }
    assertThat(rows()).isEqualTo(before);
    inventory.post(Paperwork.received("R9", Paperwork.A, 3));
    assertThat(inventory.verify().firstDifference()).isEmpty();
  }

  @Test
  void joining_lockHeldTooLong_isTypedRetryableAndNotRetried() throws Exception {
    try (Connection host = impatient().getConnection();
        Connection other = database().dataSource().getConnection()) {
      host.setAutoCommit(false);
      other.setAutoCommit(false);
      execute(other, lock("A"));
      Inventory inventory = joining(host);

      StoreException failure = catchThrowableOfType(
          StoreException.class, () -> inventory.post(Paperwork.received("R9", Paperwork.A, 3)));

      assertThat(failure.code()).isEqualTo(ErrorCode.LOCK_TIMEOUT);
      assertThat(failure.isRetryable()).isTrue();
      other.rollback();
      host.rollback();
      inventory.post(Paperwork.received("R9", Paperwork.A, 3)); // as the host runs it again
      host.commit();
    }
    assertThat(inventory(database().dataSource(), 1).verify().firstDifference()).isEmpty();
  }

  private Inventory joining(Connection host) {
    JdbcUnitOfWork store =
        JdbcUnitOfWork.joining(() -> host, action -> {}).named(database().names());
    return Paperwork.inventory(store, Paperwork.NOON);
  }

  /** Two hosts lock A and B in opposite order; the database ends one of them. */
  @Test
  void joining_deadlockVictim_isTypedRetryable() throws Exception {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try (Connection one = database().dataSource().getConnection();
        Connection two = database().dataSource().getConnection()) {
      one.setAutoCommit(false);
      two.setAutoCommit(false);
      Inventory first = joining(one);
      Inventory second = joining(two);
      first.post(Paperwork.received("R8", Paperwork.A, 1));
      second.post(Paperwork.received("R9", Paperwork.B, 1));
      Future<@Nullable StoreException> blocked =
          executor.submit(() -> failure(first, Paperwork.received("R6", Paperwork.B, 1)));
      StoreException here = failure(second, Paperwork.received("R7", Paperwork.A, 1));
      boolean hereFailed = here != null;
      if (hereFailed) {
        two.rollback();
      }
      StoreException there = blocked.get(60, TimeUnit.SECONDS);
      StoreException victim = here != null ? here : there;

      assertThat(victim).isNotNull();
      assertThat(victim.code()).isEqualTo(ErrorCode.STORE_CONFLICT);
      assertThat(victim.isRetryable()).isTrue();
      assertThat(here == null || there == null).as("one of them goes on").isTrue();
      (hereFailed ? one : two).commit();
      if (!hereFailed) {
        one.rollback();
      }
    } finally {
      executor.shutdown();
    }
    assertThat(inventory(database().dataSource(), 1).verify().firstDifference()).isEmpty();
  }

  private static @Nullable StoreException failure(Inventory inventory, Document document) {
    try {
      inventory.post(document);
      return null;
    } catch (StoreException e) {
      return e;
    }
  }

  /** A host that holds B and wants A makes an owning document wait in a cycle. */
  @Test
  void owning_deadlockWithAHost_isNotSeen() throws Exception {
    Inventory inventory = inventory(database().dataSource(), 8);
    CountDownLatch held = new CountDownLatch(1);
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try (Connection host = database().dataSource().getConnection()) {
      host.setAutoCommit(false);
      execute(host, lock("B"));
      Future<?> posting = executor.submit(() -> {
        held.countDown();
        inventory.post(Paperwork.placed(
            "O9", Paperwork.line("1", Paperwork.A, 1), Paperwork.line("2", Paperwork.B, 1)));
      });
      held.await();
      Thread.sleep(300); // it holds A and waits for B
      boolean isVictim = false;
      try {
        execute(host, lock("A"));
      } catch (SQLException e) {
        isVictim = true;
      }
      host.rollback();
      posting.get(60, TimeUnit.SECONDS);
      assertThat(isVictim || inventory.order(Paperwork.order("O9")).isPresent()).isTrue();
    } finally {
      executor.shutdown();
    }
    assertThat(inventory.order(Paperwork.order("O9"))).isPresent();
    assertThat(inventory.verify().firstDifference()).isEmpty();
  }

  /** Kills sessions right before a call of them. */
  private final class Killer implements WatchedSource.Watcher {

    private final String before;
    private final ConcurrentHashMap<String, Integer> kills = new ConcurrentHashMap<>();
    private long session;

    Killer(String before) {
      this.before = before;
    }

    DataSource source() {
      return new WatchedSource(
          new Given(() -> {
            Connection connection = database().dataSource().getConnection();
            try (PreparedStatement statement = connection.prepareStatement(sessionNumber());
                var row = statement.executeQuery()) {
              row.next();
              session = row.getLong(1);
            }
            return connection;
          }),
          this);
    }

    @Override
    public void before(WatchedSource.Call call) throws SQLException {
      if ((call.on() + "." + call.name()).equals(before) && kills.putIfAbsent(before, 1) == null) {
        try (Connection other = database().dataSource().getConnection()) {
          execute(other, kill(session));
        }
        try {
          Thread.sleep(200);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  @Test
  void owning_sessionKilledBeforeAStatement_isTriedAgain() {
    Killer killer = new Killer("PreparedStatement.executeQuery");
    Inventory inventory = inventory(killer.source(), 8);
    inventory.post(Paperwork.received("R9", Paperwork.A, 3));

    assertThat(killer.kills).hasSize(1);
    assertThat(inventory.item(Paperwork.A).onHand().units()).isEqualTo(9);
    assertThat(inventory.verify().firstDifference()).isEmpty();
  }

  @Test
  void owning_sessionKilledBeforeTheCommit_isUnknownAndSettledByPostingAgain() {
    Killer killer = new Killer("Connection.commit");
    Inventory inventory = inventory(killer.source(), 8);
    String before = rows();

    StoreException failure = catchThrowableOfType(
        StoreException.class, () -> inventory.post(Paperwork.received("R9", Paperwork.A, 3)));

    assertThat(failure.code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
    assertThat(rows()).isEqualTo(before);
    inventory.post(Paperwork.received("R9", Paperwork.A, 3));
    inventory.post(Paperwork.received("R9", Paperwork.A, 3));
    assertThat(inventory.item(Paperwork.A).onHand().units()).isEqualTo(9);
    assertThat(inventory.verify().firstDifference()).isEmpty();
  }

  @Test
  void joining_sessionKilled_isUnavailableAndNeverRetried() throws Exception {
    try (Connection host = database().dataSource().getConnection()) {
      host.setAutoCommit(false);
      Inventory inventory = joining(host);
      inventory.post(Paperwork.received("R8", Paperwork.A, 1));
      long session;
      try (Statement statement = host.createStatement();
          var row = statement.executeQuery(sessionNumber())) {
        row.next();
        session = row.getLong(1);
      }
      Servers.execute(database().dataSource(), kill(session));
      Thread.sleep(200);

      StoreException failure = catchThrowableOfType(
          StoreException.class, () -> inventory.post(Paperwork.received("R9", Paperwork.A, 3)));

      assertThat(failure.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE);
      assertThat(failure.isRetryable()).isFalse();
    }
    assertThat(List.of(rows())).noneMatch(text -> text.contains("R8"));
  }
}
