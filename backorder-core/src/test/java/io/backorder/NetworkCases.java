package io.backorder;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.backorder.network.EchelonPlan;
import io.backorder.network.GuaranteedService;
import io.backorder.network.SerialSystem;
import io.backorder.network.ServiceNetwork;
import io.backorder.planning.PeriodDemand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The functions of the reference cases that networks of stages answer. */
final class NetworkCases {

  static final Map<String, Function<CaseInputs, Map<String, Object>>> ANSWERS = Map.of(
      "serial_echelon_base_stock",
      in -> plan(in, EchelonPlan.optimal(serial(in))),
      "serial_newsvendor_heuristic",
      in -> plan(in, EchelonPlan.newsvendorHeuristic(serial(in))),
      "serial_guaranteed_service",
      NetworkCases::serialService,
      "tree_guaranteed_service",
      NetworkCases::treeService);

  private NetworkCases() {}

  private static SerialSystem serial(CaseInputs in) {
    List<CaseInputs> given = in.each("stages_downstream_first");
    List<SerialSystem.Stage> stages = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      stages.add(
          new SerialSystem.Stage(echelonHoldingCost(given, i), given.get(i).number("lead_time")));
    }
    PeriodDemand demand = PeriodDemand.of(in.number("demand_mean"), in.number("demand_sd"));
    return new SerialSystem(stages, in.number("stockout_cost"), demand);
  }

  /** What a stage adds to the holding cost, where that is not given. */
  private static double echelonHoldingCost(List<CaseInputs> stages, int stage) {
    CaseInputs in = stages.get(stage);
    if (in.has("echelon_holding_cost")) {
      return in.number("echelon_holding_cost");
    }
    double upstream =
        stage + 1 < stages.size() ? stages.get(stage + 1).number("local_holding_cost") : 0;
    return in.number("local_holding_cost") - upstream;
  }

  private static Map<String, Object> plan(CaseInputs in, EchelonPlan plan) {
    Map<String, Object> levels = new HashMap<>();
    int position = 0;
    for (CaseInputs stage : in.each("stages_downstream_first")) {
      levels.put(stage.text("index"), plan.levels().get(position));
      position++;
    }
    Map<String, Object> found = new HashMap<>();
    found.put("echelon_base_stock", levels);
    plan.cost().ifPresent(cost -> found.put("cost", cost));
    return found;
  }

  private static ServiceNetwork.Stage stage(CaseInputs in) {
    return new ServiceNetwork.Stage(
        in.whole("processing_time"), in.number("local_holding_cost"), in.number("z"));
  }

  private static Map<String, Object> serialService(CaseInputs in) {
    ServiceNetwork.Builder network = ServiceNetwork.builder();
    Map<String, Integer> numbers = new LinkedHashMap<>();
    for (CaseInputs stage : in.each("stages_upstream_first")) {
      network.stage(stage(stage));
      numbers.put(stage.text("index"), numbers.size());
    }
    for (int i = 1; i < numbers.size(); i++) {
      network.link(i - 1, i);
    }
    network.supply(0, in.whole("external_inbound_service_time", 0));
    network.demand(
        numbers.size() - 1, in.whole("external_outbound_service_time", 0), in.number("demand_sd"));
    return service(numbers, network.build());
  }

  private static Map<String, Object> treeService(CaseInputs in) {
    ServiceNetwork.Builder network = ServiceNetwork.builder();
    Map<String, Integer> numbers = new LinkedHashMap<>();
    for (CaseInputs node : in.each("nodes")) {
      network.stage(stage(node));
      numbers.put(node.text("index"), numbers.size());
    }
    for (CaseInputs node : in.each("nodes")) {
      int number = number(numbers, node.get("index"));
      if (node.has("successors")) {
        node.list("successors").forEach(to -> network.link(number, number(numbers, to)));
      }
      if (node.has("external_inbound_cst")) {
        network.supply(number, node.whole("external_inbound_cst"));
      }
      if (node.has("external_outbound_cst")) {
        network.demand(number, node.whole("external_outbound_cst"), node.number("demand_sd"));
      }
    }
    return service(numbers, network.build());
  }

  private static int number(Map<String, Integer> numbers, JsonNode index) {
    return requireNonNull(numbers.get(index.asText()), "number");
  }

  private static Map<String, Object> service(Map<String, Integer> numbers, ServiceNetwork network) {
    GuaranteedService plan = GuaranteedService.optimal(network);
    Map<String, Object> times = new HashMap<>();
    numbers.forEach((index, number) -> times.put(index, plan.outboundTimes().get(number)));
    return Map.of("cost", plan.cost(), "outbound_service_times", times);
  }
}
