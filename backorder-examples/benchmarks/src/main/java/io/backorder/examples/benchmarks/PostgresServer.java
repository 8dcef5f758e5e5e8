package io.backorder.examples.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL server of the benchmark's own, as durable as in production. */
final class PostgresServer implements AutoCloseable {

  private final EmbeddedPostgres server;

  private PostgresServer(EmbeddedPostgres server) {
    this.server = server;
  }

  static PostgresServer start() throws IOException {
    return new PostgresServer(EmbeddedPostgres.builder()
        .setServerConfig("max_connections", "100")
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("shared_buffers", "256MB")
        .setServerConfig("max_wal_size", "4GB")
        .start());
  }

  /** Returns a pool of connections that begin transactions by themselves. */
  HikariDataSource pool(int connections) {
    HikariConfig settings = new HikariConfig();
    settings.setJdbcUrl(server.getJdbcUrl("postgres", "postgres"));
    settings.setAutoCommit(false);
    settings.setMaximumPoolSize(connections);
    settings.setMinimumIdle(connections);
    settings.setConnectionTimeout(120_000);
    return new HikariDataSource(settings);
  }

  /** Runs statements, each in a transaction of its own. */
  void execute(String... statements) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
