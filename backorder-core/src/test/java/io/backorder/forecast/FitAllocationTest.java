package io.backorder.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.management.ThreadMXBean;
import io.backorder.smoothing.Croston;
import io.backorder.smoothing.ExponentialSmoothing;
import io.backorder.smoothing.Seasonality;
import io.backorder.smoothing.SmoothingStart;
import io.backorder.smoothing.TemporalAggregation;
import io.backorder.smoothing.TeunterSyntetosBabai;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a fit allocates does not grow with the history, but for what the state keeps. */
final class FitAllocationTest {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final int PERIODS = 2000;

  /** The smallest object there is, in each of the further periods, would be 32,000 bytes. */
  private static final long SLACK = 512;

  private static Stream<Arguments> methods() {
    return Stream.concat(
        Stream.of(
            arguments(Forecaster.naive()),
            arguments(Forecaster.mean()),
            arguments(Forecaster.drift()),
            arguments(Forecaster.seasonalNaive(12)),
            arguments(Forecaster.movingAverage(1)),
            arguments(Forecaster.movingAverage(13)),
            arguments(Croston.classic()),
            arguments(Croston.sba()),
            arguments(Croston.sbj()),
            arguments(Croston.sba().withMeanIntervalStart()),
            arguments(Croston.sba().withEstimatedWeights()),
            arguments(TeunterSyntetosBabai.tsb()),
            arguments(TeunterSyntetosBabai.tsb().withMeanProbabilityStart()),
            arguments(TemporalAggregation.adida()),
            arguments(TemporalAggregation.adida().withLength(4).withWeight(0.2)),
            arguments(TemporalAggregation.adida().withLength(4)),
            arguments(TemporalAggregation.imapa()),
            arguments(TemporalAggregation.imapa().withLength(4)),
            arguments(ExponentialSmoothing.holtWinters(Seasonality.ADDITIVE, 12)
                .withStart(SmoothingStart.estimated())
                .withAlpha(0.3)
                .withBeta(0.1)
                .withGamma(0.2))),
        Stream.of(
                ExponentialSmoothing.simple(),
                ExponentialSmoothing.holt(),
                ExponentialSmoothing.damped(),
                ExponentialSmoothing.holtWinters(Seasonality.ADDITIVE, 12),
                ExponentialSmoothing.dampedHoltWinters(Seasonality.MULTIPLICATIVE, 12),
                ExponentialSmoothing.seasonal(Seasonality.ADDITIVE, 12)
                    .withStart(SmoothingStart.decomposition()))
            .flatMap(method -> Stream.of(
                arguments(method.withAlpha(0.3).withBeta(0.1).withPhi(0.9).withGamma(0.2)),
                arguments(method))));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void fit_ofTwiceTheHistory_allocatesNoMore(Forecaster method) {
    DemandHistory history = history(2 * PERIODS);
    DemandHistory half = history.first(PERIODS);

    long whole = bytes(() -> method.fit(history));
    long first = bytes(() -> method.fit(half));

    assertThat(whole - first).isLessThan(SLACK);
  }

  /** Positive, as multiplicative seasons want it, but for nothing else. */
  private static DemandHistory history(int periods) {
    Random random = new Random(11);
    double[] demand = new double[periods];
    Arrays.setAll(demand, period -> 1 + random.nextInt(20));
    return DemandHistory.of(demand);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void observe_afterTwiceTheHistory_allocatesNoMore(Forecaster method) {
    DemandHistory history = history(2 * PERIODS);
    ForecastState whole = method.fit(history);
    ForecastState half = method.fit(history.first(PERIODS));

    assertThat(bytes(() -> whole.observe(3))).isEqualTo(bytes(() -> half.observe(3)));
  }

  /** With one demand in a thousand periods the blocks are as long as they get. */
  @Test
  void observe_longestBlocks_allocatesNoMoreAfterTwiceTheHistory() {
    double[] demand = new double[20_000];
    Arrays.setAll(demand, period -> period % 1000 == 999 ? 6 : 0);
    DemandHistory history = DemandHistory.of(demand);
    for (Forecaster method : List.of(TemporalAggregation.adida(), TemporalAggregation.imapa())) {
      ForecastState whole = method.fit(history);
      ForecastState half = method.fit(history.first(10_000));

      assertThat(whole.toString()).endsWith("to 1000");
      assertThat(bytes(() -> whole.observe(3))).isEqualTo(bytes(() -> half.observe(3)));
    }
  }

  /** The least of some calls, so that what is loaded or compiled on the way does not count. */
  private static long bytes(Runnable call) {
    long least = Long.MAX_VALUE;
    for (int each = 0; each < 5; each++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      call.run();
      least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }
}
