package io.backorder.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.backorder.empirical.Mixture;
import io.backorder.empirical.Tabulated;
import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.DiscreteDistribution;
import io.backorder.statistics.Normal;
import io.backorder.statistics.Poisson;
import io.backorder.stock.Quantity;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Safety stock, reorder points and order-up-to levels: laws, limits, edges, and a simulation. */
final class ServiceTest {

  private static final PeriodDemand DEMAND = PeriodDemand.of(40, 12);

  private static final LeadTime LEAD_TIME = LeadTime.of(9, 2);

  private static final LeadTimeDemand OVER = LeadTimeDemand.over(DEMAND, LEAD_TIME);

  @Test
  void safetyStockNeverFallsAsServiceLevelRises() {
    double before = Double.NEGATIVE_INFINITY;
    for (double p = 0.001; p < 1; p += 0.001) {
      double after = SafetyStock.of(OVER, CycleServiceLevel.of(p)).units();

      assertThat(after).isGreaterThan(before);
      before = after;
    }
  }

  @Test
  void safetyStockNeverFallsAsFillRateRises() {
    for (double lot : new double[] {0.5, 30, 400, 90_000}) {
      double before = Double.NEGATIVE_INFINITY;
      for (double p = 0.01; p < 1; p += 0.01) {
        double after = SafetyStock.of(OVER, FillRate.of(p), lot).units();

        assertThat(after).isGreaterThan(before);
        before = after;
      }
    }
  }

  @Test
  void poissonOver_goodsThatMayBeThereAtOnce_haveNoDemandToCover() {
    Mixture law = LeadTimeDemand.poissonOver(4, new double[] {0, 3}, 0.2, 0.8);

    assertThat(law.cdf(0)).isCloseTo(0.2 + 0.8 * Math.exp(-12), within(1e-15));
    assertThat(law.mean()).isCloseTo(0.8 * 12, within(1e-12));
    refused(() -> LeadTimeDemand.poissonOver(4, new double[] {-1, 3}, 0.2, 0.8));
    refused(() -> LeadTimeDemand.poissonOver(0, new double[] {0, 3}, 0.2, 0.8));
  }

  @Test
  void reorderPointScalesWithTheUnit() {
    LeadTimeDemand tenfold = LeadTimeDemand.of(10 * OVER.mean(), 10 * OVER.standardDeviation());
    FillRate fill = FillRate.of(0.97);

    assertThat(ReorderPoint.of(tenfold, fill, 4000).units())
        .isCloseTo(10 * ReorderPoint.of(OVER, fill, 400).units(), within(1e-9));
  }

  @Test
  void leadTimeDemandDoesNotDependOnTheUnitOfTime() {
    LeadTimeDemand inWeeks = LeadTimeDemand.over(
        PeriodDemand.of(7 * 40, Math.sqrt(7) * 12), LeadTime.of(9 / 7.0, 2 / 7.0));

    assertThat(inWeeks.mean()).isCloseTo(OVER.mean(), within(1e-10));
    assertThat(inWeeks.standardDeviation()).isCloseTo(OVER.standardDeviation(), within(1e-10));
  }

  @Test
  void reorderPointWithoutVariationIsMeanDemand() {
    LeadTimeDemand certain = LeadTimeDemand.over(PeriodDemand.of(100, 0), LeadTime.fixed(7));

    assertThat(ReorderPoint.of(certain, CycleServiceLevel.of(0.99)).units()).isEqualTo(700);
    assertThat(ReorderPoint.of(certain, FillRate.of(0.9), 50).units()).isCloseTo(695, within(1e-9));
  }

  @Test
  void fillRateStockTendsToTheCertainOneAsVariationVanishes() {
    LeadTimeDemand nearly = LeadTimeDemand.of(700, 1e-6);

    assertThat(ReorderPoint.of(nearly, FillRate.of(0.9), 50).units()).isCloseTo(695, within(1e-5));
  }

