package io.backorder;

import io.backorder.forecast.DemandHistory;
import io.backorder.review.InventoryCosts;
import io.backorder.review.OrderRule;
import io.backorder.simulation.PolicySimulation;
import io.backorder.simulation.SimulationRun;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/** The function of the reference cases that simulations answer. */
final class SimulationCases {

  static final Map<String, Function<CaseInputs, Map<String, Object>>> ANSWERS =
      Map.of("single_stage_backorder", SimulationCases::singleStage);

  private SimulationCases() {}

  private static Map<String, Object> singleStage(CaseInputs in) {
    DemandHistory history = DemandHistory.of(in.numbers("demand"));
    SimulationRun run = PolicySimulation.of(rule(in), in.whole("lead_time"))
        .openingWith(in.units("initial_inventory"))
        .replay(history);
    InventoryCosts costs = InventoryCosts.of(
        in.number("fixed_cost", 0), in.number("holding_cost"), in.number("stockout_cost"));
    return Map.of(
        "orders", column(run, run::ordered),
        "ending_inventory_level", column(run, run::level),
        "demand_met_from_stock", column(run, run::metFromStock),
        "total_cost", run.cost(costs) * run.periods(),
        "unit_fill_rate", run.fillRate());
  }

  private static OrderRule rule(CaseInputs in) {
    String policy = in.text("policy");
    return switch (policy) {
      case "base_stock" -> OrderRule.upTo(in.units("base_stock_level"));
      case "s_S" -> OrderRule.minMax(in.units("reorder_point"), in.units("order_up_to_level"));
      case "r_Q" -> OrderRule.lots(in.units("reorder_point"), in.units("order_quantity"));
      default -> throw new AssertionError("unknown policy: " + policy);
    };
  }

  private static double[] column(SimulationRun run, IntToLongFunction figure) {
    return IntStream.range(0, run.periods())
        .mapToDouble(period -> figure.applyAsLong(period))
        .toArray();
  }
}
