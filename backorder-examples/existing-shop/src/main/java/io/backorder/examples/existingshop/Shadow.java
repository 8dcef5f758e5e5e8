package io.backorder.examples.existingshop;

import io.backorder.Inventory;
import io.backorder.examples.existingshop.ShopOrder.Status;
import io.backorder.posting.CountStock;
import io.backorder.posting.Document;
import io.backorder.refusal.InventoryException;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the library what the shop does, and compares. It can go when the library has taken over. */
@Component
class Shadow {

  private static final Logger logger = LoggerFactory.getLogger(Shadow.class);

  private final Inventory inventory;
  private final JdbcTemplate jdbc;
  private final Products products;
  private final ShopOrders orders;

  Shadow(Inventory inventory, JdbcTemplate jdbc, Products products, ShopOrders orders) {
    this.inventory = inventory;
    this.jdbc = jdbc;
    this.products = products;
    this.orders = orders;
  }

  /** Tells a document; what the library refuses, or fails at, does not reach the shop. */
  @Transactional
  public void tell(Document document) {
    jdbc.<Boolean>execute((Connection connection) -> isTold(document, connection));
  }

  private boolean isTold(Document document, Connection connection) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      inventory.post(document);
      connection.releaseSavepoint(before);
      return true;
    } catch (InventoryException e) {
      connection.rollback(before);
      logger.warn("not told to the library: {}", document, e);
      return false;
    }
  }

  /** Tells what there is: the shelves, and the orders that are not yet shipped. */
  @Transactional
  public void takeOver(String count) {
    List<Product> all = products.findAllByOrderBySku();
    List<ShopOrder> open = orders.findByStatusOrderByNumber(Status.PLACED);
    inventory.post(
        CountStock.of(count, all.stream().map(each -> onHand(each, open)).toList()));
    open.forEach(each -> inventory.post(each.document()));
  }

  private static StockUnits onHand(Product product, List<ShopOrder> open) {
    Stream<ShopOrder> sold = open.stream().filter(each -> each.sku().equals(product.sku()));
    long units = product.stock() + sold.mapToLong(ShopOrder::units).sum();
    return StockUnits.of(Sku.of(product.sku()), Backorders.MAIN, Quantity.of(units));
  }

  /** Returns where the shop's stock column and the library's stock differ, a line for each product. */
  @Transactional
  public List<String> differences() {
    return products.findAllByOrderBySku().stream()
        .filter(each -> each.stock() != available(each))
        .map(each -> "%s: the shop has %d, the library %d"
            .formatted(each.sku(), each.stock(), available(each)))
        .toList();
  }

  private long available(Product product) {
    return inventory.item(Sku.of(product.sku())).availableNow().units();
  }
}
