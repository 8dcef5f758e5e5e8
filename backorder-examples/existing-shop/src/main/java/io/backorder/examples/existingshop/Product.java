package io.backorder.examples.existingshop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A product and its stock: the units that may still be sold. */
@Entity
public class Product {

  @Id
  private String sku = "";

  private long stock;

  /** For JPA. */
  protected Product() {}

  /**
   * Makes a product.
   *
   * @param sku its number
   * @param stock the units that may be sold
   */
  public Product(String sku, long stock) {
    this.sku = sku;
    this.stock = stock;
  }

  /**
   * Takes units off the shelf.
   *
   * @param units how many
   * @throws SoldOutException if there are fewer
   */
  public void take(long units) {
    if (units > stock) {
      throw new SoldOutException(sku, units, stock);
    }
    stock -= units;
  }

  /**
   * Puts units on the shelf.
   *
   * @param units how many
   */
  public void put(long units) {
    stock += units;
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
   * Returns the units that may be sold.
   *
   * @return the units
   */
  public long stock() {
    return stock;
  }
}
