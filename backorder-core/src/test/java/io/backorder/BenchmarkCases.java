package io.backorder;

import static java.util.stream.Collectors.toSet;

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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Forecasts of real series, measured as the reference measured other libraries. */
final class BenchmarkCases {

  /** The periods at the end of each series that are forecast. */
  static final int TESTED = 12;

  private static final Pattern COLUMNS = Pattern.compile("last (\\d+)");

  private static final Pattern STEPS = Pattern.compile("y_\\{t-(\\d+)\\}");

  /** A method and its numbers: those with a point are weights, those without are periods. */
  private static final Pattern NAME = Pattern.compile("(?:R_)?([a-z_]+?)((?:_[0-9.]+)*)");

  /** The methods whose parameters are fitted. */
  private static final Map<String, Forecaster> FITTED = fitted();

  private BenchmarkCases() {}

  private static Map<String, Forecaster> fitted() {
    ExponentialSmoothing estimated =
        ExponentialSmoothing.simple().withStart(SmoothingStart.estimated());
    return Map.of(
        "croston_optimised",
        Croston.classic().withEstimatedWeights(),
        "adida",
        TemporalAggregation.adida(),
        "imapa",
        TemporalAggregation.imapa(),
        "statsmodels_ses_estimated",
        estimated,
        "R_ses_optimal",
        ExponentialSmoothing.simple(),
        "R_ets_nonseasonal",
        estimated,
        "statsmodels_hw_additive_noTrend_clip0",
        Forecaster.refitting(
            (history, horizon) -> ExponentialSmoothing.seasonal(Seasonality.ADDITIVE, 12)
                .withAlpha(0.1)
                .withGamma(0.1)
                .withStart(SmoothingStart.estimated())
                .forecast(history, horizon)
                .notNegative()));
  }

  static Forecaster method(String name) {
    Forecaster fitted = FITTED.get(name);
    if (fitted != null) {
      return fitted;
    }
    Matcher parts = NAME.matcher(name);
    if (!parts.matches()) {
      throw unknown(name);
    }
    double[] numbers = Stream.of(parts.group(2).split("_", -1))
        .skip(1)
        .mapToDouble(Double::parseDouble)
        .toArray();
    return switch (parts.group(1) + "/" + numbers.length) {
      case "zero/0" -> new NothingAsked();
      case "naive/0" -> Forecaster.naive();
      case "drift/0" -> Forecaster.drift();
      case "mean/0" -> Forecaster.mean();
      case "moving_average/1" -> Forecaster.movingAverage(periods(name, numbers[0]));
      case "seasonal_naive/1" -> Forecaster.seasonalNaive(periods(name, numbers[0]));
      case "ses/1" -> ExponentialSmoothing.simple().withAlpha(numbers[0]);
      case "croston/1", "croston_classic/1" -> weighted(Croston.classic(), numbers[0]);
      case "croston_sba/1" -> weighted(Croston.sba(), numbers[0]);
      case "croston_sbj/1" -> weighted(Croston.sbj(), numbers[0]);
      case "tsb/2" -> TeunterSyntetosBabai.tsb().withWeights(numbers[0], numbers[1]);
      default -> throw unknown(name);
    };
  }

  private static AssertionError unknown(String method) {
    return new AssertionError("unknown method: " + method);
  }

  private static int periods(String method, double number) {
    if (number != Math.rint(number)) {
      throw unknown(method);
    }
    return (int) number;
  }

  private static Croston weighted(Croston method, double weight) {
    return method.withWeights(weight, weight);
  }

  /** The forecast that nothing is asked for. */
  private record NothingAsked() implements Forecaster {
    @Override
    public ForecastState fit(DemandHistory history) {
      return Forecaster.mean().fit(DemandHistory.of(0));
    }
  }

  /** The columns that are held out: all texts that say how many must agree. */
  private static int tested(CaseInputs in) {
    Set<Integer> said = Stream.of("train", "test", "origins")
        .filter(in::has)
        .flatMap(name -> COLUMNS.matcher(in.text(name)).results())
        .map(found -> Integer.valueOf(found.group(1)))
        .collect(toSet());
    if (said.size() != 1) {
      throw new AssertionError("one number of columns must be held out: " + in.node());
    }
    return said.iterator().next();
  }

