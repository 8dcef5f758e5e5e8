package io.backorder.jdbc;

import io.backorder.Inventory;
import io.backorder.store.StockStoreContract;
import java.util.Optional;

/** The contract of stores where documents of several threads share transactions. */
final class GroupingH2StockStoreTest extends StockStoreContract {

  private static final Database DATABASE = Database.h2("contract_grouping");

  @Override
  protected Inventory.Builder empty() {
    return Inventory.on(DATABASE.emptied().grouping(64));
  }

  @Override
  protected Optional<Inventory.Builder> again() {
    return Optional.of(Inventory.on(DATABASE.unitOfWork().grouping(64)));
  }
}
