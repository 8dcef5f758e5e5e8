package io.backorder.planning;

import static io.backorder.refusal.ErrorCode.INVALID_NUMBER;
import static io.backorder.refusal.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.backorder.empirical.Empirical;
import io.backorder.empirical.Tabulated;
import io.backorder.forecast.DemandHistory;
import io.backorder.statistics.Distribution;
import java.util.Arrays;
import java.util.function.LongToDoubleFunction;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Planning from the demand that was seen, against every observation counted. */
final class ObservedDemandTest {

  private static final double[] SEEN = {3, 0, 5, 2, 0, 4};

  @Test
  void observed_history_isEveryStretchOfIt() {
    Empirical found = LeadTimeDemand.observed(SEEN, 2);
    Tabulated units = LeadTimeDemand.observedUnits(SEEN, 2);

    for (Distribution law : new Distribution[] {found, units}) {
      assertThat(law.mean()).isCloseTo((3 + 5 + 7 + 2 + 4) / 5.0, within(1e-12));
      assertThat(law.cdf(4)).isCloseTo(0.6, within(1e-12));
      assertThat(law.quantile(0.6)).isEqualTo(4);
      assertThat(law.quantile(0.61)).isEqualTo(5);
      assertThat(law.loss(4)).isCloseTo((1 + 3) / 5.0, within(1e-12));
    }
    assertThat(LeadTimeDemand.observed(SEEN, 6).mean()).isEqualTo(14);
    assertThat(LeadTimeDemand.observed(SEEN, 1).quantile(0.5)).isEqualTo(2);
  }

  @Test
  void observed_historyOfDemand_isTheSame() {
    DemandHistory history = DemandHistory.of(9, 3, 0, 5, 2, 0, 4).last(6);

    for (double x = -1; x < 9; x += 0.5) {
      assertThat(history.observedOver(2).cdf(x))
          .isEqualTo(LeadTimeDemand.observed(SEEN, 2).cdf(x));
      assertThat(history.observedUnitsOver(2).cdf(x))
          .isEqualTo(LeadTimeDemand.observedUnits(SEEN, 2).cdf(x));
    }
  }

  @Test
  void observed_gapShortHistoryOrPartsOfUnits_isRefused() {
    double[] gap = {3, Double.NaN, 5};

    assertRefused(
        () -> LeadTimeDemand.observed(gap, 1), INVALID_NUMBER, "demand must be finite: NaN");
    assertRefused(
        () -> LeadTimeDemand.observedUnits(gap, 1), INVALID_NUMBER, "demand must be finite: NaN");
    assertRefused(
        () -> LeadTimeDemand.observed(SEEN, 7),
        INVALID_NUMBER,
        "number of observed periods must be at least 7: 6");
    assertRefused(
        () -> LeadTimeDemand.observed(SEEN, 0), INVALID_NUMBER, "lead time must be at least 1: 0");
    assertRefused(
        () -> LeadTimeDemand.observedUnits(new double[] {0.5, 0.5}, 2),
        INVALID_NUMBER,
        "demand must be a whole number: 0.5");
    assertRefused(
        () -> DemandHistory.of().observedOver(1),
        INVALID_NUMBER,
        "number of observed periods must be at least 1: 0");
  }

  @Provide
  Arbitrary<double[]> samples() {
    return Arbitraries.doubles()
        .between(0, 100)
        .array(Double[].class)
        .ofMinSize(1)
        .ofMaxSize(20)
        .map(values -> Arrays.stream(values).mapToDouble(Double::doubleValue).toArray());
  }

  @Provide
  Arbitrary<long[]> units() {
    return Arbitraries.longs()
        .between(0, 30)
        .array(Long[].class)
        .ofMinSize(1)
        .ofMaxSize(20)
        .map(values -> Arrays.stream(values).mapToLong(Long::longValue).toArray());
  }

  /** The part of a lot by which a demand is beyond the positions of a cycle, each as long: exact. */
  private static double unserved(double[] sample, double r, double lot) {
    return Arrays.stream(sample)
        .map(each -> Math.max(0, Math.min(lot, each - r)) / lot)
        .average()
        .orElseThrow();
  }

  @Property
  void reorderPointOfAFillRateIsTheLeastThatLeavesNoMoreUnserved(
      @ForAll("samples") double[] sample,
      @ForAll @DoubleRange(min = 0.5, max = 0.99) double fill,
      @ForAll @DoubleRange(min = 0.1, max = 300) double lot) {
    double r = ReorderPoint.of(Empirical.of(sample), FillRate.of(fill), lot).units();

    assertThat(unserved(sample, r, lot)).isLessThanOrEqualTo((1 - fill) * (1 + 1e-9));
    assertThat(unserved(sample, r - 1e-6, lot)).isGreaterThan((1 - fill) * (1 - 1e-12));
    assertThat(SafetyStock.of(Empirical.of(sample), FillRate.of(fill), lot).units())
        .isCloseTo(r - Arrays.stream(sample).average().orElseThrow(), within(1e-9));
  }

  /** Half of the sample is beyond any reorder point from 0 to 90: the least of these is enough. */
  @Test
  void reorderPoint_levelPartOfTheShortage_isItsBeginning() {
    ReorderPoint found = ReorderPoint.of(Empirical.of(0, 100), FillRate.of(0.5), 10);

    assertThat(found.units()).isCloseTo(0, within(1e-9));
  }

