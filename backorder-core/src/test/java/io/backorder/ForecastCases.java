package io.backorder;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.backorder.accuracy.ErrorScale;
import io.backorder.accuracy.ForecastErrors;
import io.backorder.accuracy.QuantileErrors;
import io.backorder.assortment.AbcAnalysis;
import io.backorder.assortment.DemandPattern;
import io.backorder.forecast.DemandHistory;
import io.backorder.forecast.Forecast;
import io.backorder.forecast.ForecastState;
import io.backorder.forecast.Forecaster;
import io.backorder.smoothing.Croston;
import io.backorder.smoothing.CrostonState;
import io.backorder.smoothing.ExponentialSmoothing;
import io.backorder.smoothing.SeasonalUpdate;
import io.backorder.smoothing.Seasonality;
import io.backorder.smoothing.SmoothingParameters;
import io.backorder.smoothing.SmoothingStart;
import io.backorder.smoothing.SmoothingState;
import io.backorder.smoothing.TemporalAggregation;
import io.backorder.smoothing.TeunterSyntetosBabai;
import io.backorder.stock.Sku;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The reference functions of forecasting, accuracy and classification, mapped to calls of the library. A
 * figure that the library says has no value is {@code NaN} here.
 */
final class ForecastCases {

  private static final Map<String, Function<JsonNode, Map<String, Object>>> ANSWERS = answers();

  private ForecastCases() {}

  /** Returns the call that answers a function, if it is one of these families. */
  static Optional<Function<JsonNode, Map<String, Object>>> answer(String function) {
    return Optional.ofNullable(ANSWERS.get(function));
  }

  private static Map<String, Function<JsonNode, Map<String, Object>>> answers() {
    Map<String, Function<JsonNode, Map<String, Object>>> all = new LinkedHashMap<>();
    all.put("naive", in -> path(in, Forecaster.naive()));
    all.put(
        "seasonal_naive",
        in -> path(in, Forecaster.seasonalNaive(in.get("period").asInt())));
    all.put("drift", in -> path(in, Forecaster.drift()));
    all.put("mean", in -> path(in, Forecaster.mean()));
    smoothing(all);
    optimised(all);
    intermittent(all);
    all.put("ets_class1_forecast_sd", ForecastCases::spread);
    all.put("ets_class1_forecast_sd_statsmodels", ForecastCases::spread);
    all.put("point_accuracy", ForecastCases::accuracy);
    all.put("point_accuracy_zero_actuals", ForecastCases::accuracy);
    all.put("scale_undefined", ForecastCases::accuracy);
    all.put("pinball_loss", ForecastCases::pinball);
    all.put("syntetos_boylan", ForecastCases::pattern);
    all.put("abc_cumulative", ForecastCases::abc);
    all.put("holdout_accuracy", BenchmarkCases::holdout);
    all.put("rolling_one_step_accuracy", BenchmarkCases::rolling);
    all.put("holdout_quantile", BenchmarkCases::quantile);
    return Map.copyOf(all);
  }

  private static void smoothing(Map<String, Function<JsonNode, Map<String, Object>>> all) {
    SmoothingStart first = SmoothingStart.firstValues();
    SmoothingStart decomposed = SmoothingStart.decomposition();
    all.put("ses_simple_init", in -> smooth(in, ExponentialSmoothing.simple().withStart(first)));
    all.put("holt_simple_init", in -> smooth(in, ExponentialSmoothing.holt().withStart(first)));
    for (Seasonality seasonality : Seasonality.values()) {
      String name = "holt_winters_" + seasonality.name().toLowerCase(Locale.ROOT);
      all.put(name + "_simple_init", in -> smooth(in, winters(seasonality, in).withStart(first)));
      all.put(
          name + "_R",
          in -> smooth(
              in,
              winters(seasonality, in)
                  .withStart(decomposed)
                  .withSeasonalUpdate(SeasonalUpdate.NEW_LEVEL)));
    }
    all.put(
        "holt_winters_multiplicative_simple_init",
        in -> ReferenceQuirks.meanOfRelativeErrors(
            in, smooth(in, winters(Seasonality.MULTIPLICATIVE, in))));
    all.put("ses_known", in -> known(in, ExponentialSmoothing.simple()));
    all.put("holt_known", in -> known(in, ExponentialSmoothing.holt()));
    all.put("damped_holt_known", in -> known(in, ExponentialSmoothing.damped()));
    all.put("holt_winters_add_known", in -> known(in, winters(Seasonality.ADDITIVE, in)));
    all.put("holt_winters_mul_known", in -> known(in, winters(Seasonality.MULTIPLICATIVE, in)));
    all.put(
        "holt_winters_add_known_damped",
        in -> known(
            in,
            ExponentialSmoothing.dampedHoltWinters(
                Seasonality.ADDITIVE, in.get("period").asInt())));
  }

