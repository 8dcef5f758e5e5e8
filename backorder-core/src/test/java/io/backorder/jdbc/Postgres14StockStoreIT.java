package io.backorder.jdbc;

final class Postgres14StockStoreIT extends JdbcStockStoreContract {

  private static final Database DATABASE = Database.oldPostgres("contract_");

  @Override
  Database database() {
    return DATABASE;
  }
}
