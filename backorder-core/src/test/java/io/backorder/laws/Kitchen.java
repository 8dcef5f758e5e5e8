package io.backorder.laws;

import io.backorder.Inventory;
import io.backorder.allocation.AllocationPolicy;
import io.backorder.demand.DeliveryRule;
import io.backorder.demand.HoldId;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.Priority;
import io.backorder.demand.ShortageRule;
import io.backorder.posting.AnnounceSupply;
import io.backorder.posting.CancelOrder;
import io.backorder.posting.ChangeLine;
import io.backorder.posting.ConfirmHold;
import io.backorder.posting.CountStock;
import io.backorder.posting.Document;
import io.backorder.posting.ExpireHolds;
import io.backorder.posting.PlaceHold;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.posting.ReleaseHold;
import io.backorder.posting.ReturnGoods;
import io.backorder.posting.ShipOrder;
import io.backorder.refusal.InventoryException;
import io.backorder.stock.ItemTerms;
import io.backorder.stock.Location;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.supply.SupplyId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A shop that sells tables of legs and tops, sets of tables with a cloth, and each part alone. */
final class Kitchen {

  static final Sku LEG = Sku.of("LEG");
  static final Sku TOP = Sku.of("TOP");
  static final Sku CLOTH = Sku.of("CLOTH");
  static final Sku MANUAL = Sku.of("MANUAL");
  static final Sku TABLE = Sku.of("TABLE");
  static final Sku SET = Sku.of("SET");
  static final List<Sku> SHELVED = List.of(LEG, TOP, CLOTH);
  static final List<Sku> ITEMS = List.of(TABLE, SET, LEG, TOP, CLOTH);

  private static final List<DeliveryRule> DELIVERIES = List.of(DeliveryRule.values());
  private static final List<Priority> PRIORITIES = List.of(Priority.values());
  private static final Map<Sku, ItemTerms> TERMS = Map.of(
      MANUAL, ItemTerms.standard().untracked(),
      TABLE,
          ItemTerms.standard()
              .kitOf(Map.of(LEG, Quantity.of(2), TOP, Quantity.of(1), MANUAL, Quantity.of(1))),
      SET, ItemTerms.standard().kitOf(Map.of(TABLE, Quantity.of(2), CLOTH, Quantity.of(1))));
  private static final Map<Sku, Map<Sku, Long>> BILLS = Map.of(
      TABLE, Map.of(LEG, 2L, TOP, 1L),
      SET, Map.of(LEG, 4L, TOP, 2L, CLOTH, 1L));

  private final AllocationPolicy policy;
  private final Inventory inventory;
  private final List<OrderId> orders = new ArrayList<>();
  private Instant now = Instant.parse("2026-03-02T09:00:00Z");
  private int documents;
  private int holds;
  private int supplies;

  Kitchen(Inventory.Builder store, AllocationPolicy policy) {
    this.policy = policy;
    this.inventory = rules(store).build();
  }

  Inventory.Builder rules(Inventory.Builder store) {
    return store
        .clock(() -> now)
        .policy(policy)
        .locations(Location.of("MAIN"), Location.of("EAST"))
        .terms(sku -> TERMS.getOrDefault(sku, ItemTerms.standard()));
  }

  /** What one unit of an item takes off the shelf. */
  static Map<Sku, Long> unitsPerKit(Sku sku) {
    return BILLS.getOrDefault(sku, Map.of(sku, 1L));
  }

  Inventory inventory() {
    return inventory;
  }

  List<OrderId> orders() {
    return orders;
  }

  long available(Sku sku) {
    return inventory.item(sku).availableNow().units();
  }

  long free(Sku sku) {
    return inventory.item(sku).locations().stream()
        .mapToLong(level -> level.free().units())
        .sum();
  }

  /** Four numbers from which a document is made. */
  record Move(int kind, int subject, int place, int units) {}

  /** Posts the document of a move; tells whether it was accepted. */
  boolean post(Move move) {
    documents++;
    now = now.plus(Duration.ofMinutes(move.units % 7));
    try {
      inventory.post(document(move));
      return true;
    } catch (InventoryException e) {
      return false;
    } finally {
      orders.removeIf(order -> inventory.order(order).isEmpty());
    }
  }