  @Property
  void measuresAreThoseOfEachObservationOnEachPosition(
      @ForAll("samples") double[] sample,
      @ForAll @DoubleRange(min = -20, max = 120) double r,
      @ForAll @DoubleRange(min = 0.1, max = 300) double lot) {
    ServiceMeasures found = ServiceMeasures.of(Empirical.of(sample), r, lot);

    double backorders = Arrays.stream(sample)
        .map(each -> (square(each - r) - square(each - r - lot)) / (2 * lot))
        .average()
        .orElseThrow();
    double mean = Arrays.stream(sample).average().orElseThrow();
    assertThat(found.waitingShare()).isCloseTo(unserved(sample, r, lot), within(1e-9));
    assertThat(found.fillRate()).isCloseTo(1 - unserved(sample, r, lot), within(1e-9));
    assertThat(found.backorders()).isCloseTo(backorders, within(1e-7));
    assertThat(found.onHand()).isCloseTo(r + lot / 2 - mean + backorders, within(1e-7));
    assertThat(found.cycleServiceLevel())
        .isCloseTo(
            (double) Arrays.stream(sample).filter(each -> each <= r).count() / sample.length,
            within(1e-12));
  }

  private static double square(double excess) {
    return excess <= 0 ? 0 : excess * excess;
  }

  @Property
  void measuresInUnitsAreThoseOfEachObservationOnEachPosition(
      @ForAll("units") long[] sample,
      @ForAll @IntRange(min = -3, max = 35) int r,
      @ForAll @IntRange(min = 1, max = 40) int lot) {
    ServiceMeasures found = ServiceMeasures.of(Tabulated.ofSample(sample), (long) r, (long) lot);

    double served = onAverage(
        r,
        lot,
        y -> (double) LongStream.of(sample).filter(x -> x <= y - 1).count() / sample.length);
    double backorders = onAverage(
        r,
        lot,
        y -> LongStream.of(sample).map(x -> Math.max(0, x - y)).average().orElseThrow());
    double onHand = onAverage(
        r,
        lot,
        y -> LongStream.of(sample).map(x -> Math.max(0, y - x)).average().orElseThrow());
    assertThat(found.fillRate()).isCloseTo(served, within(1e-9));
    assertThat(found.backorders()).isCloseTo(backorders, within(1e-9));
    assertThat(found.onHand()).isCloseTo(onHand, within(1e-9));
  }

  private static double onAverage(int r, int lot, LongToDoubleFunction figure) {
    return LongStream.rangeClosed(r + 1L, r + lot).mapToDouble(figure).average().orElseThrow();
  }

  @Property
  void reorderPointInUnitsIsTheLeastThatLeavesNoMoreUnserved(
      @ForAll("units") long[] sample,
      @ForAll @DoubleRange(min = 0.5, max = 0.99) double fill,
      @ForAll @IntRange(min = 1, max = 40) int lot) {
    Tabulated law = Tabulated.ofSample(sample);

    long r = (long) ReorderPoint.of(law, FillRate.of(fill), lot).units();

    assertThat(ServiceMeasures.of(law, r, lot).waitingShare())
        .isLessThanOrEqualTo((1 - fill) * (1 + 1e-9));
    assertThat(ServiceMeasures.of(law, r - 1, lot).waitingShare())
        .isGreaterThan((1 - fill) * (1 - 1e-9));
  }

  @Property
  void pointsNeverFallAsTheTargetRises(
      @ForAll("samples") double[] sample,
      @ForAll @DoubleRange(min = 0.01, max = 0.98) double target,
      @ForAll @DoubleRange(min = 0.1, max = 300) double lot) {
    Empirical law = Empirical.of(sample);
    double more = target + 0.01;

    assertThat(ReorderPoint.of(law, CycleServiceLevel.of(more)).units())
        .isGreaterThanOrEqualTo(
            ReorderPoint.of(law, CycleServiceLevel.of(target)).units());
    assertThat(ReorderPoint.of(law, FillRate.of(more), lot).units())
        .isGreaterThanOrEqualTo(ReorderPoint.of(law, FillRate.of(target), lot).units());
    assertThat(OrderUpToLevel.of(law, CycleServiceLevel.of(target)).units())
        .isEqualTo(ReorderPoint.of(law, CycleServiceLevel.of(target)).units());
  }

  @Property
  void pointsScaleAndShiftWithTheSample(
      @ForAll("samples") double[] sample,
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double target,
      @ForAll @DoubleRange(min = 0.1, max = 300) double lot) {
    double[] other = Arrays.stream(sample).map(each -> 4 * each + 8).toArray();
    FillRate fill = FillRate.of(target);
    CycleServiceLevel cycle = CycleServiceLevel.of(target);

    assertThat(ReorderPoint.of(Empirical.of(other), fill, 4 * lot).units())
        .isCloseTo(4 * ReorderPoint.of(Empirical.of(sample), fill, lot).units() + 8, within(1e-6));
    assertThat(ReorderPoint.of(Empirical.of(other), cycle).units())
        .isEqualTo(4 * ReorderPoint.of(Empirical.of(sample), cycle).units() + 8);
  }

  @Test
  void equalObservations_needNoSafetyStock() {
    Empirical law = LeadTimeDemand.observed(new double[] {2.5, 2.5, 2.5, 2.5}, 2);
    Tabulated units = LeadTimeDemand.observedUnits(new double[] {2, 2, 2, 2}, 2);

    assertThat(SafetyStock.of(law, CycleServiceLevel.of(0.999)).units()).isZero();
    assertThat(SafetyStock.of(units, CycleServiceLevel.of(0.999)).units()).isZero();
    assertThat(SafetyStock.of(law, FillRate.of(0.9), 20).units()).isCloseTo(-2, within(1e-9));
    assertThat(SafetyStock.of(units, FillRate.of(0.9), 20).units()).isEqualTo(-2);
    ServiceMeasures measures = ServiceMeasures.of(law, 5, 20);
    assertThat(measures.fillRate()).isEqualTo(1);
    assertThat(measures.backorders()).isZero();
    assertThat(measures.onHand()).isEqualTo(10);
  }
}
