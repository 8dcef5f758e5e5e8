package io.backorder.posting;

import io.backorder.allocation.WaitingLine;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.PlaceInLine;
import io.backorder.ledger.CartLine;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.time.LocalDate;
import java.util.Optional;

/** A cart's line at the shelf: it takes units as an order without a channel would. */
record CartShopper(CartLine cart) implements WaitingLine {

  private static final PlaceInLine NO_QUEUE = PlaceInLine.of(0);

  @Override
  public OrderLineId id() {
    return new OrderLineId(OrderId.of(cart.hold().value()), cart.line().number());
  }

  @Override
  public Sku sku() {
    return cart.line().sku();
  }

  @Override
  public PlaceInLine place() {
    return NO_QUEUE;
  }

  @Override
  public OrderTerms terms() {
    return OrderTerms.standard();
  }

  @Override
  public Optional<LocalDate> due() {
    return cart.line().due();
  }

  @Override
  public Quantity waiting() {
    return cart.line().quantity();
  }

  @Override
  public Quantity granted() {
    return Quantity.ZERO;
  }
}
