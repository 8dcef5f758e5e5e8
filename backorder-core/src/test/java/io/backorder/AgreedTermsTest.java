package io.backorder;

import static io.backorder.refusal.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.demand.DeliveryRule;
import io.backorder.demand.HoldId;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.ShortageRule;
import io.backorder.posting.AnnounceSupply;
import io.backorder.posting.CancelOrder;
import io.backorder.posting.ChangeLine;
import io.backorder.posting.ConfirmHold;
import io.backorder.posting.CountStock;
import io.backorder.posting.Document;
import io.backorder.posting.PlaceHold;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.posting.RescheduleSupply;
import io.backorder.promise.PromiseRules;
import io.backorder.promise.WorkingCalendar;
import io.backorder.refusal.ErrorCode;
import io.backorder.stock.BackorderAllowance;
import io.backorder.stock.ItemTerms;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.storefront.BackorderTerms;
import io.backorder.storefront.Consent;
import io.backorder.storefront.Offer;
import io.backorder.storefront.Offer.OutOfStock.Why;
import io.backorder.storefront.StoreWords;
import io.backorder.supply.SupplierScorecard;
import io.backorder.supply.SupplyId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a shop has agreed to binds its documents as it makes its offers and its words. */
final class AgreedTermsTest {

  private static final Sku LAMP = Sku.of("LAMP");
  private static final Sku BULB = Sku.of("BULB");
  private static final Sku PAIR = Sku.of("PAIR");
  private static final LocationId MAIN = LocationId.of("MAIN");
  private static final OrderLineId O1_1 = OrderLineId.of("O1", "1");
  private static final BackorderTerms STANDARD = BackorderTerms.standard();
  private static final StoreWords ENGLISH = StoreWords.of(Locale.ENGLISH);

  private final Map<Sku, ItemTerms> items = new HashMap<>();
  private final Map<Sku, BackorderTerms> agreed = new HashMap<>();
  private Instant now = Instant.parse("2026-03-02T09:00:00Z");
  private final Inventory inventory = Inventory.inMemory()
      .clock(() -> now)
      .terms(sku -> items.getOrDefault(sku, ItemTerms.standard()))
      .quoting(sku -> agreed.getOrDefault(sku, STANDARD), Duration.ofMinutes(5))
      .build();

  private static Document placed(String order, long units) {
    return PlaceOrder.of(OrderId.of(order), OrderLine.of("1", LAMP, Quantity.of(units)));
  }

  private void supply(String number, long units, String day) {
    inventory.post(AnnounceSupply.of(
        SupplyId.of(number),
        StockUnits.of(LAMP, MAIN, Quantity.of(units)),
        Instant.parse(day + "T12:00:00Z")));
  }

  private void receive(String number, long units) {
    inventory.post(ReceiveStock.of(number, LAMP, MAIN, Quantity.of(units)));
  }

  private Offer offer(long units) {
    return inventory.offer(LAMP, Quantity.of(units), OrderTerms.standard()).offer();
  }

  private void days(int number) {
    now = now.plus(Duration.ofDays(number));
  }

  private long waiting(String order) {
    return inventory
        .order(OrderId.of(order))
        .orElseThrow()
        .lines()
        .get(0)
        .backordered()
        .units();
  }

  @Test
  void place_longestWaitAndNoSupply_isRefusedAsTheOfferSays() {
    agreed.put(LAMP, STANDARD.withLongestWait(5));
    receive("R1", 2);

    assertThat(offer(3)).isEqualTo(new Offer.OutOfStock(Why.WAIT));
    assertRefused(
        () -> inventory.post(placed("O1", 3)),
        ErrorCode.WAIT_TOO_LONG,
        "line O1/1 must be promised by 2026-03-07, within 5 days: unknown");
    assertThat(inventory.order(OrderId.of("O1"))).isEmpty();
    assertThat(inventory.item(LAMP).backordered()).isEqualTo(Quantity.ZERO);
    inventory.post(placed("O1", 2));
    assertThat(inventory.verify().isSound()).isTrue();
  }

