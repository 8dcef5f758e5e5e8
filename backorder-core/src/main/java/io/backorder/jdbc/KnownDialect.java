package io.backorder.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The kind of database behind all connections of a unit of work, asked for once. It is thread-safe. */
final class KnownDialect {

  private volatile @Nullable Dialect known;

  Dialect of(Connection connection) throws SQLException {
    Dialect dialect = known;
    if (dialect == null) {
      dialect = Dialect.of(connection);
      known = dialect;
    }
    return dialect;
  }
}
