package io.backorder.examples.existingshop;

import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.posting.PlaceOrder;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

/** An order of one product. */
@Entity
public class ShopOrder {

  /** What became of an order. */
  public enum Status {
    /** It is to be shipped. */
    PLACED,
    /** It was shipped. */
    SHIPPED,
    /** The customer gave it up. */
    CANCELLED
  }

  @Id
  private String number = "";

  private String sku = "";

  private long units;

  @Enumerated(EnumType.STRING)
  private Status status = Status.PLACED;

  /** For JPA. */
  protected ShopOrder() {}

  /**
   * Makes an order.
   *
   * @param number its number
   * @param sku the product
   * @param units how many
   */
  public ShopOrder(String number, String sku, long units) {
    this.number = number;
    this.sku = sku;
    this.units = units;
  }

  /**
   * Ends a placed order.
   *
   * @param end what became of it
   * @throws IllegalStateException if it has ended
   */
  public void end(Status end) {
    if (status != Status.PLACED) {
      throw new IllegalStateException("order %s is %s".formatted(number, status));
    }
    status = end;
  }

  /**
   * Returns the product's number.
   *
   * @return the number
   */
  public String sku() {
    return sku;
  }

  /**
   * Returns how many units were ordered.
   *
   * @return the units
   */
  public long units() {
    return units;
  }

  /**
   * Returns the order as the library knows it.
   *
   * @return the document that places it
   */
  public PlaceOrder document() {
    OrderLine line = OrderLine.of("1", Sku.of(sku), Quantity.of(units));
    return PlaceOrder.of(OrderId.of(number), line);
  }

  /**
   * Returns what became of the order.
   *
   * @return the status
   */
  public Status status() {
    return status;
  }
}
