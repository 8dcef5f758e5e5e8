package io.backorder.forecast;

import static io.backorder.refusal.ErrorCode.INVALID_NUMBER;
import static io.backorder.refusal.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.backorder.planning.LeadTime;
import io.backorder.planning.LeadTimeDemand;
import io.backorder.planning.PeriodDemand;
import io.backorder.statistics.DiscreteDistribution;
import io.backorder.statistics.Distribution;
import io.backorder.statistics.RealDistribution;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The demand of several periods as a law, and over a lead time that varies. */
final class HorizonDemandTest {

  private static final int HORIZON = 8;

  @Property
  void lawHasTheMomentsThatItsShapeKnows(
      @ForAll @DoubleRange(min = 0.5, max = 200) double mean,
      @ForAll @DoubleRange(min = 0.5, max = 200) double deviation) {
    HorizonDemand demand = new HorizonDemand(mean, deviation);
    double variance = deviation * deviation;

    for (DemandShape shape : DemandShape.values()) {
      Distribution law = demand.law(shape);
      double expected = switch (shape) {
        case NORMAL, GAMMA -> variance;
        case POISSON -> mean;
        case NEGATIVE_BINOMIAL -> Math.max(variance, mean);
      };
      assertThat(law.mean()).isCloseTo(mean, within(1e-9 * mean));
      assertThat(law.variance()).isCloseTo(expected, within(1e-6 * expected));
    }
  }

  @Property
  void lawAnswersTheThreeQuestions(
      @ForAll @DoubleRange(min = -5, max = 200) double mean,
      @ForAll @DoubleRange(min = 0, max = 200) double deviation,
      @ForAll @DoubleRange(min = -50, max = 400) double units,
      @ForAll DemandShape shape) {
    HorizonDemand demand = new HorizonDemand(mean, deviation);

    Distribution law = demand.law(shape);

    assertThat(demand.quantile(shape, 0.9)).isEqualTo(law.quantile(0.9));
    assertThat(demand.probabilityAbove(shape, units)).isEqualTo(law.survival(units));
    assertThat(demand.expectedAbove(shape, units)).isEqualTo(law.loss(units));
  }

  @Test
  void law_nothingLeftToChance_isOneNumber() {
    for (DemandShape shape : DemandShape.values()) {
      Distribution law = new HorizonDemand(0, 0).law(shape);

      assertThat(law.variance()).isZero();
      assertThat(law.quantile(0.01)).isZero();
      assertThat(law.upperQuantile(1e-300)).isZero();
      assertThat(law.loss(-3)).isEqualTo(3);
      assertThat(law.survival(0)).isZero();
    }
    assertThat(new HorizonDemand(4.5, 0).law(DemandShape.GAMMA).quantile(0.9)).isEqualTo(4.5);
    assertThat(new HorizonDemand(-4.5, 0).law(DemandShape.NORMAL).mean()).isEqualTo(-4.5);
    assertThat(new HorizonDemand(-4.5, 2).law(DemandShape.POISSON).mean()).isZero();
  }

  /** What is below zero counts as zero: against sums of a fine grid. */
  @Property(tries = 100)
  void spreadDemandWithoutAMeanKeepsItsSpread(
      @ForAll @DoubleRange(min = -3, max = 0) double mean,
      @ForAll @DoubleRange(min = 0.5, max = 20) double deviation) {
    HorizonDemand demand = new HorizonDemand(mean * deviation / 3, deviation);
    double sum = 0;
    double squares = 0;
    int cells = 20_000;
    for (int cell = 0; cell < cells; cell++) {
      double x = demand.quantile(DemandShape.NORMAL, (cell + 0.5) / cells);
      sum += Math.max(0, x);
      squares += Math.max(0, x) * Math.max(0, x);
    }
    double expected = sum / cells;
    double variance = squares / cells - expected * expected;

    Distribution gamma = demand.law(DemandShape.GAMMA);
    Distribution whole = demand.law(DemandShape.NEGATIVE_BINOMIAL);

    assertThat(gamma.mean()).isCloseTo(expected, within(1e-3 * deviation));
    assertThat(gamma.variance()).isCloseTo(variance, within(1e-2 * deviation * deviation));
    assertThat(whole.mean()).isCloseTo(expected, within(1e-3 * deviation));
    assertThat(whole.survival(0)).isPositive();
  }

