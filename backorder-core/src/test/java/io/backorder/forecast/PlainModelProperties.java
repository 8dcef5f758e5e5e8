package io.backorder.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The baselines, which take a history in one loop, against the same sums written out anew for each period. */
final class PlainModelProperties {

  @Provide
  Arbitrary<double[]> histories() {
    return Arbitraries.integers()
        .between(-50, 1000)
        .map(Integer::doubleValue)
        .array(Double[].class)
        .ofMinSize(2)
        .ofMaxSize(120)
        .map(values -> Arrays.stream(values).mapToDouble(Double::doubleValue).toArray());
  }

  @Property
  void movingAverageErrsAsTheAverageOfEachWindow(
      @ForAll("histories") double[] demand, @ForAll @IntRange(min = 1, max = 40) int window) {
    double squares = 0;
    for (int period = 1; period < demand.length; period++) {
      double error = demand[period] - mean(demand, Math.max(0, period - window), period);
      squares += error * error;
    }
    double mean = mean(demand, Math.max(0, demand.length - window), demand.length);

    Forecast forecast = Forecaster.movingAverage(window).forecast(DemandHistory.of(demand), 1);

    assertClose(forecast.mean(1), mean);
    assertClose(forecast.standardDeviation(1), Math.sqrt(squares / (demand.length - 1)));
  }

  @Property
  void naiveErrsAsTheStepsOfTheSeries(@ForAll("histories") double[] demand) {
    double[] steps = steps(demand);

    Forecast forecast = Forecaster.naive().forecast(DemandHistory.of(demand), 1);

    assertThat(forecast.mean(1)).isEqualTo(demand[demand.length - 1]);
    assertClose(
        forecast.standardDeviation(1),
        Math.sqrt(Arrays.stream(steps).map(step -> step * step).sum() / steps.length));
  }

  @Property
  void meanErrsAsTheSeriesAroundItsMean(@ForAll("histories") double[] demand) {
    int n = demand.length;

    Forecast forecast = Forecaster.mean().forecast(DemandHistory.of(demand), 1);

    assertClose(forecast.mean(1), mean(demand, 0, n));
    assertClose(forecast.standardDeviation(1), Math.sqrt(variance(demand) * (1 + 1.0 / n)));
  }

  @Property
  void driftErrsAsTheStepsAroundTheirMean(@ForAll("histories") double[] demand) {
    int steps = demand.length - 1;
    double spread = steps == 1 ? 0 : variance(steps(demand));

    Forecast forecast = Forecaster.drift().forecast(DemandHistory.of(demand), 1);

    assertClose(forecast.mean(1), demand[steps] + (demand[steps] - demand[0]) / steps);
    assertClose(forecast.standardDeviation(1), Math.sqrt(spread * (1 + 1.0 / steps)));
  }

  /** What is observed goes another way through the same sums. */
  @Property
  void aFitIsWhatObservingEachPeriodWouldHaveGiven(@ForAll("histories") double[] demand) {
    for (Forecaster method :
        List.of(Forecaster.naive(), Forecaster.mean(), Forecaster.movingAverage(7))) {
      ForecastState observed = method.fit(DemandHistory.of(demand[0]));
      for (int period = 1; period < demand.length; period++) {
        observed = observed.observe(demand[period]);
      }

      Forecast fitted = method.forecast(DemandHistory.of(demand), 1);

      assertClose(fitted.mean(1), observed.forecast(1).mean(1));
      assertClose(fitted.standardDeviation(1), observed.forecast(1).standardDeviation(1));
    }
  }

  private static void assertClose(double found, double expected) {
    assertThat(found).isCloseTo(expected, within(1e-12 * Math.max(100, Math.abs(expected))));
  }

  private static double[] steps(double[] demand) {
    double[] steps = new double[demand.length - 1];
    Arrays.setAll(steps, each -> demand[each + 1] - demand[each]);
    return steps;
  }

  private static double mean(double[] values, int from, int until) {
    return Arrays.stream(values, from, until).sum() / (until - from);
  }

  private static double variance(double[] values) {
    double mean = mean(values, 0, values.length);
    return Arrays.stream(values).map(each -> (each - mean) * (each - mean)).sum()
        / (values.length - 1);
  }
}
