package io.backorder.network;

import io.backorder.planning.LeadTime;
import io.backorder.planning.LeadTimeDemand;
import io.backorder.planning.PeriodDemand;
import io.backorder.statistics.Numbers;
import java.util.List;

/**
 * Stages in a line: the first serves the customer, each orders from the next, and the last has a supplier who
 * always delivers. Customers wait. Demand is normal, in a continuous time.
 *
 * @param stages the stages, the one that serves the customer first; at least one
 * @param shortageCost the cost p of a unit backordered by a customer for a unit of time, positive
 * @param demand the demand of a unit of time, with a standard deviation above zero
 */
public record SerialSystem(List<Stage> stages, double shortageCost, PeriodDemand demand) {

  /**
   * A stage.
   *
   * @param echelonHoldingCost the cost of holding a unit for a unit of time, beyond what it costs at the stage
   *     before it in the flow of goods, positive
   * @param leadTime the time that a unit takes to it from the stage before, positive
   */
  public record Stage(double echelonHoldingCost, double leadTime) {

    /** Rejects what is not positive. */
    public Stage {
      Numbers.positive("echelon holding cost", echelonHoldingCost);
      Numbers.positive("lead time", leadTime);
    }
  }

  /** Copies the stages and rejects what is out of range. */
  public SerialSystem {
    stages = List.copyOf(stages);
    Numbers.atLeast("number of stages", stages.size(), 1);
    Numbers.positive("shortage cost", shortageCost);
    Numbers.positive("standard deviation of demand", demand.standardDeviation());
  }

  /** Returns the shortage cost and the holding costs of all stages from the given one on. */
  double costFrom(int stage) {
    return shortageCost
        + stages.stream().skip(stage).mapToDouble(Stage::echelonHoldingCost).sum();
  }

  double holding(int stage) {
    return stages.get(stage).echelonHoldingCost();
  }

  /** Returns the demand over the lead time of one stage. */
  LeadTimeDemand over(int stage) {
    return LeadTimeDemand.over(demand, LeadTime.fixed(stages.get(stage).leadTime()));
  }

  /** Returns the demand over the lead times of the stages up to the given one. */
  LeadTimeDemand upTo(int stage) {
    double time = stages.stream().limit(stage + 1L).mapToDouble(Stage::leadTime).sum();
    return LeadTimeDemand.over(demand, LeadTime.fixed(time));
  }
}
