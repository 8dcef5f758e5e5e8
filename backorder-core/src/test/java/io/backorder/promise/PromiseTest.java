package io.backorder.promise;

import static io.backorder.refusal.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.backorder.demand.DeliveryRule;
import io.backorder.demand.OrderLineId;
import io.backorder.pegging.Need;
import io.backorder.promise.Promise.Part;
import io.backorder.promise.Promise.Reason;
import io.backorder.promise.Promise.Step;
import io.backorder.promise.PromiseChange.Kind;
import io.backorder.promise.PromisePolicy.Lateness;
import io.backorder.refusal.ErrorCode;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.supply.SupplierScorecard;
import io.backorder.supply.SupplyId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class PromiseTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final WorkingCalendar EVERY_DAY = WorkingCalendar.everyDay("UTC");
  private static final WorkingCalendar OFFICE = WorkingCalendar.everyDay("Europe/London")
      .closedOn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)
      .withCutOff(LocalTime.of(14, 0));
  private static final SupplyId PO_1 = SupplyId.of("PO-1");
  private static final SupplyId PO_2 = SupplyId.of("PO-2");
  private static final Sku LAMP = Sku.of("LAMP");

  private static final double[] NINE = {0, 0, 0, 1, 1, 2, 3, 5, 9};

  private static Quantity units(long number) {
    return Quantity.of(number);
  }

  private static LocalDate day(int number) {
    return TODAY.plusDays(number);
  }

  private static OrderLineId line(int order) {
    return OrderLineId.of("O" + order, "1");
  }

  private static Inbound sure(SupplyId supply, int day, double confidence) {
    PromiseRange range =
        new PromiseRange(day(day - 1), day(day), day(day + 1), OptionalDouble.of(confidence));
    return new Inbound(supply, units(10), Reason.RECORD, Optional.of(range));
  }

  private static Inbound inbound(PromiseRules rules, String due, double... record) {
    return rules.inbound(
        Cards.supply("PO-1", Instant.parse(due)), units(10), Cards.lateBy(record), NOW);
  }

  @Test
  void inbound_nineDeliveries_giveABoundOfNinetyPerCentAndEightDoNot() {
    PromiseRules rules = PromiseRules.of(EVERY_DAY).with(PromisePolicy.calibrated(0.9));

    Inbound known = inbound(rules, "2026-03-10T23:59:59Z", NINE);
    Inbound unknown = inbound(rules, "2026-03-10T23:59:59Z", 0, 0, 1, 1, 2, 3, 5, 9);

    assertThat(known.range())
        .contains(new PromiseRange(
            LocalDate.of(2026, 3, 10),
            LocalDate.of(2026, 3, 11),
            LocalDate.of(2026, 3, 19),
            OptionalDouble.of(0.9)));
    assertThat(known.reason()).isEqualTo(Reason.RECORD);
    assertThat(unknown.range()).isEmpty();
    assertThat(unknown.reason()).isEqualTo(Reason.NOT_ENOUGH_HISTORY);
  }

  @Test
  void inbound_notEnoughHistoryOrTheSuppliersWord_hasADayAndNoConfidence() {
    PromiseRules rules =
        PromiseRules.of(EVERY_DAY).with(PromisePolicy.calibrated(0.9).orAsAnnounced());

    Inbound inbound = inbound(rules, "2026-03-10T23:59:59Z", 4);

    assertThat(inbound.range()).contains(PromiseRange.of(LocalDate.of(2026, 3, 10)));
    assertThat(inbound.reason()).isEqualTo(Reason.ANNOUNCED);
    assertThat(inbound.range().orElseThrow())
        .hasToString("2026-03-10 to 2026-03-10, likely 2026-03-10");
  }

  @Test
  void inbound_officeWithTwoDaysOfHandling_skipsTheWeekend() {
    PromiseRules rules = PromiseRules.of(OFFICE).withHandling(2);

    assertThat(inbound(rules, "2026-03-05T23:59:59Z").range())
        .contains(PromiseRange.of(LocalDate.of(2026, 3, 9)));
    assertThat(inbound(rules, "2026-03-07T12:00:00Z").range())
        .contains(PromiseRange.of(LocalDate.of(2026, 3, 11)));
    assertThat(rules.shelfDay(Instant.parse("2026-03-06T13:59:00Z")))
        .isEqualTo(LocalDate.of(2026, 3, 10));
    assertThat(rules.shelfDay(Instant.parse("2026-03-06T14:00:00Z")))
        .isEqualTo(LocalDate.of(2026, 3, 11));
  }

  @Test
  void inbound_overdue_promisesNothingUnlessTheRecordOrARuleGivesADay() {
    PromiseRules rules = PromiseRules.of(EVERY_DAY);
    String yesterday = "2026-03-01T23:59:59Z";

    assertThat(inbound(rules, yesterday).reason()).isEqualTo(Reason.OVERDUE);
    assertThat(inbound(rules, yesterday).range()).isEmpty();
    assertThat(
            inbound(rules.with(PromisePolicy.calibrated(0.9)), yesterday, NINE).range())
        .contains(
            new PromiseRange(TODAY, TODAY, LocalDate.of(2026, 3, 10), OptionalDouble.of(0.9)));
    assertThat(inbound(rules.with(PromisePolicy.quantile(0.1)), yesterday, NINE).reason())
        .isEqualTo(Reason.OVERDUE);
    assertThat(inbound(rules.with(OverdueRule.expectedWithin(7, 1)), yesterday).range())
        .contains(PromiseRange.of(day(1)));
    assertThat(inbound(rules.with(OverdueRule.expectedWithin(7, 1)), "2026-02-20T23:59:59Z")
            .range())
        .isEmpty();
    assertThat(inbound(rules, "2026-03-02T08:59:59Z").range()).isEmpty();
    assertThat(inbound(rules, "2026-03-02T09:00:00Z").range()).contains(PromiseRange.of(TODAY));
  }

  @Test
  void lateness_newsvendor_isTheCheapestDay() {
    double[] times = {5, 6, 6, 7, 8, 9, 10, 12, 14, 20};

    Lateness three =
        PromisePolicy.newsvendor(3, 1).lateness(Cards.lateBy(times)).orElseThrow();
    Lateness four = PromisePolicy.newsvendor(4, 1).lateness(Cards.lateBy(times)).orElseThrow();

    assertThat(three.latest()).isEqualTo(12);
    assertThat(three.confidence()).hasValue(0.75);
    assertThat(four.latest()).isEqualTo(12);
    assertThat(PromisePolicy.newsvendor(3, 1).lateness(SupplierScorecard.empty()))
        .isEmpty();
  }

  @Test
  void promise_partsOfSeveralSupplies_stepsRangeAndGround() {
    Promise promise = Promise.of(
        Part.onShelf(units(2), TODAY),
        Part.from(units(3), sure(PO_1, 5, 0.9)),
        Part.from(units(4), sure(PO_2, 9, 0.8)),
        Part.from(units(1), sure(PO_1, 5, 0.9)));

    assertThat(promise.steps())
        .containsExactly(
            new Step(TODAY, units(2)), new Step(day(6), units(4)), new Step(day(10), units(4)));
    assertThat(promise.by()).contains(day(10));
    assertThat(promise.quantity()).isEqualTo(units(10));
    assertThat(promise.supplies()).containsExactly(PO_1, PO_2);
    assertThat(promise.reason()).isEqualTo(Reason.RECORD);
    PromiseRange range = promise.range().orElseThrow();
    assertThat(range.earliest()).isEqualTo(day(8));
    assertThat(range.likely()).isEqualTo(day(9));
    assertThat(range.confidence().orElseThrow()).isCloseTo(0.72, within(1e-12));
  }

  @Test
  void promise_oneUnitWithoutADay_hasNone() {
    Promise promise = Promise.of(
        Part.from(units(3), sure(PO_1, 5, 0.9)), Part.unknown(units(1), Reason.NO_SUPPLY));

    assertThat(promise.by()).isEmpty();
    assertThat(promise.range()).isEmpty();
    assertThat(promise.unknown()).isEqualTo(units(1));
    assertThat(promise.steps()).containsExactly(new Step(day(6), units(3)));
    assertThat(promise.reason()).isEqualTo(Reason.NO_SUPPLY);
  }

  @Test
  void promise_notBeforeTheRelease_movesEarlierDaysAlone() {
    Promise promise = Promise.of(
            Part.onShelf(units(1), TODAY), Part.from(units(1), sure(PO_1, 20, 0.9)))
        .notBefore(day(10));

    assertThat(promise.steps())
        .containsExactly(new Step(day(10), units(1)), new Step(day(21), units(1)));
    assertThat(promise.reason()).isEqualTo(Reason.RECORD);
  }

  @Test
  void together_latestLineGivesTheDayAndOneWithoutTakesItFromAll() {
    Promise shelf = Promise.of(Part.onShelf(units(1), TODAY));
    Promise later = Promise.of(Part.from(units(1), Inbound.announced(PO_1, units(9), day(7))));
    Promise none = Promise.of(Part.unknown(units(1), Reason.OVERDUE));

    assertThat(Promise.together(List.of(shelf, later)))
        .extracting(Promise::by)
        .containsExactly(Optional.of(day(7)), Optional.of(day(7)));
    assertThat(Promise.together(List.of(shelf, none)))
        .extracting(Promise::reason)
        .containsExactly(Reason.WAITS_FOR_ORDER, Reason.OVERDUE);
    assertThat(Promise.together(List.of())).isEmpty();
  }

  @Test
  void together_onSeveralSupplies_isAsSureAsAllAndSaysWhatItWaitsFor() {
    Promise shelf = Promise.of(Part.onShelf(units(1), TODAY));
    Promise both = Promise.of(
        Part.from(units(2), sure(PO_1, 5, 0.9)), Part.from(units(1), sure(PO_2, 9, 0.8)));

    List<Promise> together = Promise.together(List.of(shelf, both));

    for (Promise each : together) {
      assertThat(each.range()).isEqualTo(both.range());
      assertThat(each.supplies()).containsExactly(PO_1, PO_2);
      assertThat(each.reason()).isEqualTo(Reason.RECORD);
    }
    assertThat(together).extracting(Promise::quantity).containsExactly(units(1), units(3));
  }

  @Test
  void ofAll_oneWithoutADay_hasNoneForItsReason() {
    Promise there = Promise.of(Part.from(units(4), sure(PO_1, 5, 0.9)));
    Promise none = Promise.of(Part.unknown(units(4), Reason.OVERDUE));

    assertThat(Promise.ofAll(units(2), List.of(there, none)))
        .isEqualTo(Promise.of(Part.unknown(units(2), Reason.OVERDUE)));
    assertThat(Promise.ofAll(units(2), List.of(there, there)))
        .isEqualTo(Promise.of(Part.from(units(2), sure(PO_1, 5, 0.9))));
    assertRefused(
        () -> Promise.ofAll(units(1), List.of()),
        ErrorCode.INVALID_NUMBER,
        "number of promises must be at least 1: 0");
  }

  @Test
  void promise_partsThatAreAlike_areOne() {
    Part one = Part.from(units(3), sure(PO_1, 5, 0.9));
    Part other = Part.from(units(1), sure(PO_2, 5, 0.9));

    assertThat(Promise.of(one, other, one).parts())
        .containsExactly(Part.from(units(6), sure(PO_1, 5, 0.9)), other);
  }

  private static PromisePlan plan(Need... needs) {
    return PromisePlan.on(TODAY)
        .with(
            LAMP,
            List.of(needs),
            List.of(
                Inbound.announced(PO_1, units(10), day(4)),
                Inbound.announced(PO_2, units(10), day(11))));
  }

  @Test
  void whatIf_supplySlipsNineDays_namesTheLinesThatMove() {
    PromisePlan plan =
        plan(Need.of(line(1), units(6)), Need.of(line(2), units(6)), Need.of(line(3), units(4)));

    List<PromiseChange> changes = plan.whatIf(new SupplyChange.Slip(PO_1, 9));

    assertThat(changes).extracting(PromiseChange::line).containsExactly(line(1), line(2), line(3));
    assertThat(changes)
        .extracting(PromiseChange::kind)
        .containsExactly(Kind.SLIPPED, Kind.SLIPPED, Kind.SLIPPED);
    assertThat(changes.get(0).days()).hasValue(7);
    assertThat(changes.get(0).after().supplies()).containsExactly(PO_2);
    assertThat(changes.get(2).days()).hasValue(2);
    assertThat(changes.get(2).isWorthTelling(2)).isTrue();
    assertThat(changes.get(2).isWorthTelling(3)).isFalse();
    assertThat(plan.promise(line(1)).orElseThrow().by()).contains(day(4));
  }

  @Test
  void whatIf_thirtyPerCentShort_lastLinesLose() {
    PromisePlan plan =
        plan(Need.of(line(1), units(7)), Need.of(line(2), units(3)), Need.of(line(3), units(10)));

    List<PromiseChange> changes = plan.whatIf(new SupplyChange.Shortage(PO_1, 30));

    assertThat(changes).extracting(PromiseChange::line).containsExactly(line(2), line(3));
    assertThat(changes).extracting(PromiseChange::kind).containsExactly(Kind.SLIPPED, Kind.LOST);
    assertThat(changes.get(1).days()).isEmpty();
    assertThat(changes.get(1).isWorthTelling(30)).isTrue();
    assertThat(changes.get(1).after().unknown()).isEqualTo(units(3));
  }

  /** Why the laws of more supply speak of lines that may come bit by bit. */
  @Test
  void with_moreSupplyBeforeAWholeLine_maySetBackALineBehind() {
    List<Need> needs = List.of(
        Need.of(line(1), units(6)).with(DeliveryRule.COMPLETE_LINE), Need.of(line(2), units(2)));
    Inbound early = Inbound.announced(PO_1, units(4), day(1));
    Inbound late = Inbound.announced(PO_2, units(2), day(9));
    PromisePlan before = PromisePlan.on(TODAY).with(LAMP, needs, List.of(early));

    PromisePlan after = before.with(LAMP, needs, List.of(early, late));

    assertThat(before.promise(line(2)).orElseThrow().by()).contains(day(1));
    assertThat(after.promise(line(1)).orElseThrow().steps())
        .containsExactly(new Step(day(1), units(4)), new Step(day(9), units(2)));
    assertThat(after.promise(line(2)).orElseThrow().by()).isEmpty();
  }

  @Test
  void kind_daysMadeLostAndKept_areToldApart() {
    Promise none = Promise.of(Part.unknown(units(1), Reason.NO_SUPPLY));
    Promise soon = Promise.of(Part.onShelf(units(1), TODAY));
    Promise late = Promise.of(Part.onShelf(units(1), day(3)));

    assertThat(new PromiseChange(line(1), none, soon).kind()).isEqualTo(Kind.MADE);
    assertThat(new PromiseChange(line(1), soon, none).kind()).isEqualTo(Kind.LOST);
    assertThat(new PromiseChange(line(1), late, soon).kind()).isEqualTo(Kind.IMPROVED);
    assertThat(new PromiseChange(line(1), late, soon).days()).hasValue(-3);
    assertThat(new PromiseChange(line(1), none, none).kind()).isEqualTo(Kind.SAME);
    assertThat(new PromiseChange(line(1), none, none).isWorthTelling(1)).isFalse();
    assertThat(new PromiseChange(line(1), soon, soon).isWorthTelling(1)).isFalse();
  }

  @Test
  void probability_promisesOfOneOrder_countEachSupplyOnce() {
    Promise one = Promise.of(Part.from(units(1), sure(PO_1, 5, 0.9)));
    Promise two = Promise.of(
        Part.from(units(1), sure(PO_1, 5, 0.9)), Part.from(units(1), sure(PO_2, 5, 0.9)));
    Promise word = Promise.of(Part.from(units(1), Inbound.announced(PO_2, units(1), TODAY)));

    OrderConfidence both = OrderConfidence.none().and(one).and(two);

    assertThat(both.probability().orElseThrow()).isCloseTo(0.81, within(1e-12));
    assertThat(both.supplies()).containsExactly(PO_1, PO_2);
    assertThat(both.neededEach(0.9).orElseThrow()).isCloseTo(0.9486832980505138, within(1e-12));
    assertThat(both.and(word).probability()).isEmpty();
    assertThat(OrderConfidence.none()
            .and(Promise.of(Part.onShelf(units(1), TODAY)))
            .probability())
        .hasValue(1);
    assertThat(OrderConfidence.none().neededEach(0.9)).isEmpty();
  }

  @Test
  void badValues_areRefused() {
    assertRefused(
        () -> new PromiseRange(TODAY, day(-1), TODAY, OptionalDouble.empty()),
        ErrorCode.INVALID_NUMBER,
        "likely day must be no earlier than 2026-03-02: 2026-03-01");
    assertRefused(
        () -> new PromiseRange(TODAY, TODAY, day(-1), OptionalDouble.empty()),
        ErrorCode.INVALID_NUMBER,
        "latest day must be no earlier than 2026-03-02: 2026-03-01");
    assertRefused(
        () -> new PromiseRange(TODAY, TODAY, TODAY, OptionalDouble.of(Double.NaN)),
        ErrorCode.INVALID_NUMBER,
        "confidence must be in (0, 1]: NaN");
    assertRefused(
        () -> new Promise(List.of()),
        ErrorCode.INVALID_NUMBER,
        "number of parts must be at least 1: 0");
    assertRefused(
        () -> new Lateness(1, 0, 2, OptionalDouble.empty()),
        ErrorCode.INVALID_NUMBER,
        "likely lateness must be at least 1.0: 0.0");
    assertRefused(
        () -> new Lateness(0, 1, 0, OptionalDouble.empty()),
        ErrorCode.INVALID_NUMBER,
        "latest lateness must be at least 1.0: 0.0");
    assertRefused(
        () -> new Lateness(Double.NEGATIVE_INFINITY, 1, 1, OptionalDouble.empty()),
        ErrorCode.INVALID_NUMBER,
        "earliest lateness must be finite: -Infinity");
    assertRefused(
        () -> PromisePolicy.calibrated(0.4),
        ErrorCode.INVALID_NUMBER,
        "probability must be at least 0.5: 0.4");
    assertRefused(
        () -> PromisePolicy.quantile(1),
        ErrorCode.INVALID_NUMBER,
        "probability must be in (0, 1): 1.0");
    assertRefused(
        () -> PromisePolicy.newsvendor(0, 1),
        ErrorCode.INVALID_NUMBER,
        "cost of a day late must be positive and finite: 0.0");
    assertRefused(
        () -> PromisePolicy.newsvendor(1, Double.NaN),
        ErrorCode.INVALID_NUMBER,
        "cost of a day early must be positive and finite: NaN");
    assertRefused(
        () -> OrderConfidence.none().and(PO_1, 1.5),
        ErrorCode.INVALID_NUMBER,
        "probability must be in [0, 1]: 1.5");
    assertRefused(
        () -> OrderConfidence.none().neededEach(1),
        ErrorCode.INVALID_NUMBER,
        "target must be in (0, 1): 1.0");
    assertRefused(
        () -> PromiseRules.of(EVERY_DAY).withHandling(-1),
        ErrorCode.INVALID_NUMBER,
        "handling in days must be at least 0: -1");
  }

  @Test
  void badChanges_areRefused() {
    assertRefused(
        () -> new SupplyChange.Slip(PO_1, 36_526),
        ErrorCode.INVALID_NUMBER,
        "slip in days must be in [-36525, 36525]: 36526");
    assertRefused(
        () -> new SupplyChange.Shortage(PO_1, 101),
        ErrorCode.INVALID_NUMBER,
        "shortage in per cent must be in [0, 100]: 101");
    assertRefused(
        () -> plan().whatIf(new SupplyChange.Shortage(SupplyId.of("PO-9"), 10)),
        ErrorCode.UNKNOWN_SUPPLY,
        "supply must be one of this plan: PO-9");
    assertRefused(
        () -> new PromiseChange(
                line(1),
                Promise.of(Part.onShelf(units(1), TODAY)),
                Promise.of(Part.onShelf(units(1), TODAY)))
            .isWorthTelling(0),
        ErrorCode.INVALID_NUMBER,
        "threshold in days must be at least 1: 0");
    assertThat(new SupplyChange.Shortage(PO_1, 30)
            .appliedTo(Inbound.announced(PO_1, units(Long.MAX_VALUE), TODAY))
            .open())
        .isEqualTo(units(6_456_360_425_798_343_064L));
  }

  /** A policy of the host's own that breaks its contract is named, and an absurd lateness refused. */
  @Test
  void inbound_policyOfTheHostsOwn_isHeldToItsContract() {
    PromiseRules absurd = PromiseRules.of(EVERY_DAY)
        .with(record -> Optional.of(new Lateness(1e12, 1e12, 1e12, OptionalDouble.empty())));
    PromiseRules unsure = PromiseRules.of(EVERY_DAY)
        .with(record -> Optional.of(new Lateness(0, 0, 0, OptionalDouble.of(2))));

    assertRefused(
        () -> inbound(absurd, "2026-03-10T00:00:00Z"),
        ErrorCode.INVALID_NUMBER,
        "lateness in days must lead to a day that there is: 1.0E12");
    assertRefused(
        () -> inbound(unsure, "2026-03-10T00:00:00Z"),
        ErrorCode.INVALID_NUMBER,
        "confidence must be in (0, 1]: 2.0");
  }
}