  private static void optimised(Map<String, Function<JsonNode, Map<String, Object>>> all) {
    SmoothingStart estimated = SmoothingStart.estimated();
    all.put("ses_optimal_R", in -> smooth(in, ExponentialSmoothing.simple()));
    all.put(
        "ses_estimated_statsmodels",
        in -> smooth(in, ExponentialSmoothing.simple().withStart(estimated)));
    all.put("ets_ANN_mse", in -> smooth(in, ExponentialSmoothing.simple().withStart(estimated)));
    all.put("ets_AAdN_mse", in -> smooth(in, ExponentialSmoothing.damped().withStart(estimated)));
    all.put(
        "damped_holt_estimated_statsmodels",
        in -> smooth(in, ExponentialSmoothing.damped().withStart(estimated)));
    all.put(
        "holt_winters_optimal_R",
        in -> smooth(
            in,
            winters(Seasonality.ADDITIVE, in)
                .withStart(SmoothingStart.decomposition())
                .withSeasonalUpdate(SeasonalUpdate.NEW_LEVEL)));
  }

  private static void intermittent(Map<String, Function<JsonNode, Map<String, Object>>> all) {
    all.put("croston_R_forecast", ForecastCases::crostonOfR);
    all.put("croston_classic", in -> rate(in, Croston.classic()));
    all.put("croston_sba", in -> rate(in, Croston.sba()));
    all.put("croston_optimised", in -> rate(in, Croston.classic().withEstimatedWeights()));
    all.put("croston_naive_init", in -> croston(in, Croston.classic()));
    all.put("croston_mean_init", in -> croston(in, Croston.classic().withMeanIntervalStart()));
    all.put("sba_naive_init", in -> croston(in, Croston.sba()));
    all.put("sba_mean_init", in -> croston(in, Croston.sba().withMeanIntervalStart()));
    all.put("sbj_naive_init", in -> croston(in, Croston.sbj()));
    all.put("sbj_mean_init", in -> croston(in, Croston.sbj().withMeanIntervalStart()));
    all.put("tsb_ses", in -> tsb(in, TeunterSyntetosBabai.tsb()));
    all.put("tsb_naive_init", in -> tsb(in, TeunterSyntetosBabai.tsb()));
    all.put("tsb_mean_init", in -> tsb(in, TeunterSyntetosBabai.tsb().withMeanProbabilityStart()));
    all.put("adida", in -> rate(in, TemporalAggregation.adida()));
    all.put("imapa", in -> rate(in, TemporalAggregation.imapa()));
    all.put("all_zero_history", ForecastCases::allZero);
  }

  private static ExponentialSmoothing winters(Seasonality seasonality, JsonNode in) {
    return ExponentialSmoothing.holtWinters(seasonality, in.get("period").asInt());
  }

  static double[] numbers(JsonNode node) {
    if (node.isObject()) {
      return slice(node);
    }
    double[] numbers = new double[node.size()];
    for (int each = 0; each < numbers.length; each++) {
      numbers[each] = node.get(each).asDouble();
    }
    return numbers;
  }

  /** A part of one row of a file of real series. */
  private static double[] slice(JsonNode node) {
    int first = node.get("first").asInt();
    double[] row = rows(node.get("file").asText()).get(node.get("row").asText());
    return Arrays.copyOfRange(row, first, first + node.get("count").asInt());
  }

