package io.backorder;

import static io.backorder.refusal.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.backorder.demand.DeliveryRule;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.pegging.Peg;
import io.backorder.posting.AnnounceSupply;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.posting.RescheduleSupply;
import io.backorder.promise.AtpProfile;
import io.backorder.promise.Promise;
import io.backorder.promise.PromiseChange;
import io.backorder.promise.PromisePlan;
import io.backorder.promise.PromisePolicy;
import io.backorder.promise.PromiseRange;
import io.backorder.promise.PromiseRules;
import io.backorder.promise.SupplyChange;
import io.backorder.promise.WorkingCalendar;
import io.backorder.refusal.ErrorCode;
import io.backorder.stock.ItemTerms;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.storefront.Offer;
import io.backorder.supply.Delivery;
import io.backorder.supply.Receipt;
import io.backorder.supply.SupplierId;
import io.backorder.supply.SupplierScorecard;
import io.backorder.supply.Supply;
import io.backorder.supply.SupplyId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Promises of kits and orders, plans and profiles, as a shop sees them. */
final class PromiseViewsTest {

  private static final Sku LAMP = Sku.of("LAMP");
  private static final Sku BULB = Sku.of("BULB");
  private static final Sku PAIR = Sku.of("PAIR");
  private static final OrderId O1 = OrderId.of("O1");
  private static final OrderLineId LINE = OrderLineId.of("O1", "1");
  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final WorkingCalendar WEEKDAYS =
      WorkingCalendar.everyDay("UTC").closedOn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
  private static final PromiseRules SURE =
      PromiseRules.of(WorkingCalendar.everyDay("UTC")).with(PromisePolicy.calibrated(0.9));

  private final Map<Sku, ItemTerms> terms = new HashMap<>();

  private Inventory open(PromiseRules rules) {
    terms.put(PAIR, ItemTerms.standard().kitOf(Map.of(LAMP, Quantity.of(1), BULB, Quantity.of(2))));
    return Inventory.inMemory()
        .clock(() -> MONDAY)
        .terms(sku -> terms.getOrDefault(sku, ItemTerms.standard()))
        .promising(rules, PromiseViewsTest::card)
        .build();
  }

  /** Nine deliveries, of which the latest came as many days late as the supplier's name says. */
  private static SupplierScorecard card(SupplierId supplier) {
    SupplierScorecard card = SupplierScorecard.keeping(9);
    Supply past = Supply.of(SupplyId.of("PAST"), units(LAMP, 1), MONDAY);
    for (int i = 0; i < 9; i++) {
      int late = i == 8 ? Integer.parseInt(supplier.value()) : i < 4 ? 0 : 1;
      Instant at = MONDAY.plus(Duration.ofDays(late));
      card = card.plus(Delivery.of(past).plus(Receipt.of(past.id(), past.quantity(), at)));
    }
    return card;
  }

  private static StockUnits units(Sku sku, long units) {
    return StockUnits.of(sku, LocationId.of("MAIN"), Quantity.of(units));
  }

  private static void announce(
      Inventory inventory, String number, StockUnits units, String due, int late) {
    inventory.post(
        AnnounceSupply.of(Supply.of(SupplyId.of(number), units, Instant.parse(due + "T12:00:00Z"))
            .from(SupplierId.of(String.valueOf(late)))));
  }

  private static void place(Inventory inventory, DeliveryRule delivery, OrderLine... lines) {
    inventory.post(
        PlaceOrder.of(O1, List.of(lines)).with(OrderTerms.standard().withDelivery(delivery)));
  }

  private static OrderLine line(String number, Sku sku, long units) {
    return OrderLine.of(number, sku, Quantity.of(units));
  }

  private static LocalDate day(int ofMarch) {
    return LocalDate.of(2026, 3, ofMarch);
  }

  private static void requireRange(Promise promise, int earliest, int likely, int latest) {
    PromiseRange range = promise.range().orElseThrow();
    assertThat(List.of(range.earliest(), range.likely(), range.latest()))
        .containsExactly(day(earliest), day(likely), day(latest));
    assertThat(range.confidence().orElseThrow()).isCloseTo(0.81, within(1e-12));
  }

  @Test
  void promise_kitOfTwoSupplies_isAsSureAsBothTogether() {
    Inventory inventory = open(SURE);
    announce(inventory, "PO-1", units(LAMP, 5), "2026-03-10", 9);
    announce(inventory, "PO-2", units(BULB, 9), "2026-03-12", 4);
    place(inventory, DeliveryRule.PARTIAL, line("1", PAIR, 2));

    Promise promise = inventory.promise(LINE).orElseThrow();

    requireRange(promise, 12, 13, 19);
    assertThat(promise.supplies()).containsExactly(SupplyId.of("PO-1"), SupplyId.of("PO-2"));
    assertThat(promise.quantity()).isEqualTo(Quantity.of(2));
    assertThat(
            inventory.offer(PAIR, Quantity.of(1), OrderTerms.standard()).offer().range())
        .isEqualTo(promise.range());
  }

