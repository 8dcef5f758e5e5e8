package io.backorder.replenishment;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.Inventory;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.posting.AdjustStock;
import io.backorder.posting.AnnounceSupply;
import io.backorder.posting.CancelOrder;
import io.backorder.posting.ChangeLine;
import io.backorder.posting.CloseSupply;
import io.backorder.posting.Document;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.posting.ReturnGoods;
import io.backorder.posting.ShipOrder;
import io.backorder.refusal.InventoryException;
import io.backorder.review.OrderRule;
import io.backorder.stock.ItemTerms;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.supply.LeadTimeModel;
import io.backorder.supply.SupplierId;
import io.backorder.supply.SupplyId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;

/** A monitor of two items, one of them part of a kit, and of a third with periodic review. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE, tries = 500)
final class ReorderMonitorProperties {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final LocationId MAIN = LocationId.of("MAIN");
  private static final Sku LAMP = Sku.of("LAMP");
  private static final Sku TORCH = Sku.of("TORCH");
  private static final Sku CANDLE = Sku.of("CANDLE");
  private static final Sku PAIR = Sku.of("PAIR");
  private static final List<Sku> ITEMS = List.of(LAMP, TORCH, CANDLE);
  private static final List<Sku> SOLD = List.of(LAMP, TORCH, CANDLE, PAIR);
  private static final SupplierOffer ACME = new SupplierOffer(
      SupplierId.of("ACME"),
      new SupplierOffer.Price(2, 10),
      new SupplierOffer.Reliability(LeadTimeModel.fixed(Duration.ofDays(9)), 1),
      OrderSizes.of(Quantity.of(1), Quantity.of(1)));
  private static final Map<Sku, ReorderPlan> PLANS = Map.of(
      LAMP, ReorderPlan.continuous(OrderRule.minMax(3, 9), ACME),
      TORCH, ReorderPlan.continuous(OrderRule.lots(0, 4), ACME),
      CANDLE, ReorderPlan.periodic(OrderRule.upTo(5), ACME));
  private static final Map<Sku, ItemTerms> TERMS =
      Map.of(PAIR, ItemTerms.standard().kitOf(Map.of(LAMP, Quantity.of(2), TORCH, Quantity.of(1))));

  /** What happens next, and whether the process ends before it. */
  private record Move(int kind, int subject, int units, int stop) {}

  @Provide
  Arbitrary<List<Move>> moves() {
    Arbitrary<Integer> any = Arbitraries.integers().between(0, 1_000);
    return Combinators.combine(any, any, any, any)
        .as(Move::new)
        .list()
        .ofMinSize(4)
        .ofMaxSize(40);
  }

  /** Writes down what it is told. */
  private static final class Told implements PurchaseListener {

    private final List<String> lines = new ArrayList<>();

    @Override
    public void onProposed(PurchaseProposal proposal) {
      lines.add(proposal.toString());
    }

    @Override
    public void onWithdrawn(PurchaseProposal proposal) {
      lines.add("not " + proposal);
    }
  }

  private static final class Shop {

    private final Inventory inventory = Inventory.inMemory()
        .terms(sku -> TERMS.getOrDefault(sku, ItemTerms.standard()))
        .clock(() -> NOON)
        .build();
    private int documents;

    ReorderMonitor monitor(PurchaseListener listener) {
      return ReorderMonitor.of(
              inventory::item, sku -> Optional.ofNullable(PLANS.get(sku)), listener)
          .withParts(sku -> inventory.parts(sku).keySet());
    }

    void post(Move move) {
      documents++;
      try {
        inventory.post(document(move, "D" + documents));
      } catch (InventoryException e) {
        documents--; // nothing has happened
      }
    }

    private Document document(Move move, String number) {
      Sku item = ITEMS.get(move.subject() % 3);
      Quantity units = Quantity.of(1 + move.units() % 6);
      StockUnits some = StockUnits.of(item, MAIN, units);
      OrderLineId line = OrderLineId.of("D" + (1 + move.subject() % (documents + 1)), "1");
      return switch (move.kind() % 12) {
        case 0, 1 -> ReceiveStock.of(number, List.of(some));
        case 2 -> AnnounceSupply.of(SupplyId.of(number), some, NOON);
        case 3 -> CloseSupply.of(SupplyId.of(line.order().value()));
        case 4 -> CancelOrder.units(number, line, Quantity.of(1));
        case 5 -> ChangeLine.of(number, line, units);
        case 6 -> ShipOrder.all(number, line.order());
        case 7 -> ReturnGoods.toStock(number, line, MAIN, Quantity.of(1));
        case 8 -> AdjustStock.of(number, item, MAIN, -1);
        default ->
          PlaceOrder.of(OrderId.of(number), OrderLine.of("1", SOLD.get(move.subject() % 4), units));
      };
    }

    long position(Sku sku) {
      return inventory.item(sku).position();
    }
  }

  private static boolean isReview(Move move) {
    return move.stop() % 5 == 1;
  }

  @Property
  void stoppingAnywhereAndStartingAnewTellsTheSame(@ForAll("moves") List<Move> moves) {
    Shop shop = new Shop();
    Told steady = new Told();
    Told stopping = new Told();
    ReorderMonitor always = shop.monitor(steady);
    List<ReorderMonitor> lives = new ArrayList<>(List.of(shop.monitor(stopping)));
    shop.inventory.listeners().add(event -> always.onEvent(event, NOON));
    shop.inventory.listeners().add(event -> last(lives).onEvent(event, NOON));

    for (Move move : moves) {
      if (move.stop() % 3 == 0) {
        lives.add(shop.monitor(stopping).withOpen(last(lives).open()));
      }
      shop.post(move);
      for (ReorderMonitor each : List.of(always, last(lives))) {
        go(each, move);
      }
    }

    assertThat(stopping.lines).isEqualTo(steady.lines);
    assertThat(last(lives).open()).isEqualTo(always.open());
  }

  private static ReorderMonitor last(List<ReorderMonitor> lives) {
    return lives.get(lives.size() - 1);
  }

  private static void go(ReorderMonitor monitor, Move move) {
    if (isReview(move)) {
      monitor.review(CANDLE, NOON);
    } else if (move.stop() % 7 == 2) {
      monitor
          .open(ITEMS.get(move.units() % 3))
          .ifPresent(each -> monitor.order(each, NOON, () -> {}));
    }
  }

  @Property
  void openIsWhatStandsAtOrBelowItsReorderPoint(@ForAll("moves") List<Move> moves) {
    Shop shop = new Shop();
    ReorderMonitor monitor = shop.monitor(PurchaseListener.NONE);
    shop.inventory.listeners().add(event -> monitor.onEvent(event, NOON));
    monitor.moved(LAMP, NOON);
    monitor.moved(TORCH, NOON);

    for (Move move : moves) {
      shop.post(move);
      assertThat(monitor.open(LAMP).isPresent()).isEqualTo(shop.position(LAMP) <= 3);
      assertThat(monitor.open(TORCH).isPresent()).isEqualTo(shop.position(TORCH) <= 0);
    }
  }

  @Property
  void theLedgerTellsWhatEventsTell(@ForAll("moves") List<Move> moves) {
    Shop shop = new Shop();
    Told ofEvents = new Told();
    Told ofRecords = new Told();
    ReorderMonitor hearing = shop.monitor(ofEvents);
    ReorderMonitor reading = shop.monitor(ofRecords).withParts(sku -> List.of());
    shop.inventory.listeners().add(event -> hearing.onEvent(event, NOON));

    long read = 0;
    for (Move move : moves) {
      shop.post(move);
      reading.onRecords(shop.inventory.ledger().after(read, 1_000), NOON);
      read = shop.inventory.ledger().size();
    }

    assertThat(byItem(ofRecords)).isEqualTo(byItem(ofEvents));
  }

  private static Map<String, List<String>> byItem(Told told) {
    Map<String, List<String>> found = new HashMap<>();
    for (String line : told.lines) {
      String item =
          ITEMS.stream().map(Sku::toString).filter(line::contains).findFirst().orElseThrow();
      found.computeIfAbsent(item, key -> new ArrayList<>()).add(line);
    }
    return found;
  }

  @Property
  void anItemIsProposedOncePerFallAndWithdrawnOncePerRise(@ForAll("moves") List<Move> moves) {
    Shop shop = new Shop();
    Told told = new Told();
    ReorderMonitor monitor = shop.monitor(told);
    shop.inventory.listeners().add(event -> monitor.onEvent(event, NOON));
    List<Boolean> low = new ArrayList<>(List.of(false));

    for (Move move : moves) {
      shop.post(move);
      if (shop.inventory.version(LAMP) > 0) {
        boolean now = shop.position(LAMP) <= 3;
        if (now != low.get(low.size() - 1)) {
          low.add(now);
        }
      }
    }

    long lamps = told.lines.stream().filter(line -> line.contains("LAMP")).count();
    assertThat(lamps).isEqualTo(low.size() - 1);
  }
}
