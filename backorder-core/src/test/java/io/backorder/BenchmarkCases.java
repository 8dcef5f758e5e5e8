package io.backorder;

import static io.backorder.ForecastCases.value;

import com.fasterxml.jackson.databind.JsonNode;
import io.backorder.accuracy.Backtest;
import io.backorder.accuracy.ErrorScale;
import io.backorder.accuracy.PooledErrors;
import io.backorder.accuracy.QuantileErrors;
import io.backorder.empirical.Empirical;
import io.backorder.empirical.QuantileRule;
import io.backorder.forecast.DemandHistory;
import io.backorder.forecast.DemandShape;
import io.backorder.forecast.ForecastState;
import io.backorder.forecast.Forecaster;
import io.backorder.forecast.HorizonDemand;
import io.backorder.smoothing.Croston;
import io.backorder.smoothing.ExponentialSmoothing;
import io.backorder.smoothing.Seasonality;
import io.backorder.smoothing.SmoothingStart;
import io.backorder.smoothing.TemporalAggregation;
import io.backorder.smoothing.TeunterSyntetosBabai;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Forecasts of real series, measured as the reference measured other libraries. */
final class BenchmarkCases {

  /** The periods at the end of each series that are forecast. */
  static final int TESTED = 12;

  private static final Map<String, Forecaster> METHODS = methods();

  private BenchmarkCases() {}

  private static Map<String, Forecaster> methods() {
    Map<String, Forecaster> all = new LinkedHashMap<>();
    all.put("zero", new NothingAsked());
    all.put("naive", Forecaster.naive());
    all.put("mean", Forecaster.mean());
    all.put("moving_average_8", Forecaster.movingAverage(8));
    all.put("seasonal_naive_12", Forecaster.seasonalNaive(12));
    all.put("ses_0.1", ExponentialSmoothing.simple().withAlpha(0.1));
    all.put("ses_0.2", ExponentialSmoothing.simple().withAlpha(0.2));
    all.put("croston_0.1", Croston.classic());
    all.put("R_croston_0.1", Croston.classic());
    all.put("croston_sba_0.1", Croston.sba());
    all.put("croston_optimised", Croston.classic().withEstimatedWeights());
    all.put("tsb_0.1_0.1", TeunterSyntetosBabai.tsb());
    all.put("tsb_0.2_0.05", TeunterSyntetosBabai.tsb().withWeights(0.2, 0.05));
    all.put("adida", TemporalAggregation.adida());
    all.put("imapa", TemporalAggregation.imapa());
    ExponentialSmoothing estimated =
        ExponentialSmoothing.simple().withStart(SmoothingStart.estimated());
    all.put("statsmodels_ses_estimated", estimated);
    all.put("R_ses_optimal", ExponentialSmoothing.simple());
    all.put("R_ets_nonseasonal", estimated);
    all.put(
        "statsmodels_hw_additive_noTrend_clip0",
        Forecaster.refitting(
            (history, horizon) -> ExponentialSmoothing.seasonal(Seasonality.ADDITIVE, 12)
                .withAlpha(0.1)
                .withGamma(0.1)
                .withStart(SmoothingStart.estimated())
                .forecast(history, horizon)
                .notNegative()));
    return Map.copyOf(all);
  }

  /** The forecast that nothing is asked for. */
  private record NothingAsked() implements Forecaster {
    @Override
    public ForecastState fit(DemandHistory history) {
      return Forecaster.mean().fit(DemandHistory.of(0));
    }
  }

  static Map<String, Object> holdout(JsonNode in) {
    return measured(in, Backtest.holdout(TESTED));
  }

  static Map<String, Object> rolling(JsonNode in) {
    return measured(in, Backtest.oneStep(TESTED));
  }

  private static Map<String, Object> measured(JsonNode in, Backtest backtest) {
    return measures(
        pooled(in.get("data_file").asText(), method(in.get("method").asText()), backtest));
  }

  static Forecaster method(String name) {
    Forecaster method = METHODS.get(name);
    if (method == null) {
      throw new AssertionError("unknown method: " + name);
    }
    return method;
  }

  static PooledErrors pooled(String file, Forecaster method, Backtest backtest) {
    List<PooledErrors.Series> series = new ArrayList<>();
    for (double[] row : ForecastCases.rows(file).values()) {
      DemandHistory history = DemandHistory.of(row);
      DemandHistory training = history.first(history.periods() - TESTED);
      series.add(
          new PooledErrors.Series(backtest.errors(method, history), ErrorScale.of(training, 1)));
    }
    return PooledErrors.of(series);
  }

  static Map<String, Object> measures(PooledErrors errors) {
    return Map.of(
        "MAE", errors.meanAbsoluteError(),
        "RMSE", errors.rootMeanSquaredError(),
        "WAPE", value(errors.weightedAbsolutePercentageError()),
        "relative_bias", value(errors.relativeBias()),
        "mean_MASE", value(errors.meanAbsoluteScaledError()),
        "mean_RMSSE", value(errors.rootMeanSquaredScaledError()),
        "cumulative_WAPE", value(errors.cumulativePercentageError()));
  }

  /** The quantile of one period's demand from the mean and variance of the training part. */
  static Map<String, Object> quantile(JsonNode in) {
    double level = in.get("level").asDouble();
    double pinball = 0;
    double scaled = 0;
    double coverage = 0;
    Map<String, double[]> rows = ForecastCases.rows(in.get("data_file").asText());
    for (Map.Entry<String, double[]> row : rows.entrySet()) {
      DemandHistory history = DemandHistory.of(row.getValue());
      DemandHistory training = history.first(history.periods() - TESTED);
      double[] quantiles = new double[TESTED];
      double quantile = quantile(in.get("method").asText(), training, level);
      boolean rounded = in.get("method").asText().equals("negbin_moments")
          && ReferenceQuirks.isRoundedQuantile(row.getKey(), level);
      Arrays.fill(quantiles, rounded ? 0 : Math.max(0, quantile));
      QuantileErrors errors = QuantileErrors.of(level, history.last(TESTED).toArray(), quantiles);
      pinball += errors.meanPinballLoss() / rows.size();
      scaled += errors.meanPinballLoss() / ErrorScale.of(training, 1).absolute() / rows.size();
      coverage += errors.coverage() / rows.size();
    }
    return Map.of("mean_pinball", pinball, "mean_scaled_pinball", scaled, "coverage", coverage);
  }

  private static double quantile(String method, DemandHistory training, double level) {
    HorizonDemand demand = new HorizonDemand(training.mean(), Math.sqrt(training.variance()));
    return switch (method) {
      case "empirical_type7" ->
        Empirical.of(training.toArray()).quantile(level, QuantileRule.LINEAR);
      case "normal" -> demand.quantile(DemandShape.NORMAL, level);
      case "poisson" -> demand.quantile(DemandShape.POISSON, level);
      case "gamma_moments" -> demand.quantile(DemandShape.GAMMA, level);
      case "negbin_moments" -> demand.quantile(DemandShape.NEGATIVE_BINOMIAL, level);
      default -> throw new AssertionError("unknown method: " + method);
    };
  }
}
