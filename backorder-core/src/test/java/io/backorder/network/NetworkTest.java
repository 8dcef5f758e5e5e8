package io.backorder.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.backorder.newsvendor.MismatchCost;
import io.backorder.newsvendor.Newsvendor;
import io.backorder.planning.PeriodDemand;
import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Normal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class NetworkTest {

  @Test
  void oneStageIsTheNewsvendor() {
    SerialSystem system =
        new SerialSystem(List.of(new SerialSystem.Stage(2, 4)), 18, PeriodDemand.of(50, 10));
    Newsvendor expected = Newsvendor.of(Normal.of(200, 20), MismatchCost.of(2, 18));

    EchelonPlan exact = EchelonPlan.optimal(system);
    EchelonPlan heuristic = EchelonPlan.newsvendorHeuristic(system);

    assertThat(exact.levels().get(0)).isCloseTo(expected.units(), within(0.02));
    assertThat(exact.cost().orElseThrow()).isCloseTo(expected.expectedCost(), within(0.01));
    assertThat(heuristic.levels().get(0)).isCloseTo(expected.units(), within(1e-9));
  }

  @Test
  void optimal_supplyingStageWithoutLeadTime_isOneStageAndItsPipeline() {
    PeriodDemand demand = PeriodDemand.of(50, 10);
    Newsvendor expected = Newsvendor.of(Normal.of(200, 20), MismatchCost.of(2, 18));
    SerialSystem system = new SerialSystem(
        List.of(new SerialSystem.Stage(1, 4), new SerialSystem.Stage(1, 0)), 18, demand);

    EchelonPlan plan = EchelonPlan.optimal(system);

    assertThat(plan.levels().get(1)).isCloseTo(expected.units(), within(0.02));
    assertThat(plan.cost().orElseThrow()).isCloseTo(expected.expectedCost() + 200, within(0.01));
  }

  @Test
  void optimal_servingStageWithoutLeadTime_isOneStage() {
    Newsvendor expected = Newsvendor.of(Normal.of(200, 20), MismatchCost.of(1, 18));
    SerialSystem system = new SerialSystem(
        List.of(new SerialSystem.Stage(1e-9, 0), new SerialSystem.Stage(1, 4)),
        18,
        PeriodDemand.of(50, 10));

    EchelonPlan plan = EchelonPlan.optimal(system);

    assertThat(plan.levels().get(1)).isCloseTo(expected.units(), within(0.05));
    assertThat(plan.cost().orElseThrow()).isCloseTo(expected.expectedCost(), within(0.02));
  }

  @Test
  void optimal_randomTrees_areTheCheapestOfAll() {
    Random random = new Random(12);
    for (int i = 0; i < 60; i++) {
      int size = 1 + random.nextInt(4);
      ServiceNetwork.Builder builder = ServiceNetwork.builder();
      for (int stage = 0; stage < size; stage++) {
        builder.stage(new ServiceNetwork.Stage(random.nextInt(4), 1 + random.nextInt(9), 1.6));
      }
      for (int stage = 1; stage < size; stage++) {
        int other = random.nextInt(stage);
        boolean supplies = random.nextBoolean();
        builder.link(supplies ? stage : other, supplies ? other : stage);
      }
      for (int stage = 0; stage < size; stage++) {
        builder.demand(stage, random.nextInt(3), 1 + random.nextInt(5));
      }
      builder.supply(0, random.nextInt(3));
      ServiceNetwork network = builder.build();

      assertThat(GuaranteedService.optimal(network).cost())
          .isCloseTo(cheapest(network, new int[size], 0), within(1e-9));
    }
  }

  private static double cheapest(ServiceNetwork network, int[] times, int stage) {
    if (stage == times.length) {
      return cost(network, times);
    }
    double least = Double.POSITIVE_INFINITY;
    for (int time = 0; time <= network.outbound(stage); time++) {
      times[stage] = time;
      least = Math.min(least, cheapest(network, times, stage + 1));
    }
    return least;
  }

  private static double cost(ServiceNetwork network, int[] times) {
    double sum = 0;
    for (int stage = 0; stage < times.length; stage++) {
      int in = network.inbound(stage);
      for (int supplier : network.suppliers(stage)) {
        in = Math.max(in, times[supplier]);
      }
      int net = in + network.stage(stage).processingTime() - times[stage];
      if (net < 0) {
        return Double.POSITIVE_INFINITY;
      }
      sum += network.cost(stage, net);
    }
    return sum;
  }

  @Test
  void build_notATree_isRefused() {
    ServiceNetwork.Stage stage = new ServiceNetwork.Stage(1, 1, 1);
    refused(() -> ServiceNetwork.builder().build());
    refused(() -> ServiceNetwork.builder().stage(stage).stage(stage).build());
    refused(() ->
        ServiceNetwork.builder().stage(stage).stage(stage).link(0, 1).link(1, 0).build());
    refused(() -> ServiceNetwork.builder().stage(stage).link(0, 1));
    refused(() -> new ServiceNetwork.Stage(-1, 1, 1));
    refused(() -> new SerialSystem(List.of(), 1, PeriodDemand.of(5, 1)));
    refused(
        () -> new SerialSystem(List.of(new SerialSystem.Stage(1, 1)), 1, PeriodDemand.of(5, 0)));
  }

  private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(call);
  }
}
