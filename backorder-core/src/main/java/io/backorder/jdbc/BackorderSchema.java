package io.backorder.jdbc;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.refusal.StoreException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * The library's tables: printed for the host's migrations, checked at start, made and upgraded where the
 * host asks.
 *
 * <p>There is a script for each dialect and version, in the jar under {@code META-INF/backorder/db}. The
 * script of a later version only adds, and what it adds to a table is null or has a default: a library of
 * the version before goes on with upgraded tables, until somebody posts a document that it does not know.
 * All methods are thread-safe.
 */
public final class BackorderSchema {

  /** The version of the tables that this library makes. */
  public static final int VERSION = 2;

  private BackorderSchema() {}

  /**
   * Returns the script that makes the tables from nothing: those of all versions, one after the other.
   *
   * @param dialect the kind of database
   * @param names how the tables are named
   * @return the statements, each ended by a semicolon
   */
  public static String print(Dialect dialect, TableNames names) {
    return print(dialect, names, 0);
  }

  /**
   * Returns the script that brings tables of an earlier version to this one.
   *
   * @param dialect the kind of database
   * @param names how the tables are named
   * @param version the version of the tables, from 0 for none at all to {@link #VERSION}
   * @return the statements, each ended by a semicolon; empty if nothing is to be added
   * @throws InvalidValueException with {@code CONFIG_INVALID} if there is no such version
   */
  public static String print(Dialect dialect, TableNames names, int version) {
    requireNonNull(names, "names");
    requireNonNull(dialect, "dialect");
    if (version < 0 || version > VERSION) {
      throw new InvalidValueException(
          ErrorCode.CONFIG_INVALID,
          "schema version must be in 0..%d: %d".formatted(VERSION, version),
          Facts.of("asked", version).and("allowed", VERSION));
    }
    return SchemaScript.after(version).stream()
        .map(script -> names.inScript(script.text(dialect)))
        .collect(joining("\n"));
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
    try (Connection connection = requireNonNull(dataSource, "dataSource").getConnection()) {
      run(connection, print(Dialect.of(connection), names));
    } catch (SQLException e) {
      throw Failures.of(e);
    }
  }

  /**
   * Brings tables of an earlier version to this one; where they are, nothing happens. Nobody else may
   * upgrade them meanwhile. Where the database makes tables outside of transactions, which only PostgreSQL
   * does not, and fails in between, {@link #validate} names what is still missing.
   *
   * @param dataSource the database
   * @param names how the tables are named
   * @return the version that was found, from 1 to {@link #VERSION}, or that of a later library
   * @throws StoreException with {@code SCHEMA_MISMATCH} if there are no tables, or if the database refuses
   */
  public static int upgrade(DataSource dataSource, TableNames names) {
    requireNonNull(names, "names");
    try (Connection connection = requireNonNull(dataSource, "dataSource").getConnection()) {
      Dialect dialect = Dialect.of(connection);
      if (columns(connection, names, names.prefix() + "schema_version").isEmpty()) {
        SchemaScript first = SchemaScript.ALL.get(0);
        throw new Gap("table " + versions(names) + " is not there", first).mismatch(dialect);
      }
      int found = version(connection, names);
      if (found == 0) {
        throw wrongVersion(connection, names).orElseThrow().mismatch(dialect);
      }
      if (found < VERSION) {
        runTogether(connection, print(dialect, names, found));
      }
      return found;
    } catch (SQLException e) {
      throw Failures.of(e);
    }
  }

  /** Runs a script in one transaction, as far as the database makes tables inside of one. */
  private static void runTogether(Connection connection, String script) throws SQLException {
    boolean alone = connection.getAutoCommit();
    connection.setAutoCommit(false);
    boolean done = false;
    try {
      run(connection, script);
      done = true;
    } finally {
      if (!done) {
        connection.rollback();
      }
      connection.setAutoCommit(alone);
    }
  }

  private static void run(Connection connection, String script) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String each : statements(script)) {
        statement.execute(each);
      }
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
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
      Optional<Gap> missing = firstMissing(connection, dialect, names);
      if (missing.isPresent()) {
        throw missing.orElseThrow().mismatch(dialect);
      }
      if (!connection.getAutoCommit()) {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw Failures.of(e);
    }
  }

  private static Optional<Gap> firstMissing(
      Connection connection, Dialect dialect, TableNames names) throws SQLException {
    Map<String, Set<String>> found = new HashMap<>();
    for (SchemaScript script : SchemaScript.ALL) {
      for (SchemaScript.Column each : script.columns(dialect)) {
        String table = names.prefix() + each.table();
        if (!found.containsKey(table)) {
          found.put(table, columns(connection, names, table));
        }
        Optional<String> missing = missing(found.get(table), names, each);
        if (missing.isPresent()) {
          return missing.map(what -> new Gap(what, script));
        }
      }
    }
    Optional<Gap> version = wrongVersion(connection, names);
    return version.isPresent()
        ? version
        : ServerSettings.firstWrong(connection, dialect, names)
            .map(what -> new Gap(what, SchemaScript.ALL.get(0)));
  }

  private static Optional<String> missing(
      Set<String> found, TableNames names, SchemaScript.Column wanted) {
    String table = names.prefix() + wanted.table();
    if (found.isEmpty()) {
      return Optional.of("table " + names.qualifier() + table + " is not there");
    }
    return found.contains(wanted.name())
        ? Optional.empty()
        : Optional.of("column %s of table %s is not there".formatted(wanted.name(), table));
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

  private static Optional<Gap> wrongVersion(Connection connection, TableNames names)
      throws SQLException {
    int found = version(connection, names);
    return found >= VERSION
        ? Optional.empty()
        : Optional.of(new Gap(
            "version in %s is %d, needed is %d".formatted(versions(names), found, VERSION),
            SchemaScript.after(found).get(0)));
  }

  private static int version(Connection connection, TableNames names) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT MAX(version) FROM " + versions(names))) {
      return row.next() ? Math.max(0, row.getInt(1)) : 0;
    }
  }

  private static String versions(TableNames names) {
    return names.qualifier() + names.prefix() + "schema_version";
  }

  /** What is missing, and the script that makes it. */
  private record Gap(String what, SchemaScript script) {

    StoreException mismatch(Dialect dialect) {
      String path = script.path(dialect);
      return new StoreException(
          ErrorCode.SCHEMA_MISMATCH,
          "%s; run %s from the library's jar, or call BackorderSchema.%s"
              .formatted(what, path, script.version() == 1 ? "create" : "upgrade"),
          Facts.of("missing", what).and("script", path),
          null);
    }
  }
}