  /** The steps back that an error is scaled by, one where it is not said. */
  private static int season(CaseInputs in) {
    Set<Integer> said = Stream.of("scale", "mase_scale", "rmsse_scale")
        .filter(in::has)
        .flatMap(name -> STEPS.matcher(in.text(name)).results())
        .map(found -> Integer.valueOf(found.group(1)))
        .collect(toSet());
    if (said.size() > 1) {
      throw new AssertionError("one scale must be given: " + in.node());
    }
    return said.isEmpty() ? 1 : said.iterator().next();
  }

  static Map<String, Object> holdout(CaseInputs in) {
    return measured(in, Backtest.holdout(tested(in)));
  }

  static Map<String, Object> rolling(CaseInputs in) {
    return measured(in, Backtest.oneStep(tested(in)));
  }

  private static Map<String, Object> measured(CaseInputs in, Backtest backtest) {
    return measures(pooled(
        in.text("data_file"),
        method(in.text("method")),
        backtest,
        new HeldOut(tested(in), season(in))));
  }

  /** What a method does not see, and how far apart the periods are whose differences scale its errors. */
  record HeldOut(int periods, int season) {}

  static PooledErrors pooled(String file, Forecaster method, Backtest backtest, HeldOut heldOut) {
    List<PooledErrors.Series> series = new ArrayList<>();
    for (double[] row : RealSeries.rows(file).values()) {
      DemandHistory history = DemandHistory.of(row);
      DemandHistory training = history.first(history.periods() - heldOut.periods());
      series.add(new PooledErrors.Series(
          backtest.errors(method, history), ErrorScale.of(training, heldOut.season())));
    }
    return PooledErrors.of(series);
  }

  static Map<String, Object> measures(PooledErrors errors) {
    return Map.of(
        "MAE", errors.meanAbsoluteError(),
        "RMSE", errors.rootMeanSquaredError(),
        "WAPE", errors.weightedAbsolutePercentageError(),
        "relative_bias", errors.relativeBias(),
        "mean_MASE", errors.meanAbsoluteScaledError(),
        "mean_RMSSE", errors.rootMeanSquaredScaledError(),
        "cumulative_WAPE", errors.cumulativePercentageError());
  }

  /** The quantile of one period's demand from the mean and variance of the training part. */
  static Map<String, Object> quantile(CaseInputs in) {
    double level = in.number("level");
    String method = in.text("method");
    int tested = tested(in);
    double pinball = 0;
    double scaled = 0;
    double coverage = 0;
    Map<String, double[]> rows = RealSeries.rows(in.text("data_file"));
    for (Map.Entry<String, double[]> row : rows.entrySet()) {
      DemandHistory history = DemandHistory.of(row.getValue());
      DemandHistory training = history.first(history.periods() - tested);
      boolean isRounded = method.equals("negbin_moments")
          && tested == TESTED
          && ReferenceQuirks.isRoundedQuantile(row.getKey(), level);
      double quantile = isRounded ? 0 : Math.max(0, quantile(method, training, level));
      double[] quantiles = new double[tested];
      Arrays.fill(quantiles, quantile);
      QuantileErrors errors = QuantileErrors.of(level, history.last(tested).toArray(), quantiles);
      pinball += errors.meanPinballLoss() / rows.size();
      scaled +=
          errors.meanPinballLoss() / ErrorScale.of(training, season(in)).absolute() / rows.size();
      coverage += errors.coverage() / rows.size();
    }
    return Map.of("mean_pinball", pinball, "mean_scaled_pinball", scaled, "coverage", coverage);
  }

  private static double quantile(String method, DemandHistory training, double level) {
    HorizonDemand demand = new HorizonDemand(training.mean(), Math.sqrt(training.variance()));
    if (method.matches("empirical_type[1-9]")) {
      int type = Integer.parseInt(method.substring("empirical_type".length()));
      return Empirical.of(training.toArray())
          .quantile(level, List.of(QuantileRule.values()).get(type - 1));
    }
    return switch (method) {
      case "normal" -> demand.quantile(DemandShape.NORMAL, level);
      case "poisson" -> demand.quantile(DemandShape.POISSON, level);
      case "gamma_moments" -> demand.quantile(DemandShape.GAMMA, level);
      case "negbin_moments" -> demand.quantile(DemandShape.NEGATIVE_BINOMIAL, level);
      default -> throw unknown(method);
    };
  }
}