  @Test
  void place_supplyOnTheLastDayOrAfterIt_isTakenOrRefused() {
    agreed.put(LAMP, STANDARD.withLongestWait(5));
    supply("P1", 3, "2026-03-07");
    supply("P2", 9, "2026-03-08");

    inventory.post(placed("O1", 3));
    assertThat(offer(1)).isEqualTo(new Offer.OutOfStock(Why.WAIT));
    assertRefused(
        () -> inventory.post(placed("O2", 1)),
        ErrorCode.WAIT_TOO_LONG,
        "line O2/1 must be promised by 2026-03-07, within 5 days: 2026-03-08");
    days(1);
    inventory.post(placed("O2", 1));
    assertThat(waiting("O2")).isEqualTo(1);
  }

  @Test
  void place_orderRuleOnShortage_decidesBeforeTheWait() {
    agreed.put(LAMP, STANDARD.withLongestWait(5));
    receive("R1", 2);
    Document accepting = PlaceOrder.of(OrderId.of("O1"), OrderLine.of("1", LAMP, Quantity.of(3)))
        .with(OrderTerms.standard().onShortage(ShortageRule.ACCEPT_AVAILABLE));
    Document refusing = PlaceOrder.of(OrderId.of("O2"), OrderLine.of("1", LAMP, Quantity.of(3)))
        .with(OrderTerms.standard().onShortage(ShortageRule.REFUSE_ORDER));

    inventory.post(accepting);
    assertThat(inventory.order(OrderId.of("O1")).orElseThrow().lines().get(0).refused())
        .isEqualTo(Quantity.of(1));
    assertRefused(
        () -> inventory.post(refusing),
        ErrorCode.INSUFFICIENT_STOCK,
        "cannot accept line O2/1: 3 units of LAMP are not on the shelf");
  }

  @Test
  void place_completeOrder_waitsAsLongAsItsLatestLine() {
    agreed.put(LAMP, STANDARD.withLongestWait(5));
    supply("P1", 3, "2026-03-04");
    inventory.post(AnnounceSupply.of(
        SupplyId.of("P2"),
        StockUnits.of(BULB, MAIN, Quantity.of(3)),
        Instant.parse("2026-03-20T12:00:00Z")));
    PlaceOrder both = PlaceOrder.of(
        OrderId.of("O1"),
        OrderLine.of("1", LAMP, Quantity.of(1)),
        OrderLine.of("2", BULB, Quantity.of(1)));

    assertRefused(
        () -> inventory.post(
            both.with(OrderTerms.standard().withDelivery(DeliveryRule.COMPLETE_ORDER))),
        ErrorCode.WAIT_TOO_LONG,
        "line O1/1 must be promised by 2026-03-07, within 5 days: 2026-03-20");
    inventory.post(both);
    assertThat(waiting("O1")).isEqualTo(1);
  }

  @Test
  void place_kit_isHeldToItsOwnTerms() {
    items.put(PAIR, ItemTerms.standard().kitOf(Map.of(LAMP, Quantity.of(2))));
    agreed.put(LAMP, STANDARD.withAllowance(BackorderAllowance.refused()));
    supply("P1", 4, "2026-03-09");
    Document pair = PlaceOrder.of(OrderId.of("K1"), OrderLine.of("1", PAIR, Quantity.of(1)));

    agreed.put(PAIR, STANDARD.withLongestWait(6));
    assertRefused(
        () -> inventory.post(pair),
        ErrorCode.WAIT_TOO_LONG,
        "line K1/1 must be promised by 2026-03-08, within 6 days: 2026-03-09");
    agreed.put(PAIR, STANDARD.withLongestWait(7));
    inventory.post(pair);
    assertThat(waiting("K1")).isEqualTo(1);
  }

  @Test
  void change_raisedBeyondTheLongestWait_isRefusedAndASlipIsNot() {
    agreed.put(LAMP, STANDARD.withLongestWait(5));
    supply("P1", 2, "2026-03-05");
    inventory.post(placed("O1", 1));

    assertRefused(
        () -> inventory.post(ChangeLine.of("E1", O1_1, Quantity.of(3))),
        ErrorCode.WAIT_TOO_LONG,
        "line O1/1 must be promised by 2026-03-07, within 5 days: unknown");
    inventory.post(ChangeLine.of("E1", O1_1, Quantity.of(2)));
    inventory.post(
        RescheduleSupply.of("D1", SupplyId.of("P1"), Instant.parse("2026-04-05T12:00:00Z")));
    assertThat(waiting("O1")).isEqualTo(2);
  }

