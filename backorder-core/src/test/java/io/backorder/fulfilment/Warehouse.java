package io.backorder.fulfilment;

import io.backorder.Inventory;
import io.backorder.demand.DeliveryRule;
import io.backorder.demand.HoldId;
import io.backorder.demand.LineStatus;
import io.backorder.demand.Order;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.ledger.InventoryEvent;
import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerRecord;
import io.backorder.picking.Bin;
import io.backorder.picking.BinId;
import io.backorder.picking.BinPlan;
import io.backorder.picking.PickFace;
import io.backorder.picking.PickFloor;
import io.backorder.picking.PickLimits;
import io.backorder.picking.PickLine;
import io.backorder.picking.PickList;
import io.backorder.picking.PickPlan;
import io.backorder.picking.ReservedUnits;
import io.backorder.picking.ShortPick;
import io.backorder.posting.AdjustStock.Shelf;
import io.backorder.posting.AnnounceSupply;
import io.backorder.posting.CancelOrder;
import io.backorder.posting.ChangeLine;
import io.backorder.posting.ConfirmHold;
import io.backorder.posting.CountStock;
import io.backorder.posting.Document;
import io.backorder.posting.PlaceHold;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.posting.ReleaseHold;
import io.backorder.posting.ReturnGoods;
import io.backorder.posting.ShipOrder;
import io.backorder.reallocation.ConfirmationStrategy;
import io.backorder.reallocation.ReallocationPlan;
import io.backorder.reallocation.ReallocationRules;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An inventory with a floor on which its orders are picked. Orders and floor read the ledger; others of both
 * are told events alone.
 */
final class Warehouse {

  static final LocationId EAST = LocationId.of("EAST");
  static final LocationId WEST = LocationId.of("WEST");
  static final List<Sku> ITEMS = List.of(Sku.of("CUP"), Sku.of("LAMP"), Sku.of("MAT"));

  private static final List<DeliveryRule> RULES =
      List.of(DeliveryRule.PARTIAL, DeliveryRule.COMPLETE_LINE, DeliveryRule.COMPLETE_ORDER);

  /** A kit: what is picked of it are its parts. */
  static final Sku DESK = Sku.of("DESK");

  static final Map<Sku, Quantity> PARTS =
      Map.of(ITEMS.get(0), Quantity.of(2), ITEMS.get(1), Quantity.of(1));

  static final BinPlan BINS = BinPlan.of(
      List.of(
          Bin.of("E1", EAST, "north"),
          Bin.of("E2", EAST, "south"),
          Bin.of("W1", WEST, "all"),
          Bin.of("W2", WEST, "all"),
          Bin.of("W3", WEST, "all")),
      List.of(
          new PickFace(ITEMS.get(0), BinId.of("E1"), 100),
          new PickFace(ITEMS.get(1), BinId.of("E2"), 700),
          new PickFace(ITEMS.get(2), BinId.of("E1"), 0),
          new PickFace(ITEMS.get(0), BinId.of("W3"), 100),
          new PickFace(ITEMS.get(1), BinId.of("W1"), 700),
          new PickFace(ITEMS.get(2), BinId.of("W2"), 0)));

  /**
   * Something that somebody in the house does.
   *
   * @param kind what
   * @param which with which of the things that are there
   * @param units with how many units
   */
  record Deed(int kind, int which, long units) {

    static final int KINDS = 24;
    static final int REALLOCATION = 18;
  }

  final OpenOrders toldOrders = OpenOrders.empty();
  final PickFloor toldFloor = PickFloor.of(List.of());
  final List<OrderId> placed = new ArrayList<>();
  final List<RuntimeException> failures = new ArrayList<>();
  final Inventory inventory = Inventory.inMemory()
      .clock(() -> Instant.EPOCH)
      .locations(Location.of("EAST"), Location.of("WEST"))
      .terms(sku -> sku.equals(DESK) ? ItemTerms.standard().kitOf(PARTS) : ItemTerms.standard())
      .listener(this::hear)
      .build();

  OpenOrders orders = OpenOrders.of(inventory.ledger());
  PickFloor floor = PickFloor.of(inventory.ledger());

  /** Units in totes of each shelf, as the deeds of people say. */
  final Map<Shelf, Long> inTotes = new HashMap<>();

  /** How often something happened that laws are about. */
  final Map<String, Integer> met = new TreeMap<>();

  private final List<HoldId> holds = new ArrayList<>();
  private final List<String> issued = new ArrayList<>();
  private int number;

  private void hear(InventoryEvent event) {
    try {
      floor.apply(event);
      orders.apply(event);
      toldFloor.apply(event);
      toldOrders.apply(event);
    } catch (RuntimeException e) {
      failures.add(e);
    }
  }

