package io.backorder.examples.existingshop;

/** Says that a product is sold out. */
public class SoldOutException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param sku the product
   * @param asked the units that were wanted
   * @param left the units that are left
   */
  public SoldOutException(String sku, long asked, long left) {
    super("%s is sold out: asked for %d, left are %d".formatted(sku, asked, left));
  }
}
