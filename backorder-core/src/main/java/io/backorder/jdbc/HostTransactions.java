package io.backorder.jdbc;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The host's transactions: never begun, committed, rolled back or closed here. On databases that go on
 * with a transaction after a failed statement, a savepoint keeps a document whole or away.
 */
final class HostTransactions implements Transactions {

  private final ConnectionSupplier current;
  private final Consumer<Runnable> afterCommit;
  private final KnownDialect dialect = new KnownDialect();

  HostTransactions(ConnectionSupplier current, Consumer<Runnable> afterCommit) {
    this.current = current;
    this.afterCommit = afterCommit;
  }

  @Override
  public boolean isOwner() {
    return false;
  }

  @Override
  public void afterCommit(Runnable action) {
    afterCommit.accept(action);
  }

  @Override
  public <T> T write(Supplier<Unit<T>> tries) {
    Unit<T> unit = tries.get();
    try {
      Connection connection = connection();
      T answer = whole(connection, unit);
      afterCommit.accept(unit::committed);
      return answer;
    } catch (SQLException e) {
      throw Failures.of(e);
    }
  }

  private <T> T whole(Connection connection, Unit<T> unit) throws SQLException {
    Dialect known = dialect.of(connection);
    if (known == Dialect.POSTGRESQL) {
      return wholeWithoutSavepoint(connection, unit);
    }
    Savepoint before = connection.setSavepoint();
    T answer;
    try {
      answer = unit.write(connection, known);
    } catch (RuntimeException | Error | SQLException e) {
      goBack(connection, before, e);
      throw e;
    }
    connection.releaseSavepoint(before);
    return answer;
  }

  /** Takes the document back; where the whole transaction is gone, the failure says so already. */
  private static void goBack(Connection connection, Savepoint before, Throwable failure) {
    try {
      connection.rollback(before);
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  /** A failed statement ends the transaction there; whatever else fails has written next to nothing. */
  private static <T> T wholeWithoutSavepoint(Connection connection, Unit<T> unit)
      throws SQLException {
    try {
      return unit.write(connection, Dialect.POSTGRESQL);
    } catch (StoreException e) {
      throw e;
    } catch (RuntimeException | Error e) {
      unit.refused();
      throw e;
    }
  }

  @Override
  public <T> T read(Supplier<Unit<T>> tries) {
    try {
      Connection connection = connection();
      Dialect known = dialect.of(connection);
      return tries.get().read(connection, known, locking(connection, known));
    } catch (SQLException e) {
      throw Failures.of(e);
    }
  }

  /** What makes a question see one moment; who only reads may not lock, and has a snapshot or nothing. */
  private static String locking(Connection connection, Dialect known) throws SQLException {
    if (!connection.isReadOnly()) {
      return known.forShare();
    } else if (connection.getTransactionIsolation() >= Connection.TRANSACTION_REPEATABLE_READ) {
      return "";
    }
    throw new StoreException(
        ErrorCode.STORE_READ_ONLY,
        "a read-only transaction of the host must be REPEATABLE READ to see one moment;"
            + " raise its isolation, or let it write",
        Facts.of("mode", "joining"),
        null);
  }

  private Connection connection() throws SQLException {
    Connection connection = current.get();
    if (connection == null) {
      throw noTransaction("the host gave no connection");
    } else if (connection.getAutoCommit()) {
      throw noTransaction("its connection commits each statement by itself");
    }
    return connection;
  }

  private static StoreException noTransaction(String because) {
    return new StoreException(
        ErrorCode.NO_TRANSACTION,
        "no transaction of the host is open: %s; begin one before the inventory is used, and give"
                .formatted(because)
            + " the inventory its connection",
        Facts.of("mode", "joining"),
        null);
  }
}