  void run(Deed deed) {
    Sku item = ITEMS.get(deed.which % ITEMS.size());
    LocationId where = deed.which % 2 == 0 ? EAST : WEST;
    Quantity units = Quantity.of(deed.units);
    switch (deed.kind) {
      case 0, 1 -> place(deed, DeliveryRule.PARTIAL);
      case 2 -> place(deed, DeliveryRule.COMPLETE_LINE);
      case 3 -> place(deed, DeliveryRule.COMPLETE_ORDER);
      case 4, 5 -> post(ReceiveStock.of(next("R"), List.of(StockUnits.of(item, where, units))));
      case 6 -> post(CountStock.of(next("C"), item, where, units));
      case 7 -> cancel(deed);
      case 8 -> change(deed);
      case 9 -> ship(deed);
      case 10 -> giveBack(deed);
      case 11 -> issue(deed);
      case 12 -> confirm(deed);
      case 13 -> shortPick(deed);
      case 14 -> list(deed).ifPresent(list -> floor.repick(list.id()));
      case 15 -> stopOrPutBack(deed);
      case 16 -> hold(deed);
      case 17 -> endHold(deed);
      case Deed.REALLOCATION -> reallocate(deed);
      case 19 ->
        post(AnnounceSupply.of(
            SupplyId.of(next("P")),
            StockUnits.of(item, where, units),
            Instant.EPOCH.plus(Duration.ofDays(1 + deed.which % 9))));
      case 20 -> confirmLate(deed);
      case 21 -> restart();
      case 22 -> place(deed, DeliveryRule.PARTIAL, DESK);
      default -> place(deed, RULES.get(deed.which % 3), DESK);
    }
  }

  private String next(String kind) {
    return kind + ++number;
  }

  boolean post(Document document) {
    try {
      inventory.post(document);
      return true;
    } catch (InventoryException e) {
      return false; // what the ledger refuses has changed nothing, and is told to nobody
    }
  }

  private void place(Deed deed, DeliveryRule rule, Sku... first) {
    OrderId order = OrderId.of(next("O"));
    List<OrderLine> lines = new ArrayList<>();
    for (Sku kit : first) {
      lines.add(OrderLine.of("kit", kit, Quantity.of(1 + deed.units / 3)));
    }
    for (int i = 0; i <= deed.which % 3; i++) {
      Sku item = ITEMS.get((deed.which / 3 + i * 2) % ITEMS.size());
      lines.add(OrderLine.of(String.valueOf(i + 1), item, Quantity.of(deed.units + i)));
    }
    if (post(PlaceOrder.of(order, lines.toArray(OrderLine[]::new))
        .with(OrderTerms.standard().withDelivery(rule)))) {
      placed.add(order);
    }
  }

  private Optional<LineStatus> line(Deed deed) {
    if (placed.isEmpty()) {
      return Optional.empty();
    }
    List<LineStatus> lines = order(placed.get(deed.which % placed.size())).lines();
    return Optional.of(lines.get(deed.which / 7 % lines.size()));
  }

  Order order(OrderId id) {
    return inventory.order(id).orElseThrow();
  }

  private void cancel(Deed deed) {
    line(deed)
        .ifPresent(line -> post(
            deed.which % 2 == 0
                ? CancelOrder.all(next("X"), line.id().order())
                : CancelOrder.units(next("X"), line.id(), Quantity.of(deed.units))));
  }

  private void change(Deed deed) {
    line(deed)
        .ifPresent(line -> post(ChangeLine.of(next("M"), line.id(), Quantity.of(deed.units))));
  }

  /** What leaves the house leaves its tote, as far as it was in one. */
  private void ship(Deed deed) {
    line(deed).ifPresent(line -> {
      List<PickList> before = floor.lists();
      long position = inventory.ledger().size();
      if (post(ShipOrder.all(next("S"), line.id().order()))) {
        Map<List<Object>, Long> shipped = new HashMap<>();
        for (LedgerRecord record : inventory.ledger().after(position, 1000)) {
          if (record.entry() instanceof LedgerEntry.Shipped e) {
            shipped.merge(
                List.of(e.claim().line(), e.location(), e.sku()), e.quantity().units(), Long::sum);
          }
        }
        shipped.forEach((place, units) -> inTotes.merge(
            new Shelf((Sku) place.get(2), (LocationId) place.get(1)),
            -Math.min(units, picked(before, place)),
            Long::sum));
      }
    });
  }

  private static long picked(List<PickList> lists, List<Object> place) {
    return lists.stream()
        .filter(list -> list.location().equals(place.get(1)))
        .flatMap(list -> list.lines().stream())
        .filter(each -> each.line().equals(place.get(0)))
        .mapToLong(each -> each.picked().units())
        .sum();
  }

  private void giveBack(Deed deed) {
    line(deed)
        .ifPresent(
            line -> post(ReturnGoods.toStock(next("B"), line.id(), EAST, Quantity.of(deed.units))));
  }

  private void issue(Deed deed) {
    List<ReservedUnits> free = floor.unlisted();
    PickLimits limits = PickLimits.none().withUnits(deed.units + 3).withOrders(2);
    String wave = next("W");
    PickPlan plan = switch (deed.which % 3) {
      case 0 -> PickPlan.byOrder(wave, free, BINS, limits);
      case 1 -> PickPlan.batched(wave, free, BINS, limits);
      default -> PickPlan.zoned(wave, free, BINS, limits);
    };
    floor.issue(plan);
    plan.lists().forEach(list -> issued.add(list.id()));
  }

