package io.backorder.jdbc;

import java.sql.SQLException;

final class PostgresSchemaIT extends SchemaChecks {

  @Override
  Database fresh(String name) {
    return Database.postgres(name + "_");
  }

  @Override
  int checkCode(SQLException failure) {
    return Integer.parseInt(failure.getSQLState());
  }

  @Override
  int expectedCheckCode() {
    return 23514;
  }
}
