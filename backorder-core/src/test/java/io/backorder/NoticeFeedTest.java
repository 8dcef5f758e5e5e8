package io.backorder;

import static io.backorder.refusal.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.backorder.demand.CustomerId;
import io.backorder.demand.HoldId;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.posting.AnnounceSupply;
import io.backorder.posting.CancelOrder;
import io.backorder.posting.ChangeLine;
import io.backorder.posting.CloseSupply;
import io.backorder.posting.CountStock;
import io.backorder.posting.ExpireHolds;
import io.backorder.posting.PlaceHold;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.posting.RescheduleSupply;
import io.backorder.posting.ShipOrder;
import io.backorder.promise.OrderConfidence;
import io.backorder.promise.Promise;
import io.backorder.promise.PromiseChange;
import io.backorder.promise.PromisePolicy;
import io.backorder.promise.PromiseRange;
import io.backorder.promise.PromiseRules;
import io.backorder.promise.WorkingCalendar;
import io.backorder.reallocation.ConfirmationStrategy;
import io.backorder.reallocation.ReallocationRules;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.UnknownReferenceException;
import io.backorder.stock.ItemTerms;
import io.backorder.stock.Location;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.storefront.BackorderTerms;
import io.backorder.storefront.Consent;
import io.backorder.storefront.News;
import io.backorder.storefront.News.Choice;
import io.backorder.storefront.Notice;
import io.backorder.storefront.NoticeDesk;
import io.backorder.storefront.NoticePreferences;
import io.backorder.supply.Delivery;
import io.backorder.supply.Receipt;
import io.backorder.supply.SupplierId;
import io.backorder.supply.SupplierScorecard;
import io.backorder.supply.Supply;
import io.backorder.supply.SupplyId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What customers hear of what was posted. */
final class NoticeFeedTest {

  private static final Sku LAMP = Sku.of("LAMP");
  private static final Sku BULB = Sku.of("BULB");
  private static final Sku SET = Sku.of("SET");
  private static final LocationId MAIN = LocationId.of("MAIN");
  private static final LocationId EAST = LocationId.of("EAST");
  private static final SupplyId SUPPLY = SupplyId.of("PO-1");
  private static final OrderLineId LINE = OrderLineId.of("ann-1", "1");
  private static final CustomerId ANN = CustomerId.of("ann");
  private static final CustomerId BOB = CustomerId.of("bob");
  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  private static final Map<Sku, ItemTerms> ITEMS = Map.of(
      LAMP, ItemTerms.standard().withSubstitutes(List.of(BULB)),
      SET, ItemTerms.standard().kitOf(Map.of(LAMP, Quantity.of(1), BULB, Quantity.of(2))));

  private BackorderTerms terms = BackorderTerms.standard();
  private Instant now = MONDAY;
  private final Inventory inventory = shop(Inventory.inMemory()).build();
  private final List<Notice> got = new ArrayList<>();
  private final NoticeDesk desk = NoticeDesk.of((customer, notices) -> got.addAll(notices));
  private final NoticeFeed feed = builder().tell(desk);

  private Inventory.Builder shop(Inventory.Builder builder) {
    return builder
        .clock(() -> now)
        .locations(Location.of("MAIN"), Location.of("EAST"))
        .terms(sku -> ITEMS.getOrDefault(sku, ItemTerms.standard()))
        .quoting(sku -> terms, Duration.ofMinutes(15));
  }

  private NoticeFeed.Builder builder() {
    return NoticeFeed.builder(inventory, NoticeFeedTest::customer);
  }

  /** The order ann-1 is Ann's; orders of guests are nobody's. */
  private static Optional<CustomerId> customer(OrderId order) {
    String name = order.value().substring(0, order.value().indexOf('-'));
    return name.equals("guest") ? Optional.empty() : Optional.of(CustomerId.of(name));
  }

  private static Quantity units(long number) {
    return Quantity.of(number);
  }

  private void place(String order, Sku sku, long units) {
    inventory.post(PlaceOrder.of(OrderId.of(order), OrderLine.of("1", sku, units(units))));
  }

  private void receive(String receipt, Sku sku, long units) {
    inventory.post(ReceiveStock.of(receipt, sku, MAIN, units(units)));
  }

  private void announce(long units, int inDays) {
    inventory.post(AnnounceSupply.of(SUPPLY, StockUnits.of(LAMP, MAIN, units(units)), day(inDays)));
  }

