package io.backorder.examples.existingshop;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** The orders. */
public interface ShopOrders extends JpaRepository<ShopOrder, String> {

  /**
   * Returns the orders of a status.
   *
   * @param status the status
   * @return the orders, by number
   */
  List<ShopOrder> findByStatusOrderByNumber(ShopOrder.Status status);
}