  @Test
  void promise_completeOrderOfTwoSupplies_givesEachLineTheLaterOfEachDay() {
    Inventory inventory = open(SURE);
    announce(inventory, "PO-1", units(LAMP, 5), "2026-03-10", 9);
    announce(inventory, "PO-2", units(BULB, 9), "2026-03-12", 4);
    place(inventory, DeliveryRule.COMPLETE_ORDER, line("1", LAMP, 2), line("2", BULB, 3));

    for (String each : List.of("1", "2")) {
      Promise promise = inventory.promise(OrderLineId.of("O1", each)).orElseThrow();
      requireRange(promise, 12, 13, 19);
      assertThat(promise.supplies()).containsExactly(SupplyId.of("PO-1"), SupplyId.of("PO-2"));
    }
    requireRange(inventory.promise(O1).orElseThrow(), 12, 13, 19);
  }

  @Test
  void promise_orderOfLinesOnOneAndTwoSupplies_countsEachSupplyOnce() {
    Inventory inventory = open(SURE);
    announce(inventory, "PO-1", units(LAMP, 9), "2026-03-10", 9);
    announce(inventory, "PO-2", units(BULB, 9), "2026-03-12", 4);
    place(
        inventory,
        DeliveryRule.PARTIAL,
        line("1", LAMP, 2),
        line("2", LAMP, 3),
        line("3", BULB, 1));

    Promise order = inventory.promise(O1).orElseThrow();

    requireRange(order, 12, 13, 19);
    assertThat(order.quantity()).isEqualTo(Quantity.of(6));
    assertThat(inventory.promise(LINE).orElseThrow().range().orElseThrow().confidence())
        .hasValue(0.9);
    assertRefused(
        () -> inventory.promise(OrderId.of("O9")),
        ErrorCode.UNKNOWN_ORDER,
        "order must have been placed before: O9");
  }

  @Test
  void promise_releasedOnADayWithoutWork_isTheNextWorkingDay() {
    terms.put(LAMP, ItemTerms.standard().releasedOn(day(8)));
    Inventory inventory = open(PromiseRules.of(WEEKDAYS));
    terms.computeIfPresent(PAIR, (sku, its) -> its.releasedOn(day(15)));
    inventory.post(ReceiveStock.of("R1", LAMP, LocationId.of("MAIN"), Quantity.of(9)));
    inventory.post(ReceiveStock.of("R2", BULB, LocationId.of("MAIN"), Quantity.of(2)));
    announce(inventory, "PO-1", units(LAMP, 9), "2026-03-04", 0);
    announce(inventory, "PO-2", units(BULB, 9), "2026-03-04", 0);
    place(inventory, DeliveryRule.PARTIAL, line("1", LAMP, 8));

    assertThat(inventory.promise(LINE).flatMap(Promise::by)).contains(day(9));
    for (long units : new long[] {1, 2}) {
      assertThat(offer(inventory, LAMP, units).by()).contains(day(9));
      assertThat(offer(inventory, PAIR, units).by()).contains(day(16));
    }
    assertThat(inventory.profile(PAIR).earliest(Quantity.of(2))).contains(day(16));
  }

  private static Offer offer(Inventory inventory, Sku sku, long units) {
    return inventory.offer(sku, Quantity.of(units), OrderTerms.standard()).offer();
  }

  /** Two days of handling on weekdays: from Thursday it is Monday, from Monday Wednesday. */
  @Test
  void whatIf_slipOverAWeekend_isWhatTheRescheduleDoes() {
    Inventory inventory = open(PromiseRules.of(WEEKDAYS).withHandling(2));
    announce(inventory, "PO-1", units(LAMP, 5), "2026-03-05", 0);
    place(inventory, DeliveryRule.PARTIAL, line("1", LAMP, 2));
    PromisePlan plan = inventory.promisePlan(List.of(LAMP));

    List<PromiseChange> changes = plan.whatIf(new SupplyChange.Slip(SupplyId.of("PO-1"), 4));
    inventory.post(
        RescheduleSupply.of("S1", SupplyId.of("PO-1"), Instant.parse("2026-03-09T12:00:00Z")));

    assertThat(changes).hasSize(1);
    assertThat(changes.get(0).before().by()).contains(day(9));
    assertThat(changes.get(0).after().by()).contains(day(11));
    assertThat(inventory.promise(LINE)).contains(changes.get(0).after());
  }

  @Test
  void whatIf_overdueSupplySlips_hasADayAgain() {
    Inventory inventory = open(PromiseRules.of(WEEKDAYS));
    announce(inventory, "PO-1", units(LAMP, 5), "2026-02-26", 0);
    place(inventory, DeliveryRule.PARTIAL, line("1", LAMP, 2));

    List<PromiseChange> changes =
        inventory.promisePlan(List.of(LAMP)).whatIf(new SupplyChange.Slip(SupplyId.of("PO-1"), 9));

    assertThat(changes).extracting(PromiseChange::kind).containsExactly(PromiseChange.Kind.MADE);
    assertThat(changes.get(0).before().reason()).isEqualTo(Promise.Reason.OVERDUE);
    assertThat(changes.get(0).after().by()).contains(day(9));
  }