  private void slip(String number, int toDays) {
    inventory.post(RescheduleSupply.of(number, SUPPLY, day(toDays)));
  }

  private static Instant day(int days) {
    return MONDAY.plus(Duration.ofDays(days));
  }

  /** Reads on, and returns what was handed over. */
  private List<Notice> heard() {
    got.clear();
    feed.due(now);
    return List.copyOf(got);
  }

  private List<News> news() {
    return heard().stream().flatMap(each -> each.news().stream()).toList();
  }

  private static Promise unknown(long units) {
    return Promise.of(Promise.Part.unknown(units(units), Promise.Reason.NO_SUPPLY));
  }

  private static Promise promised(long units, int inDays) {
    return Promise.of(new Promise.Part(
        units(units),
        Promise.Reason.ANNOUNCED,
        Optional.of(PromiseRange.of(TODAY.plusDays(inDays))),
        OrderConfidence.none()));
  }

  private static PromiseChange change(Promise before, Promise after) {
    return new PromiseChange(LINE, before, after);
  }

  @Test
  void due_orderThatWaits_isBackorderedWithItsDay() {
    receive("R1", LAMP, 2);
    announce(9, 4);
    place("ann-1", LAMP, 5);

    List<Notice> heard = heard();

    assertThat(heard).hasSize(1);
    assertThat(heard.get(0).id()).isEqualTo(new Notice.Id("place ann-1", ANN));
    assertThat(heard.get(0).at()).isEqualTo(MONDAY);
    assertThat(heard.get(0).news())
        .containsExactly(new News.Backordered(LINE, LAMP, units(3), promised(3, 4)));
    assertThat(heard()).isEmpty();
  }

  @Test
  void due_orderWithoutSupply_isBackorderedForAnUnknownDay() {
    place("ann-1", LAMP, 5);

    assertThat(news()).containsExactly(new News.Backordered(LINE, LAMP, units(5), unknown(5)));
  }

  @Test
  void due_orderFromTheShelf_isReadyAndNothingElse() {
    receive("R1", LAMP, 5);
    place("ann-1", LAMP, 5);

    assertThat(news()).containsExactly(new News.ReadyToShip(LINE.order()));
  }

  @Test
  void due_orderOfNobody_isToldToNobody() {
    place("guest-1", LAMP, 5);
    receive("R1", LAMP, 5);

    assertThat(heard()).isEmpty();
    assertThat(feed.position()).isEqualTo(inventory.ledger().size());
  }

  @Test
  void due_supplyThatSlips_isDelayedWithBothDaysAndAllChoices() {
    announce(9, 4);
    place("ann-1", LAMP, 5);
    heard();
    slip("S1", 9);

    assertThat(news())
        .containsExactly(new News.Delayed(
            LAMP,
            change(promised(5, 4), promised(5, 9)),
            Set.of(Choice.WAIT, Choice.CANCEL, Choice.SUBSTITUTE),
            Optional.empty()));
  }

  @Test
  void due_delayBehindTheCancellationWindow_leavesNothingButToWait() {
    terms = BackorderTerms.standard().withCancellation(2);
    announce(9, 4);
    place("ann-1", LAMP, 5);
    now = day(2);
    slip("S1", 9);
    now = day(3);
    slip("S2", 12);

    assertThat(news())
        .filteredOn(News.Delayed.class::isInstance)
        .extracting(each -> ((News.Delayed) each).choices())
        .containsExactly(
            Set.of(Choice.WAIT, Choice.CANCEL, Choice.SUBSTITUTE), Set.of(Choice.WAIT));
  }

  @Test
  void due_delayThatNeedsConsent_asksUntilTheTermsSay() {
    terms = BackorderTerms.standard().withCancellation(0).withConsent(4, 3, Consent.Answer.KEEP);
    announce(9, 4);
    place("ann-1", LAMP, 5);
    now = day(1);
    slip("S1", 8);
    slip("S2", 13);

    List<News> delays = news().stream().filter(News.Delayed.class::isInstance).toList();

    assertThat(delays)
        .containsExactly(
            new News.Delayed(
                LAMP,
                change(promised(5, 4), promised(5, 8)),
                Set.of(Choice.WAIT),
                Optional.empty()),
            new News.Delayed(
                LAMP,
                change(promised(5, 8), promised(5, 13)),
                Set.of(Choice.WAIT, Choice.CANCEL, Choice.SUBSTITUTE),
                Optional.of(day(4))));
  }

