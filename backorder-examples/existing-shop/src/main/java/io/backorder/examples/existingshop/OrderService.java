package io.backorder.examples.existingshop;

import io.backorder.demand.OrderId;
import io.backorder.examples.existingshop.ShopOrder.Status;
import io.backorder.posting.CancelOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.posting.ShipOrder;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What customers and the warehouse ask of the shop. */
@Service
public class OrderService {

  private final Products products;
  private final ShopOrders orders;
  private final Backorders backorders;

  /**
   * Makes the service.
   *
   * @param products the products
   * @param orders the orders
   * @param backorders who gets what, and who waits
   */
  OrderService(Products products, ShopOrders orders, Backorders backorders) {
    this.products = products;
    this.orders = orders;
    this.backorders = backorders;
  }

  /**
   * Places an order.
   *
   * @param number the order's number
   * @param sku the product
   * @param units how many
   */
  @Transactional
  public void place(String number, String sku, long units) {
    Product product = products.getBySku(sku);
    ShopOrder order = new ShopOrder(number, sku, units);
    backorders.post(order.document(), product, () -> product.take(units));
    orders.save(order);
  }

  /**
   * Takes goods in.
   *
   * @param note the number of the delivery note
   * @param sku the product
   * @param units how many
   */
  @Transactional
  public void receive(String note, String sku, long units) {
    Product product = products.getBySku(sku);
    ReceiveStock document = ReceiveStock.of(note, Sku.of(sku), Backorders.MAIN, Quantity.of(units));
    backorders.post(document, product, () -> product.put(units));
  }

  /**
   * Cancels an order.
   *
   * @param number the order's number
   */
  @Transactional
  public void cancel(String number) {
    ShopOrder order = orders.getReferenceById(number);
    Product product = products.getBySku(order.sku());
    order.end(Status.CANCELLED);
    CancelOrder document = CancelOrder.all("cancel " + number, OrderId.of(number));
    backorders.post(document, product, () -> product.put(order.units()));
  }

  /**
   * Ships an order.
   *
   * @param number the order's number
   */
  @Transactional
  public void ship(String number) {
    ShopOrder order = orders.getReferenceById(number);
    Product product = products.getBySku(order.sku());
    order.end(Status.SHIPPED);
    ShipOrder document = ShipOrder.all("ship " + number, OrderId.of(number));
    backorders.post(document, product, () -> {});
  }
}
