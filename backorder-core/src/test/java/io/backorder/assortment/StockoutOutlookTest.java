package io.backorder.assortment;

import static io.backorder.refusal.ErrorCode.INVALID_NUMBER;
import static io.backorder.refusal.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.backorder.forecast.DemandHistory;
import io.backorder.forecast.DemandShape;
import io.backorder.forecast.Forecast;
import io.backorder.forecast.Forecaster;
import io.backorder.forecast.PeriodCalendar;
import io.backorder.forecast.PeriodLength;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StockoutOutlookTest {

  /** Poisson demand: independent periods whose variance is their mean. */
  private static Forecast poisson(double rate, int periods) {
    double[] mean = new double[periods];
    double[] deviation = new double[periods];
    Arrays.fill(mean, rate);
    Arrays.fill(deviation, Math.sqrt(rate));
    return Forecast.ofIndependentErrors(mean, deviation);
  }

  @Test
  void periods_beyondTheHorizon_areRefused() {
    StockoutOutlook outlook = StockoutOutlook.of(poisson(2, 3), StockPlan.of(5));

    for (int period : new int[] {Integer.MIN_VALUE, 0, 4, Integer.MAX_VALUE}) {
      String message = "period must be from 1 to 3: " + period;
      assertRefused(() -> outlook.probabilityAtEndOf(period), INVALID_NUMBER, message);
      assertRefused(() -> outlook.probabilityBy(period), INVALID_NUMBER, message);
      assertRefused(() -> outlook.expectedShortAtEndOf(period), INVALID_NUMBER, message);
    }
  }

  @Test
  void probabilityBy_withoutInbound_isThatOfTheTotal() {
    StockoutOutlook outlook =
        StockoutOutlook.of(poisson(1, 2), StockPlan.of(1), DemandShape.POISSON);

    assertThat(outlook.probabilityBy(1)).isCloseTo(1 - 2 * Math.exp(-1), within(1e-12));
    assertThat(outlook.probabilityBy(2)).isCloseTo(1 - 3 * Math.exp(-2), within(1e-12));
    assertThat(outlook.firstPeriodWith(0.5)).hasValue(2);
  }

  @Test
  void probabilityBy_supplyAfterTheFirstPeriod_remembersTheEarlierStockout() {
    StockPlan plan = StockPlan.of(1).plusInbound(2, Quantity.of(1));

    StockoutOutlook outlook = StockoutOutlook.of(poisson(1, 2), plan, DemandShape.POISSON);

    // alive: 0 or 1 in the first period and at most 2 in both: e^-2 (1 + 1 + 1/2 + 1 + 1)
    assertThat(outlook.probabilityBy(2)).isCloseTo(1 - 4.5 * Math.exp(-2), within(1e-12));
    assertThat(outlook.probabilityAtEndOf(2)).isCloseTo(1 - 5 * Math.exp(-2), within(1e-12));
  }

  @Test
  void probabilityBy_manyUnits_agreesWithSimulation() {
    StockPlan plan =
        StockPlan.of(60).plusInbound(3, Quantity.of(40)).plusInbound(5, Quantity.of(60));
    Random random = new Random(42);
    int[] shortBy = new int[6];
    int runs = 100_000;
    for (int run = 0; run < runs; run++) {
      int demand = 0;
      boolean isShort = false;
      for (int period = 1; period <= 6; period++) {
        demand += draw(random, 25);
        isShort |= demand > plan.unitsUntil(period);
        shortBy[period - 1] += isShort ? 1 : 0;
      }
    }

    StockoutOutlook outlook = StockoutOutlook.of(poisson(25, 6), plan, DemandShape.POISSON);

    for (int period = 1; period <= 6; period++) {
      assertThat(outlook.probabilityBy(period))
          .isCloseTo((double) shortBy[period - 1] / runs, within(5 * 0.5 / Math.sqrt(runs)));
    }
  }

  private static Forecast periods(double mean, double deviation, int periods) {
    double[] means = new double[periods];
    double[] deviations = new double[periods];
    Arrays.fill(means, mean);
    Arrays.fill(deviations, deviation);
    return Forecast.ofIndependentErrors(means, deviations);
  }

  /** Direct sums of negative binomial masses with 30 digits (mpmath). */
  @ParameterizedTest
  @ValueSource(longs = {1, 1000, 10_000, 1_000_000_000})
  void probabilityBy_supplyAtTheEnd_isThatOfTheSupplyBefore(long last) {
    StockPlan plan = StockPlan.of(12)
        .plusInbound(4, Quantity.of(9))
        .plusInbound(7, Quantity.of(9))
        .plusInbound(9, Quantity.of(last));

    StockoutOutlook outlook = StockoutOutlook.of(periods(3, 2.5, 9), plan);

    assertThat(outlook.probabilityBy(3)).isCloseTo(0.19497384795541936, within(1e-13));
    assertThat(outlook.probabilityBy(5)).isCloseTo(0.23082614454297914, within(1e-13));
    assertThat(outlook.probabilityBy(6)).isCloseTo(0.3212663437382328, within(1e-13));
    assertThat(outlook.probabilityBy(8)).isCloseTo(0.3442080210657198, within(1e-13));
  }

  /** By quadrature with 30 digits (mpmath): two gamma demands of two periods each. */
  @Test
  void probabilityBy_demandInFractions_agreesWithTheIntegral() {
    StockPlan plan = StockPlan.of(1.5).plusInbound(3, Quantity.of(1));

    StockoutOutlook outlook = StockoutOutlook.of(periods(0.5, 0.4, 4), plan, DemandShape.GAMMA);

    assertThat(outlook.probabilityBy(4)).isCloseTo(0.2877974613404615, within(1e-6));
  }

  @Property(tries = 60)
  void whatArrivesLaterChangesNoEarlierProbability(
      @ForAll DemandShape shape,
      @ForAll @DoubleRange(min = 0.1, max = 50) double rate,
      @ForAll @IntRange(min = 0, max = 300) int free,
      @ForAll @IntRange(min = 1, max = 8) int arrival,
      @ForAll @IntRange(min = 1, max = 1_000_000) int units) {
    Forecast forecast = periods(rate, 0.8 * rate, 8);
    StockPlan plan = StockPlan.of(free).plusInbound(3, Quantity.of(free / 3));
    StockoutOutlook without = StockoutOutlook.of(forecast, plan, shape);
    StockoutOutlook with =
        StockoutOutlook.of(forecast, plan.plusInbound(arrival, Quantity.of(units)), shape);

    for (int period = 1; period < arrival; period++) {
      assertThat(with.probabilityBy(period)).isEqualTo(without.probabilityBy(period));
    }
  }

  @Property(tries = 30)
  void theUnitOfMeasureOfADemandInFractionsDoesNotMatter(
      @ForAll @DoubleRange(min = 0.5, max = 50) double rate,
      @ForAll @IntRange(min = 3, max = 200) int free,
      @ForAll @IntRange(min = 1, max = 200) int inbound) {
    StockoutOutlook inUnits = StockoutOutlook.of(
        periods(rate, 0.7 * rate, 6),
        StockPlan.of(free).plusInbound(3, Quantity.of(inbound)),
        DemandShape.GAMMA);
    StockoutOutlook inThousandths = StockoutOutlook.of(
        periods(1000 * rate, 700 * rate, 6),
        StockPlan.of(1000.0 * free).plusInbound(3, Quantity.of(1000L * inbound)),
        DemandShape.GAMMA);

    for (int period = 1; period <= 6; period++) {
      assertThat(inThousandths.probabilityBy(period))
          .isCloseTo(inUnits.probabilityBy(period), within(1e-9));
    }
  }

  @Property(tries = 30)
  void manyWholeUnitsAreMetLikeTheSameDemandInFractions(
      @ForAll @IntRange(min = 2000, max = 50_000) int free,
      @ForAll @IntRange(min = 0, max = 20_000) int inbound) {
    Forecast forecast = periods(free / 4.0, free / 10.0, 6);
    StockPlan plan = StockPlan.of(free).plusInbound(4, Quantity.of(inbound));
    StockoutOutlook whole = StockoutOutlook.of(forecast, plan, DemandShape.NEGATIVE_BINOMIAL);
    StockoutOutlook fractions = StockoutOutlook.of(forecast, plan, DemandShape.GAMMA);

    for (int period = 1; period <= 6; period++) {
      assertThat(whole.probabilityBy(period))
          .isCloseTo(fractions.probabilityBy(period), within(2e-3));
    }
  }

  @Test
  void plusInbound_farAway_takesNoRoomForTheYearsBefore() {
    StockPlan plan = StockPlan.of(3).plusInbound(2_000_000_000, Quantity.of(4));

    assertThat(plan.unitsUntil(1_999_999_999)).isEqualTo(3);
    assertThat(plan.unitsUntil(2_000_000_000)).isEqualTo(7);
  }

  private static int draw(Random random, double rate) {
    int count = 0;
    double product = random.nextDouble();
    while (product > Math.exp(-rate)) {
      count++;
      product *= random.nextDouble();
    }
    return count;
  }

  @Test
  void probabilityBy_unitsAlreadyOwed_isCertain() {
    StockoutOutlook outlook = StockoutOutlook.of(poisson(1, 1), StockPlan.of(-1));

    assertThat(outlook.probabilityBy(1)).isEqualTo(1);
  }

  /** The last day was empty, and the next is expected to be like it, but for its error. */
  @Test
  void probabilityBy_intermittentDemandAfterAnEmptyDay_isNotZero() {
    Forecast naive = Forecaster.naive().forecast(DemandHistory.of(0, 10, 0, 12, 0, 9, 0), 7);

    assertThat(StockoutOutlook.of(naive, StockPlan.of(0)).probabilityBy(7)).isGreaterThan(0.2);
    assertThat(StockoutOutlook.of(naive, StockPlan.of(0), DemandShape.GAMMA).probabilityBy(7))
        .isGreaterThan(0.2);
  }

  @Test
  void probabilityBy_noDemandExpected_isZero() {
    Forecast none = Forecast.ofIndependentErrors(new double[3], new double[3]);

    assertThat(StockoutOutlook.of(none, StockPlan.of(0)).probabilityBy(3)).isZero();
  }

  @Property(tries = 100)
  void aStockoutOnceHadIsNotForgotten(
      @ForAll @DoubleRange(min = 0, max = 50) double rate,
      @ForAll @IntRange(min = -10, max = 300) int free,
      @ForAll @IntRange(min = 1, max = 8) int arrival,
      @ForAll @IntRange(min = 0, max = 3000) int units) {
    StockPlan plan = StockPlan.of(free).plusInbound(arrival, Quantity.of(units));

    StockoutOutlook outlook = StockoutOutlook.of(poisson(rate, 8), plan);

    for (int period = 1; period <= 8; period++) {
      assertThat(outlook.probabilityBy(period))
          .isBetween(outlook.probabilityAtEndOf(period), 1.0)
          .isGreaterThanOrEqualTo(period == 1 ? 0 : outlook.probabilityBy(period - 1));
    }
  }

  @Property(tries = 100)
  void moreStockNeverRaisesTheRisk(
      @ForAll @DoubleRange(min = 0.1, max = 50) double rate,
      @ForAll @IntRange(min = 0, max = 300) int free,
      @ForAll @IntRange(min = 1, max = 100) int more) {
    Forecast forecast = poisson(rate, 6);
    StockoutOutlook less =
        StockoutOutlook.of(forecast, StockPlan.of(free).plusInbound(3, Quantity.of(20)));
    StockoutOutlook fuller =
        StockoutOutlook.of(forecast, StockPlan.of(free + more).plusInbound(3, Quantity.of(20)));

    assertThat(fuller.probabilityBy(6)).isLessThanOrEqualTo(less.probabilityBy(6) + 1e-12);
  }

  @Test
  void ranked_severalItems_putsTheMostLikelyFirst() {
    StockoutOutlook safe = StockoutOutlook.of(poisson(1, 2), StockPlan.of(50));
    StockoutOutlook tight = StockoutOutlook.of(poisson(1, 2), StockPlan.of(1));
    StockoutOutlook owed = StockoutOutlook.of(poisson(1, 2), StockPlan.of(-5));

    List<ItemAtRisk> ranked = ItemAtRisk.ranked(
        Map.of(Sku.of("SAFE"), safe, Sku.of("TIGHT"), tight, Sku.of("OWED"), owed), 2, 0.01);

    assertThat(ranked).extracting(ItemAtRisk::sku).containsExactly(Sku.of("OWED"), Sku.of("TIGHT"));
  }

  @Test
  void stockoutDates_datesInAndAfterTheHorizon_areReadByPeriod() {
    Instant wednesday = Instant.parse("2026-03-04T15:00:00Z");
    PeriodCalendar weeks = PeriodCalendar.of(PeriodLength.WEEK, ZoneOffset.UTC);
    StockoutOutlook outlook =
        StockoutOutlook.of(poisson(1, 2), StockPlan.of(1), DemandShape.POISSON);

    StockoutDates dates = StockoutDates.of(outlook, weeks, wednesday);

    assertThat(dates.probabilityBy(Instant.parse("2026-03-02T00:00:00Z")))
        .isEqualTo(outlook.probabilityBy(1));
    assertThat(dates.probabilityBy(Instant.parse("2026-03-15T23:59:59Z")))
        .isEqualTo(outlook.probabilityBy(2));
    assertThat(dates.firstDateWith(0.5)).contains(Instant.parse("2026-03-09T00:00:00Z"));
    assertThat(dates.firstDateWith(0.9)).isEmpty();
    assertRefused(
        () -> dates.probabilityBy(Instant.parse("2026-03-16T00:00:00Z")),
        INVALID_NUMBER,
        "date must be in [2026-03-02T00:00:00Z, 2026-03-16T00:00:00Z): 2026-03-16T00:00:00Z");
    assertRefused(
        () -> dates.probabilityBy(Instant.parse("2026-03-01T23:59:59Z")),
        INVALID_NUMBER,
        "date must be in [2026-03-02T00:00:00Z, 2026-03-16T00:00:00Z): 2026-03-01T23:59:59Z");
  }
}