  @Test
  void due_itemWithoutSubstitutes_offersNone() {
    inventory.post(AnnounceSupply.of(SUPPLY, StockUnits.of(BULB, MAIN, units(5)), day(4)));
    place("ann-1", BULB, 5);
    slip("S1", 9);

    assertThat(((News.Delayed) news().get(1)).choices())
        .containsExactlyInAnyOrder(Choice.WAIT, Choice.CANCEL);
  }

  @Test
  void due_supplyThatComesSooner_isNoDelay() {
    announce(9, 4);
    place("ann-1", LAMP, 5);
    heard();
    slip("S1", 2);

    assertThat(news())
        .containsExactly(new News.Sooner(LAMP, change(promised(5, 4), promised(5, 2))));
  }

  @Test
  void due_supplyForWhoHadNoDay_isSoonerAndItsLossADelay() {
    place("ann-1", LAMP, 5);
    heard();
    announce(9, 4);

    assertThat(news()).containsExactly(new News.Sooner(LAMP, change(unknown(5), promised(5, 4))));

    inventory.post(CloseSupply.of(SUPPLY));

    assertThat(news().get(0))
        .isEqualTo(new News.Delayed(
            LAMP, change(promised(5, 4), unknown(5)), Set.of(Choice.values()), Optional.empty()));
  }

  @Test
  void threshold_smallSteps_areToldOnceTheyAreALargeOne() {
    NoticeFeed patient = builder().threshold(3).tell(desk);
    announce(9, 4);
    place("ann-1", LAMP, 5);
    patient.due(now);
    got.clear();

    slip("S1", 6);
    patient.due(now);
    assertThat(got).isEmpty();
    slip("S2", 7);
    patient.due(now);

    assertThat(got).hasSize(1);
    assertThat(((News.Delayed) got.get(0).news().get(0)).change())
        .isEqualTo(change(promised(5, 4), promised(5, 7)));
  }

  @Test
  void threshold_largeStepBackBehindASmallOneAhead_isADelay() {
    NoticeFeed patient = builder().threshold(3).tell(desk);
    announce(9, 6);
    place("ann-1", LAMP, 5);
    slip("S1", 5);
    patient.due(now);
    got.clear();

    slip("S2", 8);
    patient.due(now);

    assertThat(got).hasSize(1);
    assertThat(((News.Delayed) got.get(0).news().get(0)).change())
        .isEqualTo(change(promised(5, 6), promised(5, 8)));
  }

  @Test
  void due_reallocation_isBackorderedForWhoLostAndBackInStockForWhoGained() {
    receive("R1", LAMP, 5);
    place("ann-1", LAMP, 5);
    place("bob-1", LAMP, 5);
    heard();
    OrderLineId winner = OrderLineId.of("bob-1", "1");
    inventory.commit(
        "A1",
        inventory.simulate(
            List.of(LAMP),
            ReallocationRules.builder()
                .line(LINE, ConfirmationStrategy.LOSE)
                .line(winner, ConfirmationStrategy.WIN)
                .build()));

    assertThat(news())
        .containsExactlyInAnyOrder(
            new News.Backordered(LINE, LAMP, units(5), unknown(5)),
            new News.BackInStock(winner, LAMP, units(5)),
            new News.ReadyToShip(winner.order()));
  }

  @Test
  void due_receipt_isBackInStockForWhoGotAndReadyForWhoGotAll() {
    place("ann-1", LAMP, 5);
    place("bob-1", LAMP, 5);
    heard();
    receive("R1", LAMP, 7);

    List<Notice> heard = heard();

    assertThat(heard).hasSize(2);
    assertThat(heard)
        .filteredOn(each -> each.customer().equals(ANN))
        .flatExtracting(Notice::news)
        .containsExactly(
            new News.BackInStock(LINE, LAMP, units(5)), new News.ReadyToShip(LINE.order()));
    assertThat(heard)
        .filteredOn(each -> each.customer().equals(BOB))
        .flatExtracting(Notice::news)
        .containsExactly(new News.BackInStock(OrderLineId.of("bob-1", "1"), LAMP, units(2)));
  }

