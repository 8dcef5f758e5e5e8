package io.backorder.storefront;

import static io.backorder.refusal.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.backorder.demand.CustomerId;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLineId;
import io.backorder.promise.Promise;
import io.backorder.promise.PromiseChange;
import io.backorder.refusal.ErrorCode;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.storefront.Consent.Answer;
import io.backorder.storefront.News.Choice;
import io.backorder.storefront.News.Delivered.Outcome;
import io.backorder.storefront.NoticeDesk.Change;
import io.backorder.storefront.NoticeDesk.Delivery;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class NoticeTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final CustomerId ANN = CustomerId.of("ann");
  private static final CustomerId BOB = CustomerId.of("bob");
  private static final OrderLineId LINE = OrderLineId.of("O1", "1");
  private static final Sku LAMP = Sku.of("LAMP");
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final List<Notice> got = new ArrayList<>();
  private final NoticeDesk desk = NoticeDesk.of((customer, notices) -> got.addAll(notices));

  private static Quantity units(long number) {
    return Quantity.of(number);
  }

  private static News filled(long quantity) {
    return new News.BackInStock(LINE, LAMP, units(quantity));
  }

  private static PromiseChange change(int before, int after) {
    return new PromiseChange(
        LINE, Waits.shelf(1, TODAY.plusDays(before)), Waits.shelf(1, TODAY.plusDays(after)));
  }

  @Test
  void tell_oneDocumentFillsALineFromTwoPlaces_isOneNoticeWithTheSum() {
    Change change = new Change(
        "R1", NOW, Map.of(ANN, List.of(filled(2), new News.ReadyToShip(LINE.order()), filled(3))));

    assertThat(desk.tell(change)).isEqualTo(1);
    assertThat(desk.deliver(NOW)).isEqualTo(new Delivery(1, 0));
    assertThat(got).hasSize(1);
    assertThat(got.get(0).news()).containsExactly(filled(5), new News.ReadyToShip(LINE.order()));
    assertThat(got.get(0).id()).isEqualTo(new Notice.Id("R1", ANN));
    assertThat(desk.tell(change)).isZero();
    assertThat(desk.deliver(NOW)).isEqualTo(new Delivery(0, 0));
  }

  @Test
  void tell_changeThatConcernsNobody_isNothing() {
    assertThat(desk.tell(new Change("R1", NOW, Map.of()))).isZero();
    assertThat(desk.tell(new Change("R2", NOW, Map.of(ANN, List.of())))).isZero();
    assertThat(desk.nextDelivery()).isEmpty();
  }

  @Test
  void deliver_quietHours_waitForTheMorningAndKeepOthersGoing() {
    desk.prefer(
        ANN,
        NoticePreferences.atOnce().quietBetween(LocalTime.of(21, 0), LocalTime.of(7, 0), LONDON));
    Instant night = Instant.parse("2026-03-02T22:15:00Z");
    desk.tell(new Change("R1", night, Map.of(ANN, List.of(filled(1)), BOB, List.of(filled(1)))));

    assertThat(desk.deliver(night).delivered()).isEqualTo(1);
    assertThat(got).extracting(Notice::customer).containsExactly(BOB);
    assertThat(desk.nextDelivery()).contains(Instant.parse("2026-03-03T07:00:00Z"));
    assertThat(desk.deliver(Instant.parse("2026-03-03T06:59:59Z")).delivered()).isZero();
    assertThat(desk.deliver(Instant.parse("2026-03-03T23:00:00Z")).delivered()).isZero();
    assertThat(desk.pending()).isEqualTo(1);
    assertThat(desk.nextDelivery()).contains(Instant.parse("2026-03-04T07:00:00Z"));
    assertThat(desk.deliver(Instant.parse("2026-03-04T07:00:00Z")).delivered()).isEqualTo(1);
  }

  @Test
  void deliver_digest_bringsADaysNoticesTogetherAndNoneOfLater() {
    List<Integer> sizes = new ArrayList<>();
    NoticeDesk digests = NoticeDesk.of((customer, notices) -> sizes.add(notices.size()));
    digests.prefer(ANN, NoticePreferences.atOnce().dailyAt(LocalTime.of(18, 0), LONDON));
    digests.tell(Change.of("D1", NOW, ANN, filled(1)));
    digests.tell(Change.of("D2", NOW.plusSeconds(3_600), ANN, filled(1)));
    digests.tell(Change.of("D3", Instant.parse("2026-03-02T18:00:01Z"), ANN, filled(1)));

    digests.deliver(Instant.parse("2026-03-02T20:00:00Z"));
    assertThat(sizes).containsExactly(2);
    assertThat(digests.nextDelivery()).contains(Instant.parse("2026-03-03T18:00:00Z"));
  }

  @Test
  void prefer_whatIsKept_followsTheNewWish() {
    desk.prefer(ANN, NoticePreferences.atOnce().dailyAt(LocalTime.of(18, 0), LONDON));
    desk.tell(Change.of("D1", NOW, ANN, filled(1)));
    assertThat(desk.deliver(NOW).delivered()).isZero();

    desk.prefer(ANN, NoticePreferences.atOnce());

    assertThat(desk.deliver(NOW).delivered()).isEqualTo(1);
  }

  @Test
  void deliver_listenerThrows_keepsTheNoticesAndServesTheOthers() {
    List<CustomerId> asked = new ArrayList<>();
    NoticeDesk failing = NoticeDesk.of((customer, notices) -> {
      asked.add(customer);
      if (customer.equals(ANN) && asked.size() < 3) {
        throw new IllegalStateException("no connection");
      }
    });
    failing.tell(new Change("R1", NOW, Map.of(ANN, List.of(filled(1)), BOB, List.of(filled(1)))));

    assertThat(failing.deliver(NOW)).isEqualTo(new Delivery(1, 1));
    assertThat(failing.pending()).isEqualTo(1);
    assertThat(failing.deliver(NOW)).isEqualTo(new Delivery(1, 0));
    assertThat(asked).containsExactly(ANN, BOB, ANN);
  }

  @Test
  void deliver_listenerDiesOfAnError_keepsTheNotices() {
    NoticeDesk dying = NoticeDesk.of((customer, notices) -> {
      throw new OutOfMemoryError("not really");
    });
    dying.tell(Change.of("R1", NOW, ANN, filled(1)));

    assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(() -> dying.deliver(NOW));
    assertThat(dying.pending()).isEqualTo(1);
    assertThat(dying.nextDelivery()).contains(NOW);
  }

  @Test
  void deliver_listenerTellsAgain_isServedInTheSameCall() {
    List<Notice.Id> ids = new ArrayList<>();
    NoticeDesk[] self = new NoticeDesk[1];
    NoticeDesk talking = NoticeDesk.of((customer, notices) -> {
      notices.forEach(each -> ids.add(each.id()));
      self[0].tell(Change.of("D2", NOW, customer, filled(1)));
    });
    self[0] = talking;
    talking.tell(Change.of("D1", NOW, ANN, filled(1)));

    assertThat(talking.deliver(NOW).delivered()).isEqualTo(2);
    assertThat(ids).extracting(Notice.Id::change).containsExactly("D1", "D2");
  }

  @Test
  void deliver_longSilence_isBrokenForWhoWaits() {
    NoticeDesk caring =
        NoticeDesk.of((customer, notices) -> got.addAll(notices), Duration.ofDays(5));
    Promise promise = Waits.unknown(4);
    caring.tell(Change.of("O1", NOW, ANN, new News.Backordered(LINE, LAMP, units(4), promise)));
    caring.tell(Change.of("O2", NOW, BOB, new News.ReadyToShip(OrderId.of("O2"))));
    caring.deliver(NOW);
    got.clear();
    Instant later = NOW.plus(Duration.ofDays(11));

    caring.tell(Change.of(
        "X",
        NOW.plusSeconds(1),
        ANN,
        new News.Cancelled(LINE, LAMP, units(1), News.Refund.none())));
    caring.deliver(NOW.plusSeconds(1));
    assertThat(caring.nextDelivery()).contains(NOW.plusSeconds(1).plus(Duration.ofDays(5)));
    got.clear();
    caring.deliver(later);

    assertThat(got).hasSize(1);
    assertThat(got.get(0).news())
        .containsExactly(new News.StillWaiting(LINE, units(3), NOW.plusSeconds(1)));
    assertThat(got.get(0).at()).isEqualTo(NOW.plusSeconds(1).plus(Duration.ofDays(10)));
    assertThat(got.get(0).news().get(0).order()).isEqualTo(LINE.order());
  }

  private NoticeDesk caring() {
    return NoticeDesk.of((customer, notices) -> got.addAll(notices), Duration.ofDays(5));
  }

  private static Change backordered(long quantity) {
    return Change.of(
        "O1", NOW, ANN, new News.Backordered(LINE, LAMP, units(quantity), Waits.unknown(quantity)));
  }

  private static Change shipped(String shipment, long quantity) {
    return Change.of(shipment, NOW, ANN, new News.Shipped(LINE, LAMP, units(quantity)));
  }

  /** What a desk reminds of after six days. */
  private List<News> reminders(NoticeDesk caring) {
    caring.deliver(NOW);
    got.clear();
    caring.deliver(NOW.plus(Duration.ofDays(6)));
    return got.stream().flatMap(each -> each.news().stream()).toList();
  }

  @Test
  void tell_shippedWithoutBackInStock_waitsNoMore() {
    NoticeDesk caring = caring();
    caring.tell(backordered(4));
    caring.tell(shipped("S1", 1));

    assertThat(reminders(caring)).containsExactly(new News.StillWaiting(LINE, units(3), NOW));

    caring.tell(shipped("S2", 3));

    assertThat(caring.nextDelivery()).contains(NOW);
    caring.deliver(NOW);
    assertThat(caring.nextDelivery()).isEmpty();
  }

  @Test
  void tell_shippedAfterBackInStock_countsTheUnitsOnce() {
    NoticeDesk caring = caring();
    caring.tell(backordered(5));
    caring.tell(Change.of("R1", NOW, ANN, filled(2)));
    caring.tell(shipped("S1", 2));

    assertThat(reminders(caring)).containsExactly(new News.StillWaiting(LINE, units(3), NOW));
  }

  @Test
  void tell_cancelledAfterBackInStock_takesWaitingUnitsFirst() {
    NoticeDesk caring = caring();
    caring.tell(backordered(5));
    caring.tell(Change.of("R1", NOW, ANN, filled(2)));
    caring.tell(
        Change.of("C1", NOW, ANN, new News.Cancelled(LINE, LAMP, units(4), News.Refund.none())));
    caring.tell(
        Change.of("C2", NOW, ANN, new News.Backordered(LINE, LAMP, units(3), Waits.unknown(3))));
    caring.tell(shipped("S1", 2));

    assertThat(reminders(caring)).containsExactly(new News.StillWaiting(LINE, units(2), NOW));
  }

  @Test
  void tell_changeThatSaysWhatWaits_isBelieved() {
    NoticeDesk caring = caring();
    caring.tell(backordered(2));
    Change parcel = new Change(
        "S1",
        NOW,
        Map.of(ANN, List.of(new News.Shipped(LINE, LAMP, units(3)))),
        Map.of(LINE, units(2)));
    caring.tell(parcel);

    assertThat(reminders(caring)).containsExactly(new News.StillWaiting(LINE, units(2), NOW));

    caring.tell(new Change("C1", NOW, Map.of(ANN, List.of(filled(1))), Map.of(LINE, units(0))));
    caring.deliver(NOW);
    assertThat(caring.nextDelivery()).isEmpty();
    assertThat(caring.tell(parcel)).isZero();
    assertThat(caring.nextDelivery()).contains(NOW.plus(Duration.ofDays(10)));
  }

  @Test
  void deliver_reminderThatWaitsForTheMorning_isOfWhatStillWaitsThen() {
    NoticeDesk caring = caring();
    caring.prefer(ANN, NoticePreferences.atOnce().dailyAt(LocalTime.of(18, 0), LONDON));
    caring.tell(backordered(4));
    caring.deliver(Instant.parse("2026-03-02T18:00:00Z"));
    got.clear();
    caring.deliver(NOW.plus(Duration.ofDays(5)));
    assertThat(caring.pending()).isEqualTo(1);
    Instant at = NOW.plus(Duration.ofDays(5)).plusSeconds(1);
    caring.tell(Change.of("R1", at, ANN, filled(3)));

    Instant evening = Instant.parse("2026-03-07T18:00:00Z");
    caring.deliver(evening);

    assertThat(got)
        .flatExtracting(Notice::news)
        .containsExactly(new News.StillWaiting(LINE, units(1), NOW), filled(3));
    got.clear();
    caring.deliver(NOW.plus(Duration.ofDays(10)).plusSeconds(2));
    caring.tell(Change.of("R2", NOW.plus(Duration.ofDays(10)).plusSeconds(3), ANN, filled(1)));
    caring.deliver(Instant.parse("2026-03-12T18:00:00Z"));

    assertThat(got).flatExtracting(Notice::news).containsExactly(filled(1));
    assertThat(caring.pending()).isZero();
  }

  @Test
  void recall_changeFromBeforeARestart_isKnownButNotTold() {
    NoticeDesk caring = caring();
    caring.recall(backordered(4));

    assertThat(caring.pending()).isZero();
    assertThat(caring.isPending("O1")).isFalse();
    assertThat(reminders(caring)).containsExactly(new News.StillWaiting(LINE, units(4), NOW));

    caring.recall(new Change("S1", NOW, Map.of(ANN, List.of(filled(4))), Map.of(LINE, units(0))));
    assertThat(caring.nextDelivery()).isEmpty();
  }

  @Test
  void isPending_untilEachCustomerHasTheNotice_isTrue() {
    desk.prefer(BOB, NoticePreferences.atOnce().dailyAt(LocalTime.of(18, 0), LONDON));
    desk.tell(new Change("R1", NOW, Map.of(ANN, List.of(filled(1)), BOB, List.of(filled(1)))));

    assertThat(desk.isPending("R2")).isFalse();
    assertThat(desk.isPending("R1")).isTrue();
    desk.deliver(NOW);
    assertThat(desk.isPending("R1")).isTrue();
    desk.deliver(Instant.parse("2026-03-02T18:00:00Z"));
    assertThat(desk.isPending("R1")).isFalse();
  }

  @Test
  void and_cancelledUnits_addUpWithTheirRefunds() {
    Optional<LocalDate> by = Optional.of(TODAY);
    News two = new News.Cancelled(
        LINE, LAMP, units(2), new News.Refund(by, Optional.of(BigDecimal.valueOf(20))));
    News one = new News.Cancelled(
        LINE, LAMP, units(1), new News.Refund(by, Optional.of(BigDecimal.valueOf(11))));
    News unsaid = new News.Cancelled(LINE, LAMP, units(1), new News.Refund(by, Optional.empty()));

    assertThat(two.and(one))
        .contains(new News.Cancelled(
            LINE, LAMP, units(3), new News.Refund(by, Optional.of(BigDecimal.valueOf(31)))));
    assertThat(two.and(unsaid))
        .contains(new News.Cancelled(LINE, LAMP, units(3), new News.Refund(by, Optional.empty())));
    assertThat(two.and(new News.Cancelled(LINE, LAMP, units(1), News.Refund.none())))
        .isEmpty();
    assertThat(new Change("C1", NOW, Map.of(ANN, List.of(two, one))).news().get(ANN))
        .hasSize(1);
    assertRefused(
        () -> new News.Refund(by, Optional.of(new BigDecimal("-0.01"))),
        ErrorCode.INVALID_NUMBER,
        "amount paid back must not be negative: -0.01");
  }

  @Test
  void outcome_deliveryAgainstTheFirstAndTheLastPromise_saysWhatBecameOfIt() {
    assertThat(delivered(3, OptionalInt.of(3), 3).outcome()).isEqualTo(Outcome.KEPT);
    assertThat(delivered(4, OptionalInt.of(3), 5).outcome()).isEqualTo(Outcome.KEPT_AS_REVISED);
    assertThat(delivered(6, OptionalInt.of(3), 5).outcome()).isEqualTo(Outcome.LATE);
    assertThat(delivered(6, OptionalInt.empty(), 5).outcome()).isEqualTo(Outcome.NOT_PROMISED);
    assertThat(delivered(6, OptionalInt.of(3), 5).daysLate()).hasValue(3);
    assertThat(delivered(1, OptionalInt.of(3), 5).daysLate()).hasValue(-2);
    assertThat(delivered(1, OptionalInt.empty(), 5).daysLate()).isEmpty();
  }

  private static News.Delivered delivered(int day, OptionalInt first, int last) {
    Optional<LocalDate> promised =
        first.isEmpty() ? Optional.empty() : Optional.of(TODAY.plusDays(first.getAsInt()));
    return new News.Delivered(
        LINE.order(), TODAY.plusDays(day), promised, Optional.of(TODAY.plusDays(last)));
  }

  @Test
  void forget_oldChanges_areTakenAnewAndOpenOnesNot() {
    desk.prefer(BOB, NoticePreferences.atOnce().dailyAt(LocalTime.of(18, 0), LONDON));
    Change change = new Change("R1", NOW, Map.of(ANN, List.of(filled(1)), BOB, List.of(filled(1))));
    desk.tell(change);
    desk.deliver(NOW);

    desk.forget(NOW.plusSeconds(1));

    assertThat(desk.tell(change)).isEqualTo(1);
    desk.deliver(NOW);
    desk.forget(NOW);
    assertThat(desk.tell(change)).isZero();
  }

  @Test
  void of_changedPromise_isADelayOrGoodNewsOrTooLittle() {
    Consent asked = new Consent(LINE, NOW, Answer.KEEP, Optional.empty());
    PromiseChange lost = new PromiseChange(LINE, Waits.shelf(1, TODAY), Waits.unknown(1));

    assertThat(News.of(LAMP, change(3, 9), 3, Optional.of(asked)))
        .contains(new News.Delayed(
            LAMP,
            change(3, 9),
            Set.of(Choice.WAIT, Choice.CANCEL, Choice.SUBSTITUTE),
            Optional.of(NOW)));
    assertThat(News.of(LAMP, change(9, 3), 3, Optional.empty()))
        .contains(new News.Sooner(LAMP, change(9, 3)));
    assertThat(News.of(LAMP, change(3, 5), 3, Optional.empty())).isEmpty();
    assertThat(News.of(LAMP, lost, 3, Optional.empty()).orElseThrow())
        .isInstanceOf(News.Delayed.class);
    assertThat(News.of(LAMP, change(3, 9), 3, Optional.empty()).orElseThrow().order())
        .isEqualTo(LINE.order());
    assertRefused(
        () -> News.of(LAMP, change(3, 9), 0, Optional.empty()),
        ErrorCode.INVALID_NUMBER,
        "threshold in days must be at least 1: 0");
  }

  @Test
  void and_newsOfOneLine_addUpAndOthersDoNot() {
    News other = new News.BackInStock(OrderLineId.of("O1", "2"), LAMP, units(1));
    News shipped = new News.Shipped(LINE, LAMP, units(1));
    News delivered = new News.Delivered(LINE.order(), TODAY, Optional.empty(), Optional.empty());

    assertThat(filled(1).and(filled(2))).contains(filled(3));
    assertThat(filled(1).and(other)).isEmpty();
    assertThat(filled(1).and(shipped)).isEmpty();
    assertThat(delivered.and(delivered)).contains(delivered);
    assertThat(delivered.and(shipped)).isEmpty();
    assertThat(shipped.order()).isEqualTo(LINE.order());
  }

  @Test
  void badValues_areRefused() {
    assertRefused(
        () -> desk.tell(Change.of(" ", NOW, ANN, filled(1))),
        ErrorCode.INVALID_IDENTIFIER,
        "change must have 1 to 200 characters: 1");
    assertRefused(
        () -> new Notice.Id("x".repeat(201), ANN),
        ErrorCode.INVALID_IDENTIFIER,
        "change must have 1 to 200 characters: 201");
    assertRefused(
        () -> new Notice(new Notice.Id("R1", ANN), NOW, List.of()),
        ErrorCode.INVALID_NUMBER,
        "number of news must be at least 1: 0");
    assertRefused(
        () -> NoticeDesk.of(NoticeListener.NONE, Duration.ZERO),
        ErrorCode.INVALID_NUMBER,
        "silence must be above zero and at most PT876600H: PT0S");
    assertRefused(
        () -> NoticePreferences.atOnce().quietBetween(LocalTime.NOON, LocalTime.NOON, LONDON),
        ErrorCode.CONFIG_INVALID,
        "quiet hours must end at another time than 12:00: 12:00");
    assertThat(NoticePreferences.atOnce()).hasToString("quiet never, digest never");
    assertThat(NoticePreferences.atOnce().dailyAt(LocalTime.NOON, LONDON))
        .isEqualTo(NoticePreferences.atOnce().dailyAt(LocalTime.NOON, LONDON))
        .isNotEqualTo(NoticePreferences.atOnce());
  }
}
