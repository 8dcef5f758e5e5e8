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
 * keys as {@code {keys}}. What a driver throws becomes a {@link StoreException}.
 */
final class Statements {

  private final Connection connection;
  private final Dialect dialect;
  private final TableNames names;

  Statements(Connection connection, Dialect dialect, TableNames names) {
    this.connection = connection;
    this.dialect = dialect;
    this.names = names;
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
      String text = template.replace("{keys}", keyList(keys.size()));
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
    return dialect.hasArrays() ? "= ANY (?)" : "IN (?" + ", ?".repeat(count - 1) + ")";
  }

  private record Keys(String type, Collection<?> keys) {

    static final Keys NONE = new Keys("", List.of());
  }

  private void query(StringBuilder template, Keys keys, RowReader reader, Value... values) {
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
    if (!keys.keys.isEmpty() && dialect.hasArrays()) {
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
    try (PreparedStatement statement =
        connection.prepareStatement(names.in(new StringBuilder(template)))) {
      bind(statement, 1, values);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw Failures.of(e);
    }
  }

  /** Writes rows together. */
  void write(Bulk bulk) {
    if (bulk.isEmpty()) {
      return;
    }
    try {
      if (dialect.writesArrays()) {
        writeArrays(bulk);
      } else {
        writeBatch(bulk);
      }
    } catch (SQLException e) {
      throw Failures.of(e);
    }
  }

  private void writeArrays(Bulk bulk) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(names.in(bulk.forArrays()))) {
      bindArrays(bulk, statement);
      statement.executeUpdate();
    }
  }

  private void bindArrays(Bulk bulk, PreparedStatement statement) throws SQLException {
    for (int i = 0; i < bulk.columns().size(); i++) {
      ColumnType type = bulk.columns().get(i).type();
      type.bindAll(connection, statement, i + 1, bulk.columnValues(i));
    }
  }

  private void writeBatch(Bulk bulk) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(names.in(bulk.forOneRow()))) {
      addBatch(bulk, statement);
      statement.executeBatch();
    }
  }

  private void addBatch(Bulk bulk, PreparedStatement statement) throws SQLException {
    List<Integer> order = bulk.bindingOrder();
    for (@Nullable Object[] row : bulk.rows()) {
      for (int i = 0; i < row.length; i++) {
        int column = order.get(i);
        bulk.columns().get(column).type().bind(statement, i + 1, row[column], dialect);
      }
      statement.addBatch();
    }
  }

  /** Inserts rows and returns the keys that the database gave them, in order. */
  List<Long> insertNumbered(Bulk bulk) {
    String[] key = {"id"};
    List<Long> ids = new ArrayList<>(bulk.rows().size());
    try {
      if (dialect.writesArrays()) {
        StringBuilder ordered = bulk.forArrays().append(" RETURNING id");
        try (PreparedStatement statement = connection.prepareStatement(names.in(ordered))) {
          bindArrays(bulk, statement);
          try (ResultSet rows = statement.executeQuery()) {
            readIds(rows, ids);
          }
        }
      } else {
        try (PreparedStatement statement =
            connection.prepareStatement(names.in(bulk.forOneRow()), key)) {
          addBatch(bulk, statement);
          statement.executeBatch();
          try (ResultSet rows = statement.getGeneratedKeys()) {
            readIds(rows, ids);
          }
        }
      }
    } catch (SQLException e) {
      throw Failures.of(e);
    }
    return ids;
  }

  private static void readIds(ResultSet rows, List<Long> ids) throws SQLException {
    while (rows.next()) {
      ids.add(rows.getLong(1));
    }
  }
}
