package io.backorder.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Gives the connection of the host's transaction: the one on which the host's own changes of this
 * moment are made. With Spring it is {@code () -> DataSourceUtils.getConnection(dataSource)}.
 */
@FunctionalInterface
public interface ConnectionSupplier {

  /**
   * Returns the connection. It is used on the calling thread, and never closed, committed or rolled
   * back.
   *
   * @return the connection, on which a transaction is open
   * @throws SQLException if there is none
   */
  Connection get() throws SQLException;
}
