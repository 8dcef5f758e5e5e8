package io.backorder.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;

final class RatiosTest {

  @TempDir
  private Path folder = Path.of(".");

  @ParameterizedTest
  @EnumSource
  void run_groupAtTinySize_yieldsARatioForEachOfItsGoals(Group group) throws RunnerException {
    Measurements measurements = new Measurements();
    for (Group.Plan plan : group.plans()) {
      measurements.add(new Runner(tiny(plan)).run());
    }

    List<Goal> goals = Goal.ALL.stream().filter(goal -> goal.group() == group).toList();

    assertThat(goals).isNotEmpty();
    for (Goal goal : goals) {
      assertThat(goal.judge(measurements).ratio()).as(goal.name()).isFinite().isPositive();
    }
    assertThat(measurements.table()).isNotEmpty();
  }

  private Options tiny(Group.Plan plan) {
    return plan.options(folder.resolve("jmh.log").toString())
        .forks(0)
        .warmupIterations(0)
        .measurementIterations(1)
        .shouldDoGC(false)
        .param("orders", "400")
        .param("operations", "4000")
        .param("items", "50")
        .param("series", "50")
        .param("lines", "4000")
        .param("many", "400")
        .param("few", "100")
        .param("steps", "400")
        .param("baskets", "24")
        .param("stretch", "8")
        .param("hot", "64")
        .param("batch", "64")
        .param("replayed", "40")
        .build();
  }

  @Test
  void all_names_areDistinct() {
    assertThat(Goal.ALL).extracting(Goal::name).doesNotHaveDuplicates();
  }

  @Test
  void verdict_bothSidesOfTheBound_isOkUpToIt() {
    Goal most = new Goal(Group.W1, "most", Bound.atMost(1.5), found -> 1.5);
    Goal least = new Goal(Group.W1, "least", Bound.atLeast(3), found -> 3);

    assertThat(new Goal.Verdict(most, 1.5)).hasToString("RATIO most 1.50 goal <=1.5 ok");
    assertThat(new Goal.Verdict(most, Math.nextUp(1.5)).isOk()).isFalse();
    assertThat(new Goal.Verdict(least, 3)).hasToString("RATIO least 3.00 goal >=3 ok");
    assertThat(new Goal.Verdict(least, Math.nextDown(3.0)).isOk()).isFalse();
    assertThat(new Goal.Verdict(least, 2)).hasToString("RATIO least 2.00 goal >=3 short");
  }

  @Test
  void verdict_notANumber_isShort() {
    Goal most = new Goal(Group.W1, "most", Bound.atMost(1.5), found -> Double.NaN);

    assertThat(most.judge(new Measurements()).isOk()).isFalse();
  }

  @Test
  void groups_namesPartedByCommas_areFound() {
    assertThat(Ratios.groups("all")).containsExactly(Group.values());
    assertThat(Ratios.groups("w3")).containsExactly(Group.W3);
    assertThat(Ratios.groups("heap,w1")).containsExactly(Group.HEAP, Group.W1);
  }

  @Test
  void groups_unknownName_isRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ratios.groups("w9"))
        .withMessage(
            "ratios must be all or some of w1,w2,w3,w4,w5,w6,replay,chain,heap,explanation,promise,"
                + "reallocation: w9");
  }
}
