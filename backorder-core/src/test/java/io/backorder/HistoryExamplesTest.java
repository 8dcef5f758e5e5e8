package io.backorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.backorder.allocation.AllocationPolicy;
import io.backorder.demand.DeliveryRule;
import io.backorder.demand.HoldId;
import io.backorder.demand.LineStatus;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.ShortageRule;
import io.backorder.ledger.InventoryEvent;
import io.backorder.posting.CancelOrder;
import io.backorder.posting.ChangeLine;
import io.backorder.posting.ConfirmHold;
import io.backorder.posting.CountStock;
import io.backorder.posting.LineOutcome;
import io.backorder.posting.Outcome;
import io.backorder.posting.PlaceHold;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.posting.ShipOrder;
import io.backorder.posting.TransferStock;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.InventoryException;
import io.backorder.stock.ItemTerms;
import io.backorder.stock.Location;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Short histories that a comparison with the model has found. */
final class HistoryExamplesTest {

  private static final Sku LAMP = Sku.of("LAMP");
  private static final Sku SHADE = Sku.of("SHADE");
  private static final LocationId MAIN = LocationId.of("MAIN");
  private static final OrderLineId O_1 = OrderLineId.of("O", "1");

  private final List<String> heard = new ArrayList<>();

  private static Quantity units(long units) {
    return Quantity.of(units);
  }

  private void hear(InventoryEvent event) {
    heard.add(event.toString());
  }

  private Inventory soldByTheDozen() {
    return Inventory.inMemory()
        .terms(sku -> ItemTerms.standard().withLot(units(12)))
        .listener(this::hear)
        .build();
  }

  private static LineStatus line(Inventory inventory) {
    return inventory.order(OrderId.of("O")).orElseThrow().lines().get(0);
  }