  @Test
  void law_meanFarBelowZero_isNoDemand() {
    HorizonDemand demand = new HorizonDemand(-100, 5);

    assertThat(demand.law(DemandShape.GAMMA).survival(0)).isZero();
    assertThat(demand.law(DemandShape.NEGATIVE_BINOMIAL).survival(0)).isZero();
  }

  @Test
  void law_eachShape_isOfTheKindThatItSays() {
    for (HorizonDemand demand :
        new HorizonDemand[] {new HorizonDemand(0, 0), new HorizonDemand(6, 5)}) {
      assertThat(demand.law(DemandShape.NORMAL)).isInstanceOf(RealDistribution.class);
      assertThat(demand.law(DemandShape.GAMMA)).isInstanceOf(RealDistribution.class);
      assertThat(demand.law(DemandShape.POISSON)).isInstanceOf(DiscreteDistribution.class);
      assertThat(demand.law(DemandShape.NEGATIVE_BINOMIAL))
          .isInstanceOf(DiscreteDistribution.class);
    }
  }

  private static Forecast steady(double mean, double deviation) {
    double[] means = new double[HORIZON];
    double[] deviations = new double[HORIZON];
    Arrays.fill(means, mean);
    Arrays.fill(deviations, deviation);
    return Forecast.ofIndependentErrors(means, deviations);
  }

  @Property
  void overALeadTimeIsTheRandomSumWhereErrorsAreIndependent(
      @ForAll @DoubleRange(min = 0, max = 500) double mean,
      @ForAll @DoubleRange(min = 0, max = 500) double deviation,
      @ForAll @DoubleRange(min = 0, max = HORIZON) double length,
      @ForAll @DoubleRange(min = 0, max = 5) double spread) {
    LeadTime leadTime = LeadTime.of(length, spread);

    HorizonDemand found = steady(mean, deviation).over(leadTime);

    LeadTimeDemand expected = LeadTimeDemand.over(PeriodDemand.of(mean, deviation), leadTime);
    assertThat(found.mean()).isCloseTo(expected.mean(), within(1e-9 * (1 + mean)));
    assertThat(found.standardDeviation())
        .isCloseTo(expected.standardDeviation(), within(1e-9 * (1 + mean + deviation)));
  }

  @Property
  void overAFixedWholeLeadTimeIsTheTotal(
      @ForAll @IntRange(min = 1, max = HORIZON) int periods,
      @ForAll @DoubleRange(min = -3, max = 3) double trend,
      @ForAll @DoubleRange(min = 0, max = 1) double share) {
    double[] means = new double[HORIZON];
    Arrays.setAll(means, step -> 50 + trend * step);

    Forecast forecast = Forecast.ofSharedErrors(means, 36, share);

    assertThat(forecast.over(LeadTime.fixed(periods))).isEqualTo(forecast.total(periods));
  }

  @Property
  void overALongerOrLessCertainLeadTimeIsMoreAndLessCertain(
      @ForAll @DoubleRange(min = 0, max = HORIZON - 0.5) double length,
      @ForAll @DoubleRange(min = 0, max = 4) double spread,
      @ForAll @DoubleRange(min = 0, max = 1) double share) {
    double[] means = new double[HORIZON];
    Arrays.fill(means, 20);
    Forecast forecast = Forecast.ofSharedErrors(means, 36, share);

    HorizonDemand found = forecast.over(LeadTime.of(length, spread));

    HorizonDemand longer = forecast.over(LeadTime.of(length + 0.5, spread));
    assertThat(longer.mean()).isCloseTo(found.mean() + 10, within(1e-9));
    assertThat(longer.standardDeviation()).isGreaterThan(found.standardDeviation());
    assertThat(forecast.over(LeadTime.of(length, spread + 0.5)).standardDeviation())
        .isGreaterThan(found.standardDeviation());
  }

