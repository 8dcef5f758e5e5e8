package io.backorder.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The dynamic programme of {@link GuaranteedService}: from the ends of the tree to stage 0, each stage works out
 * what its part of the tree costs for each time that it and the next stage have in common.
 */
final class ServiceProgramme {

  private static final int NONE = -1;

  private final ServiceNetwork network;
  private final int longest;
  private final int[] outbound;

  ServiceProgramme(ServiceNetwork network) {
    this.network = network;
    longest = network.longest();
    outbound = new int[network.size()];
  }

  GuaranteedService solve() {
    double[][] root = costs(0, NONE);
    int[] best = least(root);
    settle(0, NONE, best);
    List<Integer> times = new ArrayList<>();
    for (int time : outbound) {
      times.add(time);
    }
    return new GuaranteedService(times, root[best[0]][best[1]]);
  }

  private static int[] least(double[][] costs) {
    int[] best = {0, 0};
    for (int in = 0; in < costs.length; in++) {
      for (int out = 0; out < costs.length; out++) {
        if (costs[in][out] < costs[best[0]][best[1]]) {
          best = new int[] {in, out};
        }
      }
    }
    return best;
  }

  /** Returns what a stage and the tree behind it cost, by its inbound and its outbound time. */
  private double[][] costs(int stage, int towards) {
    double[] byInbound = new double[longest + 1];
    for (int supplier : network.suppliers(stage)) {
      if (supplier != towards) {
        add(byInbound, upToTime(costs(supplier, stage)));
      }
    }
    double[] byOutbound = new double[longest + 1];
    for (int customer : network.customers(stage)) {
      if (customer != towards) {
        add(byOutbound, fromTime(costs(customer, stage)));
      }
    }
    double[][] costs = new double[longest + 1][longest + 1];
    for (int in = 0; in <= longest; in++) {
      for (int out = 0; out <= longest; out++) {
        int time = in + network.stage(stage).processingTime() - out;
        costs[in][out] = isAdmitted(stage, in, out) && time >= 0
            ? network.cost(stage, time) + byInbound[in] + byOutbound[out]
            : Double.POSITIVE_INFINITY;
      }
    }
    return costs;
  }

  private boolean isAdmitted(int stage, int in, int out) {
    boolean inTime =
        network.outbound(stage) == ServiceNetwork.FREE || out <= network.outbound(stage);
    return inTime && in >= network.inbound(stage);
  }

  private static void add(double[] sums, double[] more) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += more[i];
    }
  }

  /** Returns the least cost of a supplier that serves within each time. */
  private static double[] upToTime(double[][] costs) {
    double[] least = new double[costs.length];
    double sofar = Double.POSITIVE_INFINITY;
    for (int out = 0; out < costs.length; out++) {
      for (double[] row : costs) {
        sofar = Math.min(sofar, row[out]);
      }
      least[out] = sofar;
    }
    return least;
  }

  /** Returns the least cost of a customer that waits for at least each time. */
  private static double[] fromTime(double[][] costs) {
    double[] least = new double[costs.length];
    double sofar = Double.POSITIVE_INFINITY;
    for (int in = costs.length - 1; in >= 0; in--) {
      for (double cost : costs[in]) {
        sofar = Math.min(sofar, cost);
      }
      least[in] = sofar;
    }
    return least;
  }

  /** Fixes the times of a stage, and then those of the stages behind it. */
  private void settle(int stage, int towards, int[] times) {
    outbound[stage] = times[1];
    for (int supplier : network.suppliers(stage)) {
      if (supplier != towards) {
        double[][] costs = costs(supplier, stage);
        forbidAfter(costs, times[0]);
        settle(supplier, stage, least(costs));
      }
    }
    for (int customer : network.customers(stage)) {
      if (customer != towards) {
        double[][] costs = costs(customer, stage);
        forbidBelow(costs, times[1]);
        settle(customer, stage, least(costs));
      }
    }
  }

  private static void forbidAfter(double[][] costs, int most) {
    for (double[] row : costs) {
      Arrays.fill(row, most + 1, row.length, Double.POSITIVE_INFINITY);
    }
  }

  private static void forbidBelow(double[][] costs, int least) {
    for (int in = 0; in < Math.min(least, costs.length); in++) {
      Arrays.fill(costs[in], Double.POSITIVE_INFINITY);
    }
  }
}
