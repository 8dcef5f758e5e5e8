package io.backorder.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.backorder.empirical.Mixture;
import io.backorder.empirical.Tabulated;
import io.backorder.newsvendor.MismatchCost;
import io.backorder.planning.PeriodDemand;
import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.ContinuousDistribution;
import io.backorder.statistics.DiscreteDistribution;
import io.backorder.statistics.Gamma;
import io.backorder.statistics.Normal;
import io.backorder.statistics.Poisson;
import io.backorder.statistics.Uniform;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Policies: each optimum against others, closed forms against sums, and a simulation. */
final class PoliciesTest {

  private final Random random = new Random(4);

  private double between(double low, double high) {
    return low * Math.pow(high / low, random.nextDouble());
  }

  @Test
  void bestReorderPolicyIsCheaperThanEveryOther() {
    for (int i = 0; i < 100; i++) {
      double mean = between(0.5, 1e4);
      ContinuousDistribution law = i % 2 == 0
          ? Normal.of(mean, mean * between(0.02, 1))
          : Gamma.ofMoments(mean, mean * between(0.05, 2));
      ReorderPolicy.Demand demand = new ReorderPolicy.Demand(between(1, 1e4), law);
      InventoryCosts costs =
          InventoryCosts.of(between(0.1, 1e4), between(0.01, 20), between(0.01, 200));
      ReorderPolicy best = ReorderPolicy.optimal(demand, costs);
      double least = best.cost(demand, costs);

      assertThat(costs.rate(law, best.reorderPoint())).isCloseTo(least, within(1e-6 * least));
      for (double lot : new double[] {0.95, 1, 1.05}) {
        for (double shift : new double[] {-0.05, 0, 0.05}) {
          ReorderPolicy other = new ReorderPolicy(
              best.reorderPoint() + shift * law.standardDeviation(), best.orderQuantity() * lot);
          assertThat(other.cost(demand, costs)).isGreaterThanOrEqualTo(least * (1 - 1e-10));
        }
      }
      assertThat(ReorderPolicy.eoqWithBackorders(demand, costs).cost(demand, costs))
          .isGreaterThanOrEqualTo(least * (1 - 1e-10))
          .isLessThan(least * 1.125);
    }
  }

  @Test
  void cost_closedForm_isTheIntegral() {
    ReorderPolicy.Demand demand = new ReorderPolicy.Demand(1300, Normal.of(108, 43));
    InventoryCosts costs = InventoryCosts.of(8, 0.225, 7.5);
    ReorderPolicy policy = new ReorderPolicy(120, 300);
    double sum = 0;
    int steps = 300_000;
    for (int i = 0; i < steps; i++) {
      sum += costs.rate(demand.overLeadTime(), 120 + 300 * (i + 0.5) / steps);
    }

    assertThat(policy.cost(demand, costs)).isCloseTo(8 * 1300 / 300.0 + sum / steps, within(1e-8));
  }

  @Test
  void hadleyWhitin_bothEquations_hold() {
    for (int i = 0; i < 200; i++) {
      double mean = between(1, 1e4);
      ReorderPolicy.Demand demand = new ReorderPolicy.Demand(
          mean * between(1, 50),
          i % 2 == 0 ? Normal.of(mean, mean * 0.3) : Uniform.of(0, 2 * mean));
      InventoryCosts costs =
          InventoryCosts.of(between(1, 1000), between(0.1, 10), between(50, 500));
      try {
        ReorderPolicy found = ReorderPolicy.hadleyWhitin(demand, costs);
        double lot = found.orderQuantity();

        assertThat(demand.overLeadTime().survival(found.reorderPoint()))
            .isCloseTo(lot * costs.holding() / costs.shortage() / demand.rate(), within(1e-9));
        double cycle =
            costs.fixed() + costs.shortage() * demand.overLeadTime().loss(found.reorderPoint());
        assertThat(lot * lot)
            .isCloseTo(2 * demand.rate() * cycle / costs.holding(), within(1e-9 * lot * lot));
      } catch (InvalidValueException refused) {
        double lot = Math.sqrt(2 * demand.rate() * costs.fixed() / costs.holding());
        assertThat(refused).hasMessageContaining("probability of a shortage");
        assertThat(lot).isPositive();
      }
    }
  }

