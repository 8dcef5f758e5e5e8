package io.backorder;

import com.fasterxml.jackson.databind.JsonNode;
import io.backorder.stock.Quantity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Holds the library's answers to reference cases: one table of functions, and one rule. */
final class CaseHarness {

  /** What the library answers: the inputs of a case to values by name. */
  private static final Map<String, Function<CaseInputs, Map<String, Object>>> ANSWERS = answers();

  private final ReferenceAnswer rule = new ReferenceAnswer();

  private static Map<String, Function<CaseInputs, Map<String, Object>>> answers() {
    Map<String, Function<CaseInputs, Map<String, Object>>> all = new HashMap<>();
    all.put("backorder_calculator", CaseHarness::calculator);
    List.of(
            StatisticsCases.ANSWERS,
            PlanningCases.ANSWERS,
            LotCases.ANSWERS,
            PolicyCases.ANSWERS,
            NetworkCases.ANSWERS,
            ShareCases.ANSWERS,
            SimulationCases.ANSWERS,
            ForecastCases.ANSWERS,
            PromiseCases.ANSWERS,
            BopCases.ANSWERS)
        .forEach(all::putAll);
    return Map.copyOf(all);
  }

  /** Fails unless the library's answer is what a case expects. */
  void check(JsonNode each) {
    String function = each.get("function").asText();
    Function<CaseInputs, Map<String, Object>> answer = ANSWERS.get(function);
    if (answer == null) {
      throw new AssertionError("unknown function: " + function);
    }
    rule.check(each, answer);
  }

  int compared() {
    return rule.compared();
  }

  /** Returns how many values the library had no notion of. */
  int skipped() {
    return rule.skipped();
  }

  private static Map<String, Object> calculator(CaseInputs in) {
    List<Quantity> ordered = in.list("ordered").stream()
        .map(units -> Quantity.of(CaseInputs.units(units)))
        .toList();
    Shortage shortage = BackorderCalculator.calculate(ordered, Quantity.of(in.units("available")));
    return Map.of(
        "total", shortage.total().units(),
        "fillable", shortage.fillable().units(),
        "backordered", shortage.backordered().units());
  }
}
