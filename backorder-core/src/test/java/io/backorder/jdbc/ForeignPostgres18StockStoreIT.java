package io.backorder.jdbc;

final class ForeignPostgres18StockStoreIT extends JdbcStockStoreContract {

  private static final Database DATABASE = Database.foreignPostgres("contract");

  @Override
  Database database() {
    return DATABASE;
  }
}
