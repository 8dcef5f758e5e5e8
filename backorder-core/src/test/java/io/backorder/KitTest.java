package io.backorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.backorder.allocation.Reason;
import io.backorder.allocation.WaitingLine;
import io.backorder.demand.DeliveryRule;
import io.backorder.demand.HoldId;
import io.backorder.demand.LineStatus;
import io.backorder.demand.Order;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.jdbc.Database;
import io.backorder.posting.AdjustStock;
import io.backorder.posting.AnnounceSupply;
import io.backorder.posting.CancelOrder;
import io.backorder.posting.ConfirmHold;
import io.backorder.posting.CountStock;
import io.backorder.posting.Document;
import io.backorder.posting.PlaceHold;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.posting.ReturnGoods;
import io.backorder.posting.ShipOrder;
import io.backorder.posting.TransferStock;
import io.backorder.promise.Promise;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.InvalidValueException;
import io.backorder.refusal.InventoryException;
import io.backorder.stock.BackorderAllowance;
import io.backorder.stock.ItemTerms;
import io.backorder.stock.Location;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.supply.Supply;
import io.backorder.supply.SupplyId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Kits by example. */
final class KitTest {

  private static final Sku LEG = Sku.of("LEG");
  private static final Sku TOP = Sku.of("TOP");
  private static final Sku KIT = Sku.of("KIT");
  private static final LocationId MAIN = LocationId.of("MAIN");
  private static final LocationId EAST = LocationId.of("EAST");

  private final Map<Sku, ItemTerms> terms = new HashMap<>();
  private final List<String> heard = new ArrayList<>();
  private final Inventory inventory = Inventory.inMemory()
      .locations(Location.of("MAIN"), Location.of("EAST"))
      .terms(sku -> terms.getOrDefault(sku, ItemTerms.standard()))
      .listener(event -> heard.add(event.toString()))
      .build();

  @BeforeEach
  void sellTables() {
    terms.put(KIT, kit(LEG, 2, TOP, 1));
  }

  private static ItemTerms kit(Sku first, long units, Sku second, long others) {
    return ItemTerms.standard()
        .kitOf(Map.of(first, Quantity.of(units), second, Quantity.of(others)));
  }

  private void receive(Sku sku, LocationId location, long units) {
    String number = "R" + inventory.ledger().size();
    inventory.post(ReceiveStock.of(number, sku, location, Quantity.of(units)));
  }

  private void place(String order, Sku sku, long units) {
    inventory.post(PlaceOrder.of(OrderId.of(order), OrderLine.of("1", sku, Quantity.of(units))));
  }

  private LineStatus line(String order) {
    return inventory.order(OrderId.of(order)).orElseThrow().line("1").orElseThrow();
  }

  private void requireRefused(ErrorCode code, String message, Document document) {
    long before = inventory.ledger().size();
    assertThatExceptionOfType(InventoryException.class)
        .isThrownBy(() -> inventory.post(document))
        .withMessage(message)
        .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    assertThat(inventory.ledger().size()).isEqualTo(before);
  }

  @Test
  void place_kit_tellsOfTheKitAlone() {
    receive(LEG, MAIN, 2);
    receive(TOP, EAST, 3);
    heard.clear();

    place("O1", KIT, 2);

    assertThat(heard).hasSize(2);
    assertThat(heard.get(0)).startsWith("Reserved O1/1 1 KIT@");
    assertThat(heard.get(1)).isEqualTo("Backordered O1/1 1");
    assertThat(inventory.order(OrderId.of("O1")).orElseThrow().lines()).hasSize(1);
    assertThat(inventory.waiting(LEG, 9))
        .map(WaitingLine::id)
        .map(OrderLineId::toString)
        .containsExactly("O1/1 part 1");
    assertThat(inventory.waiting(LEG, 9))
        .map(WaitingLine::id)
        .map(OrderLineId::hostLine)
        .containsExactly(OrderLineId.of("O1", "1"));
  }

  @Test
  void place_sameAgain_answersTheFirstOutcome() {
    receive(LEG, MAIN, 2);
    receive(TOP, MAIN, 1);
    PlaceOrder order = PlaceOrder.of(OrderId.of("O1"), OrderLine.of("1", KIT, Quantity.of(2)));

    assertThat(inventory.post(order)).isEqualTo(inventory.post(order));
  }

