package io.backorder.simulation;

import static java.util.Comparator.comparingDouble;
import static java.util.Objects.requireNonNull;

import io.backorder.refusal.InvalidValueException;
import io.backorder.review.InventoryCosts;
import io.backorder.statistics.Numbers;
import java.util.List;
import java.util.Map;

/**
 * A policy beside others that were played on the same demand.
 *
 * @param name what the buyer calls it
 * @param run what happened under it
 * @param cost the cost of a period, on average
 */
public record ComparedPolicy(String name, SimulationRun run, double cost) {

  /** Rejects missing parts and a cost that is not finite. */
  public ComparedPolicy {
    requireNonNull(name, "name");
    requireNonNull(run, "run");
    Numbers.notNegative("cost", cost);
  }

  /**
   * Ranks policies by their cost, the cheapest first; among equals by name.
   *
   * @param runs what happened under each policy, on the same demand
   * @param costs the costs
   * @return the policies
   * @throws InvalidValueException if two of them were not played on as much demand
   */
  public static List<ComparedPolicy> ranked(Map<String, SimulationRun> runs, InventoryCosts costs) {
    requireNonNull(costs, "costs");
    requireSameDemand(runs);
    return runs.entrySet().stream()
        .map(each ->
            new ComparedPolicy(each.getKey(), each.getValue(), each.getValue().cost(costs)))
        .sorted(comparingDouble(ComparedPolicy::cost).thenComparing(ComparedPolicy::name))
        .toList();
  }

  private static void requireSameDemand(Map<String, SimulationRun> runs) {
    double[] totals = runs.values().stream()
        .mapToDouble(SimulationRun::totalDemand)
        .distinct()
        .toArray();
    long lengths =
        runs.values().stream().mapToInt(SimulationRun::periods).distinct().count();
    if (totals.length > 1 || lengths > 1) {
      throw Numbers.refused("demand of every run", "be the same", totals[totals.length - 1]);
    }
  }
}
