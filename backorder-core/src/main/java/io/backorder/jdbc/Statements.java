package io.backorder.jdbc;

import io.backorder.refusal.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statements of one unit of work, on one connection. Tables are written as {@code $item}, a list of
 * keys as {@code {keys}}, or as {@code {some}} where rows are read and not locked. Rows to write are
 * kept until they can be sent together. What a driver throws becomes a {@link StoreException}.
 */
final class Statements {

  private final Connection connection;
  private final Dialect dialect;
  private final TableNames names;
  private final String current;
  private final List<Bulk> unsent = new ArrayList<>();

  Statements(Connection connection, Dialect dialect, TableNames names, String current) {
    this.connection = connection;
    this.dialect = dialect;
    this.names = names;
    this.current = current;
  }

  /** Reads one row. */
  interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  Connection connection() {
    return connection;
  }

  Dialect dialect() {
    return dialect;
  }

  /** What reading statements end with to see the latest rows inside an old snapshot. */
  String current() {
    return current;
  }

  /** A value with its type. */
  record Value(ColumnType type, @Nullable Object value) {}

  static Value text(@Nullable String value) {
    return new Value(ColumnType.TEXT, value);
  }

  static Value number(long value) {
    return new Value(ColumnType.LONG, value);
  }

  static Value bytes(byte[] value) {
    return new Value(ColumnType.BYTES, value);
  }

  /** Reads rows. */
  void query(String template, RowReader reader, Value... values) {
    query(new StringBuilder(template), Keys.NONE, reader, values);
  }

  /** Reads the rows of some keys, which are bound before the values. */
  void queryKeys(String template, Collection<String> keys, RowReader reader, Value... values) {
    if (!keys.isEmpty()) {
      String text =
          template.replace("{keys}", keyList(keys.size())).replace("{some}", keySet(keys.size()));
      query(new StringBuilder(text), new Keys("varchar", keys), reader, values);
    }
  }

  /** Reads the rows of some numbers, which are bound before the values. */
  void queryNumbers(String template, Collection<Long> keys, RowReader reader, Value... values) {
    if (!keys.isEmpty()) {
      String text = template.replace("{keys}", keyList(keys.size()));
      query(new StringBuilder(text), new Keys("bigint", keys), reader, values);
    }
  }

  private String keyList(int count) {
    if (count == 1) {
      return "= ?"; // which no planner mistakes for many
    }
    return dialect.hasArrays() ? "= ANY (?)" : "IN (?" + ", ?".repeat(count - 1) + ")";
  }

  /** Keys to be joined, since PostgreSQL compares each row of a small table with each of a list. */
  private String keySet(int count) {
    return count > 1 && dialect.writesArrays() ? "IN (SELECT unnest(?))" : keyList(count);
  }

  private record Keys(String type, Collection<?> keys) {

    static final Keys NONE = new Keys("", List.of());
  }

