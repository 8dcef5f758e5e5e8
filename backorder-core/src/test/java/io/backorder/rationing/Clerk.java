package io.backorder.rationing;

import io.backorder.Inventory;
import io.backorder.allocation.AllocationPolicy;
import io.backorder.allocation.Guard;
import io.backorder.allocation.Reason;
import io.backorder.allocation.Sequence;
import io.backorder.allocation.ShareRule;
import io.backorder.demand.CustomerId;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.ledger.InventoryEvent;
import io.backorder.posting.CancelOrder;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** An inventory of lamps under a guard; the customer of an order is its group. */
final class Clerk {

  static final Sku LAMP = Sku.of("LAMP");
  static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
  static final Instant FRIDAY = Instant.parse("2026-03-06T00:00:00Z");
  static final Instant NEXT = Instant.parse("2026-03-09T00:00:00Z");
  static final Function<OrderTerms, Optional<String>> GROUP =
      terms -> terms.customer().map(CustomerId::value);

  Instant now = MONDAY;
  final List<InventoryEvent> heard = new ArrayList<>();
  final Inventory inventory;
  private int documents;

  Clerk(ShareRule share, Guard guard) {
    inventory = Inventory.inMemory()
        .clock(() -> now)
        .policy(AllocationPolicy.of(Sequence.firstComeFirstServed(), share, guard))
        .listener(heard::add)
        .build();
  }

  static Clerk under(Guard guard) {
    return new Clerk(ShareRule.oneAfterTheOther(), guard);
  }

  static OrderTerms of(String group) {
    OrderTerms terms = OrderTerms.standard();
    return group.isEmpty() ? terms : terms.by(CustomerId.of(group));
  }

  void receive(long units) {
    inventory.post(
        ReceiveStock.of("R" + ++documents, LAMP, LocationId.of("MAIN"), Quantity.of(units)));
  }

  /** Places an order and returns what it got at once. */
  long place(String order, String group, long units) {
    inventory.post(PlaceOrder.of(OrderId.of(order), OrderLine.of("1", LAMP, Quantity.of(units)))
        .with(of(group)));
    return reserved(order);
  }

  void cancel(String order) {
    inventory.post(CancelOrder.all("X" + ++documents, OrderId.of(order)));
  }

  long reserved(String order) {
    return inventory
        .order(OrderId.of(order))
        .orElseThrow()
        .lines()
        .get(0)
        .reserved()
        .units();
  }

  Optional<Reason> reason(String order) {
    return inventory.reason(OrderLineId.of(order, "1"));
  }
}
