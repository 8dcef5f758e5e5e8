package io.backorder.jdbc;

final class H2StatementCountsTest extends StatementCounts {

  private static final Database DATABASE = Database.h2("statements");

  @Override
  Database database() {
    return DATABASE;
  }
}
