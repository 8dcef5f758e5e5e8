package io.backorder.jdbc;

final class Postgres18StockStoreIT extends JdbcStockStoreContract {

  private static final Database DATABASE = Database.postgres("contract_");

  @Override
  Database database() {
    return DATABASE;
  }
}