  private Document document(Move move) {
    String number = "D" + documents;
    Quantity units = Quantity.of(1 + move.units % 9);
    Sku shelved = SHELVED.get(move.subject % SHELVED.size());
    LocationId location = LocationId.of(move.place % 3 == 0 ? "EAST" : "MAIN");
    return switch (move.kind % 15) {
      case 0, 1, 2 -> place(move);
      case 3, 4, 5 -> ReceiveStock.of(number, shelved, location, units);
      case 6 -> CancelOrder.units(number, line(move), Quantity.of(1 + move.units % 2));
      case 7 -> ChangeLine.of(number, line(move), Quantity.of(1 + move.units % 6));
      case 8 -> ship(number, move);
      case 9 -> CountStock.of(number, shelved, location, Quantity.of(move.units % 9));
      case 13 -> announce(shelved, units, move);
      case 14 ->
        ReceiveStock.of(number, shelved, location, units)
            .against(SupplyId.of("P" + (1 + move.subject % Math.max(1, supplies))));
      case 10 -> hold(move);
      case 11 -> move.units % 3 == 0 ? release(move) : confirm(move);
      default -> others(number, move, location);
    };
  }

  private Document announce(Sku sku, Quantity units, Move move) {
    supplies++;
    return AnnounceSupply.of(
        SupplyId.of("P" + supplies),
        StockUnits.of(sku, LocationId.of("MAIN"), units),
        now.plus(Duration.ofDays(move.place % 9)));
  }

  private Document others(String number, Move move, LocationId location) {
    return switch (move.units % 3) {
      case 0 -> new ExpireHolds();
      case 1 -> CancelOrder.all(number, order(move));
      default -> ReturnGoods.toStock(number, line(move), location, Quantity.of(1));
    };
  }

  private PlaceOrder place(Move move) {
    OrderId order = OrderId.of("O" + documents);
    orders.add(order);
    DeliveryRule delivery = DELIVERIES.get(move.place % 5 % 3);
    ShortageRule shortage =
        move.place % 7 == 0 ? ShortageRule.ACCEPT_AVAILABLE : ShortageRule.BACKORDER;
    return PlaceOrder.of(order, lines(move))
        .with(OrderTerms.standard()
            .withDelivery(delivery)
            .onShortage(shortage)
            .withPriority(PRIORITIES.get(move.subject % 4)));
  }

  private static List<OrderLine> lines(Move move) {
    List<OrderLine> lines = new ArrayList<>();
    for (int i = 0; i <= move.units % 3; i++) {
      Sku sku = ITEMS.get((move.subject + i * 2) % ITEMS.size());
      lines.add(OrderLine.of(String.valueOf(i + 1), sku, Quantity.of(1 + (move.units + i) % 4)));
    }
    return lines;
  }

  private PlaceHold hold(Move move) {
    holds++;
    return PlaceHold.of(HoldId.of("H" + holds), Duration.ofMinutes(30), lines(move));
  }

  private ReleaseHold release(Move move) {
    return ReleaseHold.of(HoldId.of("H" + (1 + move.subject % Math.max(1, holds))));
  }

  private ConfirmHold confirm(Move move) {
    OrderId order = OrderId.of("O" + documents);
    HoldId hold = HoldId.of("H" + (1 + move.subject % Math.max(1, holds)));
    orders.add(order);
    return ConfirmHold.of(hold, order);
  }

  private ShipOrder ship(String number, Move move) {
    return move.units % 2 == 0
        ? ShipOrder.all(number, order(move))
        : ShipOrder.of(
            number, order(move), List.of(ShipOrder.Line.of("1", Quantity.of(1 + move.units % 2))));
  }

  private OrderId order(Move move) {
    return orders.isEmpty() ? OrderId.of("none") : orders.get(move.subject % orders.size());
  }

  private OrderLineId line(Move move) {
    return new OrderLineId(order(move), String.valueOf(1 + move.place % 2));
  }
}