  @Property
  void overALeadTimeScalesWithTheUnit(
      @ForAll @DoubleRange(min = 0, max = HORIZON) double length,
      @ForAll @DoubleRange(min = 0, max = 4) double spread,
      @ForAll @DoubleRange(min = 0.01, max = 100) double scale) {
    LeadTime leadTime = LeadTime.of(length, spread);

    HorizonDemand found = steady(20 * scale, 7 * scale).over(leadTime);

    HorizonDemand unit = steady(20, 7).over(leadTime);
    assertThat(found.mean()).isCloseTo(scale * unit.mean(), within(1e-7));
    assertThat(found.standardDeviation()).isCloseTo(scale * unit.standardDeviation(), within(1e-7));
  }

  @Test
  void over_meanLeadTimeBeyondTheHorizon_isRefused() {
    assertRefused(
        () -> steady(3, 1).over(LeadTime.of(8.25, 0)),
        INVALID_NUMBER,
        "mean lead time must be at most the 8 periods forecast: 8.25");
  }

  @Test
  void over_noLeadTimeButASpread_variesWithTheFirstPeriod() {
    HorizonDemand found = steady(3, 1).over(LeadTime.of(0, 2));

    assertThat(found).isEqualTo(new HorizonDemand(0, 6));
  }

  /** Draws of the lead time and of each period in it; the bounds are five standard errors. */
  @Test
  void over_drawnLeadTimesAndErrors_hasTheirMoments() {
    Random random = new Random(5);
    int draws = 200_000;
    double sum = 0;
    double squares = 0;
    // one to seven periods, each as often: the variance is (7^2 - 1) / 12
    HorizonDemand expected = steady(40, 12).over(LeadTime.of(4, 2));
    for (int draw = 0; draw < draws; draw++) {
      double demand = 0;
      for (int left = 1 + random.nextInt(7); left > 0; left--) {
        demand += 40 + 12 * random.nextGaussian();
      }
      sum += demand - expected.mean();
      squares += (demand - expected.mean()) * (demand - expected.mean());
    }

    double standardError = expected.standardDeviation() / Math.sqrt(draws);
    assertThat(sum / draws).isCloseTo(0, within(5 * standardError));
    assertThat(Math.sqrt(squares / draws))
        .isCloseTo(expected.standardDeviation(), within(5 * standardError));
  }

  /** A level that errs and follows its errors, simulated: what is asked for in the next four periods. */
  @Test
  void over_drawnErrorsOfASmoothedLevel_hasTheirSpread() {
    Random random = new Random(6);
    int draws = 200_000;
    double squares = 0;
    for (int draw = 0; draw < draws; draw++) {
      double level = 0;
      double demand = 0;
      for (int period = 0; period < 4; period++) {
        double error = 12 * random.nextGaussian();
        demand += level + error;
        level += 0.3 * error;
      }
      squares += demand * demand;
    }
    Forecast forecast =
        Forecast.ofPassedOnErrors(new double[5], 144, new double[] {0.3, 0.3, 0.3, 0.3});

    double expected = forecast.over(LeadTime.fixed(4)).standardDeviation();
    assertThat(Math.sqrt(squares / draws))
        .isCloseTo(expected, within(5 * expected / Math.sqrt(2.0 * draws)));
  }

  @Test
  void leadTimeDemand_negativeMean_isRefused() {
    assertThat(new HorizonDemand(4, 2).leadTimeDemand()).isEqualTo(LeadTimeDemand.of(4, 2));
    assertRefused(
        () -> new HorizonDemand(-4, 2).leadTimeDemand(),
        INVALID_NUMBER,
        "mean lead-time demand must be zero or positive, and finite: -4.0");
  }
}