  @Test
  void count_belowWhatAKitHolds_takesTheWholeKitAway() {
    receive(LEG, MAIN, 4);
    receive(TOP, MAIN, 2);
    place("O1", KIT, 2);
    place("O2", TOP, 1);

    inventory.post(CountStock.of("C1", LEG, MAIN, Quantity.of(3)));

    assertThat(line("O1").reserved()).isEqualTo(Quantity.of(1));
    assertThat(line("O1").backordered()).isEqualTo(Quantity.of(1));
    assertThat(line("O2").reserved()).isEqualTo(Quantity.of(1));
    assertThat(inventory.verify().isSound()).isTrue();
  }

  @Test
  void ship_kitsWhosePartsLieApart_shipsThoseOfOneLocationOnly() {
    receive(LEG, MAIN, 3);
    receive(LEG, EAST, 3);
    receive(TOP, MAIN, 1);
    receive(TOP, EAST, 2);
    place("O1", KIT, 3);

    requireRefused(
        ErrorCode.NOT_RESERVED,
        "cannot ship 2 units of line O1/1: 1 reserved",
        ShipOrder.of(
            "S1",
            OrderId.of("O1"),
            List.of(ShipOrder.Line.of("1", Quantity.of(2)).from(EAST))));
    inventory.post(ShipOrder.of(
        "S1", OrderId.of("O1"), List.of(ShipOrder.Line.of("1", Quantity.of(1)).from(EAST))));

    assertThat(line("O1").shipped()).isEqualTo(Quantity.of(1));
    assertThat(inventory.item(LEG).at(EAST).orElseThrow().onHand()).isEqualTo(Quantity.of(1));
    assertThat(inventory.item(TOP).at(EAST).orElseThrow().onHand()).isEqualTo(Quantity.of(1));
  }

  @Test
  void returnGoods_ofAKit_putsItsPartsBack() {
    receive(LEG, MAIN, 2);
    receive(TOP, MAIN, 1);
    place("O1", KIT, 1);
    inventory.post(ShipOrder.all("S1", OrderId.of("O1")));

    inventory.post(ReturnGoods.toStock("T1", OrderLineId.of("O1", "1"), MAIN, Quantity.of(1)));

    assertThat(inventory.item(KIT).availableNow()).isEqualTo(Quantity.of(1));
    assertThat(inventory.item(LEG).onHand()).isEqualTo(Quantity.of(2));
  }

  @Test
  void confirm_holdThatLostAPart_keepsWholeKitsAndWaitsForTheRest() {
    receive(LEG, MAIN, 4);
    receive(TOP, MAIN, 2);
    inventory.post(PlaceHold.of(
        HoldId.of("H1"), Duration.ofHours(1), List.of(OrderLine.of("1", KIT, Quantity.of(2)))));
    inventory.post(CountStock.of("C1", TOP, MAIN, Quantity.of(1)));

    inventory.post(ConfirmHold.of(HoldId.of("H1"), OrderId.of("O1")));

    assertThat(line("O1").reserved()).isEqualTo(Quantity.of(1));
    assertThat(line("O1").backordered()).isEqualTo(Quantity.of(1));
    assertThat(inventory.item(LEG).availableNow()).isEqualTo(Quantity.of(2));
    assertThat(inventory.verify().isSound()).isTrue();
  }

  @Test
  void confirm_holdThatLostAPart_leavesTheOthersToWhoWaits() {
    receive(LEG, MAIN, 4);
    receive(TOP, MAIN, 2);
    inventory.post(PlaceHold.of(
        HoldId.of("H1"), Duration.ofHours(1), List.of(OrderLine.of("1", KIT, Quantity.of(2)))));
    inventory.post(CountStock.of("C1", LEG, MAIN, Quantity.of(3)));
    place("O0", TOP, 1);

    inventory.post(ConfirmHold.of(HoldId.of("H1"), OrderId.of("O1")));

    assertThat(line("O0").reserved()).isEqualTo(Quantity.of(1));
    assertThat(line("O1").reserved()).isEqualTo(Quantity.of(1));
  }

  @Test
  void promise_kit_isNeverBeforeItsOwnRelease() {
    terms.put(KIT, kit(LEG, 2, TOP, 1).releasedOn(LocalDate.parse("2099-03-09")));
    place("O1", KIT, 1);
    announce("P1", LEG, 2, "2099-03-04");
    announce("P2", TOP, 1, "2099-03-05");

    assertThat(inventory.promise(OrderLineId.of("O1", "1")).flatMap(Promise::by))
        .contains(LocalDate.parse("2099-03-09"));
    assertThat(heard).contains("PromiseMade O1/1 2099-03-09");
  }

