package io.backorder.jdbc;

import static java.util.Objects.requireNonNull;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * The library's tables: printed for the host's migrations, checked at start, made where the host asks.
 *
 * <p>There is a script for each dialect and version, in the jar under {@code META-INF/backorder/db}. Later
 * versions only add, and a library runs on the version before its own. All methods are thread-safe.
 */
public final class BackorderSchema {

  /** The version of the tables that this library makes. */
  public static final int VERSION = 1;

  private static final Pattern TABLE =
      Pattern.compile("CREATE TABLE \\{schema}\\{prefix}(\\w+) \\((.*?)\\n\\)", Pattern.DOTALL);
  private static final Pattern COLUMN = Pattern.compile("^  ([a-z_]+) ", Pattern.MULTILINE);

  private BackorderSchema() {}

  /**
   * Returns the script that makes the tables.
   *
   * @param dialect the kind of database
   * @param names how the tables are named
   * @return the statements, each ended by a semicolon
   */
  public static String print(Dialect dialect, TableNames names) {
    requireNonNull(names, "names");
    return names.inScript(script(requireNonNull(dialect, "dialect")));
  }

  private static String script(Dialect dialect) {
    String path = path(dialect);
    try (InputStream in = BackorderSchema.class.getResourceAsStream("/" + path)) {
      return new String(requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("script could not be read: " + path, e);
    }
  }

  private static String path(Dialect dialect) {
    return "META-INF/backorder/db/%s/V%03d__create.sql".formatted(dialect.folder(), VERSION);
  }

  /**
   * Makes the tables. The schema, if one is named, must be there.
   *
   * @param dataSource the database
   * @param names how the tables are named
   * @throws StoreException if a table is there already, or the database refuses
   */
  public static void create(DataSource dataSource, TableNames names) {
    requireNonNull(names, "names");
    try (Connection connection = requireNonNull(dataSource, "dataSource").getConnection();
        Statement statement = connection.createStatement()) {
      for (String each : statements(print(Dialect.of(connection), names))) {
        statement.execute(each);
      }
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
    } catch (SQLException e) {
      throw Failures.of(e);
    }
  }

  /** The statements of a script, without its comments. */
  static List<String> statements(String script) {
    return Pattern.compile(";")
        .splitAsStream(script.replaceAll("(?m)^--.*$", ""))
        .filter(each -> !each.isBlank())
        .map(String::strip)
        .toList();
  }

  /**
   * Checks that the tables are there as this library needs them: every table and column, the version,
   * and on MariaDB and MySQL the engine, the strict mode and the collation of the identifiers.
   *
   * @param dataSource the database
   * @param names how the tables are named
   * @throws StoreException with {@code SCHEMA_MISMATCH}, naming what is missing and the script that
   *     makes it
   */
  public static void validate(DataSource dataSource, TableNames names) {
    requireNonNull(names, "names");
    try (Connection connection = requireNonNull(dataSource, "dataSource").getConnection()) {
      Dialect dialect = Dialect.of(connection);
      Optional<String> missing = firstMissing(connection, dialect, names);
      if (missing.isPresent()) {
        throw mismatch(missing.orElseThrow(), dialect);
      }
      if (!connection.getAutoCommit()) {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw Failures.of(e);
    }
  }

  private static Optional<String> firstMissing(
      Connection connection, Dialect dialect, TableNames names) throws SQLException {
    Matcher tables = TABLE.matcher(script(dialect));
    while (tables.find()) {
      String table = names.prefix() + tables.group(1);
      Set<String> found = columns(connection, names, table);
      if (found.isEmpty()) {
        return Optional.of("table " + names.qualifier() + table + " is not there");
      }
      Matcher columns = COLUMN.matcher(tables.group(2));
      while (columns.find()) {
        if (!found.contains(columns.group(1))) {
          return Optional.of(
              "column %s of table %s is not there".formatted(columns.group(1), table));
        }
      }
    }
    Optional<String> version = wrongVersion(connection, names);
    return version.isPresent() ? version : ServerSettings.firstWrong(connection, dialect, names);
  }

  private static Set<String> columns(Connection connection, TableNames names, String table)
      throws SQLException {
    Set<String> columns = new TreeSet<>();
    String probe = "SELECT * FROM " + names.qualifier() + table + " WHERE 1 = 0";
    try (Statement statement = connection.createStatement();
        ResultSet none = statement.executeQuery(probe)) {
      for (int i = 1; i <= none.getMetaData().getColumnCount(); i++) {
        columns.add(none.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT));
      }
    } catch (SQLException e) {
      if (Failures.codeOf(e) != ErrorCode.SCHEMA_MISMATCH) {
        throw e;
      }
      if (!connection.getAutoCommit()) {
        connection.rollback();
      }
    }
    return columns;
  }

  private static Optional<String> wrongVersion(Connection connection, TableNames names)
      throws SQLException {
    String table = names.qualifier() + names.prefix() + "schema_version";
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT MAX(version) FROM " + table)) {
      int found = row.next() ? row.getInt(1) : 0;
      return found >= VERSION
          ? Optional.empty()
          : Optional.of("version in %s is %d, needed is %d".formatted(table, found, VERSION));
    }
  }

  private static StoreException mismatch(String missing, Dialect dialect) {
    return new StoreException(
        ErrorCode.SCHEMA_MISMATCH,
        "%s; run %s from the library's jar, or call BackorderSchema.create"
            .formatted(missing, path(dialect)),
        Facts.of("missing", missing).and("script", path(dialect)),
        null);
  }
}