  @Test
  void confirm_whatTheHoldHasLost_isHeldToTheLongestWait() {
    agreed.put(LAMP, STANDARD.withLongestWait(5));
    receive("R1", 2);
    inventory.post(PlaceHold.of(
        HoldId.of("H1"), Duration.ofHours(1), List.of(OrderLine.of("1", LAMP, Quantity.of(2)))));
    inventory.post(CountStock.of("K1", LAMP, MAIN, Quantity.of(1)));

    assertRefused(
        () -> inventory.post(ConfirmHold.of(HoldId.of("H1"), OrderId.of("O1"))),
        ErrorCode.WAIT_TOO_LONG,
        "line O1/1 must be promised by 2026-03-07, within 5 days: unknown");
    supply("P1", 1, "2026-03-05");
    inventory.post(ConfirmHold.of(HoldId.of("H1"), OrderId.of("O1")));
    assertThat(waiting("O1")).isEqualTo(1);
  }

  @Test
  void place_allowanceOfTheShop_bindsThoughTheItemAllowsMore() {
    agreed.put(LAMP, STANDARD.withAllowance(BackorderAllowance.refused()));
    assertThat(offer(1)).isEqualTo(new Offer.OutOfStock(Why.REFUSED));
    assertRefused(
        () -> inventory.post(placed("O1", 1)),
        ErrorCode.BACKORDERS_REFUSED,
        "cannot accept line O1/1: 1 units of LAMP are not on the shelf");

    agreed.put(LAMP, STANDARD.withAllowance(BackorderAllowance.upTo(Quantity.of(4))));
    assertThat(inventory.item(LAMP).availableToOrder()).contains(Quantity.of(4));
    assertThat(offer(5)).isEqualTo(new Offer.OutOfStock(Why.LIMIT));
    assertRefused(
        () -> inventory.post(placed("O1", 5)),
        ErrorCode.BACKORDER_LIMIT,
        "backordered units of LAMP must be at most 4: 5");
    inventory.post(placed("O1", 4));
  }

  @Test
  void backorderTerms_itemOrShopStricter_textSaysTheStricter() {
    agreed.put(LAMP, STANDARD.withAllowance(BackorderAllowance.upTo(Quantity.of(4))));
    items.put(LAMP, ItemTerms.standard().withBackorders(BackorderAllowance.refused()));
    assertThat(ENGLISH.policy(inventory.backorderTerms(LAMP)))
        .containsExactly("This item can be ordered only while it is in stock.");

    items.put(LAMP, ItemTerms.standard().withBackorders(BackorderAllowance.inbound()));
    assertThat(ENGLISH.policy(inventory.backorderTerms(LAMP)))
        .contains(
            "Our waiting list holds no more units than are on their way to us.",
            "Our waiting list holds no more than this number of units: 4.");
    supply("P1", 3, "2026-03-05");
    assertThat(inventory.item(LAMP).availableToOrder()).contains(Quantity.of(3));
    supply("P2", 3, "2026-03-05");
    assertThat(inventory.item(LAMP).availableToOrder()).contains(Quantity.of(4));
    assertThat(inventory.backorderTerms(BULB).allowance())
        .isEqualTo(BackorderAllowance.unlimited());
  }

  @Test
  void cancel_byCustomerAfterTheWindow_isRefusedAndByTheShopIsNot() {
    agreed.put(LAMP, STANDARD.withCancellation(1));
    inventory.post(placed("O1", 3));
    inventory.post(CancelOrder.units("C1", O1_1, Quantity.of(1)).byCustomer());
    days(1);
    CancelOrder second = CancelOrder.units("C2", O1_1, Quantity.of(1)).byCustomer();
    inventory.post(second);
    days(29);

    assertThat(inventory.post(second)).isEqualTo(inventory.post(second));
    for (CancelOrder late : List.of(
        CancelOrder.all("C3", O1_1.order()),
        CancelOrder.line("C3", O1_1),
        CancelOrder.units("C3", O1_1, Quantity.of(1)))) {
      assertRefused(
          () -> inventory.post(late.byCustomer()),
          ErrorCode.CANCELLATION_OVER,
          "line O1/1 must be cancelled by a customer by 2026-03-03: 2026-04-01");
    }
    assertThat(waiting("O1")).isEqualTo(1);
    inventory.post(CancelOrder.line("C3", O1_1));
    assertThat(waiting("O1")).isZero();
  }

