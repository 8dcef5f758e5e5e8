package io.backorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.backorder.refusal.InventoryException;
import io.backorder.stock.Quantity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;

/**
 * Runs every reference case of the folders that the system property {@code backorder.cases} names,
 * separated by commas; by default the copies in the test resources. Where the system property {@code
 * backorder.real} names the folder of real data, its cases too.
 */
final class ReferenceCasesTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The functions that the library answers. */
  private static final Map<String, Function<JsonNode, Map<String, Long>>> ANSWERS =
      Map.of("backorder_calculator", ReferenceCasesTest::calculator);

  /** The functions of the formulas: numbers in, numbers out. */
  private static final List<Map<String, Function<CaseInputs, Map<String, Object>>>> FORMULAS =
      List.of(
          StatisticsCases.ANSWERS,
          PlanningCases.ANSWERS,
          LotCases.ANSWERS,
          PolicyCases.ANSWERS,
          NetworkCases.ANSWERS,
          ShareCases.ANSWERS,
          SimulationCases.ANSWERS);

  private final CaseRule rule = new CaseRule();

  private final ReferenceAnswer forecasts = new ReferenceAnswer();

  @TestFactory
  Stream<DynamicTest> cases(TestReporter reporter) throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    List<String> folders = new ArrayList<>(List.of(
        System.getProperty("backorder.cases", "src/test/resources/cases").split(",", -1)));
    Optional.ofNullable(System.getProperty("backorder.real"))
        .ifPresent(real -> folders.add(real + "/cases"));
    for (String folder : folders) {
      try (Stream<Path> files = Files.list(Path.of(folder))) {
        files
            .filter(file -> file.toString().endsWith(".json"))
            .sorted()
            .forEach(file -> read(file).forEach(each -> tests.add(test(each))));
      }
    }
    assertThat(tests).isNotEmpty();
    tests.add(DynamicTest.dynamicTest(
        "values",
        () -> reporter.publishEntry(Map.of(
            "compared", String.valueOf(rule.compared() + forecasts.compared()),
            "skipped, the library has no notion of them",
                String.valueOf(rule.skipped() + forecasts.skipped())))));
    return tests.stream();
  }

  private static Iterable<JsonNode> read(Path file) {
    try {
      return MAPPER.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private DynamicTest test(JsonNode each) {
    return DynamicTest.dynamicTest(each.get("id").asText(), () -> run(each));
  }

  private void run(JsonNode each) {
    String function = each.get("function").asText();
    for (Map<String, Function<CaseInputs, Map<String, Object>>> formulas : FORMULAS) {
      Function<CaseInputs, Map<String, Object>> formula = formulas.get(function);
      if (formula != null) {
        rule.check(each, () -> formula.apply(new CaseInputs(each.get("inputs"))));
        return;
      }
    }
    if (function.equals(BopCases.FUNCTION)) {
      BopCases.check(each);
      return;
    }
    if (PromiseCases.ANSWERS.containsKey(function)) {
      PromiseCases.check(each);
      return;
    }
    var forecast = ForecastCases.answer(function);
    if (forecast.isPresent()) {
      forecasts.check(each, forecast.get());
      return;
    }
    Function<JsonNode, Map<String, Long>> answer = ANSWERS.get(function);
    if (answer == null) {
      throw new AssertionError("unknown function: " + function);
    }
    JsonNode expected = each.get("expected");
    if (expected.has("error")) {
      assertThatExceptionOfType(InventoryException.class)
          .isThrownBy(() -> answer.apply(each.get("inputs")))
          .satisfies(
              e -> assertThat(e.code().name()).isEqualTo(expected.get("error").asText()));
      return;
    }
    Map<String, Long> found = answer.apply(each.get("inputs"));
    expected
        .properties()
        .forEach(entry -> assertThat(found.get(entry.getKey()))
            .as(entry.getKey())
            .isEqualTo(entry.getValue().asLong()));
  }

  private static Map<String, Long> calculator(JsonNode inputs) {
    List<Quantity> ordered = StreamSupport.stream(inputs.get("ordered").spliterator(), false)
        .map(node -> Quantity.of(node.asLong()))
        .toList();
    Shortage shortage = BackorderCalculator.calculate(
        ordered, Quantity.of(inputs.get("available").asLong()));
    return Map.of(
        "total", shortage.total().units(),
        "fillable", shortage.fillable().units(),
        "backordered", shortage.backordered().units());
  }
}
