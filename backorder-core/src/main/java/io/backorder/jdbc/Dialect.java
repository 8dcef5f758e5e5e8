package io.backorder.jdbc;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** A kind of database. */
public enum Dialect {

  /** PostgreSQL 14 to 18, and what speaks its protocol. */
  POSTGRESQL("postgresql"),

  /** MariaDB from 10.11 on, with one primary. */
  MARIADB("mariadb"),

  /** MySQL 8. */
  MYSQL("mysql"),

  /** H2 from 2.3 on. */
  H2("h2");

  private final String folder;

  Dialect(String folder) {
    this.folder = folder;
  }

  /**
   * Tells the kind of database behind a connection.
   *
   * @param connection the connection
   * @return the dialect
   * @throws SQLException if the connection does not say
   * @throws StoreException with {@code CONFIG_INVALID} if it is no kind that is known here
   */
  public static Dialect of(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    String name = product.toLowerCase(Locale.ROOT);
    for (Dialect each : values()) {
      if (name.contains(each.folder)) {
        return each;
      }
    }
    throw new StoreException(
        ErrorCode.CONFIG_INVALID,
        "database must be PostgreSQL, MariaDB, MySQL or H2: " + product,
        Facts.of("asked", product),
        null);
  }

  /** The folder of the scripts. */
  String folder() {
    return folder;
  }

  /** Whether arrays can be bound. */
  boolean hasArrays() {
    return this == POSTGRESQL || this == H2;
  }

  /** Whether rows are written by one statement from arrays, rather than as a batch. */
  boolean writesArrays() {
    return this == POSTGRESQL;
  }

  /** Whether instants are kept as local times in UTC, since the time-stamp type ends in 2038. */
  boolean keepsLocalTimes() {
    return this == MARIADB || this == MYSQL;
  }

  /** What makes a reading statement wait for writers and see the latest row. */
  String forShare() {
    return switch (this) {
      case POSTGRESQL -> " FOR SHARE";
      case MARIADB, MYSQL -> " LOCK IN SHARE MODE";
      case H2 -> " FOR UPDATE";
    };
  }

  /**
   * What a reading statement needs to see the latest rows inside a host's transaction that reads an old
   * snapshot. PostgreSQL refuses to lock a row that has changed since, so nothing is needed there.
   */
  String current(int isolation) {
    return keepsLocalTimes() && isolation >= Connection.TRANSACTION_REPEATABLE_READ
        ? " LOCK IN SHARE MODE"
        : "";
  }
}
