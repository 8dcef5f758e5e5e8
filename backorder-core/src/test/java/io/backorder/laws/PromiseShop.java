package io.backorder.laws;

import io.backorder.Inventory;
import io.backorder.allocation.AllocationPolicy;
import io.backorder.demand.DeliveryRule;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.Priority;
import io.backorder.ledger.InventoryEvent;
import io.backorder.ledger.InventoryEvent.PromiseMade;
import io.backorder.ledger.InventoryEvent.PromiseRevised;
import io.backorder.posting.AnnounceSupply;
import io.backorder.posting.CancelOrder;
import io.backorder.posting.ChangeLine;
import io.backorder.posting.CloseSupply;
import io.backorder.posting.CountStock;
import io.backorder.posting.Document;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.posting.RescheduleSupply;
import io.backorder.posting.SendStock;
import io.backorder.posting.ShipOrder;
import io.backorder.refusal.InventoryException;
import io.backorder.stock.Location;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.supply.SupplyId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A shop that sells two items before they have come, and one who hears what it promises. */
final class PromiseShop {

  static final List<Sku> ITEMS = List.of(Sku.of("A"), Sku.of("B"));
  private static final LocationId MAIN = LocationId.of("MAIN");
  private static final LocationId EAST = LocationId.of("EAST");
  private static final List<DeliveryRule> DELIVERIES = List.of(
      DeliveryRule.PARTIAL,
      DeliveryRule.PARTIAL,
      DeliveryRule.COMPLETE_LINE,
      DeliveryRule.COMPLETE_ORDER);
  private static final List<Priority> PRIORITIES = List.of(Priority.values());

  private final AllocationPolicy policy;
  private final Inventory inventory;
  private final Map<OrderLineId, LocalDate> heard = new HashMap<>();
  private Instant now = Instant.parse("2026-03-02T09:00:00Z");
  private int documents;
  private int supplies;
  private int orders;

  PromiseShop(Inventory.Builder store, AllocationPolicy policy) {
    this.policy = policy;
    this.inventory = rules(store).listener(this::hear).build();
  }

  Inventory.Builder rules(Inventory.Builder store) {
    return store
        .clock(() -> now)
        .policy(policy)
        .locations(Location.of("MAIN"), Location.of("EAST"));
  }

  Inventory inventory() {
    return inventory;
  }

  Instant now() {
    return now;
  }

  Optional<LocalDate> heard(OrderLineId line) {
    return Optional.ofNullable(heard.get(line));
  }

  /** A first day is told of a line that had none, and a change from the day that was told. */
  private void hear(InventoryEvent event) {
    if (event instanceof PromiseMade made) {
      if (heard.put(made.line(), made.day()) != null) {
        throw new AssertionError("made, though there was a day: " + made);
      }
    } else if (event instanceof PromiseRevised revised) {
      LocalDate before = heard.remove(revised.line());
      if (!Objects.equals(before, revised.from()) || revised.to().equals(Optional.of(before))) {
        throw new AssertionError("revised from " + before + ": " + revised);
      }
      revised.to().ifPresent(day -> heard.put(revised.line(), day));
    }
  }

  boolean post(Kitchen.Move move) {
    documents++;
    try {
      inventory.post(document(move));
      return true;
    } catch (InventoryException e) {
      return false;
    }
  }

  private Document document(Kitchen.Move move) {
    String number = "D" + documents;
    Sku sku = ITEMS.get(move.subject() % 2);
    Quantity units = Quantity.of(1 + move.units() % 8);
    return switch (move.kind() % 14) {
      case 0, 1, 2, 3 -> place(move);
      case 4, 5, 6 -> announce(sku, units, move);
      case 7 ->
        RescheduleSupply.of(number, supply(move), day(move)).to(Quantity.of(1 + move.units() % 12));
      case 8 -> CloseSupply.of(supply(move));
      case 9 -> ReceiveStock.of(number, sku, MAIN, units).against(supply(move));
      case 10 -> ReceiveStock.of(number, sku, MAIN, units);
      case 11 -> CancelOrder.units(number, line(move), Quantity.of(1));
      case 12 -> ChangeLine.of(number, line(move), units);
      default -> others(number, sku, units, move);
    };
  }

  private Document others(String number, Sku sku, Quantity units, Kitchen.Move move) {
    return switch (move.place() % 4) {
      case 0 -> CountStock.of(number, sku, MAIN, Quantity.of(move.units() % 4));
      case 1 -> ShipOrder.all(number, line(move).order());
      case 2 -> send(StockUnits.of(sku, MAIN, units), move);
      default -> {
        now = now.plus(Duration.ofDays(1 + move.units() % 3));
        yield ReceiveStock.of(number, sku, MAIN, Quantity.of(1));
      }
    };
  }

  private Document send(StockUnits units, Kitchen.Move move) {
    supplies++;
    return SendStock.of(SupplyId.of("P" + supplies), units, EAST, day(move));
  }

  private Document announce(Sku sku, Quantity units, Kitchen.Move move) {
    supplies++;
    return AnnounceSupply.of(
        SupplyId.of("P" + supplies), StockUnits.of(sku, MAIN, units), day(move));
  }

  private Instant day(Kitchen.Move move) {
    return now.plus(Duration.ofDays(move.place() % 12));
  }

  private PlaceOrder place(Kitchen.Move move) {
    orders++;
    List<OrderLine> lines = new ArrayList<>();
    for (int i = 0; i <= move.units() % 2; i++) {
      Quantity units = Quantity.of(1 + (move.units() + i) % 5);
      lines.add(OrderLine.of(String.valueOf(i + 1), ITEMS.get((move.subject() + i) % 2), units));
    }
    OrderTerms terms = OrderTerms.standard()
        .withDelivery(DELIVERIES.get(move.place() % 4))
        .withPriority(PRIORITIES.get(move.subject() % 4));
    return PlaceOrder.of(OrderId.of("O" + orders), lines).with(terms);
  }

  private SupplyId supply(Kitchen.Move move) {
    return SupplyId.of("P" + (1 + move.subject() % Math.max(1, supplies)));
  }

  private OrderLineId line(Kitchen.Move move) {
    String order = "O" + (1 + move.subject() % Math.max(1, orders));
    return OrderLineId.of(order, String.valueOf(1 + move.place() % 2));
  }
}
