package io.backorder.examples.existingshop;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts the connections that are taken and given back, and notes who called on one what belongs to the
 * owner of the transaction.
 */
final class RecordingDataSource extends DelegatingDataSource {

  private static final Set<String> OWNERS = Set.of(
      "commit",
      "setAutoCommit",
      "close",
      "abort",
      "setTransactionIsolation",
      "setReadOnly",
      "setHoldability");

  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();
  private final List<String> byHost = new CopyOnWriteArrayList<>();
  private final List<String> byLibrary = new CopyOnWriteArrayList<>();
  private final List<String> changed = new CopyOnWriteArrayList<>();

  RecordingDataSource(DataSource target) {
    super(target);
  }

  /** Forgets what was recorded. */
  void forget() {
    opened.set(0);
    closed.set(0);
    byHost.clear();
    byLibrary.clear();
    changed.clear();
  }

  int opened() {
    return opened.get();
  }

  int closed() {
    return closed.get();
  }

  /** The owner's calls that came from the shop and its framework. */
  List<String> byHost() {
    return byHost;
  }

  /** The owner's calls that came from the library: there must be none. */
  List<String> byLibrary() {
    return byLibrary;
  }

  /** The connections that came back otherwise than they were given. */
  List<String> changed() {
    return changed;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection target = super.getConnection();
    opened.incrementAndGet();
    State state = State.of(target);
    Class<?>[] types = {Connection.class};
    return (Connection) Proxy.newProxyInstance(
        getClass().getClassLoader(), types, (proxy, method, arguments) -> {
          note(method, arguments == null ? 0 : arguments.length);
          if (method.getName().equals("close") && !target.isClosed()) {
            closed.incrementAndGet();
            requireSame(state, State.of(target));
          }
          return invoke(target, method, arguments);
        });
  }

  private static Object invoke(Connection target, Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private void note(Method method, int arguments) {
    String name = method.getName();
    boolean isWholeRollback = name.equals("rollback") && arguments == 0;
    if (OWNERS.contains(name) || isWholeRollback) {
      (isLibrary() ? byLibrary : byHost).add(name);
    }
  }

  private static boolean isLibrary() {
    return StackWalker.getInstance()
        .walk(frames ->
            frames.anyMatch(frame -> frame.getClassName().startsWith("io.backorder.jdbc.")));
  }

  private void requireSame(State given, State back) {
    if (!given.equals(back)) {
      changed.add("%s became %s".formatted(given, back));
    }
  }

  /** What a borrower must leave as it was. */
  record State(boolean autoCommit, int isolation, boolean readOnly, int holdability) {

    static State of(Connection connection) throws SQLException {
      return new State(
          connection.getAutoCommit(),
          connection.getTransactionIsolation(),
          connection.isReadOnly(),
          connection.getHoldability());
    }
  }
}
