package io.backorder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.PlaceInLine;
import io.backorder.reallocation.ConfirmationStrategy;
import io.backorder.reallocation.OpenLine;
import io.backorder.reallocation.Reallocation;
import io.backorder.reallocation.ReallocationPlan;
import io.backorder.reallocation.ReallocationRules;
import io.backorder.reallocation.ReallocationSnapshot;
import io.backorder.stock.Location;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The reference cases of re-promising: one location, and more confirmed than is there in some. */
final class BopCases {

  static final String FUNCTION = "bop_run";

  private static final Location MAIN = Location.of("MAIN");

  private BopCases() {}

  static void check(JsonNode each) {
    ReallocationPlan plan = plan(each.get("inputs"));
    List<Long> confirmed = new ArrayList<>();
    each.get("expected").get("confirmed").forEach(units -> confirmed.add(units.asLong()));
    Map<String, Long> infeasible = new LinkedHashMap<>();
    each.get("expected")
        .get("infeasible")
        .forEach(
            line -> infeasible.put(line.get("id").asText(), line.get("short").asLong()));

    assertThat(plan.lines()).extracting(line -> line.confirmed().units()).isEqualTo(confirmed);
    Map<String, Long> found = new LinkedHashMap<>();
    plan.infeasible()
        .forEach(line -> found.put(line.line().line(), line.missing().units()));
    assertThat(found.entrySet()).containsExactlyElementsOf(infeasible.entrySet());
  }

  private static ReallocationPlan plan(JsonNode inputs) {
    List<OpenLine> lines = new ArrayList<>();
    ReallocationRules.Builder rules = ReallocationRules.builder();
    for (JsonNode node : inputs.get("lines")) {
      OrderLineId id = OrderLineId.of("O" + lines.size(), node.get("id").asText());
      OpenLine line = OpenLine.of(
          id, PlaceInLine.of(lines.size() + 1), Quantity.of(node.get("request").asLong()));
      long old = node.get("old").asLong();
      Map<LocationId, Quantity> has = old == 0 ? Map.of() : Map.of(MAIN.id(), Quantity.of(old));
      lines.add(line.having(has));
      rules.line(
          id, ConfirmationStrategy.valueOf(node.get("strategy").asText().toUpperCase(Locale.ROOT)));
    }
    ReallocationSnapshot.Supply stock =
        ReallocationSnapshot.Supply.of(List.of(MAIN), inputs.get("stock").asLong());
    ReallocationSnapshot.Item item = new ReallocationSnapshot.Item(Sku.of("LAMP"), 0, stock, lines);
    return Reallocation.run(new ReallocationSnapshot(Instant.EPOCH, List.of(item)), rules.build());
  }
}
