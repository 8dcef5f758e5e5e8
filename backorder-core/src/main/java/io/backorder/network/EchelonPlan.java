package io.backorder.network;

import io.backorder.statistics.Normal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The echelon base-stock levels of a {@link SerialSystem}: each stage orders when what it and the stages after
 * it have, and what is on the way to it, less what customers wait for, is below its level.
 *
 * @param levels the levels, in the order of the stages
 * @param cost what holding and shortage cost in a unit of time; empty if it was not worked out
 */
public record EchelonPlan(List<Double> levels, OptionalDouble cost) {

  /** Copies the levels. */
  public EchelonPlan {
    levels = List.copyOf(levels);
  }

  /**
   * Returns the best plan. (Clark and Scarf 1960, in the form of Chen and Zheng 1994.)
   *
   * <p>From the customer on, {@code C(j, y) = E[h(j) (y - X) + C(j-1, min(S(j-1), y - X))]}, {@code X} being the
   * demand over the lead time of stage {@code j}, and {@code C(0, x) = (p + sum h) max(0, -x)}; {@code S(j)} is
   * where it is least, and the cost is the last stage's. The means are sums on a grid of a fortieth of a
   * standard deviation; the cost is exact to about four digits.
   *
   * @param system the stages
   * @return the plan
   */
  public static EchelonPlan optimal(SerialSystem system) {
    return new EchelonProgramme(system).solve();
  }

  /**
   * Returns the plan of Shang and Song's heuristic (2003): each level is the mean of two newsvendor's levels for
   * the demand up to its stage, which bound the best one. With {@code H(j)} the sum of {@code p} and the echelon
   * holding costs after stage {@code j}, their ratios are {@code H(j) / H(0)} and {@code H(j) / H(j-1)}.
   *
   * @param system the stages
   * @return the plan, without its cost
   */
  public static EchelonPlan newsvendorHeuristic(SerialSystem system) {
    List<Double> levels = new ArrayList<>();
    for (int stage = 0; stage < system.stages().size(); stage++) {
      Normal law = system.upTo(stage).toNormal();
      double after = system.costFrom(stage + 1);
      double low = law.quantile(after / system.costFrom(0));
      double high = law.quantile(after / system.costFrom(stage));
      levels.add((low + high) / 2);
    }
    return new EchelonPlan(levels, OptionalDouble.empty());
  }
}
