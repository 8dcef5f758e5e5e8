package io.backorder;

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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The reference cases of re-promising: one location, and more confirmed than is there in some. */
final class BopCases {

  static final Map<String, Function<CaseInputs, Map<String, Object>>> ANSWERS =
      Map.of("bop_run", BopCases::run);

  private static final Location MAIN = Location.of("MAIN");

  private BopCases() {}

  private static Map<String, Object> run(CaseInputs in) {
    ReallocationPlan plan = plan(in);
    List<Long> confirmed =
        plan.lines().stream().map(line -> line.confirmed().units()).toList();
    List<Map<String, Object>> infeasible = plan.infeasible().stream()
        .map(line -> Map.<String, Object>of(
            "id", line.line().line(), "short", line.missing().units()))
        .toList();
    return Map.of("confirmed", confirmed, "infeasible", infeasible);
  }

  private static ReallocationPlan plan(CaseInputs inputs) {
    List<OpenLine> lines = new ArrayList<>();
    ReallocationRules.Builder rules = ReallocationRules.builder();
    for (CaseInputs node : inputs.each("lines")) {
      OrderLineId id = OrderLineId.of("O" + lines.size(), node.text("id"));
      OpenLine line =
          OpenLine.of(id, PlaceInLine.of(lines.size() + 1), Quantity.of(node.units("request")));
      long old = node.units("old");
      Map<LocationId, Quantity> has = old == 0 ? Map.of() : Map.of(MAIN.id(), Quantity.of(old));
      lines.add(line.having(has));
      rules.line(id, ConfirmationStrategy.valueOf(node.text("strategy").toUpperCase(Locale.ROOT)));
    }
    ReallocationSnapshot.Supply stock =
        ReallocationSnapshot.Supply.of(List.of(MAIN), inputs.units("stock"));
    ReallocationSnapshot.Item item = new ReallocationSnapshot.Item(Sku.of("LAMP"), 0, stock, lines);
    return Reallocation.run(new ReallocationSnapshot(Instant.EPOCH, List.of(item)), rules.build());
  }
}
