package io.backorder.jdbc;

final class ForeignMariaDbStockStoreIT extends JdbcStockStoreContract {

  private static final Database DATABASE = Database.foreignMariaDb("contract_foreign");

  @Override
  Database database() {
    return DATABASE;
  }
}
