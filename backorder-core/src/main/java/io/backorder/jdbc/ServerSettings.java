package io.backorder.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;

/** Checks what MariaDB and MySQL allow to be set so that identifiers or transactions would not hold. */
final class ServerSettings {

  private ServerSettings() {}

  static Optional<String> firstWrong(Connection connection, Dialect dialect, TableNames names)
      throws SQLException {
    if (!dialect.keepsLocalTimes()) {
      return Optional.empty();
    }
    Optional<String> mode = lax(connection);
    if (mode.isPresent()) {
      return mode;
    }
    Optional<String> engine = wrong(
        connection,
        "SELECT table_name, engine FROM information_schema.tables WHERE table_schema ="
            + " COALESCE(NULLIF(?, ''), DATABASE()) AND table_name LIKE ? AND engine <> 'InnoDB'",
        names,
        "engine of table %s must be InnoDB: %s");
    return engine.isPresent()
        ? engine
        : wrong(
            connection,
            "SELECT CONCAT(table_name, '.', column_name), collation_name"
                + " FROM information_schema.columns WHERE table_schema ="
                + " COALESCE(NULLIF(?, ''), DATABASE()) AND table_name LIKE ? AND column_name IN"
                + " ('sku', 'location', 'to_location', 'order_no', 'line_no', 'hold_no', 'number',"
                + " 'key_number', 'channel', 'queue_channel', 'customer', 'tally_group',"
                + " 'supply_no', 'supplier')"
                + " AND collation_name NOT IN ('utf8mb4_nopad_bin', 'utf8mb4_0900_bin')",
            names,
            "collation of column %s must tell all characters apart: %s");
  }

  private static Optional<String> lax(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT @@sql_mode")) {
      String mode = row.next() ? row.getString(1).toUpperCase(Locale.ROOT) : "";
      return mode.contains("STRICT_TRANS_TABLES") || mode.contains("STRICT_ALL_TABLES")
          ? Optional.empty()
          : Optional.of("sql_mode must be strict: " + mode);
    }
  }

  private static Optional<String> wrong(
      Connection connection, String query, TableNames names, String message) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, names.schema());
      statement.setString(2, names.prefix().replace("_", "\\_") + "%");
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(message.formatted(row.getString(1), row.getString(2)))
            : Optional.empty();
      }
    }
  }
}