  @Test
  void due_twoOrdersOfOneCustomer_areOneNotice() {
    place("ann-1", LAMP, 1);
    place("ann-2", LAMP, 1);
    heard();
    receive("R1", LAMP, 7);

    assertThat(heard()).hasSize(1);
  }

  @Test
  void due_documentsOfOneNumber_areTwoNotices() {
    place("ann-1", LAMP, 1);
    receive("ann-1", LAMP, 1);
    inventory.post(ShipOrder.all("ann-1", LINE.order()));

    assertThat(heard())
        .extracting(each -> each.id().change())
        .containsExactly("place ann-1", "receive ann-1", "ship ann-1");
  }

  @Test
  void due_sweepsThatFreeUnits_areOneNoticeEach() {
    receive("R1", LAMP, 2);
    place("bob-1", BULB, 1);
    for (int i = 1; i <= 2; i++) {
      inventory.post(PlaceHold.of(
          HoldId.of("H" + i), Duration.ofHours(i), List.of(OrderLine.of("1", LAMP, units(1)))));
    }
    place("ann-1", LAMP, 2);
    heard();
    for (int i = 1; i <= 2; i++) {
      now = MONDAY.plus(Duration.ofHours(i));
      inventory.post(new ExpireHolds());
    }

    List<Notice> heard = heard();

    assertThat(heard).hasSize(2);
    assertThat(heard.get(0).news()).containsExactly(new News.BackInStock(LINE, LAMP, units(1)));
    assertThat(heard.get(1).news())
        .containsExactly(
            new News.BackInStock(LINE, LAMP, units(1)), new News.ReadyToShip(LINE.order()));
  }

  @Test
  void due_shipment_isShipped() {
    receive("R1", LAMP, 5);
    place("ann-1", LAMP, 5);
    heard();
    inventory.post(ShipOrder.all("P1", LINE.order()));

    assertThat(news()).containsExactly(new News.Shipped(LINE, LAMP, units(5)));
  }

  @Test
  void due_cancellation_isCancelledWithItsRefund() {
    terms = BackorderTerms.standard().withRefund(14);
    NoticeFeed paying = builder()
        .refunds((line, units) -> Optional.of(BigDecimal.valueOf(units.units() * 10)))
        .tell(desk);
    receive("R1", LAMP, 2);
    place("ann-1", LAMP, 5);
    paying.due(now);
    got.clear();
    now = day(1);
    inventory.post(CancelOrder.units("C1", LINE, units(4)));
    paying.due(now);

    assertThat(got.get(0).news())
        .containsExactly(
            new News.Cancelled(
                LINE,
                LAMP,
                units(4),
                new News.Refund(
                    Optional.of(TODAY.plusDays(15)), Optional.of(BigDecimal.valueOf(40)))),
            new News.ReadyToShip(LINE.order()));
  }

  @Test
  void due_loweredLine_isCancelledByWhatWasTakenOff() {
    place("ann-1", LAMP, 5);
    heard();
    inventory.post(ChangeLine.of("C1", LINE, units(2)));

    assertThat(news())
        .containsExactly(new News.Cancelled(LINE, LAMP, units(3), News.Refund.none()));
  }

  @Test
  void due_raisedLine_isBackorderedByWhatWasAdded() {
    place("ann-1", LAMP, 5);
    heard();
    inventory.post(ChangeLine.of("C1", LINE, units(7)));

    assertThat(news()).containsExactly(new News.Backordered(LINE, LAMP, units(2), unknown(7)));
  }

  @Test
  void due_lostReservation_isBackorderedAnew() {
    receive("R1", LAMP, 5);
    place("ann-1", LAMP, 5);
    heard();
    inventory.post(CountStock.of("C1", LAMP, MAIN, units(3)));

    assertThat(news()).containsExactly(new News.Backordered(LINE, LAMP, units(2), unknown(2)));
  }

  @Test
  void due_unitsLostAndFoundInOneDocument_areNoNews() {
    receive("R1", LAMP, 5);
    place("ann-1", LAMP, 5);
    heard();
    inventory.post(ReceiveStock.of("R2", LAMP, EAST, units(5)));
    inventory.post(CountStock.of("C1", LAMP, MAIN, units(3)));

    assertThat(heard()).isEmpty();
  }