  private Optional<PickList> list(Deed deed) {
    List<PickList> lists = floor.lists();
    return lists.isEmpty() ? Optional.empty() : Optional.of(lists.get(deed.which % lists.size()));
  }

  private static PickLine line(PickList list, Deed deed) {
    return list.lines().get(deed.which / 5 % list.lines().size());
  }

  private void confirm(Deed deed) {
    list(deed).ifPresent(list -> {
      PickLine line = line(list, deed);
      Quantity taken = line.open().min(Quantity.of(deed.units));
      floor.confirm(list.id(), line.line(), taken);
      inTotes.merge(line.asked().shelf(), taken.units(), Long::sum);
    });
  }

  private void shortPick(Deed deed) {
    list(deed).ifPresent(list -> {
      PickLine line = line(list, deed);
      Quantity found = Quantity.of(line.open().units() / 2);
      ShortPick few = floor.shortPick(list.id(), line.line(), found, Quantity.ZERO);
      inTotes.merge(line.asked().shelf(), found.units(), Long::sum);
      if (deed.which % 3 > 0) {
        few.count().ifPresent(count -> post(count.toDocument(next("K"))));
      }
    });
  }

  private void stopOrPutBack(Deed deed) {
    List<ReservedUnits> back = floor.toPutBack();
    if (back.isEmpty()) {
      list(deed).ifPresent(list -> floor.withdraw(list.id()));
    } else {
      ReservedUnits units = back.get(deed.which % back.size());
      floor.putBack(units);
      inTotes.merge(units.shelf(), -units.quantity().units(), Long::sum);
    }
  }

  private void hold(Deed deed) {
    HoldId hold = HoldId.of(next("H"));
    Sku item = deed.which % 4 == 0 ? DESK : ITEMS.get(deed.which % ITEMS.size());
    List<OrderLine> lines = List.of(OrderLine.of("1", item, Quantity.of(1 + deed.units / 2)));
    if (post(PlaceHold.of(hold, Duration.ofMinutes(9), lines))) {
      holds.add(hold);
    }
  }

  private void endHold(Deed deed) {
    if (!holds.isEmpty()) {
      HoldId hold = holds.remove(deed.which % holds.size());
      OrderId order = OrderId.of(next("O"));
      if (deed.which % 5 == 0) {
        post(ReleaseHold.of(hold));
      } else if (post(ConfirmHold.of(hold, order))) {
        placed.add(order);
        met.merge("held units ordered", 1, Integer::sum);
      }
    }
  }

  private void reallocate(Deed deed) {
    if (placed.size() > 1) {
      OrderId loser = placed.get(deed.which % placed.size());
      OrderId winner = placed.get((deed.which + (int) deed.units) % placed.size());
      ReallocationRules.Builder rules =
          ReallocationRules.builder().order(loser, ConfirmationStrategy.LOSE);
      if (!winner.equals(loser)) {
        rules.order(winner, ConfirmationStrategy.WIN);
      }
      try {
        Sku item = ITEMS.get(deed.which % ITEMS.size());
        ReallocationPlan plan = inventory.simulate(List.of(item), rules.build());
        inventory.commit(next("A"), plan);
        met.merge("reallocated", plan.moves().isEmpty() ? 0 : 1, Integer::sum);
      } catch (InventoryException e) {
        met.merge("not reallocated", 1, Integer::sum);
      }
    }
  }

  /** Somebody has taken all that a paper says, and some of it is asked for no more. */
  private void confirmLate(Deed deed) {
    for (String id : List.copyOf(issued)) {
      List<ReservedUnits> recalled = floor.recalled(id);
      if (!recalled.isEmpty()) {
        ReservedUnits late = recalled.get(deed.which % recalled.size());
        long open = floor.lists().stream()
            .filter(list -> list.id().equals(id))
            .flatMap(list -> list.lines().stream())
            .filter(each -> each.line().equals(late.line()))
            .mapToLong(each -> each.open().units())
            .sum();
        Quantity taken = Quantity.of(open).plus(late.quantity());
        floor.confirm(id, late.line(), taken);
        inTotes.merge(late.shelf(), taken.units(), Long::sum);
        met.merge("taken too late", 1, Integer::sum);
        return;
      }
    }
  }

  private void restart() {
    PickFloor anew = PickFloor.of(inventory.ledger());
    anew.resume(floor.lists(), floor.toPutBack());
    floor = anew;
    orders = OpenOrders.of(inventory.ledger());
  }

  /** The units of a line at a location that the lists ask for. */
  long listed(OrderLineId line, LocationId location) {
    return floor.lists().stream()
        .filter(list -> list.location().equals(location))
        .flatMap(list -> list.lines().stream())
        .filter(each -> each.line().equals(line))
        .mapToLong(each -> each.asked().quantity().units())
        .sum();
  }
}
