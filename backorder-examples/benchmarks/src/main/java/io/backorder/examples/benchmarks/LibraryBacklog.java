package io.backorder.examples.benchmarks;

import io.backorder.Inventory;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.Priority;
import io.backorder.posting.CancelOrder;
import io.backorder.posting.Fill;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The queue that the library keeps, with everything on. */
final class LibraryBacklog implements Backlog {

  private static final LocationId MAIN = LocationId.of("MAIN");
  private static final String SKU = "CONSOLE";

  private final OrderBook book;
  private final Inventory inventory;
  private final OrderTerms[] terms;
  private final LocalDate[] days;

  private LibraryBacklog(OrderBook book, Inventory inventory) {
    this.book = book;
    this.inventory = inventory;
    this.terms = Arrays.stream(Priority.values())
        .map(OrderTerms.standard()::withPriority)
        .toArray(OrderTerms[]::new);
    this.days =
        IntStream.range(0, OrderBook.DAYS).mapToObj(OrderBook::day).toArray(LocalDate[]::new);
  }

  static LibraryBacklog of(Policy policy, OrderBook book) {
    return new LibraryBacklog(book, Inventory.inMemory().policy(policy.rule()).build());
  }

  @Override
  public void place(int order) {
    OrderLine line = OrderLine.of("1", Sku.of(SKU), Quantity.of(book.quantity(order)))
        .dueBy(days[book.dueDay(order)]);
    inventory.post(
        PlaceOrder.of(OrderId.of(book.number(order)), line).with(terms[book.urgency(order)]));
  }

  @Override
  public long receive(String receipt, int quantity) {
    long filled = 0;
    for (Fill fill : inventory
        .post(ReceiveStock.of(receipt, Sku.of(SKU), MAIN, Quantity.of(quantity)))
        .fills()) {
      filled += fill.quantity().units();
    }
    return filled;
  }

  @Override
  public void cancel(String cancellation, int order) {
    inventory.post(CancelOrder.all(cancellation, OrderId.of(book.number(order))));
  }

  @Override
  public long waiting() {
    return inventory.item(Sku.of(SKU)).backordered().units();
  }

  Inventory inventory() {
    return inventory;
  }
}
