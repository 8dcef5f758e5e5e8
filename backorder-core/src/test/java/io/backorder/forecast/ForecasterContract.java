package io.backorder.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.backorder.refusal.InvalidValueException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/**
 * What every {@link Forecaster} must keep.
 *
 * <p>To hold a method of your own to it, implement this interface in a test class, return the method from
 * {@link #forecaster}, and name in {@link #laws} which of the further laws it keeps.
 */
@SuppressWarnings("exports") // the test jar is for the class path, where jqwik is no module either
public interface ForecasterContract {

  /** Laws that hold for some methods and not for others. */
  enum Law {
    /** Demand in a unit half as large is twice as much in every forecast: size itself tells nothing. */
    SCALE,

    /** The same units more in every period are the same units more in every forecast. */
    SHIFT,

    /** Observing a period and fitting the longer history are the same: nothing is estimated. */
    ONLINE,

    /** No forecast is below zero. */
    NOT_NEGATIVE
  }

  /**
   * Returns the method under test.
   *
   * @return the method
   */
  Forecaster forecaster();

  /**
   * Returns the further laws that the method keeps.
   *
   * @return the laws
   */
  Set<Law> laws();

  /**
   * Returns the histories that the method takes: unless overridden two years of months or more, mostly
   * without demand.
   *
   * @return the histories
   */
  @Provide
  default Arbitrary<double[]> histories() {
    return Arbitraries.frequencyOf(
            Tuple.of(2, Arbitraries.just(0)), Tuple.of(3, Arbitraries.integers().between(0, 1000)))
        .map(Integer::doubleValue)
        .array(Double[].class)
        .ofMinSize(24)
        .ofMaxSize(60)
        .map(values -> Arrays.stream(values).mapToDouble(Double::doubleValue).toArray());
  }

  private static double[] figures(Forecast forecast) {
    return IntStream.rangeClosed(1, forecast.horizon())
        .boxed()
        .flatMapToDouble(step -> Arrays.stream(new double[] {
          forecast.mean(step),
          forecast.standardDeviation(step),
          forecast.total(step).standardDeviation()
        }))
        .toArray();
  }

  private static void assertClose(Forecast found, double[] expected, double size) {
    assertThat(figures(found)).containsExactly(expected, within(1e-6 * Math.max(1, size)));
  }

  private static double largest(double[] demand) {
    return Arrays.stream(demand).map(Math::abs).max().orElse(0);
  }

