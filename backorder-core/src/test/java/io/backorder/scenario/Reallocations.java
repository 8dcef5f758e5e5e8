package io.backorder.scenario;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.backorder.demand.LineStatus;
import io.backorder.demand.Order;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLineId;
import io.backorder.posting.Reallocate;
import io.backorder.reallocation.ConfirmationStrategy;
import io.backorder.reallocation.PlannedLine;
import io.backorder.reallocation.ReallocationPlan;
import io.backorder.reallocation.ReallocationRules;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Runs the step {@code reallocate}: over all items of the orders that it names. */
record Reallocations(World world) {

  /** Runs, and returns the document that was committed, if one was. */
  Optional<Reallocate> run(JsonNode step) {
    JsonNode node = step.get("reallocate");
    Json.requireKeys(node, "reallocate", "id", "strategies", "mode");
    ReallocationRules.Builder rules = ReallocationRules.builder();
    Set<Sku> skus = new LinkedHashSet<>();
    for (JsonNode named : Json.list(node.path("strategies"))) {
      Json.requireKeys(named, "strategy", "order", "strategy");
      OrderId id = OrderId.of(named.get("order").asText());
      rules.order(
          id,
          ConfirmationStrategy.valueOf(named.get("strategy").asText().toUpperCase(Locale.ROOT)));
      world.inventory.order(id).map(Order::lines).orElseThrow().stream()
          .map(LineStatus::sku)
          .forEach(skus::add);
    }
    ReallocationPlan plan = world.inventory.simulate(skus, rules.build());
    Optional<Reallocate> committed = commit(node, plan);
    if (step.has("outcome")) {
      require(plan, step.get("outcome"));
    }
    return committed;
  }

  private Optional<Reallocate> commit(JsonNode node, ReallocationPlan plan) {
    String mode = Json.text(node, "mode", "");
    if (mode.equals("simulate")) {
      return Optional.empty();
    } else if (!mode.equals("commit")) {
      throw new AssertionError("unknown mode: " + mode);
    }
    Reallocate document = Reallocate.of(Json.text(node, "id", "reallocation"), plan);
    world.inventory.post(document);
    return Optional.of(document);
  }

  private void require(ReallocationPlan plan, JsonNode expected) {
    Json.requireKeys(expected, "outcome", "confirmed", "infeasible");
    Map<String, PlannedLine> lines = new TreeMap<>();
    plan.lines().forEach(line -> lines.put(line.id().toString(), line));
    expected.path("confirmed").properties().forEach(each -> {
      assertThat(lines).as("lines of the plan").containsKey(each.getKey());
      PlannedLine line = requireNonNull(lines.get(each.getKey()), each.getKey());
      assertThat(line.confirmed())
          .as("confirmed to " + each.getKey())
          .isEqualTo(world.quantity(sku(line.id()), each.getValue()));
    });
    if (expected.has("infeasible")) {
      Map<String, Quantity> missing = new TreeMap<>();
      plan.infeasible().forEach(each -> missing.put(each.line().toString(), each.missing()));
      Map<String, Quantity> wanted = new TreeMap<>();
      expected
          .get("infeasible")
          .properties()
          .forEach(each -> wanted.put(
              each.getKey(),
              world.quantity(sku(requireNonNull(lines.get(each.getKey())).id()), each.getValue())));
      assertThat(missing).as("infeasible").isEqualTo(wanted);
    }
  }

  private Sku sku(OrderLineId line) {
    return world
        .inventory
        .order(line.order())
        .flatMap(order -> order.line(line.line()))
        .orElseThrow()
        .sku();
  }
}
