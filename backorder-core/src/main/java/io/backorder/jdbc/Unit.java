package io.backorder.jdbc;

import io.backorder.stock.Sku;
import io.backorder.store.Locations;
import io.backorder.store.Turns;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One try of a unit of work on one connection. */
final class Unit<T> {

  private final Function<JdbcSession, T> body;
  private final Settings settings;
  private @Nullable JdbcSession session;
  private Turns.@Nullable Turn turn;

  Unit(Function<JdbcSession, T> body, Settings settings) {
    this.body = body;
    this.settings = settings;
  }

  /** What all tries of a unit of work go by; without turns, nobody waits for another's events. */
  record Settings(
      Locations locations, TableNames names, @Nullable Turns turns) {}

  /** Reads, decides and writes. */
  T write(Connection connection, Dialect dialect) throws SQLException {
    String current = dialect.current(connection.getTransactionIsolation());
    Statements sql = new Statements(connection, dialect, settings.names, current);
    JdbcSession changing = JdbcSession.writing(sql, settings.locations, this::takeTurn);
    session = changing;
    T answer = body.apply(changing);
    changing.flush();
    sql.send();
    return answer;
  }

  /** Reads only, at one moment: by the transaction's snapshot, or by locks that keep writers out. */
  T read(Connection connection, Dialect dialect, String locking) throws SQLException {
    String current = locking.isEmpty() ? "" : dialect.current(connection.getTransactionIsolation());
    Statements sql = new Statements(connection, dialect, settings.names, current);
    return body.apply(JdbcSession.reading(sql, settings.locations, locking));
  }

  private void takeTurn(Collection<Sku> skus) {
    if (settings.turns != null) {
      turn = settings.turns.take(skus);
    }
  }

  /** Takes back what a try has written that was refused. */
  void refused() {
    if (session != null) {
      session.refused();
    }
  }

  /** Runs what waits for the commit, in the order of the ledger. */
  void committed() {
    if (turn != null) {
      turn.await();
    }
    if (session != null) {
      session.committed();
    }
  }

  /** Ends the try, whatever became of it. */
  void ended() {
    if (turn != null) {
      turn.end();
    }
  }
}
