package io.backorder.jdbc;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The script of one version of the tables: what it adds to the version before. */
record SchemaScript(int version, String title) {

  /** All scripts, oldest first. One that was released is never edited. */
  static final List<SchemaScript> ALL =
      List.of(new SchemaScript(1, "create"), new SchemaScript(2, "supplies_and_promises"));

  private static final Pattern TABLE =
      Pattern.compile("CREATE TABLE \\{schema}\\{prefix}(\\w+) \\((.*?)\\n\\)", Pattern.DOTALL);
  private static final Pattern COLUMN = Pattern.compile("^  ([a-z_]+) ", Pattern.MULTILINE);
  private static final Pattern ADDED = Pattern.compile(
      "^ALTER TABLE \\{schema}\\{prefix}(\\w+) ADD COLUMN (\\w+) ", Pattern.MULTILINE);

  /** A column that a script makes. */
  record Column(String table, String name) {}

  /** The scripts that lead from a version, or from 0 for nothing at all, to the present one. */
  static List<SchemaScript> after(int version) {
    return ALL.subList(version, ALL.size());
  }

  String path(Dialect dialect) {
    return "META-INF/backorder/db/%s/V%03d__%s.sql".formatted(dialect.folder(), version, title);
  }

  String text(Dialect dialect) {
    String path = path(dialect);
    try (InputStream in = SchemaScript.class.getResourceAsStream("/" + path)) {
      return new String(requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("script could not be read: " + path, e);
    }
  }

  /** Every column that the script makes, in its order. */
  List<Column> columns(Dialect dialect) {
    String text = text(dialect);
    List<Column> columns = new ArrayList<>();
    Matcher tables = TABLE.matcher(text);
    while (tables.find()) {
      String table = tables.group(1);
      Matcher inTable = COLUMN.matcher(tables.group(2));
      while (inTable.find()) {
        columns.add(new Column(table, inTable.group(1)));
      }
    }
    ADDED
        .matcher(text)
        .results()
        .forEach(added -> columns.add(new Column(added.group(1), added.group(2))));
    return columns;
  }
}