  private void query(StringBuilder template, Keys keys, RowReader reader, Value... values) {
    send();
    try (PreparedStatement statement = connection.prepareStatement(names.in(template))) {
      bind(statement, bindKeys(statement, keys), values);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          read(reader, rows);
        }
      }
    } catch (SQLException e) {
      throw Failures.of(e);
    }
  }

  /** Reads a row. Who changes rows by hand may leave what cannot be read. */
  private static void read(RowReader reader, ResultSet row) throws SQLException {
    try {
      reader.read(row);
    } catch (IllegalArgumentException | IllegalStateException | NullPointerException e) {
      throw Failures.ofRow(e);
    }
  }

  /** Binds the keys and returns the index behind them. */
  private int bindKeys(PreparedStatement statement, Keys keys) throws SQLException {
    if (keys.keys.size() > 1 && dialect.hasArrays()) {
      statement.setArray(1, connection.createArrayOf(keys.type, keys.keys.toArray()));
      return 2;
    }
    int index = 1;
    for (Object key : keys.keys) {
      statement.setObject(index++, key);
    }
    return index;
  }

  /** Changes the rows of some keys, which are bound as an array. */
  void changeKeys(String template, Collection<String> keys) {
    send();
    try (PreparedStatement statement =
        connection.prepareStatement(names.in(new StringBuilder(template)))) {
      statement.setArray(1, connection.createArrayOf("varchar", keys.toArray()));
      statement.executeUpdate();
    } catch (SQLException e) {
      throw Failures.of(e);
    }
  }

  private void bind(PreparedStatement statement, int first, Value... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      values[i].type().bind(statement, first + i, values[i].value(), dialect);
    }
  }

  /** Changes rows and returns how many. */
  int change(String template, Value... values) {
    send();
    try (PreparedStatement statement =
        connection.prepareStatement(names.in(new StringBuilder(template)))) {
      bind(statement, 1, values);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw Failures.of(e);
    }
  }

  /** Writes rows together; at once, or before the next statement that is not such a one. */
  void write(Bulk bulk) {
    if (bulk.isEmpty()) {
      return;
    }
    if (dialect.writesArrays()) {
      unsent.add(bulk);
      return;
    }
    try {
      writeBatch(bulk);
    } catch (SQLException e) {
      throw Failures.of(e);
    }
  }

  /** Sends what was written and not sent yet, all in one round trip. */
  void send() {
    if (unsent.isEmpty()) {
      return;
    }
    StringBuilder all = new StringBuilder();
    for (Bulk bulk : unsent) {
      all.append(all.isEmpty() ? "" : "; ").append(text(bulk));
    }
    try (PreparedStatement statement = connection.prepareStatement(names.in(all))) {
      int next = 1;
      for (Bulk bulk : unsent) {
        next = bindRows(bulk, statement, next);
      }
      statement.execute();
    } catch (SQLException e) {
      throw Failures.of(e);
    }
    unsent.clear();
  }

  private static StringBuilder text(Bulk bulk) {
    return bulk.rows().size() == 1 ? bulk.forOneRow() : bulk.forArrays();
  }

  /** Binds one row by its values and several by their columns; returns the index behind them. */
  private int bindRows(Bulk bulk, PreparedStatement statement, int first) throws SQLException {
    if (bulk.rows().size() == 1) {
      bindRow(bulk, bulk.rows().get(0), statement, first);
    } else {
      for (int i = 0; i < bulk.columns().size(); i++) {
        ColumnType type = bulk.columns().get(i).type();
        type.bindAll(connection, statement, first + i, bulk.columnValues(i));
      }
    }
    return first + bulk.columns().size();
  }

  private void bindRow(Bulk bulk, @Nullable Object[] row, PreparedStatement statement, int first)
      throws SQLException {
    List<Integer> order = bulk.bindingOrder();
    for (int i = 0; i < row.length; i++) {
      int column = order.get(i);
      bulk.columns().get(column).type().bind(statement, first + i, row[column], dialect);
    }
  }

  private void writeBatch(Bulk bulk) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(names.in(bulk.forOneRow()))) {
      addBatch(bulk, statement);
      statement.executeBatch();
    }
  }

  private void addBatch(Bulk bulk, PreparedStatement statement) throws SQLException {
    for (@Nullable Object[] row : bulk.rows()) {
      bindRow(bulk, row, statement, 1);
      statement.addBatch();
    }
  }

  /** Inserts rows and returns the keys that the database gave them, in order. */
  List<Long> insertNumbered(Bulk bulk) {
    send();
    List<Long> ids = new ArrayList<>(bulk.rows().size());
    try {
      if (dialect.writesArrays()) {
        insertReturning(bulk, ids);
      } else {
        insertBatch(bulk, ids);
      }
    } catch (SQLException e) {
      throw Failures.of(e);
    }
    return ids;
  }

  private void insertReturning(Bulk bulk, List<Long> ids) throws SQLException {
    StringBuilder returning = text(bulk).append(" RETURNING id");
    try (PreparedStatement statement = connection.prepareStatement(names.in(returning))) {
      bindRows(bulk, statement, 1);
      try (ResultSet rows = statement.executeQuery()) {
        readIds(rows, ids);
      }
    }
  }

  private void insertBatch(Bulk bulk, List<Long> ids) throws SQLException {
    String[] key = {"id"};
    String insert = names.in(bulk.forOneRow());
    try (PreparedStatement statement = connection.prepareStatement(insert, key)) {
      addBatch(bulk, statement);
      statement.executeBatch();
      try (ResultSet rows = statement.getGeneratedKeys()) {
        readIds(rows, ids);
      }
    }
  }

  private static void readIds(ResultSet rows, List<Long> ids) throws SQLException {
    while (rows.next()) {
      ids.add(rows.getLong(1));
    }
  }
}