  @Test
  void due_kit_isToldOfAsAKit() {
    place("ann-1", SET, 2);
    receive("R1", LAMP, 2);
    assertThat(news()).containsExactly(new News.Backordered(LINE, SET, units(2), unknown(2)));
    receive("R2", BULB, 4);

    assertThat(news())
        .containsExactly(
            new News.BackInStock(LINE, SET, units(2)), new News.ReadyToShip(LINE.order()));

    inventory.post(ShipOrder.all("P1", LINE.order()));

    assertThat(news()).containsExactly(new News.Shipped(LINE, SET, units(2)));
  }

  @Test
  void delivered_parcel_isFollowedUpByWhatBecameOfThePromise() {
    announce(5, 4);
    place("ann-1", LAMP, 5);
    slip("S1", 9);
    now = day(9);
    inventory.post(ReceiveStock.of("R1", LAMP, MAIN, units(5)).against(SUPPLY));
    inventory.post(ShipOrder.all("P1", LINE.order()));
    heard();

    assertThat(feed.delivered(LINE.order(), "P1", now)).isEqualTo(1);
    assertThat(feed.delivered(LINE.order(), "P1", now)).isZero();
    List<Notice> heard = heard();

    assertThat(heard).hasSize(1);
    assertThat(heard.get(0).id().change()).isEqualTo("delivered P1");
    News.Delivered delivered = (News.Delivered) heard.get(0).news().get(0);
    assertThat(delivered)
        .isEqualTo(new News.Delivered(
            LINE.order(),
            TODAY.plusDays(9),
            Optional.of(TODAY.plusDays(4)),
            Optional.of(TODAY.plusDays(9))));
    assertThat(delivered.outcome()).isEqualTo(News.Delivered.Outcome.KEPT_AS_REVISED);
    assertThat(delivered.daysLate()).hasValue(5);
  }

  @Test
  void delivered_unknownParcel_isRefused() {
    place("ann-1", LAMP, 5);

    assertThatThrownBy(() -> feed.delivered(OrderId.of("ann-9"), "P1", now))
        .isInstanceOf(UnknownReferenceException.class)
        .hasMessage("order must have been placed before: ann-9");
    assertThatThrownBy(() -> feed.delivered(LINE.order(), "P1", now))
        .isInstanceOf(UnknownReferenceException.class)
        .hasMessage("shipment must be one of order ann-1: P1");
  }

  @Test
  void withRanges_supplierWithARecord_tellsTheRange() {
    Inventory modest = shop(Inventory.inMemory())
        .promising(
            PromiseRules.of(WorkingCalendar.everyDay("UTC")).with(PromisePolicy.quantile(0.5)),
            supplier -> late(3))
        .build();
    NoticeFeed ranges =
        NoticeFeed.builder(modest, NoticeFeedTest::customer).withRanges().tell(desk);
    Supply supply = Supply.of(SUPPLY, StockUnits.of(LAMP, MAIN, units(5)), day(4));
    modest.post(AnnounceSupply.of(supply.from(SupplierId.of("S"))));
    modest.post(PlaceOrder.of(LINE.order(), OrderLine.of("1", LAMP, units(5))));
    ranges.due(now);
    modest.post(RescheduleSupply.of("S1", SUPPLY, day(8)));
    ranges.due(now);

    Promise before = ((News.Backordered) got.get(0).news().get(0)).promise();
    PromiseChange change = ((News.Delayed) got.get(1).news().get(0)).change();
    assertThat(change.before()).isEqualTo(before);
    assertThat(before.range().orElseThrow().confidence()).isPresent();
    assertThat(before.supplies()).containsExactly(SUPPLY);
    assertThat(change.after()).isEqualTo(modest.promise(LINE).orElseThrow());
    assertThat(change.days()).hasValue(4);
  }

  /** A supplier who was so many days late each time. */
  private static SupplierScorecard late(int days) {
    SupplierScorecard card = SupplierScorecard.empty();
    for (int i = 1; i <= 20; i++) {
      Supply supply =
          Supply.of(SupplyId.of("OLD-" + i), StockUnits.of(LAMP, MAIN, units(1)), day(-200 + i));
      card = card.plus(
          Delivery.of(supply).plus(Receipt.of(supply.id(), units(1), day(-200 + i + days))));
    }
    return card;
  }

