package io.backorder.network;

import io.backorder.statistics.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Stages that form a tree: each may take from several, and supply several, but no two are connected in two ways.
 * Times are whole numbers of one unit of time. This type is immutable and thread-safe.
 */
public final class ServiceNetwork {

  /** A stage without a demand of its own. */
  static final int FREE = -1;

  private final List<Stage> stages;
  private final List<List<Integer>> suppliers;
  private final List<List<Integer>> customers;
  private final int[] inbound;
  private final int[] outbound;
  private final double[] deviations;

  /**
   * A stage.
   *
   * @param processingTime the time that it takes once everything is there, zero or more
   * @param holdingCost the cost of holding a unit for a unit of time, zero or positive
   * @param safetyFactor the standard deviations of demand that it must be able to meet, zero or positive
   */
  public record Stage(int processingTime, double holdingCost, double safetyFactor) {

    /** Rejects numbers out of range. */
    public Stage {
      Numbers.atLeast("processing time", processingTime, 0);
      Numbers.notNegative("holding cost", holdingCost);
      Numbers.notNegative("safety factor", safetyFactor);
    }
  }

  private ServiceNetwork(Builder builder) {
    stages = List.copyOf(builder.stages);
    suppliers = builder.suppliers.stream().map(List::copyOf).toList();
    customers = builder.customers.stream().map(List::copyOf).toList();
    inbound = builder.inbound.stream().mapToInt(time -> time).toArray();
    outbound = builder.outbound.stream().mapToInt(time -> time).toArray();
    deviations = new double[stages.size()];
    requireTree();
    for (int stage = 0; stage < deviations.length; stage++) {
      deviations[stage] = Math.sqrt(variance(builder, stage));
    }
  }

  private void requireTree() {
    long links = customers.stream().mapToLong(List::size).sum();
    boolean[] seen = new boolean[Numbers.atLeast("number of stages", stages.size(), 1)];
    visit(0, seen);
    int reached = 0;
    for (boolean each : seen) {
      reached += each ? 1 : 0;
    }
    if (reached != stages.size() || links != stages.size() - 1) {
      throw Numbers.refused(
          "links of " + stages.size() + " stages", "connect them as a tree", links);
    }
  }

  private void visit(int stage, boolean[] seen) {
    if (!seen[stage]) {
      seen[stage] = true;
      suppliers.get(stage).forEach(next -> visit(next, seen));
      customers.get(stage).forEach(next -> visit(next, seen));
    }
  }

  private double variance(Builder builder, int stage) {
    double own = builder.deviations.get(stage);
    double sum = own * own;
    for (int customer : customers.get(stage)) {
      sum += variance(builder, customer);
    }
    return sum;
  }

  /**
   * Returns an empty network to be filled.
   *
   * @return the builder
   */
  public static Builder builder() {
    return new Builder();
  }

  int size() {
    return stages.size();
  }

  Stage stage(int stage) {
    return stages.get(stage);
  }

  List<Integer> suppliers(int stage) {
    return suppliers.get(stage);
  }

  List<Integer> customers(int stage) {
    return customers.get(stage);
  }

  /** Returns how long a stage waits for its outside supplier at least. */
  int inbound(int stage) {
    return inbound[stage];
  }

  /** Returns the most time that a stage may take to serve its outside customers, or {@link #FREE}. */
  int outbound(int stage) {
    return outbound[stage];
  }

  /** Returns what a net replenishment time costs a stage: {@code h z sigma sqrt(time)}. */
  double cost(int stage, int time) {
    Stage at = stages.get(stage);
    return at.holdingCost * at.safetyFactor * deviations[stage] * Math.sqrt(time);
  }

  /** Returns a bound of all service times. */
  int longest() {
    long sum = stages.stream().mapToLong(Stage::processingTime).sum();
    return Math.toIntExact(sum + Arrays.stream(inbound).max().orElse(0));
  }

  /** Fills a {@link ServiceNetwork}. It is not thread-safe. */
  public static final class Builder {

    private final List<Stage> stages = new ArrayList<>();
    private final List<List<Integer>> suppliers = new ArrayList<>();
    private final List<List<Integer>> customers = new ArrayList<>();
    private final List<Integer> inbound = new ArrayList<>();
    private final List<Integer> outbound = new ArrayList<>();
    private final List<Double> deviations = new ArrayList<>();

    private Builder() {}

    /**
     * Adds a stage; the first is number 0.
     *
     * @param stage the stage
     * @return this builder
     */
    public Builder stage(Stage stage) {
      stages.add(stage);
      suppliers.add(new ArrayList<>());
      customers.add(new ArrayList<>());
      inbound.add(0);
      outbound.add(FREE);
      deviations.add(0.0);
      return this;
    }

    /**
     * Lets a stage supply another.
     *
     * @param supplier the number of the one that supplies
     * @param customer the number of the one that is supplied
     * @return this builder
     */
    public Builder link(int supplier, int customer) {
      customers.get(known(supplier)).add(known(customer));
      suppliers.get(customer).add(supplier);
      return this;
    }

    /**
     * Gives a stage a supplier from outside.
     *
     * @param stage the number of the stage
     * @param serviceTime the time within which he delivers, zero or more
     * @return this builder
     */
    public Builder supply(int stage, int serviceTime) {
      inbound.set(known(stage), Numbers.atLeast("inbound service time", serviceTime, 0));
      return this;
    }

    /**
     * Gives a stage customers from outside.
     *
     * @param stage the number of the stage
     * @param serviceTime the time within which they must be served, zero or more
     * @param standardDeviation the standard deviation of their demand in a unit of time, zero or positive
     * @return this builder
     */
    public Builder demand(int stage, int serviceTime, double standardDeviation) {
      outbound.set(known(stage), Numbers.atLeast("outbound service time", serviceTime, 0));
      deviations.set(stage, Numbers.notNegative("standard deviation of demand", standardDeviation));
      return this;
    }

    private int known(int stage) {
      if (stage < 0 || stage >= stages.size()) {
        throw Numbers.refused("stage", "be 0 to " + (stages.size() - 1), stage);
      }
      return stage;
    }

    /**
     * Returns the network.
     *
     * @return the network
     * @throws io.backorder.refusal.InvalidValueException if the stages do not form a tree
     */
    public ServiceNetwork build() {
      return new ServiceNetwork(this);
    }
  }
}
