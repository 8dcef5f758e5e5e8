package io.backorder.jdbc;

final class ForeignH2StockStoreTest extends JdbcStockStoreContract {

  private static final Database DATABASE = Database.foreignH2("contract_foreign");

  @Override
  Database database() {
    return DATABASE;
  }
}
