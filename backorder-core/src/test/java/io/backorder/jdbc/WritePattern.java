package io.backorder.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;

/** Six ways to take a unit of stock by plain SQL; the first three are wrong at most isolations. */
enum WritePattern {
  READ_THEN_SET {
    @Override
    boolean take(Connection connection) throws SQLException {
      long[] row = row(connection, "");
      pause();
      return row[0] - row[1] >= 1 && change(connection, "SET reserved = " + (row[1] + 1), "");
    }
  },
  READ_THEN_ADD {
    @Override
    boolean take(Connection connection) throws SQLException {
      long[] row = row(connection, "");
      pause();
      return row[0] - row[1] >= 1 && change(connection, "SET reserved = reserved + 1", "");
    }
  },
  SUM_THEN_INSERT {
    @Override
    boolean take(Connection connection) throws SQLException {
      long[] row = row(connection, "");
      long taken = number(connection, "SELECT COUNT(*) FROM control_entry");
      pause();
      return row[0] - taken >= 1;
    }
  },
  CONDITIONAL_UPDATE {
    @Override
    boolean take(Connection connection) throws SQLException {
      return change(connection, "SET reserved = reserved + 1", " AND on_hand - reserved >= 1");
    }
  },
  LOCK_THEN_SET {
    @Override
    boolean take(Connection connection) throws SQLException {
      long[] row = row(connection, " FOR UPDATE");
      pause();
      return row[0] - row[1] >= 1 && change(connection, "SET reserved = " + (row[1] + 1), "");
    }
  },
  COMPARE_AND_SET {
    @Override
    boolean take(Connection connection) throws SQLException {
      long[] row = row(connection, "");
      pause();
      return row[0] - row[1] >= 1
          && change(
              connection,
              "SET version = version + 1, reserved = " + (row[1] + 1),
              " AND version = " + row[2]);
    }
  };

  /** Takes a unit if it believes that there is one. */
  abstract boolean take(Connection connection) throws SQLException;

  private static long[] row(Connection connection, String locking) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(
            "SELECT on_hand, reserved, version FROM control_stock WHERE id = 1" + locking)) {
      row.next();
      return new long[] {row.getLong(1), row.getLong(2), row.getLong(3)};
    }
  }

  private static long number(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static boolean change(Connection connection, String set, String condition)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate("UPDATE control_stock " + set + " WHERE id = 1" + condition)
          == 1;
    }
  }

  /** A little time in which others come in between, as on any busy server. */
  private static void pause() {
    try {
      Thread.sleep(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Races eight threads at the isolation that sessions have by default, and returns the problems. */
  List<String> race(DataSource source, int units) throws Exception {
    Servers.execute(
        source,
        "DROP TABLE IF EXISTS control_stock",
        "DROP TABLE IF EXISTS control_entry",
        "CREATE TABLE control_stock (id INT PRIMARY KEY, on_hand BIGINT, reserved BIGINT, version BIGINT)",
        "CREATE TABLE control_entry (id VARCHAR(40))",
        "INSERT INTO control_stock VALUES (1, " + units + ", 0, 0)");
    ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();
    Races.inParallel((thread, attempt) -> {
      String id = thread + "-" + attempt;
      if (attempted(source, id)) {
        acknowledged.add(id);
      }
    });
    List<String> booked = new ArrayList<>();
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT id FROM control_entry")) {
      while (row.next()) {
        booked.add(row.getString(1));
      }
    }
    return Races.problems(List.copyOf(acknowledged), booked);
  }

  /** One attempt, in a transaction; what the database refuses is not acknowledged. */
  private boolean attempted(DataSource source, String id) throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        boolean taken = take(connection);
        if (taken) {
          try (PreparedStatement insert =
              connection.prepareStatement("INSERT INTO control_entry VALUES (?)")) {
            insert.setString(1, id);
            insert.executeUpdate();
          }
        }
        connection.commit();
        return taken;
      } catch (SQLException e) {
        connection.rollback();
        return false;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }
}