  @Test
  void lossFunction_bothEquations_hold() {
    for (int i = 0; i < 200; i++) {
      double mean = between(1, 1e4);
      ReorderPolicy.Demand demand =
          new ReorderPolicy.Demand(mean * between(1, 50), Normal.of(mean, mean * between(0.02, 1)));
      InventoryCosts costs =
          InventoryCosts.of(between(1, 1000), between(0.1, 10), between(0.1, 500));
      ReorderPolicy found = ReorderPolicy.lossFunction(demand, costs);
      double both = costs.holding() + costs.shortage();
      double lot = found.orderQuantity();

      assertThat(demand.overLeadTime().loss(found.reorderPoint()))
          .isCloseTo(costs.holding() * lot / both, within(1e-9 * lot));
    }
  }

  /** By turns with 60 digits (mpmath). */
  @Test
  void lossFunction_equationsKnownToFewerDigitsThanTheLot_converge() {
    ReorderPolicy.Demand demand =
        new ReorderPolicy.Demand(1174, Normal.of(225.76923076923077, 178.35769230769233));

    ReorderPolicy found = ReorderPolicy.lossFunction(demand, InventoryCosts.of(33, 8, 640));

    assertThat(found.orderQuantity()).isCloseTo(179.85750339730217, within(1e-9));
    assertThat(found.reorderPoint()).isCloseTo(556.429255531197, within(1e-9));
  }

  /** A unit short costs so little that the equations taken by turns would need a hundred thousand turns. */
  @Test
  void lossFunction_shortageAlmostFree_solvesBothEquations() {
    ReorderPolicy.Demand demand =
        new ReorderPolicy.Demand(4.19119 * 12, Normal.of(4.19119, 1.28506));
    InventoryCosts costs = InventoryCosts.of(2381.54, 5.41804, 0.00649248);

    ReorderPolicy found = ReorderPolicy.lossFunction(demand, costs);

    double both = costs.holding() + costs.shortage();
    double lot = found.orderQuantity();
    assertThat(demand.overLeadTime().loss(found.reorderPoint()))
        .isCloseTo(costs.holding() * lot / both, within(1e-9 * lot));
    double cycle = costs.fixed() * demand.rate()
        + both * demand.overLeadTime().secondLoss(found.reorderPoint());
    assertThat(Math.sqrt(2 * cycle / costs.holding())).isCloseTo(lot, within(1e-9 * lot));
  }

  /** By turns with 30 digits (mpmath). */
  @Test
  void hadleyWhitin_equationsKnownToFewerDigitsThanTheLot_converge() {
    ReorderPolicy.Demand demand =
        new ReorderPolicy.Demand(2944, Gamma.ofMoments(509.53846153846155, 300.6276923076923));

    ReorderPolicy found = ReorderPolicy.hadleyWhitin(demand, InventoryCosts.of(292, 10.75, 763.25));

    assertThat(found.orderQuantity()).isCloseTo(663.1553781672056, within(1e-8));
    assertThat(found.reorderPoint()).isCloseTo(1703.3329903853496, within(1e-8));
  }

  @Test
  void equationsOfTheLotConvergeUnderEveryLaw() {
    for (int i = 0; i < 3000; i++) {
      double mean = Math.rint(between(5, 1000) * 13) / 13;
      double deviation = mean * between(0.05, 1.2);
      ReorderPolicy.Demand demand = new ReorderPolicy.Demand(
          Math.rint(mean * between(4, 12)),
          i % 2 == 0 ? Normal.of(mean, deviation) : Gamma.ofMoments(mean, deviation));
      double holding = Math.rint(between(4, 100)) / 4;
      InventoryCosts costs =
          InventoryCosts.of(Math.rint(between(1, 400)), holding, holding * between(10, 100));

      assertThat(ReorderPolicy.lossFunction(demand, costs).orderQuantity()).isPositive();
      assertThat(ReorderPolicy.hadleyWhitin(demand, costs).orderQuantity()).isPositive();
    }
  }

