package io.backorder.store;

import io.backorder.Inventory;
import java.util.Optional;

final class MemoryStockStoreTest extends StockStoreContract {

  @Override
  protected Inventory.Builder empty() {
    return Inventory.inMemory();
  }

  @Override
  protected Optional<Inventory.Builder> again() {
    return Optional.empty();
  }
}
