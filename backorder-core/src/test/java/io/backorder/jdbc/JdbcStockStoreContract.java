package io.backorder.jdbc;

import io.backorder.Inventory;
import io.backorder.store.StockStoreContract;
import java.util.Optional;

/** The contract of stores, on one database, owning. */
abstract class JdbcStockStoreContract extends StockStoreContract {

  abstract Database database();

  @Override
  protected Inventory.Builder empty() {
    return Inventory.on(database().emptied());
  }

  @Override
  protected Optional<Inventory.Builder> again() {
    return Optional.of(Inventory.on(database().unitOfWork()));
  }
}
