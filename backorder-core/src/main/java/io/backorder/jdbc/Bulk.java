package io.backorder.jdbc;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one table that are written together: the names and types of the columns, keys first, and the
 * values.
 */
final class Bulk {

  /** What is done with the rows. */
  enum Action {
    INSERT,
    INSERT_NEW,
    UPDATE,
    DELETE
  }

  /**
   * A column.
   *
   * @param name its name
   * @param type its type
   */
  record Column(String name, ColumnType type) {}

  private final Action action;
  private final String table;
  private final int keys;
  private final List<Column> columns = new ArrayList<>();
  private final List<@Nullable Object[]> rows = new ArrayList<>();

  private Bulk(Action action, String table, int keys) {
    this.action = action;
    this.table = table;
    this.keys = keys;
  }

  /** Rows to insert. */
  static Bulk insert(String table) {
    return new Bulk(Action.INSERT, table, 0);
  }

  /** Rows to insert unless they are there; for databases that know {@code INSERT IGNORE}. */
  static Bulk insertNew(String table) {
    return new Bulk(Action.INSERT_NEW, table, 0);
  }

  /** Rows to update, found by their first columns. */
  static Bulk update(String table, int keys) {
    return new Bulk(Action.UPDATE, table, keys);
  }

  /** Rows to delete, found by their columns. */
  static Bulk delete(String table) {
    return new Bulk(Action.DELETE, table, 0);
  }

  Bulk column(String name, ColumnType type) {
    columns.add(new Column(name, type));
    return this;
  }

  Bulk texts(String... names) {
    return all(ColumnType.TEXT, names);
  }

  Bulk longs(String... names) {
    return all(ColumnType.LONG, names);
  }

  Bulk ints(String... names) {
    return all(ColumnType.INT, names);
  }

  Bulk bytes(String... names) {
    return all(ColumnType.BYTES, names);
  }

  private Bulk all(ColumnType type, String... names) {
    for (String name : names) {
      column(name, type);
    }
    return this;
  }

  /** Adds a row. */
  void add(@Nullable Object... values) {
    if (values.length != columns.size()) {
      throw new IllegalStateException(
          "row of %s must have %d values: %d".formatted(table, columns.size(), values.length));
    }
    rows.add(values);
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  List<@Nullable Object[]> rows() {
    return rows;
  }

  List<Column> columns() {
    return columns;
  }

  /** The columns in the order in which a statement for one row binds them. */
  List<Integer> bindingOrder() {
    List<Integer> order = new ArrayList<>(columns.size());
    int first = action == Action.UPDATE ? keys : 0;
    for (int i = 0; i < columns.size(); i++) {
      order.add((first + i) % columns.size());
    }
    return order;
  }

  /** The statement that takes one row. */
  StringBuilder forOneRow() {
    return switch (action) {
      case INSERT, INSERT_NEW ->
        new StringBuilder(action == Action.INSERT ? "INSERT INTO $" : "INSERT IGNORE INTO $")
            .append(table)
            .append(" (")
            .append(names("", ", "))
            .append(") VALUES (")
            .append(String.join(", ", marks()))
            .append(')');
      case UPDATE ->
        new StringBuilder("UPDATE $")
            .append(table)
            .append(" SET ")
            .append(equalMarks(keys, columns.size(), ", "))
            .append(" WHERE ")
            .append(equalMarks(0, keys, " AND "));
      case DELETE ->
        new StringBuilder("DELETE FROM $")
            .append(table)
            .append(" WHERE ")
            .append(equalMarks(0, columns.size(), " AND "));
    };
  }

  /** The statement that takes all rows as one array for each column. */
  StringBuilder forArrays() {
    return switch (action) {
      case INSERT, INSERT_NEW ->
        new StringBuilder("INSERT INTO $")
            .append(table)
            .append(" (")
            .append(names("", ", "))
            .append(") SELECT * FROM ")
            .append(unnested());
      case UPDATE ->
        new StringBuilder("UPDATE $")
            .append(table)
            .append(" AS t SET ")
            .append(settings())
            .append(" FROM ")
            .append(unnested())
            .append(" WHERE ")
            .append(matches(keys));
      case DELETE ->
        new StringBuilder("DELETE FROM $")
            .append(table)
            .append(" AS t USING ")
            .append(unnested())
            .append(" WHERE ")
            .append(matches(columns.size()));
    };
  }

  private String names(String before, String between) {
    return String.join(
        between, columns.stream().map(column -> before + column.name()).toList());
  }

  private List<String> marks() {
    return columns.stream().map(column -> "?").toList();
  }

  private String equalMarks(int from, int to, String between) {
    return String.join(
        between,
        columns.subList(from, to).stream().map(column -> column.name() + " = ?").toList());
  }

  private String unnested() {
    List<String> arrays =
        columns.stream().map(column -> "?::" + column.type().arrayOf() + "[]").toList();
    return "unnest(" + String.join(", ", arrays) + ") AS v (" + names("", ", ") + ")";
  }

  private String settings() {
    return String.join(
        ", ",
        columns.subList(keys, columns.size()).stream()
            .map(column -> column.name() + " = v." + column.name())
            .toList());
  }

  private String matches(int first) {
    return String.join(
        " AND ",
        columns.subList(0, first).stream()
            .map(column -> "t." + column.name() + " = v." + column.name())
            .toList());
  }

  /** The values of one column. */
  @Nullable
  Object[] columnValues(int index) {
    @Nullable Object[] values = new Object[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = rows.get(i)[index];
    }
    return values;
  }
}
