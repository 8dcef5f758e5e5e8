package io.backorder.examples.existingshop;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL server, started once for all tests of a process. */
final class Server {

  private static final EmbeddedPostgres SERVER = start();

  private Server() {}

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.start();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL could not be started", e);
    }
  }

  /** The URL of a new, empty database. */
  static String database(String name) {
    try (Connection connection = SERVER.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
      return SERVER.getJdbcUrl("postgres", name);
    } catch (SQLException e) {
      throw new IllegalStateException("database could not be made: " + name, e);
    }
  }
}
