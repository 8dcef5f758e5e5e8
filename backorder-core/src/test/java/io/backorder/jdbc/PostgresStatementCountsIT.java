package io.backorder.jdbc;

final class PostgresStatementCountsIT extends StatementCounts {

  private static final Database DATABASE = Database.postgres("statements_");

  @Override
  Database database() {
    return DATABASE;
  }
}
