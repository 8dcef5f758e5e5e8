package io.backorder.laws;

import io.backorder.Inventory;
import io.backorder.allocation.AllocationPolicy;
import io.backorder.demand.DeliveryRule;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.posting.AnnounceSupply;
import io.backorder.posting.CancelOrder;
import io.backorder.posting.CloseSupply;
import io.backorder.posting.Document;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.posting.RescheduleSupply;
import io.backorder.promise.PromiseRules;
import io.backorder.refusal.InventoryException;
import io.backorder.stock.ChannelId;
import io.backorder.stock.ItemTerms;
import io.backorder.stock.Location;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.supply.Delivery;
import io.backorder.supply.Receipt;
import io.backorder.supply.SupplierId;
import io.backorder.supply.SupplierScorecard;
import io.backorder.supply.Supply;
import io.backorder.supply.SupplyId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A shop with kits, channels, a buffer and a release, whose suppliers have records. */
final class PlanShop {

  static final Instant START = Instant.parse("2026-03-05T15:00:00Z");
  static final ChannelId WEB = ChannelId.of("web");
  static final ChannelId MARKET = ChannelId.of("market");
  static final Sku LAMP = Sku.of("LAMP");
  static final Sku BULB = Sku.of("BULB");
  static final Sku PAIR = Sku.of("PAIR");
  static final List<Sku> ITEMS = List.of(LAMP, BULB, PAIR);

  private static final SupplierId KNOWN = SupplierId.of("KNOWN");
  private static final SupplierId NEW = SupplierId.of("NEW");

  /**
   * What the shop goes by.
   *
   * @param promising how supplies become days
   * @param policy who is served
   * @param deliveries how orders are delivered
   * @param channels through which orders come; the last one is served from everywhere
   */
  record World(
      PromiseRules promising,
      AllocationPolicy policy,
      List<DeliveryRule> deliveries,
      List<ChannelId> channels) {}

  private final World world;
  private final Inventory inventory;
  private final Instant start;
  private final int buffer;
  private Instant now;
  private int documents;
  private int supplies;
  private int orders;

  PlanShop(Inventory.Builder store, World world, Instant start, int buffer) {
    this.world = world;
    this.start = start;
    this.now = start;
    this.buffer = buffer;
    this.inventory = store
        .clock(() -> now)
        .policy(world.policy())
        .terms(this::terms)
        .promising(world.promising(), PlanShop::card)
        .locations(Location.of("MAIN"), Location.of("EAST").serving(WEB))
        .build();
  }

  private ItemTerms terms(Sku sku) {
    if (sku.equals(PAIR)) {
      return ItemTerms.standard().kitOf(Map.of(LAMP, Quantity.of(1), BULB, Quantity.of(2)));
    }
    LocalDate release = LocalDate.ofInstant(start, world.promising().calendar().zone());
    return sku.equals(LAMP)
        ? ItemTerms.standard().withBuffer(Quantity.of(buffer))
        : ItemTerms.standard().releasedOn(release.plusDays(3));
  }

  /** One supplier has missed its days by minus one to ten days; of the other nothing is known. */
  private static SupplierScorecard card(SupplierId supplier) {
    SupplierScorecard card = SupplierScorecard.keeping(12);
    Supply past = Supply.of(SupplyId.of("PAST"), units(LAMP, "MAIN", 1), START);
    for (int late = -1; late < 11 && supplier.equals(KNOWN); late++) {
      Receipt receipt =
          Receipt.of(past.id(), past.quantity(), START.plus(Duration.ofHours(24L * late)));
      card = card.plus(Delivery.of(past).plus(receipt));
    }
    return card;
  }

  private static StockUnits units(Sku sku, String location, long units) {
    return StockUnits.of(sku, LocationId.of(location), Quantity.of(units));
  }

  Inventory inventory() {
    return inventory;
  }

  boolean post(Kitchen.Move move) {
    documents++;
    return post(document(move));
  }

  boolean post(Document document) {
    try {
      inventory.post(document);
      return true;
    } catch (InventoryException e) {
      return false;
    }
  }

  Instant now() {
    return now;
  }

  String number() {
    documents++;
    return "D" + documents;
  }

  private Document document(Kitchen.Move move) {
    String number = "D" + documents;
    Sku sku = ITEMS.get(move.subject() % 2);
    Quantity units = Quantity.of(1 + move.units() % 8);
    return switch (move.kind() % 12) {
      case 0, 1, 2, 3, 4 -> place(move);
      case 5, 6, 7 -> announce(move);
      case 8 -> RescheduleSupply.of(number, supply(move), day(move));
      case 9 -> CloseSupply.of(supply(move));
      case 10 -> ReceiveStock.of(number, sku, LocationId.of("MAIN"), units).against(supply(move));
      default -> others(number, sku, move);
    };
  }

  private Document others(String number, Sku sku, Kitchen.Move move) {
    if (move.place() % 2 == 0) {
      return CancelOrder.units(
          number,
          OrderLineId.of("O" + (1 + move.subject() % Math.max(1, orders)), "1"),
          Quantity.of(1));
    }
    now = now.plus(Duration.ofHours(20L * (move.units() % 3)));
    return ReceiveStock.of(number, sku, LocationId.of("EAST"), Quantity.of(1));
  }

  AnnounceSupply announce(Kitchen.Move move) {
    supplies++;
    String location = move.units() % 3 == 0 ? "EAST" : "MAIN";
    Supply supply = Supply.of(
        SupplyId.of("P" + (100 - supplies)),
        units(ITEMS.get(move.subject() % 2), location, 1 + move.units() % 8),
        day(move));
    return AnnounceSupply.of(
        switch (move.units() % 4) {
          case 0 -> supply;
          case 1 -> supply.from(NEW);
          default -> supply.from(KNOWN);
        });
  }

  private Instant day(Kitchen.Move move) {
    return now.plus(Duration.ofHours(5L * (move.place() % 40)));
  }

  private SupplyId supply(Kitchen.Move move) {
    return SupplyId.of("P" + (99 - move.subject() % Math.max(1, supplies)));
  }

  private PlaceOrder place(Kitchen.Move move) {
    orders++;
    List<OrderLine> lines = new ArrayList<>();
    for (int i = 0; i <= move.units() % 3; i++) {
      Quantity units = Quantity.of(1 + (move.units() + i) % 4);
      lines.add(OrderLine.of(String.valueOf(i + 1), ITEMS.get((move.subject() + i) % 3), units));
    }
    OrderTerms terms = OrderTerms.standard()
        .withDelivery(world.deliveries().get(move.place() % world.deliveries().size()));
    int channel = move.subject() % (world.channels().size() + 1);
    return PlaceOrder.of(OrderId.of("O" + orders), lines)
        .with(channel == 0 ? terms : terms.through(world.channels().get(channel - 1)));
  }
}