  /** The mass at zero is one but for the rounding of the sum. */
  @Test
  void minMaxDemand_nothingEverAskedForButForRounding_isRefused() {
    double[] zero = {0.1, 0.2, 0.3, 0.1, 0.2, 0.1};
    DiscreteDistribution nothing =
        Mixture.of(Collections.nCopies(zero.length, Tabulated.of(0, 1)), zero);

    assertThat(1 - nothing.mass(0)).isPositive();
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> MinMaxPolicy.Demand.withoutLeadTime(nothing))
        .withMessageStartingWith("probability of a demand must be positive");
  }

  /** With 60 digits (mpmath): the upper quantile of 1e-18. */
  @Test
  void eoqWithSafetyStock_shortageFarDearerThanHolding_readsTheUpperTail() {
    ReorderPolicy found = ReorderPolicy.eoqWithSafetyStock(
        new ReorderPolicy.Demand(1000, Normal.of(100, 20)), InventoryCosts.of(10, 1e-9, 1e9));

    assertThat(found.reorderPoint()).isCloseTo(275.1458069756463, within(1e-9));
  }

  @Test
  void forQuantity_shortageFarDearerThanHolding_stillBalancesBothEnds() {
    ReorderPolicy.Demand demand = new ReorderPolicy.Demand(1000, Normal.of(100, 20));
    InventoryCosts costs = InventoryCosts.of(10, 1e-9, 1e9);

    ReorderPolicy found = ReorderPolicy.forQuantity(demand, costs, 50);

    double atPoint = costs.rate(demand.overLeadTime(), found.reorderPoint());
    double above = costs.rate(demand.overLeadTime(), found.reorderPoint() + 50);
    assertThat(atPoint).isCloseTo(above, within(1e-9 * above));
  }

  @Test
  void bestUnitPolicyIsTheCheapestOfAll() {
    for (int i = 0; i < 40; i++) {
      double rate = between(0.2, 8);
      UnitReorderPolicy.Demand demand =
          new UnitReorderPolicy.Demand(rate, Poisson.of(rate * between(0.2, 4)));
      InventoryCosts costs =
          InventoryCosts.of(between(0.1, 200), between(0.5, 20), between(0.5, 200));
      double least = UnitReorderPolicy.optimal(demand, costs).cost(demand, costs);
      double searched = Double.POSITIVE_INFINITY;
      for (int point = -40; point < 50; point++) {
        for (int lot = 1; lot < 60; lot++) {
          searched = Math.min(searched, new UnitReorderPolicy(point, lot).cost(demand, costs));
        }
      }

      assertThat(least).isLessThanOrEqualTo(searched + 1e-9);
    }
  }

  @Test
  void bestMinMaxPolicyIsTheCheapestOfAll() {
    for (int i = 0; i < 25; i++) {
      double[] masses = random.doubles(2 + random.nextInt(6)).toArray();
      double total = Arrays.stream(masses).sum();
      Tabulated period =
          Tabulated.of(0, Arrays.stream(masses).map(mass -> mass / total).toArray());
      MinMaxPolicy.Demand demand =
          new MinMaxPolicy.Demand(period, period.times(1 + random.nextInt(3)));
      InventoryCosts costs = InventoryCosts.of(between(0.1, 60), between(0.2, 4), between(0.2, 40));
      double least = MinMaxPolicy.optimal(demand, costs).cost(demand, costs);
      double searched = Double.POSITIVE_INFINITY;
      for (int bottom = -25; bottom < 30; bottom++) {
        for (int top = bottom + 1; top < bottom + 60; top++) {
          searched = Math.min(searched, new MinMaxPolicy(bottom, top).cost(demand, costs));
        }
      }

      assertThat(least).isCloseTo(searched, within(1e-9));
    }
  }

  @Test
  void optimal_largeDemand_asksForTheCostOfEachPositionOnce() {
    List<Double> asked = new ArrayList<>();
    Poisson law = Poisson.of(150);
    DiscreteDistribution counting = (DiscreteDistribution) Proxy.newProxyInstance(
        PoliciesTest.class.getClassLoader(),
        new Class<?>[] {DiscreteDistribution.class},
        (proxy, method, arguments) -> {
          if (method.getName().equals("loss")) {
            asked.add((Double) arguments[0]);
          }
          return method.invoke(law, arguments);
        });

    MinMaxPolicy best =
        MinMaxPolicy.optimal(new MinMaxPolicy.Demand(law, counting), InventoryCosts.of(640, 1, 9));

    assertThat(asked).doesNotHaveDuplicates().hasSizeLessThan(2000);
    assertThat(best)
        .isEqualTo(MinMaxPolicy.optimal(
            MinMaxPolicy.Demand.withoutLeadTime(Tabulated.of(law, 1e-18)),
            InventoryCosts.of(640, 1, 9)));
  }

  @Test
  void cost_ofAMinMaxPolicy_agreesWithASimulation() {
    Tabulated period = Tabulated.of(0, 0.3, 0.25, 0.2, 0.15, 0.1);
    InventoryCosts costs = InventoryCosts.of(12, 1, 7);
    MinMaxPolicy policy = new MinMaxPolicy(2, 9);
    double total = 0;
    int periods = 400_000;
    long stock = 9;
    for (int i = 0; i < periods; i++) {
      if (stock <= policy.reorderPoint()) {
        stock = policy.orderUpTo();
        total += costs.fixed();
      }
      stock -= (long) period.quantile(random.nextDouble());
      total += Math.max(0, stock) * costs.holding() + Math.max(0, -stock) * costs.shortage();
    }

    double formula = policy.cost(MinMaxPolicy.Demand.withoutLeadTime(period), costs);
    assertThat(total / periods).isCloseTo(formula, within(0.01 * formula));
  }

  @Test
  void horizon_manyPeriodsWithoutFixedCost_isTheMyopicLevel() {
    Tabulated demand = Tabulated.of(Poisson.of(4), 1e-15);
    InventoryCosts costs = InventoryCosts.of(0, 1, 9);
    HorizonPlan plan = HorizonPlan.optimal(
        new HorizonPlan.Horizon(12, 0, 0, 1), demand, costs, new HorizonPlan.Terminal(1, 9));

    assertThat(plan.orderUpTo()[0]).isEqualTo((long) demand.quantile(0.9));
    assertThat(plan.cost()).isGreaterThan(12 * costs.rate(demand, demand.quantile(0.9)));
  }

  @Test
  void horizon_onePeriod_isTheNewsvendor() {
    Tabulated demand = Tabulated.of(0, 0.2, 0.3, 0.4, 0.1);
    InventoryCosts costs = InventoryCosts.of(0, 1, 3);
    HorizonPlan.Terminal nothing = new HorizonPlan.Terminal(0, 0);
    HorizonPlan plan =
        HorizonPlan.optimal(new HorizonPlan.Horizon(1, 0, 0.5, 1), demand, costs, nothing);

    assertThat(plan.orderUpTo()).containsExactly((long) demand.quantile(2.5 / 4));
    assertThat(plan.cost()).isCloseTo(0.5 * 2 + costs.rate(demand, 2), within(1e-9));
  }

  @Test
  void horizon_fixedCostBeyondAnyShortage_neverOrders() {
    Tabulated demand = Tabulated.of(0, 0.5, 0.5);
    HorizonPlan plan = HorizonPlan.optimal(
        new HorizonPlan.Horizon(2, 3, 1, 0.9),
        demand,
        InventoryCosts.of(1e9, 1, 3),
        new HorizonPlan.Terminal(1, 3));

    assertThat(plan.reorderPoints()).containsOnly(Long.MIN_VALUE);
  }

  @Test
  void baseStockCoversOnePeriodMoreThanTheLeadTime() {
    BaseStock found = BaseStock.of(PeriodDemand.of(10, 3), 3, MismatchCost.of(1, 1));

    assertThat(found.units()).isCloseTo(40, within(1e-12));
    assertThat(BaseStock.ofPoisson(2, 0, MismatchCost.of(1, 9)).units())
        .isEqualTo(Poisson.of(2).quantile(0.9));
  }

  @Test
  void disruptedBaseStock_isTheCheapestMultipleOfDemand() {
    for (int i = 0; i < 100; i++) {
      DisruptedBaseStock.Supplier supplier =
          new DisruptedBaseStock.Supplier(between(0.01, 0.9), between(0.05, 0.9));
      MismatchCost costs = MismatchCost.of(between(0.1, 5), between(0.1, 50));
      DisruptedBaseStock found = DisruptedBaseStock.of(supplier, 7, costs);

      assertThat(found.units()).isEqualTo(7.0 * (found.periods() + 1));
      assertThat(found.expectedCost())
          .isCloseTo(cost(supplier, costs, found.periods()), within(1e-7));
      for (long periods = Math.max(0, found.periods() - 1);
          periods < found.periods() + 2;
          periods++) {
        assertThat(found.expectedCost()).isLessThanOrEqualTo(cost(supplier, costs, periods) + 1e-7);
      }
    }
  }

  private static double cost(
      DisruptedBaseStock.Supplier supplier, MismatchCost costs, long covered) {
    double up = supplier.recovery() / (supplier.disruption() + supplier.recovery());
    double sum = 0;
    double probability = up;
    for (int failed = 0; failed < 2000; failed++) {
      sum += probability
          * 7
          * (failed <= covered
              ? costs.overage() * (covered - failed)
              : costs.underage() * (failed - covered));
      probability =
          failed == 0 ? up * supplier.disruption() : probability * (1 - supplier.recovery());
    }
    return sum;
  }

  @Test
  void of_costsOutOfRange_areRefused() {
    for (double value : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> InventoryCosts.of(1, value, 1));
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> InventoryCosts.of(1, 1, value));
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> new ReorderPolicy.Demand(value, Normal.STANDARD));
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> new DisruptedBaseStock.Supplier(value, 0.5));
    }
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> MinMaxPolicy.Demand.withoutLeadTime(Tabulated.of(0, 1)));
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> new MinMaxPolicy(3, 3));
  }
}