  @Test
  void poissonReorderPointTendsToTheNormalOne() {
    double mean = 1e7;
    CycleServiceLevel level = CycleServiceLevel.of(0.975);
    double exact = ReorderPoint.of(Poisson.of(mean), level).units();
    double normal =
        ReorderPoint.of(LeadTimeDemand.of(mean, Math.sqrt(mean)), level).units();

    assertThat(exact).isCloseTo(normal, within(2.0));
  }

  @Test
  void of_fillRate_isMetByTheMeasures() {
    for (double lot : new double[] {3, 40, 500, 20_000}) {
      for (double fill : new double[] {0.3, 0.8, 0.95, 0.999, 0.9999999}) {
        double point = ReorderPoint.of(OVER, FillRate.of(fill), lot).units();
        ServiceMeasures found = ServiceMeasures.of(OVER.toNormal(), point, lot);

        assertThat(found.fillRate()).isCloseTo(fill, within(1e-9));
        assertThat(found.simplifiedFillRate()).isLessThanOrEqualTo(fill + 1e-9);
      }
    }
  }

  @Test
  void of_fillRateInWholeUnits_isTheLeastThatMeetsIt() {
    DiscreteDistribution law = Poisson.of(6.3);
    for (int lot = 1; lot < 30; lot += 4) {
      for (double fill = 0.05; fill < 1; fill += 0.05) {
        long point = (long) ReorderPoint.of(law, FillRate.of(fill), lot).units();

        assertThat(ServiceMeasures.of(law, point, lot).fillRate())
            .isGreaterThanOrEqualTo(fill - 1e-9);
        assertThat(ServiceMeasures.of(law, point - 1, lot).fillRate()).isLessThan(fill);
      }
    }
  }

  @Test
  void of_fillRateOfOtherLaws_isMet() {
    for (double fill : new double[] {0.5, 0.9, 0.999}) {
      double point = ReorderPoint.of(OVER.toGamma(), FillRate.of(fill), 80).units();

      assertThat(ServiceMeasures.of(OVER.toGamma(), point, 80).fillRate())
          .isCloseTo(fill, within(1e-9));
    }
  }

  @Test
  void of_periodicFillRate_isMetByTheReview() {
    for (double period : new double[] {0.25, 1, 8}) {
      for (double fill : new double[] {0.4, 0.9, 0.99, 0.99999}) {
        PeriodicReview review = PeriodicReview.of(DEMAND, LEAD_TIME, period);

        assertThat(review.fillRate(OrderUpToLevel.of(review, FillRate.of(fill))))
            .isCloseTo(fill, within(1e-9));
        assertThat(review.simplifiedFillRate(OrderUpToLevel.simplified(review, FillRate.of(fill))))
            .isCloseTo(fill, within(1e-9));
      }
    }
  }

  @Test
  void measures_ofContinuousReview_agreeWithASimulation() {
    double rate = 3;
    double leadTime = 2;
    Poisson law = Poisson.of(rate * leadTime);
    long point = 6;
    int lot = 5;
    ServiceMeasures formula = ServiceMeasures.of(law, point, lot);
    Random random = new Random(77);
    long backordered = 0;
    long arrivals = 400_000;
    double backorders = 0;
    for (int i = 0; i < arrivals; i++) {
      long position = point + 1 + random.nextInt(lot);
      long demand = poisson(random, rate * leadTime);
      backordered += demand >= position ? 1 : 0;
      backorders += Math.max(0, demand - position);
    }
    assertThat(1 - (double) backordered / arrivals)
        .isCloseTo(formula.fillRate(), within(3 * Math.sqrt(0.25 / arrivals)));
    assertThat(backorders / arrivals).isCloseTo(formula.backorders(), within(0.01));
    assertThat(formula.meanWait(rate)).isCloseTo(formula.backorders() / rate, within(1e-15));
  }

  private static long poisson(Random random, double mean) {
    double product = random.nextDouble();
    long count = 0;
    while (product > Math.exp(-mean)) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }

