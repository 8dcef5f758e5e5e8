package io.backorder.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A data source of which every call to the database is seen, before and after it is done, and of which
 * every connection that was lent is kept in mind. A call to {@code close} is done in any case.
 */
final class WatchedSource implements HostSource {

  private static final Set<String> SILENT = Set.of("isClosed", "isValid", "isWrapperFor", "unwrap");
  private static final Set<String> CHEAP = Set.of(
      "addBatch", "close", "getGeneratedKeys", "getMetaData", "getMoreResults", "getResultSet");

  private final DataSource source;
  private final Watcher watcher;
  private final List<Lent> lent = Collections.synchronizedList(new ArrayList<>());

  WatchedSource(DataSource source, Watcher watcher) {
    this.source = source;
    this.watcher = watcher;
  }

  /** Sees the calls, and may make them fail. */
  interface Watcher {

    /** Sees a call before it is done. */
    default void before(Call call) throws SQLException {}

    /** Sees a call that was done. */
    default void after(Call call) throws SQLException {}
  }

  /**
   * A call to the database.
   *
   * @param on the interface
   * @param name the method
   * @param sql the statement, or empty
   */
  record Call(String on, String name, String sql) {

    boolean isExecution() {
      return name.startsWith("execute");
    }

    boolean isCommit() {
      return on.equals("Connection") && name.equals("commit");
    }

    @Override
    public String toString() {
      return on + "." + name + (sql.isEmpty() ? "" : " " + sql);
    }
  }

  /** Every connection that was lent, in order. */
  List<Lent> lent() {
    return List.copyOf(lent);
  }

  /** Keeps the connections in mind no longer. */
  void forget() {
    lent.clear();
  }

  @Override
  public Connection getConnection() throws SQLException {
    Call call = new Call("DataSource", "getConnection", "");
    watcher.before(call);
    Connection connection = source.getConnection();
    Lent each = new Lent(connection);
    try {
      watcher.after(call);
    } catch (SQLException e) {
      connection.close(); // nobody got it
      throw e;
    }
    lent.add(each);
    return wrapped(Connection.class, connection, "", each);
  }

  private <T> T wrapped(Class<T> type, T target, String sql, Lent owner) {
    return type.cast(Proxy.newProxyInstance(
        WatchedSource.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
          if (!isCall(type, method)) {
            return invoke(target, method, arguments);
          }
          String text = sql.isEmpty() ? textOf(arguments) : sql;
          Object answer = seen(new Call(type.getSimpleName(), method.getName(), text), () -> {
            owner.note(type == Connection.class, method.getName());
            return invoke(target, method, arguments);
          });
          return dressed(answer, text, owner);
        }));
  }

  private static boolean isCall(Class<?> type, Method method) {
    String name = method.getName();
    if (method.getDeclaringClass() == Object.class || SILENT.contains(name)) {
      return false;
    } else if (type == ResultSet.class) {
      return name.equals("next") || name.equals("close");
    }
    return type == Connection.class || name.startsWith("execute") || CHEAP.contains(name);
  }

  private static String textOf(Object @Nullable [] arguments) {
    return arguments != null && arguments.length > 0 && arguments[0] instanceof String text
        ? text
        : "";
  }

  /** Something that is done. */
  private interface Done {
    @Nullable
    Object run() throws Throwable;
  }

  private @Nullable Object seen(Call call, Done done) throws Throwable {
    boolean closes = call.name().equals("close") || call.name().equals("abort");
    if (!closes) {
      watcher.before(call);
    }
    Object answer = done.run();
    if (closes) {
      watcher.before(call);
    }
    watcher.after(call);
    return answer;
  }

  private static @Nullable Object invoke(
      Object target, Method method, Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private @Nullable Object dressed(@Nullable Object answer, String sql, Lent owner) {
    if (answer instanceof PreparedStatement statement) {
      return wrapped(PreparedStatement.class, statement, sql, owner);
    } else if (answer instanceof Statement statement) {
      return wrapped(Statement.class, statement, sql, owner);
    } else if (answer instanceof ResultSet rows) {
      return wrapped(ResultSet.class, rows, sql, owner);
    }
    return answer;
  }

  /** A connection that was lent: how it was found, and how it was given back. */
  static final class Lent {

    private final Connection connection;
    private final Settings found;
    private @Nullable Settings left;
    private boolean isOpen = true;
    private boolean isAborted;
    private boolean isDirty;
    private final List<String> problems = new ArrayList<>();

    Lent(Connection connection) throws SQLException {
      this.connection = connection;
      this.found = Settings.of(connection);
    }

    /** What a borrower must leave as it was. */
    record Settings(boolean autoCommit, int isolation, boolean readOnly, int holdability) {

      static Settings of(Connection connection) throws SQLException {
        return new Settings(
            connection.getAutoCommit(),
            connection.getTransactionIsolation(),
            connection.isReadOnly(),
            connection.getHoldability());
      }
    }

    private void note(boolean isOfConnection, String call) throws SQLException {
      if (!isOfConnection) {
        isDirty |= call.startsWith("execute") && !connection.getAutoCommit();
        return;
      }
      switch (call) {
        case "commit", "rollback" -> isDirty = false;
        case "setAutoCommit" -> {
          if (isDirty && !connection.getAutoCommit()) {
            problems.add("a switch of autocommit commits what is open");
          }
        }
        case "abort" -> isAborted = true;
        case "close" -> giveBack();
        default -> {}
      }
    }

    private void giveBack() throws SQLException {
      if (isOpen && !isAborted && !connection.isClosed()) {
        left = Settings.of(connection);
        if (isDirty) {
          problems.add("a transaction is open");
        }
      }
      isOpen = false;
    }

    /** What is wrong with how the connection was given back. */
    List<String> problems() {
      List<String> all = new ArrayList<>(problems);
      if (isOpen) {
        all.add("never closed");
      } else if (left != null && !left.equals(found)) {
        all.add("found as " + found + ", left as " + left);
      }
      return all;
    }
  }
}
