package io.backorder.supply;

import static io.backorder.refusal.ErrorCode.INVALID_NUMBER;
import static io.backorder.refusal.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What a scorecard says, held to what was delivered. */
final class SupplierScorecardProperties {

  private static final Instant DUE = Instant.parse("2026-03-06T09:00:00Z");
  private static final StockUnits TEN =
      StockUnits.of(Sku.of("LAMP"), LocationId.of("MAIN"), Quantity.of(10));

  private static Delivery late(int days) {
    return delivery(days, 10);
  }

  private static Delivery delivery(int daysLate, long units) {
    Supply supply =
        Supply.of(SupplyId.of("PO"), TEN, DUE).orderedAt(DUE.minus(Duration.ofDays(30)));
    Instant at = DUE.plus(Duration.ofDays(daysLate));
    return Delivery.of(supply)
        .plus(Receipt.of(supply.id(), Quantity.of(units), at))
        .closed();
  }

  private static SupplierScorecard card(List<Integer> lateness) {
    SupplierScorecard card = SupplierScorecard.empty();
    for (int days : lateness) {
      card = card.plus(late(days));
    }
    return card;
  }

  @Example
  void emptyCardHasNotEnoughHistory() {
    SupplierScorecard card = SupplierScorecard.empty();

    assertThat(card).hasToString("not enough history");
    assertThat(card.onTime()).isEmpty();
    assertThat(card.unitsReceived()).isEmpty();
    assertThat(card.leadTime()).isEmpty();
    assertThat(card.lateness()).isEmpty();
    assertThat(card.latenessBound(0.5)).isEmpty();
    assertThat(card.latenessTrend()).isEmpty();
    assertThat(card.leadTimeModel()).isEmpty();
    assertThat(card.plus(late(1)).leadTime()).isEmpty();
  }

  @Example
  void ninetyPerCentNeedsNineDeliveries() {
    List<Integer> eight = List.of(0, 1, 2, 3, 4, 5, 6, 7);

    assertThat(card(eight).latenessBound(0.9)).isEmpty();
    assertThat(card(eight).plus(late(-5)).latenessBound(0.9)).hasValue(7);
    assertThat(card(eight).latenessBound(0.5)).hasValue(4);
  }

  @Example
  void shortAndOverDeliveriesAreCounted() {
    SupplierScorecard card = SupplierScorecard.empty()
        .plus(delivery(0, 8))
        .plus(delivery(0, 12))
        .plus(delivery(1, 10))
        .plus(delivery(0, 10));

    assertThat(card.onTime()).hasValue(0.75);
    assertThat(card.onTimeInFull()).hasValue(0.5);
    assertThat(card.shortDeliveries()).hasValue(0.25);
    assertThat(card.overDeliveries()).hasValue(0.25);
    assertThat(card.unitsReceived()).hasValue(1);
    assertThat(card).hasToString("4 deliveries, on time 0.75, short 0.25, over 0.25");
  }

  @Example
  void aDeliveryThatNeverCameIsNotOnTimeAndHasNoLateness() {
    Delivery never = Delivery.of(Supply.of(SupplyId.of("PO"), TEN, DUE)).closed();
    SupplierScorecard card = card(List.of(0, 0)).plus(never);

    assertThat(card.onTime().orElseThrow()).isCloseTo(2 / 3.0, within(1e-15));
    assertThat(card.lateness()).contains(new LeadTimeModel.Moments(0, 0));
  }

  @Example
  void anOpenDeliveryIsRefused() {
    SupplierScorecard card = SupplierScorecard.empty();
    Delivery open = Delivery.of(Supply.of(SupplyId.of("PO-7"), TEN, DUE));

    assertRefused(
        () -> card.plus(open), INVALID_NUMBER, "outstanding units of supply PO-7 must be 0: 10");
    assertRefused(() -> SupplierScorecard.keeping(0), INVALID_NUMBER, "most must be at least 1: 0");
    assertRefused(
        () -> card.latenessBound(Double.NaN), INVALID_NUMBER, "probability must be in (0, 1): NaN");
  }