  /** The rows of a file of real series, by name. */
  static Map<String, double[]> rows(String file) {
    Path path = Path.of(System.getProperty("backorder.real", ""), "series", file);
    try (Stream<String> lines = Files.lines(path)) {
      Map<String, double[]> rows = new LinkedHashMap<>();
      lines.skip(1).forEach(line -> {
        String[] cells = line.split(",", -1);
        rows.put(
            cells[0], Stream.of(cells).skip(1).mapToDouble(Double::parseDouble).toArray());
      });
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }

  /** A list among the figures found. */
  static double[] list(Map<String, Object> found, String key) {
    return (double[]) requireNonNull(found.get(key), key);
  }

  /** A number among the figures found. */
  static double number(Map<String, Object> found, String key) {
    return (double) requireNonNull(found.get(key), key);
  }

  private static DemandHistory history(JsonNode in) {
    return DemandHistory.of(numbers(in.get("series")));
  }

  private static Map<String, Object> path(JsonNode in, Forecaster forecaster) {
    Forecast forecast = forecaster.forecast(history(in), in.get("h").asInt());
    Map<String, Object> found = new LinkedHashMap<>();
    found.put("mean", forecast.means());
    found.put("lower80", ends(forecast, step -> forecast.interval(step, 0.8).lower()));
    found.put("upper80", ends(forecast, step -> forecast.interval(step, 0.8).upper()));
    found.put("lower95", ends(forecast, step -> forecast.interval(step, 0.95).lower()));
    found.put("upper95", ends(forecast, step -> forecast.interval(step, 0.95).upper()));
    return found;
  }

  private static double[] ends(Forecast forecast, Function<Integer, Double> end) {
    double[] ends = new double[forecast.horizon()];
    for (int step = 1; step <= ends.length; step++) {
      ends[step - 1] = end.apply(step);
    }
    return ends;
  }

  private static ExponentialSmoothing weighted(JsonNode in, ExponentialSmoothing method) {
    ExponentialSmoothing weighted = method;
    weighted = in.has("alpha") ? weighted.withAlpha(in.get("alpha").asDouble()) : weighted;
    weighted = in.has("beta") ? weighted.withBeta(in.get("beta").asDouble()) : weighted;
    weighted = in.has("phi") ? weighted.withPhi(in.get("phi").asDouble()) : weighted;
    return in.has("gamma") ? weighted.withGamma(in.get("gamma").asDouble()) : weighted;
  }

  /** The indices of multiplicative seasons are around 1, those of additive ones around 0. */
  private static Seasonality seasonality(JsonNode in) {
    double sum = Arrays.stream(numbers(in.get("initial_seasonal"))).sum();
    return sum > in.get("period").asInt() / 2.0 ? Seasonality.MULTIPLICATIVE : Seasonality.ADDITIVE;
  }

  private static Map<String, Object> known(JsonNode in, ExponentialSmoothing plain) {
    double level = in.get("initial_level").asDouble();
    double trend = in.has("initial_trend") ? in.get("initial_trend").asDouble() : 0;
    double[] seasons =
        in.has("initial_seasonal") ? numbers(in.get("initial_seasonal")) : new double[0];
    ExponentialSmoothing method = plain.withStart(SmoothingStart.at(level, trend, seasons));
    Map<String, Object> found = smooth(in, method);
    DemandHistory history = history(in);
    return seasons.length == 0
        ? found
        : ReferenceQuirks.staleSeason(
            found, weighted(in, method).fit(history.first(history.periods() - 1)), seasonality(in));
  }

  private static Map<String, Object> smooth(JsonNode in, ExponentialSmoothing plain) {
    ExponentialSmoothing method = weighted(in, plain);
    SmoothingState state = method.fit(history(in));
    Forecast forecast = state.forecast(in.get("h").asInt());
    double[] fitted = method.fitted(history(in));
    Map<String, Object> found = path(in, method);
    found.put("forecast", forecast.means());
    found.put("fitted", fitted);
    found.put(
        "fitted_last5", Arrays.copyOfRange(fitted, Math.max(0, fitted.length - 5), fitted.length));
    found.put("first_fitted", Arrays.copyOf(fitted, Math.min(6, fitted.length)));
    found.put("level", state.level());
    found.put("trend", state.trend());
    found.put("seasonals", state.seasons());
    found.put("sse", state.squaredErrors());
    found.put("mse", state.squaredErrors() / state.errors());
    found.put("alpha", state.parameters().alpha());
    found.put("beta", state.parameters().beta());
    found.put("phi", state.parameters().phi());
    return found;
  }

  private static Map<String, Object> spread(JsonNode in) {
    double alpha = in.get("alpha").asDouble();
    double product = in.has("beta") ? in.get("beta").asDouble() : 0;
    double phi = in.has("phi") ? in.get("phi").asDouble() : 1;
    double gamma = in.has("gamma") ? in.get("gamma").asDouble() : 0;
    int horizon = in.get("h").asInt();
    int period = in.get("period").asInt();
    ExponentialSmoothing method = period > 1
        ? ExponentialSmoothing.holtWinters(Seasonality.ADDITIVE, period)
        : ExponentialSmoothing.holt();
    double beta = alpha == 0 ? 0 : product / alpha;
    double[] weights =
        method.errorWeights(new SmoothingParameters(alpha, beta, phi, gamma), horizon);
    Forecast forecast =
        Forecast.ofPassedOnErrors(new double[horizon], in.get("sigma2").asDouble(), weights);
    return Map.of("sd", ends(forecast, forecast::standardDeviation));
  }

  private static Map<String, Object> rate(JsonNode in, Forecaster forecaster) {
    return Map.of("forecast", forecaster.forecast(history(in), 1).mean(1));
  }

  private static Map<String, Object> croston(JsonNode in, Croston method) {
    CrostonState state = method
        .withWeights(in.get("alpha_demand").asDouble(), in.get("alpha_interval").asDouble())
        .fit(history(in));
    return Map.of(
        "forecast", state.forecast(1).mean(1),
        "final_size", state.size(),
        "final_interval", state.interval(),
        "bias_factor", state.correction());
  }

  private static Map<String, Object> crostonOfR(JsonNode in) {
    double alpha = in.get("alpha").asDouble();
    Croston method = Croston.classic().withWeights(alpha, alpha);
    DemandHistory history = history(in);
    double[] fitted = new double[history.periods()];
    fitted[0] = ReferenceQuirks.firstOfCroston(history);
    ForecastState state = method.fit(history.first(1));
    for (int period = 1; period < fitted.length; period++) {
      fitted[period] = state.forecast(1).mean(1);
      state = state.observe(history.demand(period));
    }
    Forecast forecast = method.forecast(history, in.get("h").asInt());
    return Map.of("mean", forecast.means(), "fitted", fitted);
  }

  private static Map<String, Object> tsb(JsonNode in, TeunterSyntetosBabai plain) {
    TeunterSyntetosBabai method = plain.withWeights(
        in.get("alpha_demand").asDouble(), in.get("alpha_probability").asDouble());
    double[] later = method.fitted(history(in));
    double[] fitted = new double[later.length + 1];
    fitted[0] = Double.NaN;
    System.arraycopy(later, 0, fitted, 1, later.length);
    return Map.of("forecast", method.forecast(history(in), 1).mean(1), "fitted", fitted);
  }

  private static Map<String, Object> allZero(JsonNode in) {
    ToDoubleFunction<Forecaster> rate =
        method -> method.forecast(history(in), 1).mean(1);
    return Map.of(
        "croston_classic", rate.applyAsDouble(Croston.classic()),
        "sba", rate.applyAsDouble(Croston.sba()),
        "tsb", rate.applyAsDouble(TeunterSyntetosBabai.tsb()),
        "adida", rate.applyAsDouble(TemporalAggregation.adida()),
        "imapa", rate.applyAsDouble(TemporalAggregation.imapa()));
  }

  private static Map<String, Object> accuracy(JsonNode in) {
    ForecastErrors errors =
        ForecastErrors.of(numbers(in.get("actual")), numbers(in.get("forecast")));
    int period = in.has("period") ? in.get("period").asInt() : 1;
    ErrorScale scale = ErrorScale.of(DemandHistory.of(numbers(in.get("train"))), period);
    Map<String, Object> found = new LinkedHashMap<>();
    found.put("ME", errors.meanError());
    found.put("RMSE", errors.rootMeanSquaredError());
    found.put("MAE", errors.meanAbsoluteError());
    found.put("MPE", value(errors.meanPercentageError()));
    found.put("MAPE", value(errors.meanAbsolutePercentageError()));
    found.put("MASE", value(errors.meanAbsoluteScaledError(scale)));
    found.put("RMSSE", value(errors.rootMeanSquaredScaledError(scale)));
    found.put("WAPE", value(errors.weightedAbsolutePercentageError()));
    found.put("sMAPE_0_200", errors.symmetricPercentageError());
    return found;
  }

  static double value(OptionalDouble measure) {
    return measure.orElse(Double.NaN);
  }

  private static Map<String, Object> pinball(JsonNode in) {
    QuantileErrors errors = QuantileErrors.of(
        in.get("level").asDouble(),
        numbers(in.get("actual")),
        numbers(in.get("quantile_forecast")));
    return Map.of("mean_pinball_loss", errors.meanPinballLoss());
  }

  private static Map<String, Object> pattern(JsonNode in) {
    DemandPattern pattern = DemandPattern.of(history(in));
    return Map.of(
        "adi_mean_interval", pattern.meanInterval(),
        "adi_n_over_count", pattern.periodsPerDemand(),
        "cv2_sample", pattern.sampleVariation().orElse(0),
        "cv2_population", pattern.populationVariation(),
        "sbc_uses_sba", pattern.suitsCorrection(),
        "kostenko_hyndman_uses_sba", pattern.suitsCorrectionByKostenkoHyndman(),
        "quadrant_by_sample_cv2_and_mean_interval",
            pattern.demandClass().name().toLowerCase(Locale.ROOT));
  }

  private static Map<String, Object> abc(JsonNode in) {
    Map<Sku, Double> values = new LinkedHashMap<>();
    for (int each = 0; each < in.get("items").size(); each++) {
      values.put(
          Sku.of(in.get("items").get(each).asText()), in.get("values").get(each).asDouble());
    }
    AbcAnalysis.Cuts cuts =
        new AbcAnalysis.Cuts(in.get("cut_a").asDouble(), in.get("cut_b").asDouble());
    List<AbcAnalysis.Item> items = AbcAnalysis.of(values, cuts).items();
    return Map.of(
        "order", items.stream().map(each -> each.sku().toString()).toList(),
        "class", items.stream().map(each -> each.abcClass().name()).toList(),
        "cumulative",
            items.stream().mapToDouble(AbcAnalysis.Item::cumulativeShare).toArray());
  }
}
