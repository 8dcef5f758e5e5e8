package io.backorder.simulation;

import static io.backorder.refusal.ErrorCode.INVALID_NUMBER;
import static io.backorder.refusal.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.backorder.empirical.Empirical;
import io.backorder.empirical.Mixture;
import io.backorder.empirical.Tabulated;
import io.backorder.forecast.DemandHistory;
import io.backorder.planning.ServiceMeasures;
import io.backorder.refusal.InvalidValueException;
import io.backorder.review.BaseStock;
import io.backorder.review.InventoryCosts;
import io.backorder.review.MinMaxPolicy;
import io.backorder.review.OrderRule;
import io.backorder.statistics.DiscreteDistribution;
import io.backorder.statistics.NegativeBinomial;
import io.backorder.statistics.Normal;
import io.backorder.statistics.Poisson;
import io.backorder.statistics.Uniform;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Simulations against the closed forms, within their own confidence intervals; and edges. */
final class PolicySimulationTest {

  private static final int LONG = 400_000;

  private static final double CONFIDENCE = 0.999;

  private static SimulationRun run(OrderRule rule, int leadTime, DiscreteDistribution demand) {
    DemandHistory history = PolicySimulation.drawn(demand, LONG, new SplittableRandom(42));
    return PolicySimulation.of(rule, leadTime).replay(history).without(1_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void replay_baseStock_agreesWithTheClosedForm(int leadTime) {
    InventoryCosts costs = InventoryCosts.of(0, 1, 9);
    BaseStock best = BaseStock.ofPoisson(3, leadTime - 1, costs.mismatch());
    Poisson protection = Poisson.of(3 * leadTime);

    SimulationRun run = run(OrderRule.upTo((long) best.units()), leadTime, Poisson.of(3));

    assertHolds(run.estimate(each -> each.cost(costs), CONFIDENCE), best.expectedCost());
    assertHolds(run.estimate(SimulationRun::backorders, CONFIDENCE), protection.loss(best.units()));
    assertHolds(
        run.estimate(SimulationRun::onHand, CONFIDENCE),
        protection.complementaryLoss(best.units()));
    assertHolds(run.estimate(SimulationRun::readyRate, CONFIDENCE), protection.cdf(best.units()));
    assertThat(run.estimate(each -> each.cost(costs), CONFIDENCE).halfWidth()).isLessThan(0.1);
  }

  private static void assertHolds(SimulationRun.Estimate estimate, double formula) {
    assertThat(estimate).matches(each -> each.contains(formula), "contains " + formula);
  }

  @Test
  void replay_minMax_agreesWithTheExactCost() {
    InventoryCosts costs = InventoryCosts.of(64, 1, 9);
    MinMaxPolicy.Demand demand = MinMaxPolicy.Demand.withoutLeadTime(Poisson.of(10));
    MinMaxPolicy best = MinMaxPolicy.optimal(demand, costs);

    SimulationRun run =
        run(OrderRule.minMax(best.reorderPoint(), best.orderUpTo()), 1, Poisson.of(10));

    assertHolds(run.estimate(each -> each.cost(costs), CONFIDENCE), best.cost(demand, costs));
  }

  @Test
  void replay_minMaxWithBatches_agreesWithTheExactCost() {
    InventoryCosts costs = InventoryCosts.of(20, 0.5, 4);
    NegativeBinomial period = NegativeBinomial.ofMoments(4, 12);
    NegativeBinomial protection = NegativeBinomial.ofMoments(12, 36);
    MinMaxPolicy.Demand demand = new MinMaxPolicy.Demand(period, protection);
    MinMaxPolicy policy = new MinMaxPolicy(11, 30);

    SimulationRun run = run(OrderRule.minMax(11, 30), 3, period);

    assertHolds(run.estimate(each -> each.cost(costs), CONFIDENCE), policy.cost(demand, costs));
  }

  @Test
  void replay_lotsForSingleCustomers_agreesWithTheMeasures() {
    Tabulated period = Tabulated.of(0, 0.7, 0.3);
    ServiceMeasures formula = ServiceMeasures.of(period.times(8), 3, 5);

    SimulationRun run = run(OrderRule.lots(3, 5), 8, period);

    assertHolds(run.estimate(SimulationRun::backorders, CONFIDENCE), formula.backorders());
    assertHolds(run.estimate(SimulationRun::onHand, CONFIDENCE), formula.onHand());
    // a customer is served if, of the demand of the lead time that ends with his period, the
    // position is left
    double served = 0;
    for (int position = 4; position <= 8; position++) {
      served += period.times(7).cdf(position - 1) / 5;
    }
    assertHolds(run.estimate(SimulationRun::fillRate, CONFIDENCE), served);
  }

  @Test
  void replay_reviewedEveryWeek_agreesWithTheLossesOfEachDay() {
    int level = 34;
    DemandHistory history = PolicySimulation.drawn(Poisson.of(2), LONG, new SplittableRandom(7));
    SimulationRun run = PolicySimulation.of(OrderRule.upTo(level), 6)
        .reviewedEvery(7)
        .replay(history)
        .without(1_001);

    double backorders = 0;
    for (int day = 6; day < 13; day++) {
      backorders += Poisson.of(2 * day).loss(level) / 7;
    }
    assertHolds(run.estimate(SimulationRun::backorders, CONFIDENCE), backorders);
    double missed = Poisson.of(24).loss(level) - Poisson.of(10).loss(level);
    assertHolds(run.estimate(SimulationRun::fillRate, CONFIDENCE), 1 - missed / 14);
  }

  @Test
  void replay_drawnLeadTimes_agreeWithTheMixtureWhereOrdersMayCross() {
    DemandHistory history = PolicySimulation.drawn(Poisson.of(1), LONG, new SplittableRandom(3));
    SimulationRun run = PolicySimulation.of(OrderRule.upTo(6), 0)
        .withLeadTimes(Empirical.of(2, 4))
        .replay(history, new SplittableRandom(5))
        .without(1_000);

    // at the end of a period the orders of the last 2 are outstanding, and of the 2 before each by
    // one half
    Mixture outstanding =
        Mixture.of(List.of(Poisson.of(2), Poisson.of(3), Poisson.of(4)), 0.25, 0.5, 0.25);
    assertHolds(run.estimate(SimulationRun::backorders, CONFIDENCE), outstanding.loss(6));
  }

  @Test
  void replay_sameSeed_repeatsTheRun() {
    DemandHistory history = PolicySimulation.drawn(Poisson.of(4), 500, new SplittableRandom(1));
    PolicySimulation simulation =
        PolicySimulation.of(OrderRule.upTo(30), 0).withLeadTimes(Uniform.of(1, 9));

    SimulationRun once = simulation.replay(history, new SplittableRandom(8));
    SimulationRun again = simulation.replay(history, new SplittableRandom(8));

    assertThat(once).hasToString(again.toString());
    assertThat(history)
        .isEqualTo(PolicySimulation.drawn(Poisson.of(4), 500, new SplittableRandom(1)));
  }

  @Test
  void replay_ruleThatChanges_isFollowedFromItsPeriodOn() {
    SimulationRun run = PolicySimulation.of(OrderRule.upTo(5), 0)
        .replay(DemandHistory.of(1, 1, 1), period -> OrderRule.upTo(5 + period));

    assertThat(List.of(run.ordered(0), run.ordered(1), run.ordered(2))).containsExactly(1L, 2L, 2L);
    assertThat(run.level(2)).isEqualTo(7);
  }

  @Test
  void replay_openingBelowZero_servesWhoWaitsFirst() {
    SimulationRun run =
        PolicySimulation.of(OrderRule.upTo(3), 1).openingWith(-4).replay(DemandHistory.of(2, 1, 1));

    assertThat(List.of(run.ordered(0), run.ordered(1), run.ordered(2))).containsExactly(9L, 1L, 1L);
    assertThat(List.of(run.level(0), run.level(1), run.level(2))).containsExactly(-6L, 2L, 2L);
    assertThat(run.metFromStock(0)).isZero();
    assertThat(run.metFromStock(1)).isEqualTo(1);
    assertThat(run.fillRate()).isEqualTo(0.5);
    assertThat(run.readyRate()).isCloseTo(2 / 3.0, within(1e-15));
    assertThat(run.backorderPeriods()).isEqualTo(6);
    assertThat(run.orders()).isEqualTo(3);
    assertThat(run.cost(InventoryCosts.of(5, 1, 2))).isCloseTo((15 + 4 + 12) / 3.0, within(1e-12));
  }

  @Test
  void fillRate_nothingAskedFor_isWhole() {
    assertThat(PolicySimulation.of(OrderRule.upTo(1), 0)
            .replay(DemandHistory.of(0))
            .fillRate())
        .isEqualTo(1);
  }

  @Test
  void ranked_policiesOnTheSameDemand_areOrderedByCost() {
    DemandHistory history = PolicySimulation.drawn(Poisson.of(5), 5_000, new SplittableRandom(2));
    InventoryCosts costs = InventoryCosts.of(10, 1, 20);
    SimulationRun lean = PolicySimulation.of(OrderRule.upTo(8), 2).replay(history);
    SimulationRun best = PolicySimulation.of(OrderRule.minMax(12, 24), 2).replay(history);

    List<ComparedPolicy> ranked =
        ComparedPolicy.ranked(Map.of("lean", lean, "min-max", best), costs);

    assertThat(ranked).extracting(ComparedPolicy::name).containsExactly("min-max", "lean");
    assertThat(best.fillRate()).isGreaterThan(lean.fillRate());
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> ComparedPolicy.ranked(Map.of("a", lean, "b", best.without(1)), costs));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, 0.5, 1.0000001e12})
  void replay_demandThatIsNoCount_isRefused(double demand) {
    assertRefused(
        () -> PolicySimulation.of(OrderRule.upTo(1), 0).replay(DemandHistory.of(demand)),
        INVALID_NUMBER,
        "demand must be a whole number from 0 to 1e12: " + demand);
  }

