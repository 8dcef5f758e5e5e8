package io.backorder.examples.realyear;

import io.backorder.demand.OrderLine;
import io.backorder.demand.Priority;
import io.backorder.posting.AdjustStock;
import io.backorder.posting.PlaceOrder;
import io.backorder.stock.LocationId;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import java.time.LocalDateTime;
import java.util.List;

/** Something that happened in the shop. */
sealed interface RetailEvent {

  /** Returns when it happened, by the shop's own clock. */
  LocalDateTime at();

  /** Returns the items that it touches. */
  List<Sku> items();

  /**
   * A customer ordered.
   *
   * @param at when
   * @param order what was ordered, by whom, how urgently
   * @param account under which units of this sale may be given back: the customer, or the order where
   *     the data say which sale a return belongs to; empty if nothing can be matched
   * @param home the location that serves the order, and whose stock is planned for it
   */
  record Sale(LocalDateTime at, PlaceOrder order, String account, LocationId home)
      implements RetailEvent {

    @Override
    public List<Sku> items() {
      return order.lines().stream().map(OrderLine::sku).toList();
    }

    /** Returns this sale with a priority. */
    Sale prioritized(Priority priority) {
      return new Sale(at, order.with(order.terms().withPriority(priority)), account, home);
    }
  }

  /**
   * A customer gave units up, shipped or not.
   *
   * @param at when
   * @param number the number of the cancellation or return, unique in the year
   * @param account whose sales it takes back from
   * @param units how many units of which item, and where they come back to if they were shipped
   */
  record GivenBack(LocalDateTime at, String number, String account, StockUnits units)
      implements RetailEvent {

    @Override
    public List<Sku> items() {
      return List.of(units.sku());
    }
  }

  /**
   * The shop corrected its stock.
   *
   * @param at when
   * @param document by how much, and why
   */
  record Correction(LocalDateTime at, AdjustStock document) implements RetailEvent {

    @Override
    public List<Sku> items() {
      return List.of(document.shelf().sku());
    }
  }
}
