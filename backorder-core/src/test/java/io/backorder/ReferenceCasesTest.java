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
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;

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

  /** The functions that the library does not answer yet. */
  private static final Set<String> LATER = Set.of(
      "atp_after_promise",
      "atp_look_ahead",
      "backorder_saving",
      "base_stock_normal",
      "base_stock_poisson",
      "bernoulli_compound_moments",
      "bop_run",
      "buffer_stock_rounded_up",
      "complete_order_probability",
      "empirical_quantile_type1",
      "empirical_quantile_type2",
      "empirical_quantile_type6",
      "empirical_quantile_type7",
      "empirical_quantile_type8",
      "eoq",
      "eoq_additive_yield",
      "eoq_all_units_discount",
      "eoq_backorders",
      "eoq_cost",
      "eoq_disruptions",
      "eoq_disruptions_approx",
      "eoq_incremental_discount",
      "eoq_lost_sales_threshold",
      "eoq_multiplicative_yield",
      "eoq_sensitivity",
      "eoq_unit_cost_rate",
      "epq",
      "exponential_loss",
      "finite_horizon_dp_normal",
      "finite_horizon_dp_poisson",
      "gamma",
      "gamma_quantile",
      "geometric_loss",
      "inventory_metrics_normal",
      "joint_replenishment_silver",
      "lead_time_demand",
      "lognormal_loss",
      "lost_sales_cost",
      "myopic",
      "negbin",
      "negbin_from_moments",
      "negbin_lead_time_demand",
      "negbin_quantile",
      "newsvendor_discrete",
      "newsvendor_disruptions",
      "newsvendor_lognormal",
      "newsvendor_normal",
      "newsvendor_normal_cost",
      "newsvendor_normal_price_cost",
      "newsvendor_normal_profit",
      "newsvendor_normal_profit_spt",
      "newsvendor_over_under",
      "newsvendor_poisson",
      "newsvendor_poisson_profit",
      "newsvendor_single_order",
      "normal_loss",
      "order_line_unit_fill",
      "pegging",
      "periodic_review_csl",
      "periodic_review_fill_rate",
      "poisson",
      "poisson_fixed_lead_time",
      "poisson_gamma_lead_time",
      "poisson_quantile",
      "poisson_random_lead_time",
      "poisson_rq_fill_rate",
      "promise_conformal_rank",
      "promise_newsvendor_quantile",
      "random_sum_moments",
      "reactive_capacity",
      "reorder_point_cost_per_stockout_event",
      "reorder_point_csl",
      "reorder_point_fill_rate",
      "reorder_point_gamma",
      "reorder_point_nbinom",
      "reorder_point_normal",
      "reorder_point_poisson",
      "rq_cost_normal",
      "rq_cost_poisson",
      "rq_eil_approximation",
      "rq_eoqb_approximation",
      "rq_eoqss_approximation",
      "rq_hadley_whitin_uniform_ltd",
      "rq_loss_function_approximation",
      "rq_optimal_normal",
      "rq_optimal_poisson",
      "rq_optimal_r_for_q_normal",
      "rq_service_measures_normal",
      "safety_stock_csl",
      "safety_stock_fill_rate",
      "serial_echelon_base_stock",
      "serial_guaranteed_service",
      "serial_newsvendor_heuristic",
      "service_from_reorder_point",
      "ses_lead_time_sd",
      "share_days_of_cover",
      "share_equal_awards",
      "share_equal_losses",
      "share_largest_remainder",
      "share_proportional_webster",
      "silver_meal",
      "single_period_sS_uniform",
      "single_stage_backorder",
      "ss_cost_poisson",
      "ss_optimal_pmf",
      "ss_optimal_poisson",
      "ss_power_approximation",
      "std_normal_cdf",
      "std_normal_loss",
      "std_normal_loss_inverse",
      "std_normal_pdf",
      "std_normal_quantile",
      "std_normal_second_loss",
      "std_normal_sf",
      "std_normal_upper_quantile",
      "stockout_cost_event",
      "supplier_weighted_score",
      "total_logistics_cost",
      "tree_guaranteed_service",
      "uniform_loss",
      "wagner_whitin");

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
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
    return tests.stream();
  }

  private static Iterable<JsonNode> read(Path file) {
    try {
      return MAPPER.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static DynamicTest test(JsonNode each) {
    return DynamicTest.dynamicTest(each.get("id").asText(), () -> run(each));
  }

  private static void run(JsonNode each) {
    String function = each.get("function").asText();
    var forecast = ForecastCases.answer(function);
    if (forecast.isPresent()) {
      ReferenceAnswer.check(each, forecast.get());
      return;
    }
    Function<JsonNode, Map<String, Long>> answer = ANSWERS.get(function);
    if (answer == null && LATER.contains(function)) {
      throw new TestAbortedException("not there yet: " + function);
    }
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