  @Test
  void over_tables_isTheRandomSum() {
    Tabulated day = Tabulated.of(0, 0.5, 0.2, 0.2, 0.1);
    Tabulated days = Tabulated.of(2, 0.3, 0.3, 0.4);
    LeadTimeDemand moments = LeadTimeDemand.over(
        PeriodDemand.of(day.mean(), day.standardDeviation()),
        LeadTime.of(days.mean(), days.standardDeviation()));

    Tabulated law = LeadTimeDemand.over(day, days);

    assertThat(law.mean()).isCloseTo(moments.mean(), within(1e-12));
    assertThat(law.variance()).isCloseTo(moments.variance(), within(1e-12));
    assertThat(LeadTimeDemand.compoundPoisson(3, day).mean())
        .isCloseTo(3 * day.mean(), within(1e-9));
  }

  @Test
  void toWholeUnits_varianceAtOrBelowTheMean_isPoisson() {
    assertThat(LeadTimeDemand.of(9, 3).toWholeUnits()).isEqualTo(Poisson.of(9));
    assertThat(LeadTimeDemand.of(9, 1).toWholeUnits()).isEqualTo(Poisson.of(9));
    assertThat(LeadTimeDemand.of(9, 4).toWholeUnits().variance()).isCloseTo(16, within(1e-12));
  }