  @Test
  void of_figuresOutOfRange_areRefused() {
    PolicySimulation simulation = PolicySimulation.of(OrderRule.upTo(5), 1);
    DemandHistory history = DemandHistory.of(1, 2, 3);

    assertRefused(
        () -> PolicySimulation.of(OrderRule.upTo(5), -1),
        INVALID_NUMBER,
        "lead time must be at least 0: -1");
    assertRefused(
        () -> simulation.reviewedEvery(0), INVALID_NUMBER, "review period must be at least 1: 0");
    assertRefused(
        () -> simulation.openingWith(Long.MIN_VALUE),
        INVALID_NUMBER,
        "opening stock must be at most 1e15 in size: " + Long.MIN_VALUE);
    assertRefused(
        () -> simulation.withLeadTimes(Normal.of(9, 1)),
        INVALID_NUMBER,
        "least lead time must be zero or positive, and finite: -Infinity");
    assertRefused(
        () -> simulation.replay(DemandHistory.of()),
        INVALID_NUMBER,
        "periods must be in [1, 1000000]: 0");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> simulation.withLeadTimes(Uniform.of(1, 2)).replay(history));
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() ->
            simulation.withLeadTimes(Empirical.of(1e7)).replay(history, new SplittableRandom(1)));
    SimulationRun run = simulation.replay(history);
    assertRefused(() -> run.without(3), INVALID_NUMBER, "first must be in [0, 3): 3");
    assertRefused(
        () -> run.estimate(SimulationRun::onHand, 0.9),
        INVALID_NUMBER,
        "periods must be at least 50: 3");
    assertRefused(
        () -> run.estimate(SimulationRun::onHand, 1),
        INVALID_NUMBER,
        "confidence must be in (0, 1): 1.0");
  }
}
