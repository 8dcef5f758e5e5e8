package io.backorder.jdbc;

final class H2StockStoreTest extends JdbcStockStoreContract {

  private static final Database DATABASE = Database.h2("contract");

  @Override
  Database database() {
    return DATABASE;
  }
}
