package io.backorder.examples.realyear;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL server in a folder of its own, which can be killed and started again. */
final class ShopDatabase implements AutoCloseable {

  private static final int STARTS = 10;

  private final Path folder;
  private EmbeddedPostgres server;

  private ShopDatabase(Path folder, EmbeddedPostgres server) {
    this.folder = folder;
    this.server = server;
  }

  static ShopDatabase start() throws IOException {
    Path folder = Files.createTempDirectory("two-nodes");
    return new ShopDatabase(folder, server(folder, 0));
  }

  private static EmbeddedPostgres server(Path folder, int port) throws IOException {
    EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
        .setDataDirectory(folder.resolve("data"))
        .setCleanDataDirectory(false)
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("max_connections", "50");
    if (port > 0) {
      builder.setPort(port);
    }
    return builder.start();
  }

  /** Returns the database as drivers name it. */
  String url() {
    return server.getJdbcUrl("postgres", "postgres");
  }

  /** Returns what a setting of the server is. */
  String setting(String name) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SHOW " + name)) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** Ends the server's main process at once: SIGKILL. */
  void kill() throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("data").resolve("postmaster.pid"));
    long pid = Long.parseLong(lines.get(0).trim());
    ProcessHandle.of(pid).ifPresent(process -> {
      process.destroyForcibly();
      process.onExit().join();
    });
  }

  /** Starts the server again, on the same files and the same port. */
  void restart() throws IOException, InterruptedException {
    int port = server.getPort();
    server.close(); // lets go of the folder
    for (int tried = 1; ; tried++) {
      try {
        server = server(folder, port);
        return;
      } catch (IOException | IllegalStateException e) {
        if (tried == STARTS) {
          throw e;
        }
        Thread.sleep(1_000); // the last of the old processes may still be there
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(ShopDatabase::delete);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
