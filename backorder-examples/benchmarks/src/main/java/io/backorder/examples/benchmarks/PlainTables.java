package io.backorder.examples.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What a careful programmer writes by hand: all rows of an order locked in one statement in the order
 * of their keys, one statement that updates them, one that writes the history, whose key keeps an order
 * from being placed twice. What is not on the shelf is backordered. No queue, no policy, no event.
 */
final class PlainTables {

  static final String[] SCRIPT = {
    "CREATE TABLE plain_stock (sku VARCHAR(64) COLLATE \"C\" PRIMARY KEY, on_hand BIGINT NOT NULL,"
        + " reserved BIGINT NOT NULL, backordered BIGINT NOT NULL, CHECK (reserved <= on_hand))",
    "CREATE TABLE plain_ledger (order_no VARCHAR(64) COLLATE \"C\" NOT NULL, line INT NOT NULL,"
        + " sku VARCHAR(64) COLLATE \"C\" NOT NULL, reserved BIGINT NOT NULL,"
        + " backordered BIGINT NOT NULL, recorded_at TIMESTAMPTZ NOT NULL DEFAULT now(),"
        + " PRIMARY KEY (order_no, line))"
  };

  private PlainTables() {}

  /** Puts units on the shelves. */
  static void open(Connection connection, Map<String, Long> stock) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(
        "INSERT INTO plain_stock SELECT u.sku, u.units, 0, 0 FROM unnest(?, ?) AS u (sku, units)")) {
      insert.setArray(1, connection.createArrayOf("text", stock.keySet().toArray()));
      insert.setArray(2, connection.createArrayOf("bigint", stock.values().toArray()));
      insert.executeUpdate();
    }
  }

  /** Places an order in the transaction of the connection. */
  static void place(Connection connection, Baskets.Basket basket) throws SQLException {
    String[] skus = basket.units().keySet().toArray(String[]::new);
    Arrays.sort(skus);
    Map<String, Long> free = lock(connection, skus);
    Long[] reserved = new Long[skus.length];
    Long[] backordered = new Long[skus.length];
    for (int i = 0; i < skus.length; i++) {
      long asked = basket.units().getOrDefault(skus[i], 0);
      reserved[i] = Math.min(asked, free.getOrDefault(skus[i], 0L));
      backordered[i] = asked - reserved[i];
    }
    update(connection, skus, reserved, backordered);
    record(connection, basket.number(), skus, reserved, backordered);
  }

  private static Map<String, Long> lock(Connection connection, String[] skus) throws SQLException {
    Map<String, Long> free = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(
        "SELECT sku, on_hand, reserved FROM plain_stock WHERE sku = ANY (?) ORDER BY sku FOR UPDATE")) {
      select.setArray(1, connection.createArrayOf("varchar", skus));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          free.put(rows.getString(1), rows.getLong(2) - rows.getLong(3));
        }
      }
    }
    return free;
  }

  private static void update(
      Connection connection, String[] skus, Long[] reserved, Long[] backordered)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(
        "UPDATE plain_stock AS s SET reserved = s.reserved + u.reserved,"
            + " backordered = s.backordered + u.backordered"
            + " FROM unnest(?, ?, ?) AS u (sku, reserved, backordered) WHERE s.sku = u.sku")) {
      update.setArray(1, connection.createArrayOf("varchar", skus));
      update.setArray(2, connection.createArrayOf("bigint", reserved));
      update.setArray(3, connection.createArrayOf("bigint", backordered));
      update.executeUpdate();
    }
  }

  private static void record(
      Connection connection, String order, String[] skus, Long[] reserved, Long[] backordered)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(
        "INSERT INTO plain_ledger (order_no, line, sku, reserved, backordered)"
            + " SELECT ?, u.line, u.sku, u.reserved, u.backordered FROM unnest(?, ?, ?)"
            + " WITH ORDINALITY AS u (sku, reserved, backordered, line)")) {
      insert.setString(1, order);
      insert.setArray(2, connection.createArrayOf("varchar", skus));
      insert.setArray(3, connection.createArrayOf("bigint", reserved));
      insert.setArray(4, connection.createArrayOf("bigint", backordered));
      insert.executeUpdate();
    }
  }
}
