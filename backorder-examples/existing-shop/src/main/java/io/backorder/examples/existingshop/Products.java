package io.backorder.examples.existingshop;

import jakarta.persistence.LockModeType;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;

/** The products. */
public interface Products extends JpaRepository<Product, String> {

  /**
   * Returns a product that nobody else changes until the transaction ends.
   *
   * @param sku its number
   * @return the product
   */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  Product getBySku(String sku);

  /**
   * Returns all products, none of which anybody else changes until the transaction ends.
   *
   * @return the products, by number
   */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  List<Product> findAllByOrderBySku();
}
