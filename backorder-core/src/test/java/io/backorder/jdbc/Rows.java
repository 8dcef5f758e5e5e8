package io.backorder.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * Everything that lies in the library's tables: items, queues, orders, holds, ledger, remembered
 * documents. Numbers that the database gave to documents are replaced by the documents' own.
 */
final class Rows {

  private static final List<String> TABLES = List.of(
      "item",
      "stock",
      "channel_queue",
      "claim",
      "reservation",
      "customer_order",
      "cart_hold",
      "cart_line",
      "held",
      "tally",
      "supply",
      "document",
      "ledger_entry");

  private Rows() {}

  static String of(DataSource source, TableNames names) {
    StringBuilder text = new StringBuilder();
    try (Connection connection = source.getConnection()) {
      Map<String, String> documents = new TreeMap<>();
      for (String table : TABLES) {
        text.append(table).append('\n');
        rows(connection, names.in(new StringBuilder("SELECT * FROM $").append(table)), documents)
            .forEach(row -> text.append("  ").append(row).append('\n'));
      }
      if (!connection.getAutoCommit()) {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("tables could not be read", e);
    }
    return text.toString();
  }

  private static List<String> rows(
      Connection connection, String query, Map<String, String> documents) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        rows.add(row(row, documents));
      }
    }
    rows.sort(null);
    return rows;
  }

  private static String row(ResultSet row, Map<String, String> documents) throws SQLException {
    StringBuilder text = new StringBuilder();
    boolean isDocument = row.getMetaData().getColumnName(1).equalsIgnoreCase("id");
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      String name = row.getMetaData().getColumnName(i).toLowerCase(java.util.Locale.ROOT);
      if (isDocument && name.equals("id")) {
        documents.put(row.getString(1), row.getString("kind") + "/" + row.getString("number"));
      } else if (name.equals("document")) {
        text.append(documents.get(row.getString(i))).append(' ');
      } else if (!name.equals("first_position")) {
        text.append(name).append('=').append(value(row, i, name)).append(' ');
      }
    }
    return text.toString();
  }

  private static String value(ResultSet row, int index, String name) throws SQLException {
    if (name.equals("chain") || name.equals("place_rank")) {
      byte[] bytes = row.getBytes(index);
      return bytes == null ? "-" : HexFormat.of().formatHex(bytes);
    }
    return String.valueOf(row.getString(index));
  }
}
