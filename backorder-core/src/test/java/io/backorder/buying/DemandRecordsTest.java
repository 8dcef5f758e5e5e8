package io.backorder.buying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.backorder.Inventory;
import io.backorder.assortment.ShortageRecord;
import io.backorder.demand.HoldId;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.ShortageRule;
import io.backorder.forecast.DemandHistory;
import io.backorder.forecast.PeriodCalendar;
import io.backorder.forecast.PeriodLength;
import io.backorder.ledger.DocumentKind;
import io.backorder.posting.AcceptSubstitute;
import io.backorder.posting.AnnounceSupply;
import io.backorder.posting.CancelOrder;
import io.backorder.posting.ChangeLine;
import io.backorder.posting.ConfirmHold;
import io.backorder.posting.PlaceHold;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.posting.ReleaseHold;
import io.backorder.posting.SendStock;
import io.backorder.refusal.ErrorCode;
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
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DemandRecordsTest {

  private static final Sku LAMP = Sku.of("LAMP");
  private static final Sku TORCH = Sku.of("TORCH");
  private static final Sku PAIR = Sku.of("PAIR");
  private static final LocationId MAIN = LocationId.of("MAIN");
  private static final LocationId EAST = LocationId.of("EAST");
  private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
  private static final PeriodCalendar DAYS = PeriodCalendar.of(PeriodLength.DAY, ZoneOffset.UTC);
  private static final Map<Sku, ItemTerms> TERMS = Map.of(
      LAMP,
      ItemTerms.standard().withSubstitutes(List.of(TORCH)),
      PAIR,
      ItemTerms.standard().kitOf(Map.of(LAMP, Quantity.of(2), TORCH, Quantity.of(1))));

  private Instant now = MONDAY.plus(9, ChronoUnit.HOURS);
  private final List<RefusedDemand> kept = new ArrayList<>();
  private final Inventory inventory = Inventory.inMemory()
      .locations(Location.of("MAIN"), Location.of("EAST"))
      .terms(sku -> TERMS.getOrDefault(sku, ItemTerms.standard()))
      .clock(() -> now)
      .refusals(kept::add)
      .build();

  private void nextDay() {
    now = now.plus(1, ChronoUnit.DAYS);
  }

  private void receive(String number, Sku sku, long units) {
    inventory.post(ReceiveStock.of(number, sku, MAIN, Quantity.of(units)));
  }

  private void order(String order, Sku sku, long units) {
    inventory.post(PlaceOrder.of(OrderId.of(order), OrderLine.of("1", sku, Quantity.of(units))));
  }

  private void change(String number, String order, String line, long units) {
    inventory.post(ChangeLine.of(number, OrderLineId.of(order, line), Quantity.of(units)));
  }

  private DemandRecords demand(Sku sku) {
    return DemandRecords.of(sku, inventory.ledger().of(sku));
  }

  /** The days from Monday to today. */
  private DemandHistory history(Sku sku, RefusedDemand... refused) {
    return demand(sku)
        .withRefused(List.of(refused))
        .history(DAYS, MONDAY, now.plus(1, ChronoUnit.DAYS));
  }

  private RefusedDemand refused(String order, long units) {
    return new RefusedDemand(
        OrderId.of(order),
        LAMP,
        Quantity.of(units),
        new RefusedDemand.Refusal(now, ErrorCode.BACKORDER_LIMIT, Optional.of(LAMP)));
  }

  @Test
  void history_reservedAndWaitingUnits_countOnTheDayOfTheOrder() {
    receive("R-1", LAMP, 3);
    order("A", LAMP, 5);
    nextDay();
    nextDay();
    receive("R-2", LAMP, 9);
    order("B", LAMP, 4);

    assertThat(history(LAMP)).isEqualTo(DemandHistory.of(5, 0, 4));
  }

  @Test
  void history_unitsRefusedOnALine_countWithTheOthers() {
    receive("R-1", LAMP, 3);
    inventory.post(PlaceOrder.of(OrderId.of("A"), OrderLine.of("1", LAMP, Quantity.of(5)))
        .with(OrderTerms.standard().onShortage(ShortageRule.ACCEPT_AVAILABLE)));

    assertThat(history(LAMP)).isEqualTo(DemandHistory.of(5));
  }

  @Test
  void history_raisedLine_countsWhatWasAddedOnTheDayOfTheChange() {
    order("A", LAMP, 1);
    nextDay();
    change("C-1", "A", "1", 6);

    assertThat(history(LAMP)).isEqualTo(DemandHistory.of(1, 5));
  }

  @Test
  void history_raisedAfterLowered_countsWhatGoesBeyondTheMostSoFar() {
    order("A", LAMP, 10);
    change("C-1", "A", "1", 4);
    nextDay();
    change("C-2", "A", "1", 9);
    nextDay();
    change("C-3", "A", "1", 12);

    assertThat(history(LAMP)).isEqualTo(DemandHistory.of(10, 0, 2));
  }

  @Test
  void history_raisedAfterCancelled_countsInFull() {
    order("A", LAMP, 10);
    inventory.post(CancelOrder.units("X-1", OrderLineId.of("A", "1"), Quantity.of(6)));
    nextDay();
    change("C-1", "A", "1", 13);

    assertThat(history(LAMP)).isEqualTo(DemandHistory.of(10, 3));
  }

  @Test
  void history_unitsMovedBetweenLinesOfAnOrder_countOnce() {
    inventory.post(PlaceOrder.of(
        OrderId.of("A"),
        OrderLine.of("1", LAMP, Quantity.of(6)),
        OrderLine.of("2", LAMP, Quantity.of(2))));
    change("C-1", "A", "1", 3);
    nextDay();
    change("C-2", "A", "2", 6);

    assertThat(history(LAMP)).isEqualTo(DemandHistory.of(8, 1));
  }

  @Test
  void history_recordsThatBeginLater_haveTheRaisesAlone() {
    order("A", LAMP, 4);
    change("C-1", "A", "1", 6);
    change("C-2", "A", "1", 3);
    change("C-3", "A", "1", 9);
    var all = inventory.ledger().of(LAMP);

    DemandRecords later = DemandRecords.of(LAMP, all.subList(1, all.size()));

    assertThat(later.history(DAYS, MONDAY, now.plus(1, ChronoUnit.DAYS)))
        .isEqualTo(DemandHistory.of(5));
  }

  @Test
  void history_acceptedSubstitute_countsForTheItemThatWasShort() {
    receive("R-1", TORCH, 9);
    order("A", LAMP, 5);
    nextDay();
    inventory.post(
        AcceptSubstitute.of(OrderId.of("B"), OrderLineId.of("A", "1"), Quantity.of(3), TORCH));
    nextDay();
    change("C-1", "B", "1", 4);

    assertThat(history(LAMP)).isEqualTo(DemandHistory.of(5, 0, 0));
    assertThat(history(TORCH)).isEqualTo(DemandHistory.of(0, 0, 1));
  }

  @Test
  void history_holds_countOnceTheyAreConfirmed() {
    receive("R-1", LAMP, 9);
    for (String hold : List.of("H-1", "H-2")) {
      inventory.post(PlaceHold.of(
          HoldId.of(hold), Duration.ofDays(9), List.of(OrderLine.of("1", LAMP, Quantity.of(4)))));
    }
    nextDay();
    inventory.post(ConfirmHold.of(HoldId.of("H-1"), OrderId.of("A")));
    inventory.post(ReleaseHold.of(HoldId.of("H-2")));

    assertThat(history(LAMP)).isEqualTo(DemandHistory.of(0, 4));
  }

  @Test
  void history_kit_isOfKitsAndThatOfItsPartsHasThemToo() {
    order("A", PAIR, 3);
    order("B", LAMP, 1);
    nextDay();
    change("C-1", "A", "1", 5);

    assertThat(history(PAIR)).isEqualTo(DemandHistory.of(3, 2));
    assertThat(history(LAMP)).isEqualTo(DemandHistory.of(7, 4));
    assertThat(history(TORCH)).isEqualTo(DemandHistory.of(3, 2));
  }

  @Test
  void withRefused_orderTriedAgainAndNeverTakenIn_countsOnceFromTheFirstAttempt() {
    RefusedDemand first = refused("A", 5);
    nextDay();
    RefusedDemand again = refused("A", 5);
    RefusedDemand other = refused("B", 2);

    assertThat(history(LAMP, again, first, other, first)).isEqualTo(DemandHistory.of(5, 2));
  }

  @Test
  void withRefused_orderTakenInAtLast_countsWhatGoesBeyondTheAttempt() {
    RefusedDemand same = refused("A", 5);
    RefusedDemand smaller = refused("B", 8);
    RefusedDemand larger = refused("C", 2);
    nextDay();
    order("A", LAMP, 5);
    order("B", LAMP, 6);
    order("C", LAMP, 9);

    assertThat(history(LAMP, same, smaller, larger)).isEqualTo(DemandHistory.of(15, 7));
  }

  @Test
  void withRefused_otherItemsAndRecords_arePassedOver() {
    order("A", LAMP, 5);
    order("B", TORCH, 3);

    DemandRecords torches = DemandRecords.of(TORCH, inventory.ledger().after(0, 99))
        .withRefused(List.of(refused("C", 7)));

    assertThat(torches.history(DAYS, MONDAY, now.plus(1, ChronoUnit.DAYS)))
        .isEqualTo(DemandHistory.of(3));
  }

  @Test
  void withRefused_neverOrderedOtherwise_isAllThereIs() {
    assertThat(history(LAMP, refused("A", 5))).isEqualTo(DemandHistory.of(5));
  }

  @Test
  void shortages_waitingAndRefusedUnits_countInTheirPeriod() {
    receive("R-1", LAMP, 3);
    order("A", LAMP, 5);
    nextDay();
    receive("R-2", LAMP, 4);
    inventory.post(PlaceOrder.of(OrderId.of("B"), OrderLine.of("1", LAMP, Quantity.of(9)))
        .with(OrderTerms.standard().onShortage(ShortageRule.ACCEPT_AVAILABLE)));
    RefusedDemand attempt = refused("C", 4);
    RefusedDemand besides = new RefusedDemand(
        OrderId.of("D"),
        LAMP,
        Quantity.of(50),
        new RefusedDemand.Refusal(now, ErrorCode.BACKORDER_LIMIT, Optional.of(TORCH)));
    nextDay();

    ShortageRecord shortages = demand(LAMP)
        .withRefused(List.of(attempt, attempt, besides))
        .shortages(DAYS, MONDAY, now.plus(1, ChronoUnit.DAYS));

    assertThat(shortages.shortages()).map(Quantity::units).containsExactly(2L, 11L, 0L);
    assertThat(shortages.isRecurring(2, 3)).isTrue();
  }

  @Test
  void shortagesByReceipt_fromReceiptToReceipt_areTheCycles() {
    order("EARLY", LAMP, 1);
    receive("R-1", LAMP, 3);
    receive("R-2", LAMP, 3);
    order("A", LAMP, 9);
    order("B", LAMP, 1);
    nextDay();
    SupplyId supply = SupplyId.of("PO-1");
    inventory.post(AnnounceSupply.of(supply, StockUnits.of(LAMP, MAIN, Quantity.of(9)), now));
    inventory.post(ReceiveStock.of("R-3", LAMP, MAIN, Quantity.of(9)).against(supply));
    order("C", LAMP, 1);
    now = now.plusSeconds(1);
    RefusedDemand attempt = refused("D", 6);
    nextDay();
    receive("R-4", LAMP, 9);
    order("E", LAMP, 99);

    assertThat(demand(LAMP).shortagesByReceipt().shortages())
        .map(Quantity::units)
        .containsExactly(5L, 0L);
    assertThat(demand(LAMP).withRefused(List.of(attempt)).shortagesByReceipt().shortages())
        .map(Quantity::units)
        .containsExactly(5L, 6L);
  }

  @Test
  void shortagesByReceipt_transferThatArrives_beginsNoCycle() {
    receive("R-1", LAMP, 3);
    nextDay();
    SupplyId transfer = SupplyId.of("T-1");
    inventory.post(SendStock.of(transfer, StockUnits.of(LAMP, MAIN, Quantity.of(2)), EAST, now));
    order("A", LAMP, 4);
    inventory.post(ReceiveStock.of("R-2", LAMP, EAST, Quantity.of(2)).against(transfer));
    assertThat(demand(LAMP).shortagesByReceipt().shortages()).isEmpty();
    nextDay();
    receive("R-3", LAMP, 3);

    assertThat(demand(LAMP).shortagesByReceipt().shortages())
        .map(Quantity::units)
        .containsExactly(3L);
  }

  /** What a customer wants whole or not at all, and does not get. */
  private void inVain(String order, Sku sku, long units) {
    PlaceOrder whole = PlaceOrder.of(OrderId.of(order), OrderLine.of("1", sku, Quantity.of(units)))
        .with(OrderTerms.standard().onShortage(ShortageRule.REFUSE_ORDER));
    assertThatExceptionOfType(InventoryException.class).isThrownBy(() -> inventory.post(whole));
  }

  private List<Long> shortages(Sku sku) {
    return demand(sku)
        .withRefused(kept)
        .shortages(DAYS, MONDAY, now.plus(1, ChronoUnit.DAYS))
        .shortages()
        .stream()
        .map(Quantity::units)
        .toList();
  }

  @Test
  void shortages_refusedAndThenTaken_countOnce() {
    receive("R-1", LAMP, 3);
    inVain("A", LAMP, 10);
    nextDay();
    receive("R-2", TORCH, 1);
    order("A", LAMP, 10);
    nextDay();
    receive("R-3", LAMP, 1);

    assertThat(shortages(LAMP)).containsExactly(10L, 0L, 0L);
    assertThat(demand(LAMP).withRefused(kept).shortagesByReceipt().shortages())
        .containsExactly(Quantity.of(10));
  }

  @Test
  void shortages_loweredAndRaised_countOnce() {
    order("A", LAMP, 10);
    nextDay();
    change("C-1", "A", "1", 4);
    change("C-2", "A", "1", 9);
    nextDay();
    change("C-3", "A", "1", 12);

    assertThat(shortages(LAMP)).containsExactly(10L, 0L, 2L);
  }

  @Test
  void shortages_raisedAfterTheUnitsCame_countOnTop() {
    order("A", LAMP, 2);
    receive("R-1", LAMP, 2);
    nextDay();
    change("C-1", "A", "1", 5);

    assertThat(shortages(LAMP)).containsExactly(2L, 3L);
  }

  @Test
  void shortages_raiseRefusedAtTheMomentOfTheOrder_areOfTheRaise() {
    receive("R-1", LAMP, 4);
    order("A", LAMP, 4);
    kept.add(refused("A", 9));

    assertThat(shortages(LAMP)).containsExactly(5L);
    assertThat(history(LAMP, kept.get(0))).isEqualTo(DemandHistory.of(9));
  }

  @Test
  void shortages_refusedAndTakenAtOneMoment_countOnce() {
    receive("R-1", LAMP, 3);
    inVain("A", LAMP, 10);
    order("A", LAMP, 10);

    assertThat(history(LAMP, kept.get(0))).isEqualTo(DemandHistory.of(10));
    assertThat(shortages(LAMP)).containsExactly(7L);
  }

  @Test
  void shortages_kitInVain_areOfItsPartsToo() {
    receive("R-1", LAMP, 3);
    receive("R-2", TORCH, 10);
    inVain("A", PAIR, 3);
    nextDay();
    order("A", PAIR, 3);
    order("B", PAIR, 3);

    assertThat(shortages(PAIR)).containsExactly(3L, 3L);
    assertThat(shortages(LAMP)).containsExactly(6L, 6L);
    assertThat(shortages(TORCH)).containsExactly(3L, 3L);
  }

  @Test
  void shortages_recordsThatBeginLater_areNeverMoreThanWhatWasAsked() {
    order("A", LAMP, 4);
    change("C-1", "A", "1", 6);
    change("C-2", "A", "1", 3);
    change("C-3", "A", "1", 9);
    var later = inventory.ledger().of(LAMP).stream()
        .filter(each -> each.document().kind() == DocumentKind.CHANGE)
        .toList();

    assertThat(DemandRecords.of(LAMP, later)
            .shortages(DAYS, MONDAY, now.plus(1, ChronoUnit.DAYS))
            .shortages())
        .containsExactly(Quantity.of(5));
  }
}