  private void announce(String supply, Sku sku, long units, String day) {
    inventory.post(AnnounceSupply.of(Supply.of(
        SupplyId.of(supply), StockUnits.of(sku, MAIN, Quantity.of(units)), LocalDate.parse(day))));
  }

  @Test
  void explain_completeOrderWithAKit_asksForComponentsAlone() {
    OrderTerms whole = OrderTerms.standard().withDelivery(DeliveryRule.COMPLETE_ORDER);
    inventory.post(
        PlaceOrder.of(OrderId.of("O1"), OrderLine.of("1", KIT, Quantity.of(2))).with(whole));

    assertThat(inventory.explain(OrderLineId.of("O1", "1")).toString())
        .contains("4 more LEG at MAIN")
        .contains("2 more TOP at MAIN")
        .doesNotContain("more KIT");
  }

  @Test
  void hold_moreKitsThanThereAre_isRefused() {
    receive(LEG, MAIN, 3);
    receive(TOP, MAIN, 2);

    requireRefused(
        ErrorCode.INSUFFICIENT_STOCK,
        "cannot hold 4 units of LEG: 3 available",
        PlaceHold.of(
            HoldId.of("H1"), Duration.ofHours(1), List.of(OrderLine.of("1", KIT, Quantity.of(2)))));
  }

  @Test
  void place_completeOrderWithAKit_takesEverythingOrNothing() {
    receive(LEG, MAIN, 5);
    receive(TOP, MAIN, 1);
    OrderTerms whole = OrderTerms.standard().withDelivery(DeliveryRule.COMPLETE_ORDER);
    inventory.post(PlaceOrder.of(
            OrderId.of("O1"),
            OrderLine.of("1", KIT, Quantity.of(2)),
            OrderLine.of("2", LEG, Quantity.of(1)))
        .with(whole));
    assertThat(inventory.item(LEG).reserved()).isEqualTo(Quantity.ZERO);

    receive(TOP, MAIN, 1);

    assertThat(inventory.order(OrderId.of("O1")).orElseThrow().status())
        .isEqualTo(Order.Status.READY);
    assertThat(inventory.item(LEG).reserved()).isEqualTo(Quantity.of(5));
  }

  @Test
  void place_kitThatMayNotWait_isJudgedByItsOwnTerms() {
    terms.put(KIT, kit(LEG, 2, TOP, 1).withBackorders(BackorderAllowance.refused()));

    requireRefused(
        ErrorCode.BACKORDERS_REFUSED,
        "cannot accept line O1/1: 1 units of KIT are not on the shelf",
        PlaceOrder.of(OrderId.of("O1"), OrderLine.of("1", KIT, Quantity.of(1))));
    terms.put(KIT, kit(LEG, 2, TOP, 1));
    terms.put(LEG, ItemTerms.standard().withBackorders(BackorderAllowance.refused()));
    place("O1", KIT, 1);
    assertThat(line("O1").backordered()).isEqualTo(Quantity.of(1));
  }

  @Test
  void reason_kitThatLacksOnePart_isThePartsReason() {
    receive(LEG, MAIN, 3);
    place("O1", KIT, 1);

    assertThat(inventory.reason(OrderLineId.of("O1", "1"))).contains(Reason.NO_STOCK);
  }

  @Test
  void place_kitOfUntrackedItems_isReservedAtOnce() {
    Sku manual = Sku.of("MANUAL");
    terms.put(manual, ItemTerms.standard().untracked());
    terms.put(KIT, ItemTerms.standard().kitOf(Map.of(manual, Quantity.of(1))));

    place("O1", KIT, 3);

    assertThat(line("O1").reserved()).isEqualTo(Quantity.of(3));
  }

  @Test
  void place_kitInsideItself_isRefused() {
    terms.put(TOP, ItemTerms.standard().kitOf(Map.of(KIT, Quantity.of(1))));
    terms.put(KIT, ItemTerms.standard().kitOf(Map.of(TOP, Quantity.of(1))));

    requireRefused(
        ErrorCode.INVALID_KIT,
        "kit KIT must not contain itself: [KIT, TOP] and again KIT",
        PlaceOrder.of(OrderId.of("O1"), OrderLine.of("1", KIT, Quantity.of(1))));
  }

