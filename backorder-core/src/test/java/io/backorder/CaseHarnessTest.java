package io.backorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.backorder.forecast.DemandHistory;
import io.backorder.forecast.Forecaster;
import io.backorder.refusal.InvalidValueException;
import io.backorder.smoothing.Croston;
import io.backorder.smoothing.ExponentialSmoothing;
import io.backorder.smoothing.TeunterSyntetosBabai;
import io.backorder.statistics.Numbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What passes a reference case, and what does not. */
final class CaseHarnessTest {

  private static final ObjectMapper MAPPER = JsonMapper.builder()
      .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
      .build();

  private static Map<String, Object> refusal() {
    throw Numbers.refused("value", "be refused", 0);
  }

  private static ObjectNode parsed(String function, String inputs, String expected) {
    try {
      ObjectNode each = MAPPER.createObjectNode();
      each.put("id", function).put("family", "test").put("function", function);
      each.set("inputs", MAPPER.readTree(inputs));
      each.set("expected", MAPPER.readTree(expected));
      each.set("tolerance", MAPPER.readTree("{abs: 1e-12, rel: 1e-12}"));
      return each;
    } catch (JsonProcessingException e) {
      throw new AssertionError(inputs + expected, e);
    }
  }

  private static void passes(ObjectNode each) {
    assertThatNoException().isThrownBy(() -> new CaseHarness().check(each));
  }

