package io.backorder.examples.existingshop;

import io.backorder.examples.existingshop.ShopOrder.Status;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What customers and the warehouse ask of the shop. */
@Service
public class OrderService {

  private final Products products;
  private final ShopOrders orders;

  /**
   * Makes the service.
   *
   * @param products the products
   * @param orders the orders
   */
  OrderService(Products products, ShopOrders orders) {
    this.products = products;
    this.orders = orders;
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
    product.take(units);
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
    product.put(units);
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
    product.put(order.units());
  }

  /**
   * Ships an order.
   *
   * @param number the order's number
   */
  @Transactional
  public void ship(String number) {
    ShopOrder order = orders.getReferenceById(number);
    order.end(Status.SHIPPED);
  }
}
