package io.backorder.jdbc;

final class MariaDbStockStoreIT extends JdbcStockStoreContract {

  private static final Database DATABASE = Database.mariaDb("contract");

  @Override
  Database database() {
    return DATABASE;
  }
}