  @Test
  void leaningOn_newSupplyOfTheSameDayWithASmallerName_movesNobody() {
    Inventory inventory = open(PromiseRules.of(WEEKDAYS));
    announce(inventory, "P5", units(LAMP, 5), "2026-03-10", 0);
    place(inventory, DeliveryRule.PARTIAL, line("1", LAMP, 2));
    Promise before = inventory.promise(LINE).orElseThrow();

    inventory.post(AnnounceSupply.of(
        SupplyId.of("P1"), units(LAMP, 5), Instant.parse("2026-03-10T08:00:00Z")));

    PromisePlan plan = inventory.promisePlan(List.of(LAMP));
    assertThat(inventory.promise(LINE)).contains(before);
    assertThat(plan.leaningOn(SupplyId.of("P5")))
        .containsExactly(new Peg(LINE, SupplyId.of("P5"), Quantity.of(2)));
    assertThat(plan.leaningOn(SupplyId.of("P1"))).isEmpty();
  }

  @Test
  void promisePlan_ofOneItem_knowsItsSuppliesAlone() {
    Inventory inventory = open(PromiseRules.of(WEEKDAYS));
    announce(inventory, "PO-1", units(LAMP, 5), "2026-03-10", 0);
    announce(inventory, "PO-2", units(BULB, 5), "2026-03-12", 0);
    place(inventory, DeliveryRule.COMPLETE_ORDER, line("1", LAMP, 2), line("2", BULB, 3));

    PromisePlan plan = inventory.promisePlan(List.of(LAMP));

    assertThat(plan.lines()).containsExactly(LINE, OrderLineId.of("O1", "2"));
    assertThat(plan.promise(LINE).flatMap(Promise::by)).contains(day(12));
    assertThat(plan.pegging(BULB)).isEmpty();
    assertRefused(
        () -> plan.whatIf(new SupplyChange.Slip(SupplyId.of("PO-2"), 4)),
        ErrorCode.UNKNOWN_SUPPLY,
        "supply must be one of this plan: PO-2");
    assertThat(inventory.promisePlan(List.of()).lines()).isEmpty();
  }

  @Test
  void plan_lineThatNeedsNoItemOfIt_isRefused() {
    PromisePlan.Line kit = new PromisePlan.Line(
        LINE,
        DeliveryRule.PARTIAL,
        Optional.of(
            new PromisePlan.Kits(Quantity.of(1), List.of(OrderLineId.of("O1", "2")), day(2))),
        Optional.empty());

    assertRefused(
        () -> PromisePlan.on(day(2)).with(Map.of(), Map.of(), List.of(kit)),
        ErrorCode.UNKNOWN_LINE,
        "line must need an item of this plan: O1/2");
  }

  @Test
  void profile_bufferThatIsNotFull_isFilledFirst() {
    terms.put(LAMP, ItemTerms.standard().withBuffer(Quantity.of(4)));
    Inventory inventory = open(PromiseRules.of(WEEKDAYS));
    inventory.post(ReceiveStock.of("R1", LAMP, LocationId.of("MAIN"), Quantity.of(2)));
    announce(inventory, "PO-1", units(LAMP, 5), "2026-03-10", 0);
    announce(inventory, "PO-2", units(LAMP, 5), "2026-03-12", 0);
    place(inventory, DeliveryRule.PARTIAL, line("1", LAMP, 1));

    AtpProfile profile = inventory.profile(LAMP);

    assertThat(profile.lookAhead(day(2))).isEqualTo(-2);
    assertThat(profile.availableNow()).isEqualTo(Quantity.ZERO);
    assertThat(profile.availableAt(day(10))).isEqualTo(Quantity.of(2));
    assertThat(profile.availableToOrder()).isEqualTo(Quantity.of(7));
    assertThat(profile.earliest(Quantity.of(3))).contains(day(12));
  }

  @Test
  void profile_stockThatIsNotTracked_hasAllUnits() {
    terms.put(BULB, ItemTerms.standard().untracked());

    assertThat(open(SURE).profile(BULB).availableNow()).isEqualTo(Quantity.of(Long.MAX_VALUE));
  }

  @Test
  void of_dayInAZone_isPromisedForThatDay() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    Inventory inventory = open(PromiseRules.of(WorkingCalendar.everyDay(berlin)));
    SupplyId id = SupplyId.of("PO-1");
    place(inventory, DeliveryRule.PARTIAL, line("1", LAMP, 2));

    inventory.post(AnnounceSupply.of(Supply.of(id, units(LAMP, 5), day(10), berlin)));
    assertThat(inventory.promise(LINE).flatMap(Promise::by)).contains(day(10));
    assertThat(inventory.supply(id).orElseThrow().supply().dueDay(berlin)).isEqualTo(day(10));

    inventory.post(RescheduleSupply.of("S1", id, day(30), berlin));
    assertThat(inventory.promise(LINE).flatMap(Promise::by)).contains(day(30));

    inventory.post(RescheduleSupply.of("S2", id, day(10)));
    assertThat(inventory.promise(LINE).flatMap(Promise::by)).contains(day(11));
  }
}