  @Test
  void cancel_oneLineIsOver_refusesTheWholeDocument() {
    agreed.put(BULB, STANDARD.withCancellation(1));
    inventory.post(PlaceOrder.of(
        OrderId.of("O1"),
        OrderLine.of("1", LAMP, Quantity.of(1)),
        OrderLine.of("2", BULB, Quantity.of(1))));
    days(2);

    assertRefused(
        () -> inventory.post(CancelOrder.all("C1", OrderId.of("O1")).byCustomer()),
        ErrorCode.CANCELLATION_OVER,
        "line O1/2 must be cancelled by a customer by 2026-03-03: 2026-03-04");
    inventory.post(CancelOrder.line("C1", O1_1).byCustomer());
    inventory.post(CancelOrder.line("C2", OrderLineId.of("O1", "2")));
    assertThat(inventory.order(OrderId.of("O1")).orElseThrow().status().name())
        .isEqualTo("CANCELLED");
  }

  @Test
  void cancel_sameNumberByAnotherParty_isAConflict() {
    inventory.post(placed("O1", 3));
    CancelOrder shop = CancelOrder.units("C1", O1_1, Quantity.of(1));
    inventory.post(shop);

    assertThat(shop.content()).doesNotContainKey("party");
    assertRefused(
        () -> inventory.post(shop.byCustomer()),
        ErrorCode.DOCUMENT_CONFLICT,
        "party of cancel C1 must be what it was the first time, \"cancel C1\": \"CUSTOMER\"");
  }

  @Test
  void maintain_consentRefusedAfterTheWindow_isTheShopsAndCancels() {
    agreed.put(LAMP, STANDARD.withCancellation(1).withConsent(0, 1, Consent.Answer.CANCEL));
    inventory.post(placed("O1", 3));
    days(30);
    Consent refused = new Consent(O1_1, now, Consent.Answer.CANCEL, Optional.empty());

    inventory.maintain(List.of(refused));

    assertThat(waiting("O1")).isZero();
  }

  @Test
  void cancel_windowByTheDayOfTheCalendar_endsAtItsMidnight() {
    Instant[] time = {Instant.parse("2026-03-02T23:30:00Z")}; // 3 March in Berlin
    Inventory berlin = Inventory.inMemory()
        .clock(() -> time[0])
        .promising(
            PromiseRules.of(WorkingCalendar.everyDay("Europe/Berlin")),
            supplier -> SupplierScorecard.empty())
        .quoting(sku -> STANDARD.withCancellation(0), Duration.ofMinutes(5))
        .build();
    berlin.post(placed("O1", 3));

    time[0] = Instant.parse("2026-03-03T22:59:59Z");
    berlin.post(CancelOrder.units("C1", O1_1, Quantity.of(1)).byCustomer());
    time[0] = Instant.parse("2026-03-03T23:00:00Z");
    assertRefused(
        () -> berlin.post(CancelOrder.units("C2", O1_1, Quantity.of(1)).byCustomer()),
        ErrorCode.CANCELLATION_OVER,
        "line O1/1 must be cancelled by a customer by 2026-03-03: 2026-03-04");
  }

  @Test
  void offer_fewOnTheShelf_isLowStock() {
    agreed.put(LAMP, STANDARD.withLowStock(Quantity.of(3)));
    receive("R1", 3);

    assertThat(offer(2).status()).isEqualTo(Offer.Status.LOW_STOCK);
    assertThat(ENGLISH.offer(offer(2), java.time.LocalDate.EPOCH))
        .isEqualTo("Only 3 left in stock");
    receive("R2", 1);
    assertThat(offer(2).status()).isEqualTo(Offer.Status.IN_STOCK);
  }
}
