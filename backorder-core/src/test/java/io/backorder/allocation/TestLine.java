package io.backorder.allocation;

import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.PlaceInLine;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.time.LocalDate;
import java.util.Optional;

/** A line that waits for lamps, made by hand. */
record TestLine(OrderLineId id, OrderTerms terms, Quantity waiting) implements WaitingLine {

  static TestLine of(String order, OrderTerms terms, long waiting) {
    return new TestLine(OrderLineId.of(order, "1"), terms, Quantity.of(waiting));
  }

  @Override
  public Sku sku() {
    return Sku.of("LAMP");
  }

  @Override
  public PlaceInLine place() {
    return PlaceInLine.of(1);
  }

  @Override
  public Optional<LocalDate> due() {
    return Optional.empty();
  }

  @Override
  public Quantity granted() {
    return Quantity.ZERO;
  }
}
