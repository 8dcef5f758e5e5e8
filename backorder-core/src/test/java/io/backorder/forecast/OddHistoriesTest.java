package io.backorder.forecast;

import static io.backorder.refusal.ErrorCode.INVALID_NUMBER;
import static io.backorder.refusal.Refusals.assertRefused;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.backorder.smoothing.Croston;
import io.backorder.smoothing.ExponentialSmoothing;
import io.backorder.smoothing.Seasonality;
import io.backorder.smoothing.SmoothingStart;
import io.backorder.smoothing.TemporalAggregation;
import io.backorder.smoothing.TeunterSyntetosBabai;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each method says to a history without demand, with returns or gaps, or of hardly any periods. */
final class OddHistoriesTest {

  private static final double[] RETURNS = {4, 0, 6, -3, 2, 5, 0, 7, 1, 3, 2, 8};

  /** The demand that a method takes. */
  enum Takes {
    ANY("none"),
    NOT_NEGATIVE("demand must be zero or positive: "),
    POSITIVE("demand must be positive for multiplicative seasons: ");

    private final String refusal;

    Takes(String refusal) {
      this.refusal = refusal;
    }
  }

  /** Each method, with the least number of periods that it needs. */
  private static Stream<Arguments> methods() {
    return Stream.concat(
        Stream.of(
            arguments(Forecaster.naive(), 1, Takes.ANY),
            arguments(Forecaster.mean(), 1, Takes.ANY),
            arguments(Forecaster.drift(), 2, Takes.ANY),
            arguments(Forecaster.seasonalNaive(4), 4, Takes.ANY),
            arguments(Forecaster.movingAverage(3), 1, Takes.ANY),
            arguments(TeunterSyntetosBabai.tsb(), 1, Takes.NOT_NEGATIVE),
            arguments(TeunterSyntetosBabai.tsb().withMeanProbabilityStart(), 1, Takes.NOT_NEGATIVE),
            arguments(TemporalAggregation.adida(), 1, Takes.NOT_NEGATIVE),
            arguments(TemporalAggregation.imapa(), 1, Takes.NOT_NEGATIVE),
            arguments(
                TemporalAggregation.adida().withLength(3).withWeight(0.2), 1, Takes.NOT_NEGATIVE),
            arguments(
                TemporalAggregation.imapa().withLength(3).withWeight(0.2), 1, Takes.NOT_NEGATIVE)),
        Stream.concat(croston(), smoothing()));
  }

  private static Stream<Arguments> croston() {
    return Stream.of(Croston.classic(), Croston.sba(), Croston.sbj())
        .flatMap(method ->
            Stream.of(method, method.withEstimatedWeights(), method.withMeanIntervalStart()))
        .map(method -> arguments(method, 1, Takes.NOT_NEGATIVE));
  }

  private static Stream<Arguments> smoothing() {
    ExponentialSmoothing seasons = ExponentialSmoothing.holtWinters(Seasonality.ADDITIVE, 4);
    ExponentialSmoothing factors = ExponentialSmoothing.holtWinters(Seasonality.MULTIPLICATIVE, 4);
    return Stream.of(
            arguments(ExponentialSmoothing.simple(), 1, Takes.ANY),
            arguments(ExponentialSmoothing.holt(), 2, Takes.ANY),
            arguments(ExponentialSmoothing.damped(), 2, Takes.ANY),
            arguments(seasons, 8, Takes.ANY),
            arguments(seasons.withStart(SmoothingStart.decomposition()), 8, Takes.ANY),
            arguments(seasons.withStart(SmoothingStart.estimated()), 8, Takes.ANY),
            arguments(factors, 8, Takes.POSITIVE),
            arguments(factors.withStart(SmoothingStart.decomposition()), 8, Takes.POSITIVE))
        .flatMap(each -> Stream.of(each, fixed(each.get())));
  }

  private static Arguments fixed(@Nullable Object... method) {
    ExponentialSmoothing open = (ExponentialSmoothing) requireNonNull(method[0]);
    return arguments(
        open.withAlpha(0.3).withBeta(0.1).withPhi(0.9).withGamma(0.2), method[1], method[2]);
  }

  private static void assertFinite(Forecast forecast) {
    for (int step = 1; step <= forecast.horizon(); step++) {
      assertThat(forecast.mean(step)).isFinite();
      assertThat(forecast.standardDeviation(step)).isFinite();
      assertThat(forecast.total(step).standardDeviation()).isFinite();
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void fit_nothingWasEverAskedFor_expectsNothing(Forecaster method, int needed, Takes takes) {
    DemandHistory history = DemandHistory.of(new double[12]);

    if (takes == Takes.POSITIVE) {
      assertRefused(() -> method.fit(history), INVALID_NUMBER, takes.refusal + "0.0");
      return;
    }
    Forecast forecast = method.forecast(history, 5);
    assertThat(forecast.means()).containsOnly(0);
    assertThat(forecast.total(5).standardDeviation()).isZero();
    assertFinite(method.fit(history).observe(4).forecast(5));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void fit_moreCameBackThanWasAskedFor_isTakenOrRefused(
      Forecaster method, int needed, Takes takes) {
    DemandHistory history = DemandHistory.of(RETURNS);

    if (takes == Takes.ANY) {
      assertFinite(method.forecast(history, 5));
      assertFinite(method.fit(history).observe(-3).forecast(5));
      return;
    }
    double refused = takes == Takes.POSITIVE ? 0 : -3;
    assertRefused(() -> method.fit(history), INVALID_NUMBER, takes.refusal + refused);
    ForecastState state = method.fit(ones(12));
    assertRefused(() -> state.observe(-3), INVALID_NUMBER, takes.refusal + "-3.0");
  }

  private static DemandHistory ones(int periods) {
    double[] demand = new double[periods];
    Arrays.fill(demand, 1);
    return DemandHistory.of(demand);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void fit_asFewPeriodsAsItNeeds_answersThemAndRefusesOneFewer(
      Forecaster method, int needed, Takes takes) {
    Forecast forecast = method.forecast(ones(needed), 5);

    assertFinite(forecast);
    if (needed == 1 && !(method instanceof Croston)) {
      assertThat(forecast.means()).containsOnly(1);
    }
    assertRefused(
        () -> method.fit(ones(needed - 1)),
        INVALID_NUMBER,
        "history must have at least %d periods: %d".formatted(needed, needed - 1));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void fit_gaps_areWhatTheRuleSays(Forecaster method, int needed, Takes takes) {
    double[] gapped = {4, 1, 6, 3, 2, 5, 1, 7, Double.NaN, 3, 2, 8};
    double[] filled = {4, 1, 6, 3, 2, 5, 1, 7, 7, 3, 2, 8};

    assertRefused(
        () -> method.fit(DemandHistory.of(gapped)),
        INVALID_NUMBER,
        "demand must be finite and at most 1.0E100 in size: NaN");
    assertThat(
            method.forecast(DemandHistory.ofGapped(gapped, GapRule.PREVIOUS), 5).means())
        .isEqualTo(method.forecast(DemandHistory.of(filled), 5).means());
    assertRefused(
        () -> method.fit(DemandHistory.ofGapped(new double[] {Double.NaN}, GapRule.SKIP)),
        INVALID_NUMBER,
        "history must have at least %d periods: 0".formatted(needed));
  }
}