  private static void fails(ObjectNode each, String message) {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> new CaseHarness().check(each))
        .withMessageContaining(message);
  }

  private static void passes(String function, String inputs, String expected) {
    passes(parsed(function, inputs, expected));
  }

  private static void fails(String function, String inputs, String expected) {
    fails(parsed(function, inputs, expected), "expected");
  }

  private static ObjectNode edge(String function, String inputs, String outcome) {
    ObjectNode each = parsed(function, inputs, "{}");
    each.put("family", "edge");
    each.withObject("/expected").put("outcome", outcome);
    return each;
  }

  private static boolean isAdmitted(String sentence, Supplier<Map<String, Object>> answer) {
    CaseOutcome outcome = CaseOutcome.of(sentence);
    try {
      outcome.check(answer);
      return true;
    } catch (AssertionError e) {
      return false;
    }
  }

  private static boolean isAdmitted(String sentence, Object value) {
    return isAdmitted(sentence, () -> Map.of("order_quantity", value));
  }

  /** Each row: the sentence; whether a refusal, none, infinity, minus infinity, 0 and 7 are right. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "throws                                                  | y | n | n | n | n | n",
        "an exception, never a number                            | y | n | n | n | n | n",
        "refuse (error / empty result), never a number           | y | y | n | n | n | n",
        "is empty                                                | y | y | n | n | n | n",
        "IllegalArgumentException. No number.                    | y | n | n | n | n | n",
        "refuse, or an infinite lot                              | y | y | y | y | n | n",
        "either throws or equals 7                               | y | n | n | n | n | y",
        "order_quantity is zero, never an error: nothing is asked| n | n | n | n | y | n",
        "not enough history                                      | y | y | n | n | n | n",
        "is infinite                                             | y | n | y | y | n | n",
        "is infinite, never a refusal                            | n | n | y | y | n | n",
        "positive infinity or a refusal, never a finite number   | y | y | y | n | n | n",
        "negative infinity or a refusal, never a finite number   | y | y | n | y | n | n",
        "refuse or infinite lot: with free backorders 0 is wrong | y | y | y | y | n | n",
        "refuse or fall back to Poisson, stated                  | y | y | y | y | n | n",
        "order quantity 0 or a refusal, never NaN                | y | y | n | n | y | n",
        "must return 0 without dividing by zero                  | n | n | n | n | y | n",
        "any finite answer but never NaN                         | n | n | n | n | y | y",
        "a finite number or a refusal                            | y | y | n | n | y | y",
        "no orders                                               | n | n | n | n | y | n"
      })
  void of_sentence_admitsWhatItSays(
      String sentence,
      char refusal,
      char none,
      char infinity,
      char minusInfinity,
      char zero,
      char seven) {
    assertThat(isAdmitted(sentence, CaseHarnessTest::refusal))
        .as("refusal")
        .isEqualTo(refusal == 'y');
    assertThat(isAdmitted(sentence, OptionalDouble.empty())).as("none").isEqualTo(none == 'y');
    assertThat(isAdmitted(sentence, new double[0])).as("no list").isEqualTo(none == 'y');
    assertThat(isAdmitted(sentence, Double.POSITIVE_INFINITY)).isEqualTo(infinity == 'y');
    assertThat(isAdmitted(sentence, Double.NEGATIVE_INFINITY)).isEqualTo(minusInfinity == 'y');
    assertThat(isAdmitted(sentence, 0.0)).as("0").isEqualTo(zero == 'y');
    assertThat(isAdmitted(sentence, new double[] {7})).as("7").isEqualTo(seven == 'y');
    assertThat(isAdmitted(sentence, Double.NaN)).as("NaN").isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"something else", "", "never NaN", "edge: throws"})
  void of_unknownSentence_fails(String sentence) {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> CaseOutcome.of(sentence))
        .withMessageContaining("unknown outcome");
  }

  @Test
  void of_sentenceOfSeveralParts_judgesEachByItsSubject() {
    String pattern = "ADI defined, CV2 0 (population) or undefined (sample): say which";
    String plan = "cost 0 and no orders";

    assertThat(isAdmitted(pattern, () -> Map.of("adi", 4.0, "cv2_sample", OptionalDouble.empty())))
        .isTrue();
    assertThat(isAdmitted(pattern, () -> Map.of("adi", 4.0, "cv2_population", 0.5)))
        .isFalse();
    assertThat(isAdmitted(pattern, () -> Map.of("adi", OptionalDouble.empty(), "cv2", 0.0)))
        .isFalse();
    assertThat(isAdmitted(pattern, CaseHarnessTest::refusal)).isFalse();
    assertThat(isAdmitted(
            plan, () -> Map.of("cost", 0.0, "order_quantities", new double[] {0, 0}, "t", 1.0)))
        .isTrue();
    assertThat(isAdmitted(plan, () -> Map.of("cost", 0.0, "order_quantities", new double[] {0, 1})))
        .isFalse();
    assertThat(isAdmitted(plan, () -> Map.of("cost", 9.0, "order_quantities", new double[] {0})))
        .isFalse();
    assertThat(isAdmitted(
            "order quantity 0 or a refusal, never NaN",
            () -> Map.of("order_quantity", 0.0, "cycle_time", Double.NaN)))
        .isFalse();
  }

  @Test
  void check_edge_passesWhatTheSentenceAdmitsInEveryFamily() {
    passes(edge("croston_R_forecast", "{series: [0, -1], alpha: 0.1, h: 1}", "throws"));
    passes(edge("std_normal_quantile", "{p: 2}", "throws"));
    passes(edge("promise_conformal_rank", "{history: 9, level: 2}", "throws"));
    passes(edge("syntetos_boylan", "{series: [0, 0]}", "is empty"));
    passes(edge("syntetos_boylan", "{series: [0, 7, 0]}", "ADI defined, CV2 0 or undefined"));
    String certain =
        "{mean_demand: 10, sd_demand: 3, lead_time: 4, sd_lead_time: 0, service_level: 1}";
    passes(edge("safety_stock_csl", certain, "is infinite"));

    fails(edge("std_normal_quantile", "{p: 0.9}", "throws"), "throws");
    fails(edge("naive", "{series: [1, 2], h: 2}", "throws"), "throws");
    fails(edge("promise_conformal_rank", "{history: 9, level: 0.9}", "is empty"), "is empty");
    fails(edge("std_normal_quantile", "{p: 0.9}", "is as it is"), "unknown outcome");
    fails(edge("croston_R_forecast", "{series: [-1], alpha: 0.1}", "is 0"), "refused");
  }

  @Test
  void check_undefined_passesNoFiniteNumberOrARefusal() {
    passes("std_normal_quantile", "{p: 2}", "{value: 'undefined'}");

    fails("std_normal_quantile", "{p: 0.5}", "{value: null}");
    fails("std_normal_quantile", "{p: 0.5}", "{value: 'undefined'}");
    fails("complete_order_probability", "{lines: [], target: 0.9}", "{probability: null}");
    assertThat(CaseValues.difference(
            parsed("f", "{}", "{a: '-Infinity'}").at("/expected/a"),
            Double.POSITIVE_INFINITY,
            MAPPER.createObjectNode()))
        .isNotEmpty();
  }

  @Test
  void check_lookAhead_endsAtTheHorizon() {
    String inputs =
        "{on_hand: 0, supplies: [[400, 5]], commitments: [], horizon_days: 3, quantities: [1]}";

    passes("atp_look_ahead", inputs, "{atp: [0, 0, 0], earliest: [null]}");
    fails("atp_look_ahead", inputs, "{earliest: [400]}");
    fails("atp_look_ahead", inputs.replace("400", "2"), "{earliest: [null]}");
    passes("atp_look_ahead", inputs.replace("400", "2"), "{earliest: [2]}");
  }

  @Test
  void check_longHistory_isKeptWhole() {
    String times =
        IntStream.rangeClosed(1, 1500).mapToObj(String::valueOf).collect(Collectors.joining(","));
    String inputs = "{lead_times: [%s], late_cost: 1, early_cost: 1}".formatted(times);

    passes("promise_conformal_rank", "{history: 1999, level: 0.9}", "{rank: 1800}");
    fails("promise_conformal_rank", "{history: 1999, level: 0.9}", "{rank: 1900}");
    passes("promise_newsvendor_quantile", inputs, "{promise: 750, mean_cost: 375}");
    fails("promise_newsvendor_quantile", inputs, "{promise: 751}");
  }

  @Test
  void check_leadTimesOfPartsOfDays_areExact() {
    String inputs = "{lead_times: [5.123, 6.457, 2.001, 9.999], late_cost: 3, early_cost: 1}";

    passes("promise_newsvendor_quantile", inputs, "{promise: 6.457, quantile: 0.75}");
    fails("promise_newsvendor_quantile", inputs, "{promise: 6.4570023}");
  }

  @Test
  void check_knownSeasons_actAsTheNameSays() {
    String inputs = "{series: [3, 5, 4], alpha: 0.5, beta: 0, gamma: 0.5, period: 2, h: 4,"
        + "initial_level: 10, initial_trend: 0, initial_seasonal: [%s]}";
    String multiplicative = inputs.formatted("0.3, 0.5");
    String additive = inputs.formatted("-7, 5");
    double level = 35 / 3.0;

    passes(
        "holt_winters_mul_known",
        multiplicative,
        "{forecast: [%s, %s, %s, %s]}"
            .formatted(0.5 * level, 0.3 * level, 0.5 * level, 0.35 * level));
    fails("holt_winters_add_known", multiplicative, "{forecast: [1, 2, 3, 4]}");
    // the levels are 10, 5, 8, the seasons -7 to -4 and 5 to 0; one season ahead it is still -7
    passes("holt_winters_add_known", additive, "{forecast: [8, 1, 8, 4]}");
    fails("holt_winters_mul_known", additive, "{forecast: [8, 1, 8, 4]}");
  }

  @Test
  void check_fractionOfWhatIsWhole_fails() {
    fails(
        parsed(
            "ses_lead_time_sd",
            "{one_step_error_sd: 12, alpha: 0.3, lead_time: 2.5}",
            "{sd: 27.495454169735042}"),
        "whole");
    fails(
        parsed(
            "serial_guaranteed_service",
            "{stages_upstream_first: [{index: 1, processing_time: 1.5, local_holding_cost: 2,"
                + "z: 1}], external_inbound_service_time: 0, external_outbound_service_time: 0,"
                + "demand_sd: 1}",
            "{cost: 2}"),
        "whole");
    fails(
        parsed(
            "tree_guaranteed_service",
            "{nodes: [{index: 1, processing_time: 1.5, local_holding_cost: 2, z: 1,"
                + "external_outbound_cst: 0, demand_sd: 1, successors: []}]}",
            "{cost: 2}"),
        "whole");
    fails(
        parsed(
            "ss_optimal_pmf",
            "{demand_pmf_from_zero: [0.5, 0.5], lead_time: 0.5, fixed_cost: 1, holding_cost: 1,"
                + "stockout_cost: 4}",
            "{order_up_to_level: 1}"),
        "whole");
    fails(parsed("share_equal_awards", "{claims: [2.5], supply: 2}", "{awards: [2]}"), "whole");
    fails(parsed("bop_run", "{stock: 1.5, lines: []}", "{confirmed: []}"), "whole");
  }

  @Test
  void check_weightsOfFractions_areScaledExactly() {
    String inputs = "{weights: [0.4, 0.35, 0.25], supply: 20}";

    passes("share_largest_remainder", inputs, "{awards: [8, 7, 5]}");
    fails("share_largest_remainder", inputs, "{awards: [7, 7, 6]}");
    passes("share_largest_remainder", "{weights: [200, 1e2], supply: 3}", "{awards: [2, 1]}");
  }

  @Test
  void check_wholeNumbersBeyondDoubles_areHeldToTheUnit() {
    String inputs = "{ordered: [9007199254740993], available: 0}";

    passes("backorder_calculator", inputs, "{total: 9007199254740993}");
    ObjectNode wrong = parsed("backorder_calculator", inputs, "{total: 9007199254740992}");
    wrong.remove("tolerance");
    fails(wrong, "expected");
  }

  @Test
  void check_accuracyWithoutAScale_isThatOfTheOtherMeasures() {
    String inputs = "{train: [1, 2, 3], actual: [2, 4], forecast: [1, 1], period: 12}";

    passes("point_accuracy", inputs, "{ME: 2, MAE: 2, MASE: 'undefined', RMSSE: 'NaN'}");
    fails("point_accuracy", inputs, "{MAE: 3}");
    fails("point_accuracy", inputs, "{MASE: 2}");
    passes("point_accuracy", inputs.replace("12", "1"), "{MASE: 2}");
  }

  @Test
  void check_nullInput_isNotGiven() {
    String inputs = "{model: 'AAN', period: 1, h: 2, sigma2: 4, alpha: 0.5, beta: 0.1, phi: null,"
        + "gamma: null}";

    passes("ets_class1_forecast_sd", inputs, "{sd: [2, %s]}".formatted(2 * Math.sqrt(1.36)));
    fails("ets_class1_forecast_sd", inputs, "{sd: [2, %s]}".formatted(2 * Math.sqrt(1.25)));
    passes(
        "ses_simple_init",
        "{series: [4, 8], alpha: 0.5, beta: null, gamma: null, phi: null, h: 1}",
        "{mean: [6]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{p: null}", "{p: '0.5'}", "{p: [0.5]}"})
  void check_inputThatIsNoNumber_fails(String inputs) {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(
            () -> new CaseHarness().check(parsed("std_normal_quantile", inputs, "{value: 0}")));
  }

  @Test
  void check_listsOfUnlikeLengths_areTheLibrarysToRefuse() {
    passes(edge("point_accuracy", "{train: [3, 4], actual: [1, 2], forecast: [1]}", "refuse"));
    fails(
        parsed("share_days_of_cover", "{supply: 1, stock: [1, 2], daily_use: [1]}", "{shares: []}"),
        "daily_use");
  }

  @Test
  void check_nothingAskedForAndStockBelowZero_areAnswered() {
    passes(
        "pegging",
        "{demands: [{id: 'A', quantity: 0}, {id: 'B', quantity: 3}],"
            + "supplies: [{id: 'S', day: 0, quantity: 2}, {id: 'T', day: 1, quantity: 0}]}",
        "{pegs: [{demand: 'B', supply: 'S', quantity: 2}], uncovered: {B: 1}, left: {}}");
    fails(
        "pegging",
        "{demands: [{id: 'B', quantity: 3}], supplies: []}",
        "{pegs: [], uncovered: {}, left: {}}");
    String below =
        "{on_hand: -4, supplies: [[1, 5]], commitments: [], horizon_days: 3, quantities: [1, 2]}";
    passes("atp_look_ahead", below, "{atp: [-4, 1, 1], earliest: [1, null]}");
    fails("atp_look_ahead", below, "{atp: [0, 5, 5]}");
    passes("promise_conformal_rank", "{history: 9, level: 0.3}", "{rank: 3}");
    passes(
        "promise_conformal_rank",
        "{history: 3, level: 0.9}",
        "{rank: null, outcome: 'not enough history'}");
    fails("promise_conformal_rank", "{history: 9, level: 0.9}", "{rank: null}");
  }

  @Test
  void check_abcOfItemsOfTheSameName_keepsAll() {
    String inputs = "{items: ['a', 'c', 'a'], values: [5, 1, 4], cut_a: 0.8, cut_b: 0.95}";

    passes(
        "abc_cumulative",
        inputs,
        "{order: ['a', 'a', 'c'], cumulative: [0.5, 0.9, 1], class: ['A', 'B', 'C']}");
    fails("abc_cumulative", inputs, "{order: ['a', 'c', 'a']}");
    fails("abc_cumulative", inputs, "{order: ['a', 'c']}");
  }

  @Test
  void method_parametersInItsName_areUsed() {
    DemandHistory history = DemandHistory.of(4, 0, 0, 7, 1, 0, 3, 0, 9, 2);
    Map<String, Forecaster> methods = Map.of(
        "ses_0.3", ExponentialSmoothing.simple().withAlpha(0.3),
        "moving_average_4", Forecaster.movingAverage(4),
        "seasonal_naive_4", Forecaster.seasonalNaive(4),
        "croston_0.2", Croston.classic().withWeights(0.2, 0.2),
        "R_croston_0.2", Croston.classic().withWeights(0.2, 0.2),
        "croston_sba_0.2", Croston.sba().withWeights(0.2, 0.2),
        "tsb_0.2_0.1", TeunterSyntetosBabai.tsb().withWeights(0.2, 0.1),
        "drift", Forecaster.drift());

    methods.forEach((name, method) -> assertThat(
            BenchmarkCases.method(name).forecast(history, 5).means())
        .as(name)
        .isEqualTo(method.forecast(history, 5).means()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ses", "ses_0.1_0.2", "moving_average_4.5", "croston_sbx_0.1", "other_3"})
  void method_unknownName_fails(String name) {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> BenchmarkCases.method(name))
        .withMessageContaining(name);
  }

  @Test
  void check_benchmark_holdsOutWhatTheProtocolSays(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("two.csv");
    Files.writeString(file, "series,1,2,3,4,5\na,2,4,4,5,7\n");
    String inputs =
        "{data_file: '%s', train: 'all but the last 2 columns', test: 'last %d columns',"
            + "method: 'naive', mase_scale: 'mean |y_t - y_{t-%d}| on the training part'}";

    passes("holdout_accuracy", inputs.formatted(file, 2, 1), "{MAE: 2, mean_MASE: 2}");
    passes("holdout_accuracy", inputs.formatted(file, 2, 2), "{mean_MASE: 1}");
    passes(
        "rolling_one_step_accuracy",
        "{data_file: '%s', origins: 'each of the last 3 columns', method: 'naive'}".formatted(file),
        "{MAE: 1}");
    fails("holdout_accuracy", inputs.formatted(file, 2, 1), "{MAE: 1}");
    fails(parsed("holdout_accuracy", inputs.formatted(file, 3, 1), "{MAE: 2}"), "held out");
  }

  @Test
  void check_oneNumberForAList_isAListOfOne() {
    passes("empirical_quantile_type7", "{x: [1, 2, 3], p: 0.5}", "{value: 2}");
    passes("empirical_quantile_type7", "{x: [1, 2, 3], p: 0.5}", "{value: [2]}");
    passes("croston_classic", "{series: [3, 3], h: 2}", "{forecast: [3, 3]}");
    fails("empirical_quantile_type7", "{x: [1, 2, 3], p: [0.5, 1]}", "{value: 2}");
    fails("croston_classic", "{series: [3, 3], h: 2}", "{forecast: [3, 3, 3]}");
  }

  @Test
  void check_massBetweenWholeNumbers_isZero() {
    passes("poisson", "{mean: 3, x: 2.5}", "{pmf: 0}");
    fails("poisson", "{mean: 3, x: 2}", "{pmf: 0}");
  }

  @Test
  void check_costsOfAnotherNumberOfPeriods_fail() {
    String inputs = "{demand: [1, 1], fixed_cost: 1, holding_cost: [%s]}";

    passes("wagner_whitin", inputs.formatted("9"), "{cost: 2}");
    passes("wagner_whitin", inputs.formatted("9, 0"), "{cost: 2}");
    ObjectNode tooMany = parsed("wagner_whitin", inputs.formatted("9, 0, 0"), "{cost: 2}");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new CaseHarness().check(tooMany));
  }

  @Test
  void check_otherPlan_isRightOnlyWhereTheNoteAdmitsIt() {
    ObjectNode each = parsed(
        "wagner_whitin",
        "{demand: [1, 1], fixed_cost: 1, holding_cost: 1}",
        "{cost: 2, order_quantities: [9, 9]}");

    fails(each.put("note", "the optimum is unique"), "expected");
    passes(each.put("note", "the optimum is not unique"));
    each.withObject("/expected").put("cost", 3);
    fails(each, "cost");
  }

  @Test
  void check_nothingThatTheLibraryKnows_fails() {
    fails(parsed("std_normal_cdf", "{z: 0}", "{other: 1}"), "nothing to compare");
    fails(parsed("unheard_of", "{}", "{value: 1}"), "unknown function");
  }
}
