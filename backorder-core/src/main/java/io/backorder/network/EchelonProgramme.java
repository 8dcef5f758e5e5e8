package io.backorder.network;

import io.backorder.planning.LeadTimeDemand;
import io.backorder.statistics.Normal;
import io.backorder.statistics.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The recursion of {@link EchelonPlan#optimal}. Positions are counted from the mean demand up to their stage,
 * so that the grids of all stages coincide.
 */
final class EchelonProgramme {

  private static final double STEPS_PER_DEVIATION = 40;

  private static final double DEVIATIONS = 9;

  private static final double MOST_POINTS = 2e6;

  private final SerialSystem system;
  private final double step;
  private final int half;

  EchelonProgramme(SerialSystem system) {
    this.system = system;
    double least = Double.POSITIVE_INFINITY;
    double sum = 0;
    for (int stage = 0; stage < system.stages().size(); stage++) {
      double deviation = system.over(stage).standardDeviation();
      least = Math.min(least, deviation);
      sum += deviation;
    }
    step = least / STEPS_PER_DEVIATION;
    double points = Math.ceil(DEVIATIONS * sum / step);
    if (!(points < MOST_POINTS)) {
      throw Numbers.refused("spread of the lead times", "be smaller", points);
    }
    half = (int) points;
  }

  EchelonPlan solve() {
    List<Double> levels = new ArrayList<>();
    double[] costs = firstStage();
    for (int stage = 0; ; stage++) {
      int best = least(costs);
      double offset = vertex(costs, best);
      levels.add(system.upTo(stage).mean() + (best - half + offset) * step);
      if (stage + 1 == system.stages().size()) {
        return new EchelonPlan(levels, OptionalDouble.of(costs[best]));
      }
      costs = nextStage(stage + 1, costs, best);
    }
  }

  /** Returns {@code h x + (p + sum h) E[(X - y)+]}, which is closed. */
  private double[] firstStage() {
    Normal centred = Normal.of(0, system.over(0).standardDeviation());
    double[] costs = new double[2 * half + 1];
    for (int i = 0; i < costs.length; i++) {
      double x = (i - half) * step;
      costs[i] = system.holding(0) * x + system.costFrom(0) * centred.loss(x);
    }
    return costs;
  }

  private double[] nextStage(int stage, double[] before, int best) {
    double mean = system.upTo(stage - 1).mean();
    double[] after = new double[before.length];
    for (int i = 0; i < after.length; i++) {
      after[i] = system.holding(stage) * ((i - half) * step + mean) + bounded(before, i, best);
    }
    double[] weights = weights(system.over(stage));
    int reach = weights.length / 2;
    double[] costs = new double[after.length];
    for (int i = 0; i < costs.length; i++) {
      double sum = 0;
      for (int k = 0; k < weights.length; k++) {
        sum += weights[k] * at(after, i - k + reach);
      }
      costs[i] = sum;
    }
    return costs;
  }

  private static double bounded(double[] costs, int index, int best) {
    return costs[Math.min(index, best)];
  }

  /** Returns the value at an index, which may lie outside: the costs are straight there. */
  private static double at(double[] costs, int index) {
    int last = costs.length - 1;
    if (index < 0) {
      return costs[0] + index * (costs[1] - costs[0]);
    }
    return index <= last
        ? costs[index]
        : costs[last] + (index - last) * (costs[last] - costs[last - 1]);
  }

  private double[] weights(LeadTimeDemand demand) {
    double deviation = demand.standardDeviation();
    int reach = (int) Math.ceil(DEVIATIONS * deviation / step);
    double[] weights = new double[2 * reach + 1];
    double total = 0;
    for (int k = 0; k < weights.length; k++) {
      weights[k] = Normal.STANDARD.density((k - reach) * step / deviation);
      total += weights[k];
    }
    for (int k = 0; k < weights.length; k++) {
      weights[k] /= total;
    }
    return weights;
  }

  private static int least(double[] costs) {
    int best = 0;
    for (int i = 1; i < costs.length; i++) {
      best = costs[i] < costs[best] ? i : best;
    }
    return best;
  }

  /** Returns where the parabola through a least value and its neighbours is least, in steps from it. */
  private static double vertex(double[] costs, int best) {
    if (best == 0 || best == costs.length - 1) {
      return 0;
    }
    double bend = costs[best - 1] - 2 * costs[best] + costs[best + 1];
    return bend == 0 ? 0 : (costs[best - 1] - costs[best + 1]) / (2 * bend);
  }
}
