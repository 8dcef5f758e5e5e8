package io.backorder.jdbc;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Transactions of the library's own, on connections of a pool. A unit of work that meets others is run
 * again as a whole, a bounded number of times, after a short random wait. Connections are given back as
 * they were.
 */
final class OwnTransactions implements Transactions {

  private static final Logger logger = LoggerFactory.getLogger(OwnTransactions.class);
  private static final int SHORTEST_WAIT = 5;
  private static final int LONGEST_WAIT = 200;

  private final DataSource pool;
  private final int tries;
  private final KnownDialect dialect = new KnownDialect();

  OwnTransactions(DataSource pool, int tries) {
    this.pool = pool;
    this.tries = tries;
  }

  OwnTransactions withTries(int most) {
    return new OwnTransactions(pool, most);
  }

  @Override
  public boolean isOwner() {
    return true;
  }

  @Override
  public void afterCommit(Runnable action) {
    action.run();
  }

  @Override
  public <T> T write(Supplier<Unit<T>> each) {
    return repeatedly(() -> {
      Unit<T> unit = each.get();
      try {
        T answer = inTransaction(
            Connection.TRANSACTION_READ_COMMITTED,
            connection -> unit.write(connection, dialect.of(connection)));
        unit.committed();
        return answer;
      } finally {
        unit.ended();
      }
    });
  }

  @Override
  public <T> T read(Supplier<Unit<T>> each) {
    return repeatedly(() -> inTransaction(
        Connection.TRANSACTION_REPEATABLE_READ,
        connection -> each.get().read(connection, dialect.of(connection), "")));
  }

  private <T> T repeatedly(Supplier<T> once) {
    for (int tried = 1; ; tried++) {
      try {
        return once.get();
      } catch (StoreException e) {
        if (!Failures.isPassing(e)) {
          throw e;
        }
        if (tried == tries) {
          throw exhausted(e);
        }
        logger.debug("try {} of {}: {}", tried, tries, e.getMessage());
        pause(e);
      }
    }
  }

  private StoreException exhausted(StoreException last) {
    if (last.code() == ErrorCode.STORE_UNAVAILABLE) {
      return last;
    }
    return new StoreException(
        ErrorCode.RETRIES_EXHAUSTED,
        "other transactions were in the way %d times; try again later".formatted(tries),
        Facts.of("tries", tries),
        last);
  }

  private static void pause(StoreException passing) {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(SHORTEST_WAIT, LONGEST_WAIT));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw passing; // whoever interrupts wants no further try
    }
  }

  /** What is done on a connection. */
  private interface OnConnection<T> {
    T run(Connection connection) throws SQLException;
  }

  private <T> T inTransaction(int isolation, OnConnection<T> work) {
    try (Borrowed borrowed = Borrowed.from(pool, isolation)) {
      T answer = work.run(borrowed.connection());
      borrowed.commit();
      return answer;
    } catch (SQLException e) {
      throw Failures.of(e);
    }
  }

  /** A connection that goes back as it came. */
  private static final class Borrowed implements AutoCloseable {

    private final Connection connection;
    private final boolean autoCommit;
    private final int isolation;
    private boolean committed;

    private Borrowed(Connection connection) throws SQLException {
      this.connection = connection;
      this.autoCommit = connection.getAutoCommit();
      this.isolation = connection.getTransactionIsolation();
    }

    static Borrowed from(DataSource pool, int isolation) throws SQLException {
      Connection connection = pool.getConnection();
      if (connection == null) {
        throw new SQLException("data source returned no connection", "08001");
      }
      Borrowed borrowed;
      try {
        borrowed = new Borrowed(connection);
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
      try {
        borrowed.begin(isolation);
        return borrowed;
      } catch (SQLException e) {
        borrowed.close();
        throw e;
      }
    }

    private void begin(int wanted) throws SQLException {
      if (isolation != wanted) {
        connection.setTransactionIsolation(wanted);
      }
      if (autoCommit) {
        connection.setAutoCommit(false);
      }
    }

    Connection connection() {
      return connection;
    }

    void commit() {
      try {
        connection.commit();
        committed = true;
      } catch (SQLException e) {
        throw Failures.ofCommit(e);
      }
    }

    /** Rolls back what was not committed, and never hides the failure that led here. */
    @Override
    public void close() {
      try (Connection closing = connection) {
        giveBack(closing);
      } catch (SQLException e) {
        logger.debug("connection could not be closed: {}", e.getSQLState());
      }
    }

    private void giveBack(Connection closing) throws SQLException {
      try {
        if (!committed) {
          closing.rollback();
        }
        if (closing.getTransactionIsolation() != isolation) {
          closing.setTransactionIsolation(isolation);
        }
        if (autoCommit) {
          closing.setAutoCommit(true);
        }
      } catch (SQLException e) {
        logger.debug("connection could not be given back as it was: {}", e.getSQLState());
        closing.abort(Runnable::run); // nobody is to go on in what is left of the transaction
      }
    }
  }
}
