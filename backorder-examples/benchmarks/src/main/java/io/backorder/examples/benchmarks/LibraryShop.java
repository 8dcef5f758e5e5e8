package io.backorder.examples.benchmarks;

import io.backorder.Inventory;
import io.backorder.InventoryListener;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.posting.CancelOrder;
import io.backorder.posting.Outcome;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.posting.ShipOrder;
import io.backorder.stock.ItemLevels;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;

/**
 * The shop that posts documents to an inventory. Every identifier begins as a text, as it does in a
 * host's own request.
 */
final class LibraryShop implements Shop.WithAfterSales {

  private static final LocationId MAIN = LocationId.of("MAIN");

  private final Inventory inventory;

  LibraryShop(Inventory inventory) {
    this.inventory = inventory;
  }

  /** Returns a shop with listeners that look at no event. */
  static LibraryShop withIdleListeners(int listeners) {
    Inventory.Builder builder = Inventory.inMemory();
    for (int i = 0; i < listeners; i++) {
      builder.listener(InventoryListener.NONE);
    }
    return new LibraryShop(builder.build());
  }

  @Override
  public long place(String order, String sku, int quantity) {
    OrderLine line = OrderLine.of("1", Sku.of(sku), Quantity.of(quantity));
    Outcome outcome = inventory.post(PlaceOrder.of(OrderId.of(order), line));
    return outcome.lines().get(0).reserved().units();
  }

  @Override
  public void receive(String receipt, String sku, int quantity) {
    inventory.post(ReceiveStock.of(receipt, Sku.of(sku), MAIN, Quantity.of(quantity)));
  }

  @Override
  public void cancel(String cancellation, String order) {
    inventory.post(CancelOrder.all(cancellation, OrderId.of(order)));
  }

  @Override
  public void ship(String shipment, String order) {
    inventory.post(ShipOrder.all(shipment, OrderId.of(order)));
  }

  @Override
  public Levels levels(String sku) {
    ItemLevels levels = inventory.item(Sku.of(sku));
    return new Levels(
        levels.onHand().units(), levels.reserved().units(), levels.backordered().units());
  }

  Inventory inventory() {
    return inventory;
  }
}