  @Property(tries = 100)
  void momentsAreThoseOfTheSample(
      @ForAll @Size(min = 2, max = 60) List<@IntRange(min = -20, max = 60) Integer> days) {
    double mean = days.stream().mapToInt(each -> each).average().orElseThrow();
    double squares =
        days.stream().mapToDouble(each -> (each - mean) * (each - mean)).sum();
    LeadTimeModel.Moments lateness = card(days).lateness().orElseThrow();

    assertThat(lateness.mean()).isCloseTo(mean, within(1e-9));
    assertThat(lateness.standardDeviation())
        .isCloseTo(Math.sqrt(squares / (days.size() - 1)), within(1e-9));
    assertThat(card(days).leadTime().orElseThrow().mean()).isCloseTo(mean + 30, within(1e-9));
  }

  @Property(tries = 100)
  void laterDeliveriesNeverLowerABound(
      @ForAll @Size(min = 9, max = 40) List<@IntRange(min = -20, max = 60) Integer> days,
      @ForAll @DoubleRange(min = 0.05, max = 0.9) double probability) {
    List<Integer> later = days.stream().map(each -> each + 3).toList();

    assertThat(card(later).latenessBound(probability).orElseThrow())
        .isCloseTo(card(days).latenessBound(probability).orElseThrow() + 3, within(1e-9));
    assertThat(card(days).latenessBound(0.9).orElseThrow())
        .isGreaterThanOrEqualTo(card(days).latenessBound(probability).orElseThrow());
  }

  @Property(tries = 100)
  void aFullCardForgetsTheOldest(
      @ForAll @Size(min = 5, max = 30) List<@IntRange(min = -20, max = 60) Integer> days) {
    SupplierScorecard card = SupplierScorecard.keeping(5);
    for (int each : days) {
      card = card.plus(late(each));
    }
    List<Integer> last = days.subList(days.size() - 5, days.size());

    assertThat(card.deliveries()).isEqualTo(5);
    assertThat(card.lateness()).isEqualTo(card(last).lateness());
    assertThat(card.latenessTrend()).isEqualTo(card(last).latenessTrend());
  }

  @Example
  void aSlippingSupplierIsToldFromAnErraticOne() {
    SupplierScorecard.Trend slipping =
        card(List.of(0, 1, 3, 2, 4, 6, 5, 7)).latenessTrend().orElseThrow();
    SupplierScorecard.Trend erratic =
        card(List.of(4, -3, 5, 0, -2, 6, 1, 2)).latenessTrend().orElseThrow();

    assertThat(slipping.perDelivery()).isCloseTo(40 / 42.0, within(1e-12));
    assertThat(slipping.isSlipping()).isTrue();
    assertThat(erratic.isSlipping()).isFalse();
  }

  @Example
  void chanceAloneRaisesOneAlarmInForty() {
    Random random = new Random(5);
    int trials = 5000;
    for (int deliveries : new int[] {3, 4, 5, 8, 20}) {
      int alarms = 0;
      for (int trial = 0; trial < trials; trial++) {
        Integer[] days = new Integer[deliveries];
        Arrays.setAll(days, each -> (int) Math.round(1000 * random.nextGaussian()));
        alarms += card(List.of(days)).latenessTrend().orElseThrow().isSlipping() ? 1 : 0;
      }

      assertThat((double) alarms / trials).isBetween(0.016, 0.034);
    }
  }

  /** The 97.5 % quantile of Student's distribution with one degree of freedom is 12.7062. */
  @Example
  void threeDeliveriesMustSlipFarBeyondTheirSpread() {
    assertThat(new SupplierScorecard.Trend(12.7, 1, 3).isSlipping()).isFalse();
    assertThat(new SupplierScorecard.Trend(12.71, 1, 3).isSlipping()).isTrue();
    assertThat(new SupplierScorecard.Trend(2.1, 1, 30).isSlipping()).isTrue();
  }

  @Example
  void aBoundHoldsAsOftenAsItSays() {
    Random random = new Random(11);
    int held = 0;
    int trials = 4000;
    for (int trial = 0; trial < trials; trial++) {
      Integer[] days = new Integer[20];
      Arrays.setAll(days, each -> (int) Math.round(-12 * Math.log(random.nextDouble())));
      double bound = card(List.of(days).subList(0, 19)).latenessBound(0.8).orElseThrow();
      held += days[19] <= bound ? 1 : 0;
    }

    assertThat((double) held / trials).isGreaterThan(0.8 - 3 * Math.sqrt(0.16 / trials));
    assertThat((double) held / trials).isLessThan(0.87);
  }
}
