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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The reference functions of forecasting, accuracy and classification, mapped to calls of the library. A
 * figure that the library says has no value is an empty optional here.
 */
final class ForecastCases {

  static final Map<String, Function<CaseInputs, Map<String, Object>>> ANSWERS = answers();

  private static final double USUAL_WEIGHT = 0.1;

  /** The intervals that may be asked for, in percent. */
  private static final List<Integer> LEVELS = List.of(50, 60, 70, 75, 80, 85, 90, 95, 98, 99);

  private ForecastCases() {}

  private static Map<String, Function<CaseInputs, Map<String, Object>>> answers() {
    Map<String, Function<CaseInputs, Map<String, Object>>> all = new LinkedHashMap<>();
    all.put("naive", in -> path(in, Forecaster.naive()));
    all.put("seasonal_naive", in -> path(in, Forecaster.seasonalNaive(in.whole("period"))));
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

  private static void smoothing(Map<String, Function<CaseInputs, Map<String, Object>>> all) {
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
    knownSeasons(all, "holt_winters_add_known", Seasonality.ADDITIVE);
    knownSeasons(all, "holt_winters_mul_known", Seasonality.MULTIPLICATIVE);
  }

  /** How the seasons act is in the name, whatever the indices look like. */
  private static void knownSeasons(
      Map<String, Function<CaseInputs, Map<String, Object>>> all,
      String name,
      Seasonality seasonality) {
    all.put(name, in -> knownSeasons(in, winters(seasonality, in), seasonality));
    all.put(
        name + "_damped",
        in -> knownSeasons(
            in,
            ExponentialSmoothing.dampedHoltWinters(seasonality, in.whole("period")),
            seasonality));
  }

  private static void optimised(Map<String, Function<CaseInputs, Map<String, Object>>> all) {
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

  private static void intermittent(Map<String, Function<CaseInputs, Map<String, Object>>> all) {
    all.put("croston_R_forecast", ForecastCases::crostonOfR);
    all.put("croston_classic", in -> rate(in, weighted(in, Croston.classic())));
    all.put("croston_sba", in -> rate(in, weighted(in, Croston.sba())));
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

  private static ExponentialSmoothing winters(Seasonality seasonality, CaseInputs in) {
    return ExponentialSmoothing.holtWinters(seasonality, in.whole("period"));
  }

  /** A list among the figures found. */
  static double[] list(Map<String, Object> found, String key) {
    return (double[]) requireNonNull(found.get(key), key);
  }

  /** A number among the figures found. */
  static double number(Map<String, Object> found, String key) {
    return (double) requireNonNull(found.get(key), key);
  }

  private static DemandHistory history(CaseInputs in) {
    return DemandHistory.of(in.numbers("series"));
  }

  private static Map<String, Object> path(CaseInputs in, Forecaster forecaster) {
    Forecast forecast = forecaster.forecast(history(in), horizon(in));
    Map<String, Object> found = new LinkedHashMap<>();
    found.put("mean", forecast.means());
    for (int level : LEVELS) {
      double covered = level / 100.0;
      found.put(
          "lower" + level,
          ends(forecast, step -> forecast.interval(step, covered).lower()));
      found.put(
          "upper" + level,
          ends(forecast, step -> forecast.interval(step, covered).upper()));
    }
    return found;
  }

  private static double[] ends(Forecast forecast, Function<Integer, Double> end) {
    double[] ends = new double[forecast.horizon()];
    for (int step = 1; step <= ends.length; step++) {
      ends[step - 1] = end.apply(step);
    }
    return ends;
  }

  private static ExponentialSmoothing weighted(CaseInputs in, ExponentialSmoothing method) {
    ExponentialSmoothing weighted = method;
    weighted = in.has("alpha") ? weighted.withAlpha(in.number("alpha")) : weighted;
    weighted = in.has("beta") ? weighted.withBeta(in.number("beta")) : weighted;
    weighted = in.has("phi") ? weighted.withPhi(in.number("phi")) : weighted;
    return in.has("gamma") ? weighted.withGamma(in.number("gamma")) : weighted;
  }

  private static ExponentialSmoothing started(
      CaseInputs in, ExponentialSmoothing plain, double... seasons) {
    return plain.withStart(
        SmoothingStart.at(in.number("initial_level"), in.number("initial_trend", 0), seasons));
  }

  private static Map<String, Object> known(CaseInputs in, ExponentialSmoothing plain) {
    return smooth(in, started(in, plain));
  }

  private static Map<String, Object> knownSeasons(
      CaseInputs in, ExponentialSmoothing plain, Seasonality seasonality) {
    double[] seasons = in.numbers("initial_seasonal");
    ExponentialSmoothing method = started(in, plain, seasons);
    DemandHistory history = history(in);
    double before = history.periods() == 1
        ? seasons[0]
        : weighted(in, method).fit(history.first(history.periods() - 1)).seasons()[0];
    return ReferenceQuirks.staleSeason(smooth(in, method), before, seasonality);
  }

  private static Map<String, Object> smooth(CaseInputs in, ExponentialSmoothing plain) {
    ExponentialSmoothing method = weighted(in, plain);
    SmoothingState state = method.fit(history(in));
    Forecast forecast = state.forecast(horizon(in));
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

  private static Map<String, Object> spread(CaseInputs in) {
    double alpha = in.number("alpha");
    double product = in.number("beta", 0);
    int horizon = horizon(in);
    int period = in.whole("period", 1);
    ExponentialSmoothing method = period > 1
        ? ExponentialSmoothing.holtWinters(Seasonality.ADDITIVE, period)
        : ExponentialSmoothing.holt();
    if (alpha == 0 && product != 0) {
      throw new AssertionError("beta must be a part of alpha: " + in.node());
    }
    double beta = alpha == 0 ? 0 : product / alpha;
    double[] weights = method.errorWeights(
        new SmoothingParameters(alpha, beta, in.number("phi", 1), in.number("gamma", 0)), horizon);
    Forecast forecast =
        Forecast.ofPassedOnErrors(new double[horizon], in.number("sigma2"), weights);
    return Map.of("sd", ends(forecast, forecast::standardDeviation));
  }

  private static int horizon(CaseInputs in) {
    return in.whole("h", 1);
  }

  /** A level forecast is one number, or the same for each period. */
  private static CaseValues.AnyOf level(CaseInputs in, Forecaster forecaster) {
    double[] means = forecaster.forecast(history(in), horizon(in)).means();
    return CaseValues.AnyOf.of(means[0], means);
  }

  private static Map<String, Object> rate(CaseInputs in, Forecaster forecaster) {
    return Map.of("forecast", level(in, forecaster));
  }

  /** One weight stands for both, and the usual one where none is given. */
  private static Croston weighted(CaseInputs in, Croston method) {
    double both = in.number("alpha", USUAL_WEIGHT);
    return method.withWeights(in.number("alpha_demand", both), in.number("alpha_interval", both));
  }

  private static Map<String, Object> croston(CaseInputs in, Croston plain) {
    Croston method = weighted(in, plain);
    CrostonState state = method.fit(history(in));
    return Map.of(
        "forecast", level(in, method),
        "final_size", state.size(),
        "final_interval", state.interval(),
        "bias_factor", state.correction());
  }

  private static Map<String, Object> crostonOfR(CaseInputs in) {
    Croston method = weighted(in, Croston.classic());
    DemandHistory history = history(in);
    List<Object> fitted = new ArrayList<>();
    fitted.add(ReferenceQuirks.firstOfCroston(history));
    ForecastState state = method.fit(history.first(1));
    for (int period = 1; period < history.periods(); period++) {
      fitted.add(state.forecast(1).mean(1));
      state = state.observe(history.demand(period));
    }
    Forecast forecast = method.forecast(history, horizon(in));
    return Map.of("mean", forecast.means(), "fitted", fitted);
  }

  private static Map<String, Object> tsb(CaseInputs in, TeunterSyntetosBabai plain) {
    double both = in.number("alpha", USUAL_WEIGHT);
    TeunterSyntetosBabai method =
        plain.withWeights(in.number("alpha_demand", both), in.number("alpha_probability", both));
    List<Object> fitted = new ArrayList<>(List.of(OptionalDouble.empty()));
    Arrays.stream(method.fitted(history(in))).forEach(fitted::add);
    return Map.of("forecast", level(in, method), "fitted", fitted);
  }

  private static Map<String, Object> allZero(CaseInputs in) {
    ToDoubleFunction<Forecaster> rate =
        method -> method.forecast(history(in), 1).mean(1);
    return Map.of(
        "croston_classic", rate.applyAsDouble(Croston.classic()),
        "sba", rate.applyAsDouble(Croston.sba()),
        "tsb", rate.applyAsDouble(TeunterSyntetosBabai.tsb()),
        "adida", rate.applyAsDouble(TemporalAggregation.adida()),
        "imapa", rate.applyAsDouble(TemporalAggregation.imapa()));
  }

  private static Map<String, Object> accuracy(CaseInputs in) {
    double[] actual = in.numbers("actual");
    ForecastErrors errors = ForecastErrors.of(actual, in.numbers("forecast", actual.length));
    Optional<ErrorScale> scale = scale(in);
    Map<String, Object> found = new LinkedHashMap<>();
    found.put("ME", errors.meanError());
    found.put("RMSE", errors.rootMeanSquaredError());
    found.put("MAE", errors.meanAbsoluteError());
    found.put("MPE", errors.meanPercentageError());
    found.put("MAPE", errors.meanAbsolutePercentageError());
    found.put("MASE", scaled(scale, errors::meanAbsoluteScaledError));
    found.put("RMSSE", scaled(scale, errors::rootMeanSquaredScaledError));
    found.put("WAPE", errors.weightedAbsolutePercentageError());
    found.put("sMAPE_0_200", errors.symmetricPercentageError());
    return found;
  }

  /** A history that is no longer than its season does not move by itself: no scale. */
  private static Optional<ErrorScale> scale(CaseInputs in) {
    double[] training = in.has("train") ? in.numbers("train") : new double[0];
    int period = in.whole("period", 1);
    return training.length > period
        ? Optional.of(ErrorScale.of(DemandHistory.of(training), period))
        : Optional.empty();
  }

  private static OptionalDouble scaled(
      Optional<ErrorScale> scale, Function<ErrorScale, OptionalDouble> measure) {
    return scale.map(measure).orElse(OptionalDouble.empty());
  }

  private static Map<String, Object> pinball(CaseInputs in) {
    double[] actual = in.numbers("actual");
    QuantileErrors errors = QuantileErrors.of(
        in.number("level"), actual, in.numbers("quantile_forecast", actual.length));
    return Map.of("mean_pinball_loss", errors.meanPinballLoss());
  }

  private static Map<String, Object> pattern(CaseInputs in) {
    DemandPattern pattern = DemandPattern.of(history(in));
    return Map.of(
        "adi_mean_interval", pattern.meanInterval(),
        "adi_n_over_count", pattern.periodsPerDemand(),
        "cv2_sample", ReferenceQuirks.variationOfOne(pattern.sampleVariation()),
        "cv2_population", pattern.populationVariation(),
        "sbc_uses_sba", pattern.suitsCorrection(),
        "kostenko_hyndman_uses_sba", pattern.suitsCorrectionByKostenkoHyndman(),
        "quadrant_by_sample_cv2_and_mean_interval",
            pattern.demandClass().name().toLowerCase(Locale.ROOT));
  }

  private static Map<String, Object> abc(CaseInputs in) {
    List<JsonNode> names = in.list("items");
    double[] worth = in.numbersFor("values", names.size());
    Map<Sku, Double> values = new LinkedHashMap<>();
    for (int each = 0; each < worth.length; each++) {
      values.put(Sku.of(String.valueOf(each)), worth[each]);
    }
    AbcAnalysis.Cuts cuts = new AbcAnalysis.Cuts(in.number("cut_a"), in.number("cut_b"));
    List<AbcAnalysis.Item> items = AbcAnalysis.of(values, cuts).items();
    return Map.of(
        "order",
            items.stream()
                .map(each -> names.get(Integer.parseInt(each.sku().value())).asText())
                .toList(),
        "class", items.stream().map(each -> each.abcClass().name()).toList(),
        "cumulative",
            items.stream().mapToDouble(AbcAnalysis.Item::cumulativeShare).toArray());
  }
}
