package io.backorder.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.backorder.refusal.InvalidValueException;
import io.backorder.smoothing.ExponentialSmoothing;
import io.backorder.smoothing.TemporalAggregation;
import io.backorder.statistics.StudentQuantile;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ForecastTest {

  /** Computed with mpmath at 40 digits; see the reference function ses_lead_time_sd. */
  @ParameterizedTest
  @CsvSource({
    "12, 0.3, 4, 35.71890255872932",
    "5.5, 0.1, 12, 30.25499958684515",
    "40, 1, 5, 296.6479394838265"
  })
  void total_simpleSmoothing_spreadsWiderThanTheRootOfTheLeadTime(
      double deviation, double alpha, int periods, double expected) {
    double[] weights = new double[periods - 1];
    Arrays.fill(weights, alpha);

    Forecast forecast =
        Forecast.ofPassedOnErrors(new double[periods], deviation * deviation, weights);

    assertThat(forecast.total(periods).standardDeviation()).isCloseTo(expected, within(1e-9));
  }

  /** Student quantiles computed with mpmath at 40 digits. */
  @ParameterizedTest
  @CsvSource({
    "1, 0.9, 3.0776835371752534", "1, 0.999999, 318309.8861827",
    "2, 0.975, 4.302652729911275", "30, 0.995, 2.7499956535670305"
  })
  void studentQuantile_fewDegrees_agrees(int degrees, double probability, double expected) {
    double found = StudentQuantile.of(degrees, probability);

    assertThat(found).isCloseTo(expected, within(1e-9 * expected));
    assertThat(StudentQuantile.of(degrees, 1 - probability))
        .isCloseTo(-found, within(1e-6 * found));
  }

  /** With one degree of freedom the tail beyond t is that of Cauchy's law, 1 / (pi t) far out. */
  @Test
  void studentQuantile_tailFarBelowEveryDouble_isStillANumber() {
    for (double tail = 1e-30; tail > 1e-305; tail *= 1e-5) {
      assertThat(-StudentQuantile.of(1, tail) * Math.PI * tail).isCloseTo(1, within(1e-9));
    }
    for (int degrees : new int[] {1, 2, 3, 10, 1000, 1_000_000}) {
      double before = Double.POSITIVE_INFINITY;
      for (double tail = Double.MIN_VALUE; tail < 0.5; tail *= 30) {
        double found = -StudentQuantile.of(degrees, tail);

        assertThat(found).isPositive().isFinite().isLessThanOrEqualTo(before);
        before = found;
      }
    }
  }

  @Property
  void varianceOfASumIsThatOfPeriodsWhereErrorsAreIndependent(
      @ForAll @DoubleRange(min = 0, max = 100) double deviation,
      @ForAll @IntRange(min = 1, max = 50) int periods) {
    double[] each = new double[periods];
    Arrays.fill(each, deviation);

    Forecast forecast = Forecast.ofIndependentErrors(new double[periods], each);

    assertThat(forecast.total(periods).standardDeviation())
        .isCloseTo(deviation * Math.sqrt(periods), within(1e-9 * (1 + deviation * periods)));
  }

  @Property
  void quantilesRiseWithTheirProbability(
      @ForAll @DoubleRange(min = 0, max = 200) double mean,
      @ForAll @DoubleRange(min = 0, max = 200) double deviation,
      @ForAll @DoubleRange(min = 0.01, max = 0.98) double probability,
      @ForAll DemandShape shape) {
    HorizonDemand demand = new HorizonDemand(mean, deviation);

    // where a quantile is too small for a normal double, nothing is known of its digits
    assertThat(demand.quantile(shape, probability + 0.01) + Double.MIN_NORMAL)
        .isGreaterThanOrEqualTo(demand.quantile(shape, probability));
  }

  @Test
  void quantile_withoutDeviation_isTheMean() {
    assertThat(new HorizonDemand(4, 0).quantile(DemandShape.GAMMA, 0.9)).isEqualTo(4);
    assertThat(new HorizonDemand(-4, 2).quantile(DemandShape.POISSON, 0.9)).isZero();
    assertThat(new HorizonDemand(4, 0).probabilityAbove(DemandShape.NORMAL, 4)).isZero();
    assertThat(new HorizonDemand(4, 0).expectedAbove(DemandShape.NORMAL, 1)).isEqualTo(3);
  }

  @Test
  void quantile_probabilityOfOne_isRefused() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new HorizonDemand(4, 0).quantile(DemandShape.NORMAL, 1));
  }

  @Test
  void of_figureThatIsNoNumber_isRefused() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Forecast.ofIndependentErrors(new double[] {Double.NaN}, new double[] {1}))
        .withMessage("mean must be finite: NaN");
  }

  @Test
  void refitting_emptyHistory_isRefusedBeforeTheMethodIsAsked() {
    Forecaster any = Forecaster.refitting((history, horizon) -> {
      throw new AssertionError("asked");
    });

    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> any.fit(DemandHistory.of()))
        .withMessage("history must have at least 1 periods: 0");
  }

  @Test
  void steps_beyondTheHorizon_areRefused() {
    Forecast two = Forecast.ofIndependentErrors(new double[] {1, 2}, new double[] {1, 1});

    for (int step : new int[] {Integer.MIN_VALUE, -1, 0, 3, Integer.MAX_VALUE}) {
      refused(() -> two.mean(step), "step must be from 1 to 2: " + step);
      refused(() -> two.standardDeviation(step), "step must be from 1 to 2: " + step);
      refused(() -> two.quantile(step, 0.5), "step must be from 1 to 2: " + step);
      refused(() -> two.interval(step, 0.5), "step must be from 1 to 2: " + step);
      refused(() -> two.demand(step), "step must be from 1 to 2: " + step);
      refused(() -> two.total(step), "periods must be from 1 to 2: " + step);
    }
    refused(() -> two.quantile(1, 0), "probability must be in (0, 1): 0.0");
  }

  @Test
  void forecast_horizonWithoutEnd_isRefused() {
    for (Forecaster each : List.of(
        Forecaster.mean(),
        Forecaster.seasonalNaive(1),
        ExponentialSmoothing.holt(),
        TemporalAggregation.adida())) {
      refused(
          () -> each.forecast(DemandHistory.of(1, 2, 3), Integer.MAX_VALUE),
          "horizon must be from 1 to 32768: 2147483647");
    }
    assertThat(Forecast.requireHorizon(32768)).isEqualTo(32768);
  }

  private static void refused(ThrowingCallable call, String message) {
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(call).withMessage(message);
  }

  /** Quantiles of an incomplete beta function with 30 digits (mpmath). */
  @ParameterizedTest
  @CsvSource({
    "262143, 0.975, 1.95997303411222383",
    "262144, 0.975, 1.9599730340777023",
    "1000000, 0.975, 1.95996635681410666",
    "1000000, 0.999999999, 5.99786246030497113"
  })
  void studentQuantile_manyDegrees_agrees(int degrees, double probability, double expected) {
    assertThat(StudentQuantile.of(degrees, probability)).isCloseTo(expected, within(1e-10));
  }

  @Test
  void studentQuantile_mostDegrees_isTheNormalQuantile() {
    assertThat(StudentQuantile.of(Integer.MAX_VALUE, 0.975))
        .isCloseTo(1.959963984540054, within(2e-9));
  }

  @Test
  void refitting_wrongHorizon_namesTheMethod() {
    Forecaster bad = Forecaster.refitting(
        (history, horizon) -> ExponentialSmoothing.simple().forecast(history, horizon + 1));

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> bad.forecast(DemandHistory.of(1, 2), 3))
        .withMessageContaining("must forecast 3 periods: 4");
  }
}
