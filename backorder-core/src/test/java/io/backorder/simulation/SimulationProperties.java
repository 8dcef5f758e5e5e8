package io.backorder.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.backorder.forecast.DemandHistory;
import io.backorder.review.InventoryCosts;
import io.backorder.review.OrderRule;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds of every simulated history. */
final class SimulationProperties {

  @Provide
  Arbitrary<double[]> demands() {
    return Arbitraries.integers()
        .between(0, 30)
        .map(Integer::doubleValue)
        .array(Double[].class)
        .ofMinSize(1)
        .ofMaxSize(60)
        .map(values -> Arrays.stream(values).mapToDouble(Double::doubleValue).toArray());
  }

  @Provide
  Arbitrary<OrderRule> rules() {
    Arbitrary<Long> points = Arbitraries.longs().between(-20, 60);
    Arbitrary<Long> sizes = Arbitraries.longs().between(1, 40);
    return Arbitraries.oneOf(
        points.map(OrderRule::upTo),
        Combinators.combine(points, sizes).as((s, gap) -> OrderRule.minMax(s, s + gap)),
        Combinators.combine(points, sizes).as(OrderRule::lots));
  }

  @Property
  void unitsAreConserved(
      @ForAll("rules") OrderRule rule,
      @ForAll("demands") double[] demand,
      @ForAll @IntRange(max = 9) int leadTime) {
    SimulationRun run = PolicySimulation.of(rule, leadTime).replay(DemandHistory.of(demand));

    long level = rule.highestPosition();
    long onOrder = 0;
    for (int period = 0; period < run.periods(); period++) {
      long received = period < leadTime ? 0 : run.ordered(period - leadTime);
      onOrder += run.ordered(period) - received;
      long net = level + received;
      level = net - run.demand(period);

      assertThat(run.level(period)).isEqualTo(level);
      assertThat(run.metFromStock(period))
          .isEqualTo(Math.max(0, Math.min(run.demand(period), net)));
      assertThat(level + onOrder)
          .isGreaterThan(rule.reorderPoint())
          .isLessThanOrEqualTo(rule.highestPosition());
    }
    assertThat(run.fillRate()).isBetween(0.0, 1.0);
    assertThat(run.onHand() - run.backorders())
        .isCloseTo(Arrays.stream(levels(run)).average().orElseThrow(), within(1e-9));
  }

  private static long[] levels(SimulationRun run) {
    long[] levels = new long[run.periods()];
    Arrays.setAll(levels, run::level);
    return levels;
  }

  @Property
  void moreStockNeverServesLess(
      @ForAll("demands") double[] demand,
      @ForAll @IntRange(max = 9) int leadTime,
      @ForAll @IntRange(max = 80) int level) {
    DemandHistory history = DemandHistory.of(demand);
    SimulationRun less = PolicySimulation.of(OrderRule.upTo(level), leadTime).replay(history);
    SimulationRun more =
        PolicySimulation.of(OrderRule.upTo(level + 1), leadTime).replay(history);

    assertThat(more.fillRate()).isGreaterThanOrEqualTo(less.fillRate());
    assertThat(more.backorders()).isLessThanOrEqualTo(less.backorders());
    assertThat(more.onHand()).isGreaterThanOrEqualTo(less.onHand());
  }

  @Property
  void figuresScaleWithTheUnit(
      @ForAll("demands") double[] demand, @ForAll @IntRange(min = 1, max = 1000) int scale) {
    DemandHistory history = DemandHistory.of(demand);
    DemandHistory scaled =
        DemandHistory.of(Arrays.stream(demand).map(each -> each * scale).toArray());
    SimulationRun run = PolicySimulation.of(OrderRule.upTo(20), 3).replay(history);
    SimulationRun large = PolicySimulation.of(OrderRule.upTo(20L * scale), 3).replay(scaled);

    assertThat(large.fillRate()).isCloseTo(run.fillRate(), within(1e-12));
    assertThat(large.cost(InventoryCosts.of(0, 1, 9)))
        .isCloseTo(scale * run.cost(InventoryCosts.of(0, 1, 9)), within(1e-6));
  }

  @Property
  void anOrderLiftsThePositionAboveTheReorderPointAndNoHigherThanItMay(
      @ForAll("rules") OrderRule rule, @ForAll @IntRange(min = -500, max = 500) int position) {
    long ordered = rule.orderFrom(position);

    assertThat(ordered > 0).isEqualTo(position <= rule.reorderPoint());
    if (ordered > 0) {
      assertThat(position + ordered)
          .isGreaterThan(rule.reorderPoint())
          .isLessThanOrEqualTo(rule.highestPosition());
    }
  }
}
