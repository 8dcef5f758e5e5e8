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
    List<SerialSystem.Stage> stages = new ArrayList<>();
    for (JsonNode stage : in.node().get("stages_downstream_first")) {
      stages.add(new SerialSystem.Stage(
          stage.get("echelon_holding_cost").asDouble(), stage.get("lead_time").asDouble()));
    }
    PeriodDemand demand = PeriodDemand.of(in.number("demand_mean"), in.number("demand_sd"));
    return new SerialSystem(stages, in.number("stockout_cost"), demand);
  }

  private static Map<String, Object> plan(CaseInputs in, EchelonPlan plan) {
    Map<String, Object> levels = new HashMap<>();
    int position = 0;
    for (JsonNode stage : in.node().get("stages_downstream_first")) {
      levels.put(stage.get("index").asText(), plan.levels().get(position));
      position++;
    }
    Map<String, Object> found = new HashMap<>();
    found.put("echelon_base_stock", levels);
    plan.cost().ifPresent(cost -> found.put("cost", cost));
    return found;
  }

  private static ServiceNetwork.Stage stage(JsonNode node) {
    return new ServiceNetwork.Stage(
        node.get("processing_time").asInt(),
        node.get("local_holding_cost").asDouble(),
        node.get("z").asDouble());
  }

  private static Map<String, Object> serialService(CaseInputs in) {
    JsonNode stages = in.node().get("stages_upstream_first");
    ServiceNetwork.Builder network = ServiceNetwork.builder();
    Map<String, Integer> numbers = new LinkedHashMap<>();
    for (JsonNode node : stages) {
      network.stage(stage(node));
      numbers.put(node.get("index").asText(), numbers.size());
    }
    for (int i = 1; i < numbers.size(); i++) {
      network.link(i - 1, i);
    }
    network.supply(0, in.whole("external_inbound_service_time"));
    network.demand(
        numbers.size() - 1, in.whole("external_outbound_service_time"), in.number("demand_sd"));
    return service(numbers, network.build());
  }

  private static Map<String, Object> treeService(CaseInputs in) {
    JsonNode nodes = in.node().get("nodes");
    ServiceNetwork.Builder network = ServiceNetwork.builder();
    Map<String, Integer> numbers = new LinkedHashMap<>();
    for (JsonNode node : nodes) {
      network.stage(stage(node));
      numbers.put(node.get("index").asText(), numbers.size());
    }
    for (JsonNode node : nodes) {
      int number = number(numbers, node.get("index"));
      for (JsonNode successor : node.get("successors")) {
        network.link(number, number(numbers, successor));
      }
      if (!node.get("external_inbound_cst").isNull()) {
        network.supply(number, node.get("external_inbound_cst").asInt());
      }
      if (!node.get("external_outbound_cst").isNull()) {
        network.demand(
            number,
            node.get("external_outbound_cst").asInt(),
            node.get("demand_sd").asDouble());
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