  @Test
  void cancel_partOfALot_isRefused() {
    Inventory inventory = soldByTheDozen();
    inventory.post(PlaceOrder.of(OrderId.of("O"), OrderLine.of("1", LAMP, units(24))));

    assertThatExceptionOfType(InventoryException.class)
        .isThrownBy(() -> inventory.post(CancelOrder.units("X", O_1, units(5))))
        .withMessage("quantity to cancel of line O/1 must be whole lots of 12: 5")
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_QUANTITY));
    assertThat(line(inventory).backordered()).isEqualTo(units(24));
  }

  @Test
  void cancel_allThatAShippedPartOfALotLeft_isDone() {
    Inventory inventory = soldByTheDozen();
    inventory.post(ReceiveStock.of("R", LAMP, MAIN, units(12)));
    inventory.post(PlaceOrder.of(OrderId.of("O"), OrderLine.of("1", LAMP, units(12))));
    inventory.post(ShipOrder.of("S", OrderId.of("O"), List.of(ShipOrder.Line.of("1", units(5)))));

    inventory.post(CancelOrder.units("X", O_1, units(7)));

    assertThat(line(inventory).cancelled()).isEqualTo(units(7));
  }

  @Test
  void count_belowReservedLots_takesAWholeLotThatComesBackWhole() {
    Inventory inventory = soldByTheDozen();
    inventory.post(ReceiveStock.of("R1", LAMP, MAIN, units(24)));
    inventory.post(PlaceOrder.of(OrderId.of("O"), OrderLine.of("1", LAMP, units(24))));

    inventory.post(CountStock.of("C", LAMP, MAIN, units(23)));
    Quantity kept = line(inventory).reserved();
    inventory.post(ReceiveStock.of("R2", LAMP, MAIN, units(1)));

    assertThat(kept).isEqualTo(units(12));
    assertThat(line(inventory).reserved()).isEqualTo(units(24));
  }

  @Test
  void count_belowHeldLots_takesAWholeLotFromTheHold() {
    Inventory inventory = soldByTheDozen();
    inventory.post(ReceiveStock.of("R", LAMP, MAIN, units(24)));
    List<OrderLine> cart = List.of(OrderLine.of("1", LAMP, units(24)));
    inventory.post(PlaceHold.of(HoldId.of("H"), Duration.ofMinutes(5), cart));

    inventory.post(CountStock.of("C", LAMP, MAIN, units(23)));

    assertThat(heard).contains("HoldReduced H 12 LAMP@MAIN");
    assertThat(inventory.item(LAMP).held()).isEqualTo(units(12));
  }

  @Test
  void confirm_reducedHoldOfTwoLines_isToldAndAnsweredLineByLine() {
    Inventory inventory = Inventory.inMemory().listener(this::hear).build();
    inventory.post(ReceiveStock.of("R1", LAMP, MAIN, units(5)));
    inventory.post(ReceiveStock.of("R2", SHADE, MAIN, units(2)));
    List<OrderLine> cart =
        List.of(OrderLine.of("1", LAMP, units(5)), OrderLine.of("2", SHADE, units(2)));
    inventory.post(PlaceHold.of(HoldId.of("H"), Duration.ofMinutes(5), cart));
    inventory.post(CountStock.of("C", LAMP, MAIN, units(3)));
    heard.clear();

    ConfirmHold confirmation = ConfirmHold.of(HoldId.of("H"), OrderId.of("O"));
    Outcome outcome = inventory.post(confirmation);

    assertThat(outcome.lines())
        .containsExactly(
            new LineOutcome(O_1, units(3), units(2), units(0)),
            new LineOutcome(OrderLineId.of("O", "2"), units(2), units(0), units(0)));
    assertThat(heard)
        .containsExactly(
            "HoldConfirmed H",
            "Reserved O/1 3 LAMP@MAIN",
            "Backordered O/1 2",
            "Reserved O/2 2 SHADE@MAIN");
    assertThat(inventory.post(confirmation)).isEqualTo(outcome);
  }

  @Test
  void post_usedNumberAndUnknownOrder_isAConflict() {
    Inventory inventory = Inventory.inMemory().build();
    inventory.post(ReceiveStock.of("R", LAMP, MAIN, units(1)));
    inventory.post(PlaceOrder.of(OrderId.of("O"), OrderLine.of("1", LAMP, units(1))));
    inventory.post(ShipOrder.all("S", OrderId.of("O")));

    assertThatExceptionOfType(InventoryException.class)
        .isThrownBy(() -> inventory.post(ShipOrder.all("S", OrderId.of("P"))))
        .withMessage("order of ship S must be what it was the first time, \"O\": \"P\"")
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.DOCUMENT_CONFLICT));
  }

  @Test
  void allocate_raisedLineFilledFromTwoPlaces_fillsThePlaceInLineThatWasServed() {
    Inventory inventory = Inventory.inMemory()
        .policy(AllocationPolicy.completeLines())
        .locations(Location.of("MAIN"), Location.of("EAST"))
        .build();
    inventory.post(PlaceOrder.of(OrderId.of("O"), OrderLine.of("1", LAMP, units(15))));
    inventory.post(ChangeLine.of("E", O_1, units(24)));
    inventory.post(ReceiveStock.of("R1", LAMP, LocationId.of("EAST"), units(6)));

    inventory.post(ReceiveStock.of("R2", LAMP, MAIN, units(3)));

    assertThat(inventory.waiting(LAMP, 9)).hasSize(1);
    assertThat(inventory.waiting(LAMP, 9).get(0).waiting()).isEqualTo(units(15));
  }

  @Test
  void reason_unitsOfAHoldThatIsOver_isNotThatTheLineIsFilledWhole() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T09:00:00Z"));
    Inventory inventory = Inventory.inMemory().clock(now::get).build();
    inventory.post(ReceiveStock.of("R", LAMP, MAIN, units(2)));
    List<OrderLine> cart = List.of(OrderLine.of("1", LAMP, units(2)));
    inventory.post(PlaceHold.of(HoldId.of("H"), Duration.ofMinutes(5), cart));
    inventory.post(PlaceOrder.of(OrderId.of("O"), OrderLine.of("1", LAMP, units(3))));

    now.set(Instant.parse("2026-03-02T09:05:00Z"));

    assertThat(inventory.reason(O_1)).isEmpty();
  }

  @Test
  void count_afterARefusedConfirmation_stillTakesFromTheYoungestHold() {
    Inventory inventory = Inventory.inMemory().listener(this::hear).build();
    inventory.post(ReceiveStock.of("R1", LAMP, MAIN, units(4)));
    inventory.post(ReceiveStock.of("R2", SHADE, MAIN, units(1)));
    hold(inventory, "OLD", OrderLine.of("1", LAMP, units(2)), OrderLine.of("2", SHADE, units(1)));
    hold(inventory, "YOUNG", OrderLine.of("1", LAMP, units(2)));
    inventory.post(CountStock.of("C1", SHADE, MAIN, units(0)));
    ConfirmHold strict = ConfirmHold.of(HoldId.of("OLD"), OrderId.of("O"))
        .with(OrderTerms.standard().onShortage(ShortageRule.REFUSE_ORDER));
    assertThatExceptionOfType(InventoryException.class)
        .isThrownBy(() -> inventory.post(strict))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INSUFFICIENT_STOCK));
    heard.clear();

    inventory.post(CountStock.of("C2", LAMP, MAIN, units(2)));

    assertThat(heard).containsExactly("Adjusted LAMP@MAIN -2", "HoldReduced YOUNG 2 LAMP@MAIN");
  }

  @Test
  void transfer_afterAHoldIsOver_isToldBeforeWhoWaitedIsFilled() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T09:00:00Z"));
    Inventory inventory = Inventory.inMemory()
        .clock(now::get)
        .locations(Location.of("MAIN"), Location.of("EAST"))
        .listener(this::hear)
        .build();
    inventory.post(ReceiveStock.of("R", LAMP, MAIN, units(5)));
    hold(inventory, "H", OrderLine.of("1", LAMP, units(5)));
    inventory.post(PlaceOrder.of(OrderId.of("O"), OrderLine.of("1", LAMP, units(3))));
    now.set(Instant.parse("2026-03-02T09:05:00Z"));
    heard.clear();

    StockUnits two = StockUnits.of(LAMP, MAIN, units(2));
    inventory.post(TransferStock.of("T", two, LocationId.of("EAST")));

    assertThat(heard)
        .containsExactly(
            "Transferred LAMP MAIN EAST 2", "BackorderFilled O/1 3 LAMP@MAIN", "OrderReady O");
  }

  @Test
  void change_completeLineRaisedWhenAHoldIsOver_isServedInWhole() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T09:00:00Z"));
    Inventory inventory =
        Inventory.inMemory().clock(now::get).listener(this::hear).build();
    inventory.post(ReceiveStock.of("R", LAMP, MAIN, units(6)));
    hold(inventory, "H", OrderLine.of("1", LAMP, units(6)));
    inventory.post(PlaceOrder.of(OrderId.of("O"), OrderLine.of("1", LAMP, units(4)))
        .with(OrderTerms.standard().withDelivery(DeliveryRule.COMPLETE_LINE)));
    now.set(Instant.parse("2026-03-02T09:30:00Z"));
    heard.clear();

    inventory.post(new ChangeLine("C", O_1, units(6)));

    assertThat(heard)
        .containsExactly(
            "Changed O/1 4 6",
            "Reserved O/1 2 LAMP@MAIN",
            "BackorderFilled O/1 4 LAMP@MAIN",
            "OrderReady O");
    assertThat(line(inventory).backordered()).isEqualTo(units(0));
  }

  private static void hold(Inventory inventory, String id, OrderLine... cart) {
    inventory.post(PlaceHold.of(HoldId.of(id), Duration.ofMinutes(5), List.of(cart)));
  }
}
