package io.backorder.examples.existingshop;

import io.backorder.Inventory;
import io.backorder.posting.Document;
import io.backorder.stock.LocationId;
import io.backorder.stock.Sku;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Lets the library decide, or only watch what the shop decides. */
@Component
record Backorders(Inventory inventory, Shadow shadow, Environment settings) {

  static final LocationId MAIN = LocationId.of("MAIN");

  /** Posts a document; in shadow mode after the shop's own way of doing the same. */
  void post(Document document, Product product, Runnable ownWay) {
    if (settings.getRequiredProperty("shop.backorders").equals("live")) {
      inventory.post(document);
      long available = inventory.item(Sku.of(product.sku())).availableNow().units();
      product.put(available - product.stock());
    } else {
      ownWay.run();
      shadow.tell(document);
    }
  }
}