  @Test
  void due_longSilence_isBrokenByTheSameCallUntilNothingWaits() {
    NoticeDesk caring =
        NoticeDesk.of((customer, notices) -> got.addAll(notices), Duration.ofDays(5));
    NoticeFeed whole = builder().tell(caring);
    receive("R1", LAMP, 3);
    place("ann-1", LAMP, 5);
    inventory.post(ShipOrder.all("P1", LINE.order()));
    whole.due(now);
    got.clear();
    now = day(5);
    whole.due(now);

    assertThat(got).hasSize(1);
    assertThat(got.get(0).news()).containsExactly(new News.StillWaiting(LINE, units(2), MONDAY));

    got.clear();
    inventory.post(ChangeLine.of("C1", LINE, units(3)));
    whole.due(now);
    now = day(50);
    whole.due(now);

    assertThat(got).flatExtracting(Notice::news).noneMatch(News.StillWaiting.class::isInstance);
    assertThat(caring.nextDelivery()).isEmpty();
  }

  @Test
  void position_noticesThatWaitForTheMorning_staysBeforeThem() {
    desk.prefer(ANN, NoticePreferences.atOnce().dailyAt(LocalTime.of(18, 0), ZoneOffset.UTC));
    receive("R0", BULB, 1);
    place("ann-1", LAMP, 5);
    place("bob-1", LAMP, 5);

    assertThat(heard()).hasSize(1);
    assertThat(feed.position()).isEqualTo(1);

    now = Instant.parse("2026-03-02T18:00:00Z");

    assertThat(heard()).hasSize(1);
    assertThat(feed.position()).isEqualTo(inventory.ledger().size());
  }

  @Test
  void after_restart_tellsWhatIsNewAndKnowsWhoWaits() {
    place("ann-1", LAMP, 5);
    heard();
    got.clear();
    NoticeDesk anew = NoticeDesk.of((customer, notices) -> got.addAll(notices), Duration.ofDays(5));
    NoticeFeed again = builder().after(feed.position()).tell(anew);

    again.due(now);
    assertThat(got).isEmpty();
    assertThat(anew.nextDelivery()).contains(day(5));
    receive("R1", LAMP, 2);
    again.due(now);
    now = day(5);
    again.due(now);

    assertThat(got)
        .flatExtracting(Notice::news)
        .containsExactly(
            new News.BackInStock(LINE, LAMP, units(2)),
            new News.StillWaiting(LINE, units(3), MONDAY));
  }

  @Test
  void due_functionOfTheHostFails_tellsEverythingOnceWhenItWorksAgain() {
    boolean[] broken = {false};
    NoticeFeed fragile = NoticeFeed.builder(inventory, order -> {
          if (broken[0] && order.equals(OrderId.of("bob-1"))) {
            throw new IllegalStateException("no connection");
          }
          return customer(order);
        })
        .tell(desk);
    place("ann-1", LAMP, 5);
    place("bob-1", LAMP, 5);
    fragile.due(now);
    receive("R1", LAMP, 3);
    receive("R2", LAMP, 3);
    broken[0] = true;

    assertThatThrownBy(() -> fragile.due(now)).hasMessage("no connection");
    desk.forget(now.plusSeconds(1));
    broken[0] = false;
    fragile.due(now);

    assertThat(got)
        .extracting(each -> each.id().change() + " " + each.customer())
        .containsExactlyInAnyOrder(
            "place ann-1 ann",
            "place bob-1 bob",
            "receive R1 ann",
            "receive R2 ann",
            "receive R2 bob");
    assertThat(fragile.position()).isEqualTo(inventory.ledger().size());

    receive("R3", LAMP, 4);
    got.clear();
    fragile.due(now);

    assertThat(got)
        .flatExtracting(Notice::news)
        .contains(new News.ReadyToShip(OrderId.of("bob-1")));
  }

  @Test
  void badValues_areRefused() {
    assertRefused(
        () -> builder().after(-1), ErrorCode.INVALID_NUMBER, "position must be at least 0: -1");
    assertRefused(
        () -> builder().threshold(0),
        ErrorCode.INVALID_NUMBER,
        "threshold in days must be at least 1: 0");
    NoticeFeed beyond = builder().after(1).tell(desk);
    assertRefused(
        () -> beyond.due(now),
        ErrorCode.HISTORY_TRUNCATED,
        "ledger must have at least the 1 records that were told: 0");
  }
}
