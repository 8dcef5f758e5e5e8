package io.backorder.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Gives the connection of the host's transaction: the one on which the host's own changes of this
 * moment are made. {@link JdbcUnitOfWork#joining} shows how it is written with Spring.
 */
@FunctionalInterface
public interface ConnectionSupplier {

  /**
   * Returns the connection. It is used on the calling thread, and never closed, committed or rolled
   * back: one that is borrowed from a pool because no transaction is open would never get back there.
   *
   * @return the connection, on which a transaction is open, or null if none is open on this thread
   * @throws SQLException if the connection cannot be had
   */
  @Nullable
  Connection get() throws SQLException;
}
