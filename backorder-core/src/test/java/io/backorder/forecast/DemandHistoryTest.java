package io.backorder.forecast;

import static io.backorder.refusal.ErrorCode.INVALID_NUMBER;
import static io.backorder.refusal.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DemandHistoryTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void periods_thatAreNotThere_areRefused() {
    DemandHistory three = DemandHistory.of(1, 2, 3);

    for (int period : new int[] {Integer.MIN_VALUE, -1, 4, Integer.MAX_VALUE}) {
      refused(() -> three.demand(period), "period must be from 0 to 2: " + period);
      refused(() -> three.first(period), "number of periods must be from 0 to 3: " + period);
      refused(() -> three.last(period), "number of periods must be from 0 to 3: " + period);
    }
    refused(() -> three.demand(3), "period must be from 0 to 2: 3");
  }

  private static void refused(ThrowingCallable call, String message) {
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(call).withMessage(message);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1.1e100})
  void of_figureOutOfRange_isRefused(double demand) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> DemandHistory.of(1, demand))
        .withMessage("demand must be finite and at most 1.0E100 in size: " + demand);
  }

  @Test
  void of_arrayChangedLater_keepsItsFigures() {
    double[] demand = {1, 2};
    DemandHistory history = DemandHistory.of(demand);

    demand[0] = 9;
    history.toArray()[1] = 9;

    assertThat(history).isEqualTo(DemandHistory.of(1, 2));
  }

  @Test
  void ofGapped_eachRule_standsInForTheGap() {
    double[] gapped = {Double.NaN, 4, Double.NaN, 6};

    assertThat(DemandHistory.ofGapped(gapped, GapRule.ZERO))
        .isEqualTo(DemandHistory.of(0, 4, 0, 6));
    assertThat(DemandHistory.ofGapped(gapped, GapRule.PREVIOUS))
        .isEqualTo(DemandHistory.of(4, 4, 6));
    assertThat(DemandHistory.ofGapped(gapped, GapRule.SKIP)).isEqualTo(DemandHistory.of(4, 6));
  }

  @Test
  void builder_partialFirstAndLastPeriods_areLeftOut() {
    PeriodCalendar days = PeriodCalendar.of(PeriodLength.DAY, BERLIN);

    DemandHistory history = DemandHistory.builder(
            days, Instant.parse("2026-03-01T10:00:00Z"), Instant.parse("2026-03-04T10:00:00Z"))
        .add(Instant.parse("2026-03-01T12:00:00Z"), Quantity.of(50))
        .add(Instant.parse("2026-03-01T23:30:00Z"), Quantity.of(3))
        .add(Instant.parse("2026-03-02T22:59:59Z"), Quantity.of(4))
        .add(Instant.parse("2026-03-02T23:00:00Z"), Quantity.of(5))
        .add(Instant.parse("2026-03-04T09:00:00Z"), Quantity.of(60))
        .build();

    assertThat(history).isEqualTo(DemandHistory.of(7, 5));
  }

  @Test
  void builder_clocksChange_isOnePeriodAsAnyOther() {
    PeriodCalendar days = PeriodCalendar.of(PeriodLength.DAY, BERLIN);

    DemandHistory history = DemandHistory.builder(
            days, Instant.parse("2026-03-28T23:00:00Z"), Instant.parse("2026-03-29T22:00:00Z"))
        .add(Instant.parse("2026-03-29T21:59:59Z"), Quantity.of(2))
        .build();

    assertThat(history).isEqualTo(DemandHistory.of(2));
  }

  @Test
  void builder_untilBeforeFrom_isRefused() {
    PeriodCalendar weeks = PeriodCalendar.of(PeriodLength.WEEK, BERLIN);
    Instant from = Instant.parse("2026-03-02T00:00:00Z");

    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> DemandHistory.builder(weeks, from, from.minusSeconds(1)));
  }

  @ParameterizedTest
  @CsvSource({
    "DAY,1970-01-01T00:00:00Z,0",
    "DAY,1969-12-31T23:59:59Z,-1",
    "WEEK,1970-01-04T23:59:59Z,0",
    "WEEK,1970-01-05T00:00:00Z,1",
    "WEEK,1969-12-28T23:59:59Z,-1",
    "MONTH,1970-01-31T00:00:00Z,0",
    "MONTH,1970-02-01T00:00:00Z,1",
    "MONTH,1969-12-31T00:00:00Z,-1"
  })
  void number_bothSidesOfABoundary_areConsecutive(PeriodLength length, Instant at, long number) {
    PeriodCalendar calendar = PeriodCalendar.of(length, ZoneId.of("UTC"));

    assertThat(calendar.number(at)).isEqualTo(number);
    assertThat(calendar.number(calendar.start(number))).isEqualTo(number);
    assertThat(calendar.number(calendar.start(number).minusNanos(1))).isEqualTo(number - 1);
  }

  @Test
  void builder_morePeriodsThanCanBeKept_isRefused() {
    PeriodCalendar days = PeriodCalendar.of(PeriodLength.DAY, ZoneOffset.UTC);

    assertRefused(
        () -> DemandHistory.builder(
            days, Instant.EPOCH, Instant.EPOCH.plus(Duration.ofDays((1L << 32) + 5))),
        INVALID_NUMBER,
        "periods must be at most 16777216: 4294967301");
  }

  @Test
  void requirePeriods_tooShort_namesBothNumbers() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Forecaster.seasonalNaive(12).fit(DemandHistory.of(1, 2, 3)))
        .withMessage("history must have at least 12 periods: 3");
  }

  @Test
  void withReturnsAsZero_negativePeriod_isZero() {
    assertThat(DemandHistory.of(3, -2).withReturnsAsZero()).isEqualTo(DemandHistory.of(3, 0));
  }
}