  @Test
  void place_kitsEightDeep_isTaken_nineIsRefused() {
    for (int depth = 1; depth <= 9; depth++) {
      Sku inner = depth == 1 ? LEG : Sku.of("K" + (depth - 1));
      terms.put(Sku.of("K" + depth), ItemTerms.standard().kitOf(Map.of(inner, Quantity.of(1))));
    }

    place("O8", Sku.of("K8"), 1);
    requireRefused(
        ErrorCode.INVALID_KIT,
        "kit K9 must have at most 8 kits in each other: [K9, K8, K7, K6, K5, K4, K3, K2, K1]",
        PlaceOrder.of(OrderId.of("O9"), OrderLine.of("1", Sku.of("K9"), Quantity.of(1))));
  }

  @Test
  void place_kitThatSplitsALot_isRefused() {
    terms.put(LEG, ItemTerms.standard().withLot(Quantity.of(4)));

    requireRefused(
        ErrorCode.INVALID_KIT,
        "kit KIT must take whole lots of 4 of LEG: 2",
        PlaceOrder.of(OrderId.of("O1"), OrderLine.of("1", KIT, Quantity.of(2))));
  }

  @Test
  void place_moreThanALongOfAPart_isRefused() {
    requireRefused(
        ErrorCode.QUANTITY_OVERFLOW,
        "units of component LEG must be at most 9223372036854775807: 2 x 9223372036854775807",
        PlaceOrder.of(OrderId.of("O1"), OrderLine.of("1", KIT, Quantity.of(Long.MAX_VALUE))));
  }

  @Test
  void place_lineOfAKitWithALongNumber_isRefusedFromSixtyOneCharactersOn() {
    inventory.post(
        PlaceOrder.of(OrderId.of("O1"), OrderLine.of("x".repeat(60), KIT, Quantity.of(1))));
    String number = "x".repeat(61);

    requireRefused(
        ErrorCode.INVALID_IDENTIFIER,
        "number of a line for kit KIT must have at most 60 characters: " + number,
        PlaceOrder.of(OrderId.of("O2"), OrderLine.of(number, KIT, Quantity.of(1))));
  }

  @Test
  void documents_thatNameAPart_areRefused() {
    place("O1", KIT, 1);
    OrderLineId part = inventory.waiting(LEG, 1).get(0).id();

    requireRefused(
        ErrorCode.UNKNOWN_LINE,
        "line must be one of the 1 lines of order O1: 1\\u001F1",
        CancelOrder.line("X1", part));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(
            () -> PlaceOrder.of(OrderId.of("O2"), OrderLine.of(part.line(), LEG, Quantity.of(1))))
        .withMessage(
            "line must not be a part of a kit's line, which is made with it: 1 part 1: 1 LEG");
  }

  @Test
  void shelfDocuments_ofAKit_areRefused() {
    terms.put(KIT, ItemTerms.standard().kitOf(Map.of(LEG, Quantity.of(2))));
    String message = "kit KIT has no stock of its own; name its components: [LEG]";
    StockUnits one = StockUnits.of(KIT, MAIN, Quantity.of(1));

    requireRefused(
        ErrorCode.INVALID_KIT, message, ReceiveStock.of("R1", KIT, MAIN, Quantity.of(1)));
    requireRefused(ErrorCode.INVALID_KIT, message, CountStock.of("C1", KIT, MAIN, Quantity.of(1)));
    requireRefused(ErrorCode.INVALID_KIT, message, AdjustStock.of("A1", KIT, MAIN, 1));
    requireRefused(ErrorCode.INVALID_KIT, message, TransferStock.of("T1", one, EAST));
  }

  @Test
  void kitOf_nothing_isRefused() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> ItemTerms.standard().kitOf(Map.of()))
        .withMessage("kit must have at least 1 component: 0");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> ItemTerms.standard().kitOf(Map.of(LEG, Quantity.ZERO)))
        .withMessage("units of component LEG must be at least 1: 0");
  }

  @Test
  void replaying_intoADatabase_keepsKitsAndTheirParts() {
    receive(LEG, MAIN, 4);
    receive(TOP, MAIN, 1);
    OrderId order = OrderId.of("O1");
    inventory.post(PlaceOrder.of(order, OrderLine.of("1", KIT, Quantity.of(2))));

    Inventory again = Inventory.on(Database.h2("kit-replay").emptied())
        .locations(Location.of("MAIN"), Location.of("EAST"))
        .terms(sku -> terms.getOrDefault(sku, ItemTerms.standard()))
        .replaying(inventory.ledger().after(0, Integer.MAX_VALUE))
        .build();

    assertThat(again.order(order)).isEqualTo(inventory.order(order)).isPresent();
    assertThat(again.item(LEG)).isEqualTo(inventory.item(LEG));
    assertThat(again.verify().firstDifference()).isEmpty();
  }
}