  @Test
  void roundedUp_fractionAndNegative_areRoundedOnce() {
    assertThat(new ReorderPoint(12.0001).roundedUp()).isEqualTo(Quantity.of(13));
    assertThat(new ReorderPoint(12).roundedUp()).isEqualTo(Quantity.of(12));
    assertThat(new ReorderPoint(-3.5).roundedUp()).isEqualTo(Quantity.ZERO);
    assertThat(new OrderUpToLevel(0.5).roundedUp()).isEqualTo(Quantity.of(1));
    assertThat(new OrderUpToLevel(50).orderFrom(80)).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.1, 1.1, Double.NaN, Double.POSITIVE_INFINITY})
  void of_levelOutOfRange_isRefused(double value) {
    refused(() -> CycleServiceLevel.of(value));
    refused(() -> FillRate.of(value));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1e-9, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void of_negativeOrNoNumber_isRefused(double value) {
    refused(() -> PeriodDemand.of(value, 1));
    refused(() -> PeriodDemand.of(1, value));
    refused(() -> LeadTime.of(value, 1));
    refused(() -> LeadTime.fixed(value));
    refused(() -> LeadTimeDemand.of(value, 1));
    refused(() -> PeriodicReview.of(DEMAND, LEAD_TIME, value));
    refused(() -> SafetyStock.of(OVER, FillRate.of(0.9), value));
    refused(() -> SafetyStock.simplified(OVER, FillRate.of(0.9), value));
    refused(() -> ReorderPoint.of(Normal.of(3, 1), FillRate.of(0.9), value));
    refused(() -> ServiceMeasures.of(Normal.of(3, 1), 2, value));
    refused(() -> LeadTimeDemand.smoothed(DEMAND, 3, value));
    refused(() -> LeadTimeDemand.poissonOverGamma(value, LEAD_TIME));
  }

  @Test
  void fillRate_noDemand_isRefused() {
    for (double deviation : new double[] {0, 3}) {
      PeriodicReview idle = PeriodicReview.of(PeriodDemand.of(0, deviation), LeadTime.fixed(1), 1);

      refused(() -> idle.fillRate(new OrderUpToLevel(5)));
      refused(() -> idle.simplifiedFillRate(new OrderUpToLevel(5)));
    }
  }

  @Test
  void toWholeUnits_varianceJustAboveALargeMean_isPoisson() {
    assertThat(LeadTimeDemand.of(1e7, 3162.28).toWholeUnits()).isEqualTo(Poisson.of(1e7));
  }

  @Test
  void everyDemandHasALawInWholeUnits() {
    for (double mean = 1e-9; mean <= 1e9; mean *= 3.7) {
      for (double spread : new double[] {0, 0.5, 1, 1 + 1e-15, 1 + 1e-11, 1 + 1e-8, 1.3, 20}) {
        double deviation = Math.sqrt(mean * spread);
        DiscreteDistribution law = LeadTimeDemand.of(mean, deviation).toWholeUnits();

        assertThat(law.mean()).isCloseTo(mean, within(1e-6 * mean));
        assertThat(law.variance())
            .isCloseTo(mean * Math.max(1, spread), within(1e-4 * mean * Math.max(1, spread)));
      }
    }
  }

  @Test
  void roundedUp_wholeDemandWithoutSafetyStock_isThatDemand() {
    CycleServiceLevel half = CycleServiceLevel.of(0.5);
    for (int units = 1; units <= 10_000; units++) {
      PeriodDemand hundredth = PeriodDemand.of(units / 100.0, 0);
      LeadTimeDemand demand = LeadTimeDemand.over(hundredth, LeadTime.fixed(100));
      PeriodicReview review = PeriodicReview.of(hundredth, LeadTime.fixed(93), 7);

      assertThat(ReorderPoint.of(demand, half).roundedUp()).isEqualTo(Quantity.of(units));
      assertThat(OrderUpToLevel.of(review, half).roundedUp()).isEqualTo(Quantity.of(units));
    }
  }

  @Test
  void roundedUp_edges_areKept() {
    assertThat(new ReorderPoint(7.000001).roundedUp()).isEqualTo(Quantity.of(8));
    assertThat(new ReorderPoint(-3.5).roundedUp()).isEqualTo(Quantity.ZERO);
    assertThat(new ReorderPoint(1e12 + 0.25).roundedUp())
        .isEqualTo(Quantity.of(1_000_000_000_000L));
    assertThat(new ReorderPoint(1e9 + 0.25).roundedUp()).isEqualTo(Quantity.of(1_000_000_001));
    refused(() -> new ReorderPoint(0x1p63).roundedUp());
    refused(() -> new OrderUpToLevel(1e300).roundedUp());
  }

  /** From second-order and first-order losses with 60 digits (mpmath). */
  @ParameterizedTest
  @CsvSource({
    "200, 0.361816249590398624",
    "240, 0.270315472430603105",
    "260, 0.239396506842947013",
    "400, 0.131608564904813136"
  })
  void meanWaitOfBackorders_nearlyEveryoneServed_isStillThatOfTheFew(
      double point, double expected) {
    ServiceMeasures found = ServiceMeasures.of(Normal.of(100, 20), point, 50);

    assertThat(found.meanWaitOfBackorders(10)).isCloseTo(expected, within(1e-12));
  }

  @Test
  void waitOfThoseWhoWaitNeverRisesWithTheReorderPoint() {
    double before = Double.POSITIVE_INFINITY;
    for (double point = 0; point < 700; point += 5) {
      ServiceMeasures found = ServiceMeasures.of(Normal.of(100, 20), point, 50);

      assertThat(found.meanWaitOfBackorders(10)).isLessThan(before).isPositive();
      assertThat(found.fillRate()).isEqualTo(1 - found.waitingShare());
      before = found.meanWaitOfBackorders(10);
    }
  }

  @Test
  void of_observedOrders_countsCompleteOnesOnly() {
    ObservedFill found = ObservedFill.of(List.of(
        List.of(new ObservedFill.Line(10, 10), new ObservedFill.Line(5, 4)),
        List.of(new ObservedFill.Line(5, 5))));

    assertThat(found.orders()).isEqualTo(0.5);
    assertThat(found.lines()).isCloseTo(2 / 3.0, within(1e-15));
    assertThat(found.units()).isCloseTo(0.95, within(1e-15));
    refused(() -> ObservedFill.of(List.of()));
    refused(() -> new ObservedFill.Line(3, 4));
  }

  private static void refused(ThrowingCallable call) {
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(call);
  }
}
