package io.backorder.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.backorder.empirical.Empirical;
import io.backorder.empirical.Tabulated;
import io.backorder.forecast.DemandHistory;
import io.backorder.newsvendor.MismatchCost;
import io.backorder.newsvendor.Newsvendor;
import io.backorder.newsvendor.Prices;
import io.backorder.newsvendor.SeasonPlan;
import io.backorder.newsvendor.SetupPlan;
import io.backorder.planning.CycleServiceLevel;
import io.backorder.planning.FillRate;
import io.backorder.planning.ReorderPoint;
import io.backorder.planning.ServiceMeasures;
import io.backorder.statistics.Distribution;
import io.backorder.statistics.Normal;
import io.backorder.statistics.Poisson;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Policies from a long series of which the law is known are those of the law. */
final class ObservedPoliciesTest {

  private static final int PERIODS = 200_000;

  private static final DemandHistory SEEN = poisson(3);

  private static final Tabulated OVER_FOUR = SEEN.observedUnitsOver(4);

  private static final Poisson LAW = Poisson.of(12);

  private static final InventoryCosts COSTS = InventoryCosts.of(40, 1, 9);

  private static DemandHistory poisson(double rate) {
    Random random = new Random(17);
    double[] demand = new double[PERIODS];
    Arrays.setAll(demand, period -> Poisson.of(rate).quantile(random.nextDouble()));
    return DemandHistory.of(demand);
  }

  @Test
  void reorderPoints_longSeries_areThoseOfTheLaw() {
    for (Distribution law : new Distribution[] {OVER_FOUR, SEEN.observedOver(4)}) {
      assertThat(law.mean()).isCloseTo(12, within(0.05));
      for (double level : new double[] {0.5, 0.9, 0.95, 0.98}) {
        assertThat(ReorderPoint.of(law, CycleServiceLevel.of(level)).units())
            .isEqualTo(ReorderPoint.of(LAW, CycleServiceLevel.of(level)).units());
      }
    }
    for (double fill : new double[] {0.8, 0.95, 0.99}) {
      assertThat(ReorderPoint.of(OVER_FOUR, FillRate.of(fill), 10).units())
          .isEqualTo(ReorderPoint.of(LAW, FillRate.of(fill), 10).units());
    }
  }

  @Test
  void measures_longSeries_areThoseOfTheLaw() {
    ServiceMeasures found = ServiceMeasures.of(OVER_FOUR, 13, 8);
    ServiceMeasures expected = ServiceMeasures.of(LAW, 13, 8);

    assertThat(found.cycleServiceLevel()).isCloseTo(expected.cycleServiceLevel(), within(0.005));
    assertThat(found.fillRate()).isCloseTo(expected.fillRate(), within(0.005));
    assertThat(found.backorders()).isCloseTo(expected.backorders(), within(0.01));
    assertThat(found.onHand()).isCloseTo(expected.onHand(), within(0.05));
  }

  @Test
  void newsvendor_longSeries_isThatOfTheLaw() {
    MismatchCost costs = MismatchCost.of(1, 4);
    Newsvendor expected = Newsvendor.of(LAW, costs);
    SeasonPlan season = SeasonPlan.best(Prices.of(10, 6, 2), OVER_FOUR);

    for (Distribution law : new Distribution[] {OVER_FOUR, SEEN.observedOver(4)}) {
      assertThat(Newsvendor.of(law, costs).units()).isEqualTo(expected.units());
      assertThat(Newsvendor.of(law, costs).expectedCost())
          .isCloseTo(expected.expectedCost(), within(0.05));
    }
    assertThat(season.units())
        .isEqualTo(SeasonPlan.best(Prices.of(10, 6, 2), LAW).units());
  }

  @Test
  void lots_longSeriesInUnits_areThoseOfTheLaw() {
    UnitReorderPolicy.Demand law = new UnitReorderPolicy.Demand(3, LAW);

    UnitReorderPolicy found =
        UnitReorderPolicy.optimal(new UnitReorderPolicy.Demand(3, OVER_FOUR), COSTS);

    assertThat(found).isEqualTo(UnitReorderPolicy.optimal(law, COSTS));
  }

  @Test
  void minMax_longSeries_isThatOfTheLaw() {
    MinMaxPolicy.Demand law = new MinMaxPolicy.Demand(Poisson.of(3), Poisson.of(15));

    MinMaxPolicy found = MinMaxPolicy.optimal(
        new MinMaxPolicy.Demand(SEEN.observedUnitsOver(1), SEEN.observedUnitsOver(5)), COSTS);

    double least = MinMaxPolicy.optimal(law, COSTS).cost(law, COSTS);
    assertThat(found.cost(law, COSTS)).isCloseTo(least, within(0.002 * least));
  }

  @Test
  void lots_largeSampleOfANormalLaw_areThoseOfTheLaw() {
    Random random = new Random(18);
    Normal normal = Normal.of(100, 20);
    Empirical sample = Empirical.of(random
        .doubles(20_000)
        .map(each -> normal.quantile(Math.max(1e-12, each)))
        .toArray());
    ReorderPolicy.Demand law = new ReorderPolicy.Demand(25, normal);
    ReorderPolicy.Demand seen = new ReorderPolicy.Demand(25, sample);

    double least = ReorderPolicy.optimal(law, COSTS).cost(law, COSTS);
    for (ReorderPolicy found : new ReorderPolicy[] {
      ReorderPolicy.optimal(seen, COSTS), ReorderPolicy.eoqWithBackorders(seen, COSTS)
    }) {
      assertThat(found.cost(law, COSTS)).isBetween(least - 1e-9, 1.03 * least);
    }
    assertThat(ReorderPolicy.optimal(seen, COSTS).orderQuantity())
        .isCloseTo(ReorderPolicy.optimal(law, COSTS).orderQuantity(), within(0.5));
    assertThat(ReorderPolicy.lossFunction(seen, COSTS).orderQuantity())
        .isCloseTo(ReorderPolicy.lossFunction(law, COSTS).orderQuantity(), within(0.5));
    assertThat(SetupPlan.of(sample, MismatchCost.of(1, 4), 30).reorderPoint().orElseThrow())
        .isCloseTo(
            SetupPlan.of(normal, MismatchCost.of(1, 4), 30).reorderPoint().orElseThrow(),
            within(0.5));
  }
}
