package io.backorder.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.promise.PromisePolicy.Lateness;
import io.backorder.stock.Quantity;
import io.backorder.supply.SupplierScorecard;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds of every day that is promised, whatever the record, the calendar and the clock. */
final class PromiseRulesProperties {

  private static final Quantity TEN = Quantity.of(10);
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @Provide
  Arbitrary<double[]> records() {
    return Arbitraries.integers()
        .between(-20, 40)
        .list()
        .ofMinSize(1)
        .ofMaxSize(30)
        .map(list -> list.stream().mapToDouble(each -> each / 2.0).toArray());
  }

  @Provide
  Arbitrary<PromisePolicy> policies() {
    return Arbitraries.of(
        PromisePolicy.asAnnounced(),
        PromisePolicy.quantile(0.3),
        PromisePolicy.quantile(0.8),
        PromisePolicy.calibrated(0.5),
        PromisePolicy.calibrated(0.9),
        PromisePolicy.newsvendor(3, 1),
        PromisePolicy.calibrated(0.95).orAsAnnounced());
  }

  @Provide
  Arbitrary<WorkingCalendar> calendars() {
    return Arbitraries.of(
            "UTC", "Europe/London", "America/New_York", "Pacific/Apia", "Australia/Lord_Howe")
        .map(WorkingCalendar::everyDay)
        .flatMap(calendar -> Arbitraries.of(
            calendar,
            calendar.closedOn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
            calendar
                .closedOn(DayOfWeek.MONDAY)
                .withHolidays(List.of(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 29)))
                .withCutOff(LocalTime.of(14, 30))));
  }

  /** Moments over two years, so that clocks change among them. */
  @Provide
  Arbitrary<Instant> moments() {
    return Arbitraries.longs()
        .between(0, Duration.ofDays(730).toMinutes())
        .map(minutes -> START.plus(Duration.ofMinutes(minutes)));
  }

  private static Optional<PromiseRange> promised(
      PromiseRules rules, double[] record, Instant due, Instant now) {
    return rules
        .inbound(Cards.supply("PO", due), TEN, Cards.lateBy(record), now)
        .range();
  }

  @Property
  void noDayIsBeforeTheShelfsDayNorOneOnWhichNobodyWorks(
      @ForAll("policies") PromisePolicy policy,
      @ForAll("calendars") WorkingCalendar calendar,
      @ForAll("records") double[] record,
      @ForAll("moments") Instant due) {
    PromiseRules rules = PromiseRules.of(calendar).with(policy).withHandling(2);
    Instant now = START.plus(Duration.ofDays(365));
    promised(rules, record, due, now).ifPresent(range -> {
      for (LocalDate day : List.of(range.earliest(), range.likely(), range.latest())) {
        assertThat(calendar.isWorkingDay(day)).isTrue();
        assertThat(day).isAfterOrEqualTo(rules.shelfDay(now));
      }
    });
    assertThat(rules.shelfDay(now)).isAfterOrEqualTo(calendar.day(now));
  }

  @Property
  void aSupplyTakenAtItsWordIsNotPromisedBeforeItsDayAndHandling(
      @ForAll("calendars") WorkingCalendar calendar,
      @ForAll("moments") Instant due,
      @ForAll @IntRange(max = 5) int handling) {
    PromiseRules rules = PromiseRules.of(calendar).withHandling(handling);
    Inbound inbound = rules.inbound(Cards.supply("PO", due), TEN, SupplierScorecard.empty(), START);

    assertThat(inbound.range().orElseThrow().latest())
        .isEqualTo(
            PromiseRange.later(calendar.plus(calendar.day(due), handling), rules.shelfDay(START)));
    assertThat(inbound.reason()).isEqualTo(Promise.Reason.ANNOUNCED);
  }

  @Property
  void aLaterDueMomentGivesNoEarlierDay(
      @ForAll("policies") PromisePolicy policy,
      @ForAll("calendars") WorkingCalendar calendar,
      @ForAll("records") double[] record,
      @ForAll("moments") Instant due) {
    PromiseRules rules = PromiseRules.of(calendar).with(policy).withHandling(1);
    Optional<PromiseRange> one = promised(rules, record, due, START);
    Optional<PromiseRange> later = promised(rules, record, due.plusSeconds(50_000), START);

    one.ifPresent(range -> requireNoEarlier(range, later.orElseThrow()));
  }

  private static void requireNoEarlier(PromiseRange one, PromiseRange other) {
    assertThat(other.earliest()).isAfterOrEqualTo(one.earliest());
    assertThat(other.likely()).isAfterOrEqualTo(one.likely());
    assertThat(other.latest()).isAfterOrEqualTo(one.latest());
  }

  @Property
  void laterDeliveriesInTheRecordGiveNoEarlierDay(
      @ForAll("policies") PromisePolicy policy,
      @ForAll("records") double[] record,
      @ForAll @Size(30) List<@IntRange(max = 9) Integer> delays) {
    double[] worse = IntStream.range(0, record.length)
        .mapToDouble(i -> record[i] + delays.get(i))
        .toArray();
    Optional<Lateness> one = policy.lateness(Cards.lateBy(record));
    Optional<Lateness> other = policy.lateness(Cards.lateBy(worse));

    assertThat(other.isPresent()).isEqualTo(one.isPresent());
    one.ifPresent(late -> {
      assertThat(other.orElseThrow().earliest()).isGreaterThanOrEqualTo(late.earliest());
      assertThat(other.orElseThrow().likely()).isGreaterThanOrEqualTo(late.likely());
      assertThat(other.orElseThrow().latest()).isGreaterThanOrEqualTo(late.latest());
    });
  }

  @Property
  void aSurerPolicyPromisesNoEarlierDay(
      @ForAll("records") double[] record, @ForAll @IntRange(min = 50, max = 98) int percent) {
    SupplierScorecard card = Cards.lateBy(record);
    double less = percent / 100.0;
    double more = less + 0.01;

    assertThat(PromisePolicy.quantile(more).lateness(card).orElseThrow().latest())
        .isGreaterThanOrEqualTo(
            PromisePolicy.quantile(less).lateness(card).orElseThrow().latest());
    PromisePolicy.calibrated(more)
        .lateness(card)
        .ifPresent(surer -> assertThat(surer.latest())
            .isGreaterThanOrEqualTo(
                PromisePolicy.calibrated(less).lateness(card).orElseThrow().latest()));
  }

  @Property
  void theNewsvendorsDayCostsLeastOfAllDays(
      @ForAll("records") double[] record,
      @ForAll @IntRange(min = 1, max = 20) int late,
      @ForAll @IntRange(min = 1, max = 20) int early) {
    double chosen = PromisePolicy.newsvendor(late, early)
        .lateness(Cards.lateBy(record))
        .orElseThrow()
        .latest();
    for (double other : record) {
      assertThat(cost(record, chosen, late, early))
          .isLessThanOrEqualTo(cost(record, other, late, early) + 1e-9);
    }
  }

  private static double cost(double[] record, double promised, int late, int early) {
    return Arrays.stream(record)
        .map(each -> each > promised ? late * (each - promised) : early * (promised - each))
        .sum();
  }

  /** With the record of rank k a new delivery, taken from the same n + 1, is late at most n + 1 - k times. */
  @Property
  void theCalibratedDayIsKeptByAsManyOfOneMoreDeliveryAsItSays(
      @ForAll("records") double[] record, @ForAll @IntRange(min = 50, max = 95) int percent) {
    double p = percent / 100.0;
    int kept = 0;
    int asked = 0;
    for (int left = 0; left < record.length; left++) {
      int out = left;
      double[] others = IntStream.range(0, record.length)
          .filter(i -> i != out)
          .mapToDouble(i -> record[i])
          .toArray();
      Optional<Lateness> bound = PromisePolicy.calibrated(p).lateness(Cards.lateBy(others));
      asked += bound.isPresent() ? 1 : 0;
      kept += bound.filter(late -> record[out] <= late.latest()).isPresent() ? 1 : 0;
    }
    assertThat(asked).isIn(0, record.length);
    assertThat(kept).isGreaterThanOrEqualTo((int) Math.ceil(p * asked - 1e-9));
  }

  @Property
  void shiftingAllMomentsByDaysShiftsAllDaysByThem(
      @ForAll("policies") PromisePolicy policy,
      @ForAll("records") double[] record,
      @ForAll("moments") Instant due,
      @ForAll @IntRange(min = -500, max = 500) int days) {
    PromiseRules rules =
        PromiseRules.of(WorkingCalendar.everyDay(ZoneOffset.ofHours(5))).with(policy);
    Instant now = START.plus(Duration.ofDays(200));
    Duration shift = Duration.ofDays(days);

    assertThat(promised(rules, record, due.plus(shift), now.plus(shift)))
        .isEqualTo(
            promised(rules, record, due, now).map(range -> range.plusDays(days, rules.calendar())));
  }

  /** A supply that is late by whole days is promised as many days later, whatever the clocks do meanwhile. */
  @Property
  void aChangeOfClocksMovesNoDay(
      @ForAll("moments") Instant due, @ForAll @IntRange(max = 200) int late) {
    for (String zone : List.of("Europe/London", "America/New_York", "Australia/Lord_Howe")) {
      PromiseRules rules =
          PromiseRules.of(WorkingCalendar.everyDay(zone)).with(PromisePolicy.quantile(0.5));
      Optional<PromiseRange> range = promised(rules, new double[] {late}, due, START);

      assertThat(range.orElseThrow().latest())
          .isEqualTo(rules.calendar().day(due).plusDays(late));
    }
  }

  @Property(tries = 100)
  void defaultZoneAndLocaleDoNotMatter(
      @ForAll("calendars") WorkingCalendar calendar,
      @ForAll("records") double[] record,
      @ForAll("moments") Instant due) {
    PromiseRules rules = PromiseRules.of(calendar).with(PromisePolicy.quantile(0.9));
    Optional<PromiseRange> expected = promised(rules, record, due, START);
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    try {
      for (String other : List.of("Pacific/Kiritimati", "America/Adak", "Asia/Kathmandu")) {
        TimeZone.setDefault(TimeZone.getTimeZone(ZoneId.of(other)));
        Locale.setDefault(Locale.forLanguageTag("th-TH-u-ca-buddhist-nu-thai"));
        assertThat(promised(rules, record, due, START)).isEqualTo(expected);
      }
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }
  }
}