  @Example
  default void refusesAnEmptyHistory() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> forecaster().fit(DemandHistory.of()));
  }

  @Property(tries = 50)
  default void refusesAHorizonOfNoPeriods(@ForAll("histories") double[] demand) {
    ForecastState state = forecaster().fit(DemandHistory.of(demand));

    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> state.forecast(0));
  }

  @Property(tries = 50)
  default void refusesDemandThatIsNoNumber(@ForAll("histories") double[] demand) {
    ForecastState state = forecaster().fit(DemandHistory.of(demand));

    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> state.observe(bad));
    }
  }

  @Property(tries = 100)
  default void answersFiniteNumbersForEachPeriod(
      @ForAll("histories") double[] demand, @ForAll @IntRange(min = 1, max = 30) int horizon) {
    Forecast forecast = forecaster().forecast(DemandHistory.of(demand), horizon);

    assertThat(forecast.horizon()).isEqualTo(horizon);
    assertThat(Arrays.stream(figures(forecast))).allMatch(Double::isFinite);
    assertThat(forecast.total(horizon).mean())
        .isCloseTo(Arrays.stream(forecast.means()).sum(), within(1e-9 * largest(demand) + 1e-9));
  }

  @Property(tries = 100)
  default void looksAtNothingAfterTheHistory(
      @ForAll("histories") double[] demand, @ForAll("histories") double[] later) {
    double[] whole = Arrays.copyOf(demand, demand.length + later.length);
    System.arraycopy(later, 0, whole, demand.length, later.length);

    Forecast forecast = forecaster().forecast(DemandHistory.of(whole).first(demand.length), 6);

    assertThat(figures(forecast))
        .isEqualTo(figures(forecaster().forecast(DemandHistory.of(demand), 6)));
  }

  @Property(tries = 100)
  default void scalesWithTheUnitOfDemand(
      @ForAll("histories") double[] demand, @ForAll @IntRange(min = 1, max = 12) int power) {
    if (!laws().contains(Law.SCALE)) {
      return; // not a law of this method
    }
    double scale = Math.scalb(1.0, power); // a power of two, so that scaling itself rounds nothing
    double[] scaled = Arrays.stream(demand).map(each -> each * scale).toArray();

    Forecast forecast = forecaster().forecast(DemandHistory.of(scaled), 6);

    double[] expected = Arrays.stream(figures(forecaster().forecast(DemandHistory.of(demand), 6)))
        .map(each -> each * scale)
        .toArray();
    assertClose(forecast, expected, scale * largest(demand));
  }

  @Property(tries = 100)
  default void shiftsWithTheLevelOfDemand(
      @ForAll("histories") double[] demand, @ForAll @IntRange(min = 1, max = 1000) int shift) {
    if (!laws().contains(Law.SHIFT)) {
      return; // not a law of this method
    }
    double[] shifted = Arrays.stream(demand).map(each -> each + shift).toArray();

    double[] forecast = forecaster().forecast(DemandHistory.of(shifted), 6).means();

    double[] expected = Arrays.stream(
            forecaster().forecast(DemandHistory.of(demand), 6).means())
        .map(each -> each + shift)
        .toArray();
    assertThat(forecast).containsExactly(expected, within(1e-6 * (shift + largest(demand))));
  }

  @Property(tries = 100)
  default void observingAPeriodEqualsFittingTheLongerHistory(
      @ForAll("histories") double[] demand, @ForAll @IntRange(min = 1, max = 6) int observed) {
    if (!laws().contains(Law.ONLINE)) {
      return; // not a law of this method
    }
    DemandHistory history = DemandHistory.of(demand);
    ForecastState state = forecaster().fit(history.first(history.periods() - observed));

    for (int period = history.periods() - observed; period < history.periods(); period++) {
      state = state.observe(history.demand(period));
    }

    assertClose(
        state.forecast(15), figures(forecaster().forecast(history, 15)), 10 * largest(demand));
  }

  @Property(tries = 100)
  default void neverForecastsLessThanNothing(@ForAll("histories") double[] demand) {
    if (!laws().contains(Law.NOT_NEGATIVE)) {
      return; // not a law of this method
    }

    assertThat(Arrays.stream(forecaster().forecast(DemandHistory.of(demand), 6).means()))
        .allMatch(each -> each >= 0);
  }

  @Property(tries = 100)
  default void observingLeavesTheStateAsItWas(@ForAll("histories") double[] demand) {
    ForecastState state = forecaster().fit(DemandHistory.of(demand));
    double[] before = figures(state.forecast(6));

    ForecastState next = state.observe(7);
    double[] once = figures(next.forecast(6));

    assertThat(figures(state.forecast(6))).isEqualTo(before);
    assertThat(figures(state.observe(7).forecast(6))).isEqualTo(once);
  }

  @Property(tries = 20)
  default void answersTheSameOnManyThreads(@ForAll("histories") double[] demand) {
    DemandHistory history = DemandHistory.of(demand);
    ForecastState state = forecaster().fit(history);

    List<double[]> answers = IntStream.range(0, 64)
        .parallel()
        .mapToObj(each -> figures(
            (each % 2 == 0 ? state : forecaster().fit(history)).observe(3).forecast(4)))
        .toList();

    assertThat(answers).allMatch(each -> Arrays.equals(each, answers.get(0)));
  }
}
