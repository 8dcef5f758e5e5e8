package io.backorder.smoothing;

import static java.util.Objects.requireNonNull;

import io.backorder.forecast.DemandHistory;
import io.backorder.forecast.Forecaster;
import io.backorder.refusal.InvalidValueException;
import io.backorder.smoothing.Recursion.Components;
import io.backorder.smoothing.SmoothingModel.Trend;
import io.backorder.statistics.Numbers;

/**
 * Exponential smoothing: simple (SES), with a trend (Holt), with a damped trend (Gardner and McKenzie),
 * and with seasons (Holt and Winters).
 *
 * <p>A weight that is given is fixed; one that is not is estimated, so that the sum of squared one-step
 * errors is least. Observing further periods keeps the estimated weights.
 *
 * <p>The variance of a one-step error is the sum of squares over the number of errors, less one for each
 * estimated figure. Simple smoothing needs 1 period, a trend 2, seasons two full seasons; from a given
 * start 1 period is enough. Multiplicative seasons need positive demand.
 *
 * <p>Sources: Holt 1957 for the trend, Winters 1960 for the seasons, Gardner and McKenzie 1985 for the damping.
 *
 * <p>This type is immutable and thread-safe.
 */
public final class ExponentialSmoothing implements Forecaster {

  private static final int MOST_COUNT = 1 << 24;

  private final Setting setting;

  private ExponentialSmoothing(Setting setting) {
    this.setting = setting;
  }

  /** The choices made so far. */
  record Setting(
      SmoothingModel model, SeasonalUpdate update, SmoothingStart start, FixedWeights weights) {}

  private static ExponentialSmoothing of(SmoothingModel model) {
    return new ExponentialSmoothing(new Setting(
        model,
        SeasonalUpdate.PREVIOUS_LEVEL,
        SmoothingStart.firstValues(),
        FixedWeights.of(model)));
  }

  /**
   * Returns simple smoothing: a level that moves.
   *
   * @return the method, its weight estimated
   */
  public static ExponentialSmoothing simple() {
    return of(SmoothingModel.LEVEL);
  }

  /**
   * Returns smoothing with a trend that goes on.
   *
   * @return the method, its weights estimated
   */
  public static ExponentialSmoothing holt() {
    return of(new SmoothingModel(Trend.STEADY, SmoothingModel.Seasons.NONE, 1));
  }

  /**
   * Returns smoothing with a trend that dies out.
   *
   * @return the method, its weights estimated, the damping between 0.8 and 0.995
   */
  public static ExponentialSmoothing damped() {
    return of(new SmoothingModel(Trend.DAMPED, SmoothingModel.Seasons.NONE, 1));
  }

  /**
   * Returns smoothing with seasons and no trend.
   *
   * @param seasonality how a season acts
   * @param period the periods of a season, at least 2
   * @return the method, its weights estimated
   * @throws InvalidValueException if the period is less than 2
   */
  public static ExponentialSmoothing seasonal(Seasonality seasonality, int period) {
    return of(SmoothingModel.seasonal(Trend.NONE, seasonality, period));
  }

  /**
   * Returns smoothing with a trend and seasons.
   *
   * @param seasonality how a season acts
   * @param period the periods of a season, at least 2
   * @return the method, its weights estimated
   * @throws InvalidValueException if the period is less than 2
   */
  public static ExponentialSmoothing holtWinters(Seasonality seasonality, int period) {
    return of(SmoothingModel.seasonal(Trend.STEADY, seasonality, period));
  }

  /**
   * Returns smoothing with a trend that dies out and seasons.
   *
   * @param seasonality how a season acts
   * @param period the periods of a season, at least 2
   * @return the method, its weights estimated
   * @throws InvalidValueException if the period is less than 2
   */
  public static ExponentialSmoothing dampedHoltWinters(Seasonality seasonality, int period) {
    return of(SmoothingModel.seasonal(Trend.DAMPED, seasonality, period));
  }

  /**
   * Returns this method with a fixed weight of the level.
   *
   * @param alpha the weight of the latest demand, 0 to 1
   * @return the method
   * @throws InvalidValueException if the weight is out of range
   */
  public ExponentialSmoothing withAlpha(double alpha) {
    return with(setting.weights().withAlpha(alpha));
  }

  /**
   * Returns this method with a fixed weight of the trend, in Holt's form: the weight of the latest change
   * of level. It has no effect without a trend.
   *
   * @param beta the weight, 0 to 1
   * @return the method
   * @throws InvalidValueException if the weight is out of range
   */
  public ExponentialSmoothing withBeta(double beta) {
    return setting.model().hasTrend() ? with(setting.weights().withBeta(beta)) : this;
  }

  /**
   * Returns this method with a fixed damping of the trend. It has no effect without a damped trend.
   *
   * @param phi the part of the trend that is left after each period, above 0 to 1
   * @return the method
   * @throws InvalidValueException if it is out of range
   */
  public ExponentialSmoothing withPhi(double phi) {
    return setting.model().trend() == Trend.DAMPED ? with(setting.weights().withPhi(phi)) : this;
  }

  /**
   * Returns this method with a fixed weight of the seasons. It has no effect without seasons.
   *
   * @param gamma the weight of the latest demand in its season's index, 0 to 1
   * @return the method
   * @throws InvalidValueException if the weight is out of range
   */
  public ExponentialSmoothing withGamma(double gamma) {
    return setting.model().isSeasonal() ? with(setting.weights().withGamma(gamma)) : this;
  }

  private ExponentialSmoothing with(FixedWeights weights) {
    return new ExponentialSmoothing(
        new Setting(setting.model(), setting.update(), setting.start(), weights));
  }

  /**
   * Returns this method with another start. Unless told otherwise it starts from the first values.
   *
   * @param start where to start from
   * @return the method
   * @throws InvalidValueException if the start is not one for this method
   */
  public ExponentialSmoothing withStart(SmoothingStart start) {
    requireNonNull(start, "start");
    SmoothingModel model = setting.model();
    boolean fits = switch (start.kind()) {
      case FIRST_VALUES -> true;
      case DECOMPOSITION -> model.isSeasonal();
      case ESTIMATED -> !model.isMultiplicative();
      case GIVEN -> start.seasonCount() == (model.isSeasonal() ? model.period() : 0);
    };
    if (!fits) {
      throw Numbers.refused("start", "suit " + model, start);
    }
    return new ExponentialSmoothing(new Setting(model, setting.update(), start, setting.weights()));
  }

  /**
   * Returns this method with another way to update a season. Unless told otherwise it compares with the
   * previous level.
   *
   * @param update what a season is compared with
   * @return the method
   */
  public ExponentialSmoothing withSeasonalUpdate(SeasonalUpdate update) {
    return new ExponentialSmoothing(new Setting(
        setting.model(), requireNonNull(update, "update"), setting.start(), setting.weights()));
  }

  @Override
  public SmoothingState fit(DemandHistory history) {
    return SmoothingFit.of(setting, history).state();
  }

  /**
   * Returns what the fitted method would have forecast for the periods of its own history, each from the
   * periods before it.
   *
   * @param history the history
   * @return the one-step forecasts of the smoothed periods: all, but for the first season where a
   *     decomposition starts
   * @throws InvalidValueException if the history is too short, or not one for this method
   */
  public double[] fitted(DemandHistory history) {
    SmoothingFit fit = SmoothingFit.of(setting, history);
    Recursion recursion = new Recursion(setting, fit.parameters(), fit.start());
    double[] fitted = new double[history.periods() - fit.from()];
    for (int each = 0; each < fitted.length; each++) {
      fitted[each] = Numbers.finite("fitted demand", recursion.expected());
      recursion.step(history.demand(fit.from() + each));
    }
    return fitted;
  }

  /**
   * Returns how a one-step error passes on to later forecasts of an additive method: with trend weight {@code
   * b = alpha * beta} and season weight {@code g}, the {@code j}-th weight is {@code alpha + b (phi +
   * ... + phi^j)}, plus {@code g} where {@code j} is a multiple of the season.
   *
   * @param weights the weights of the method
   * @param count how many to return, at most 2^24
   * @return the weights for 1 to {@code count} periods later
   * @throws InvalidValueException if the method has multiplicative seasons, or the count is out of range
   */
  public double[] errorWeights(SmoothingParameters weights, int count) {
    if (setting.model().isMultiplicative()) {
      throw Numbers.refused("seasons", "be additive", this);
    }
    return ErrorPassing.weights(setting, weights, Numbers.between("count", count, 0, MOST_COUNT));
  }

  @Override
  public String toString() {
    return setting.model() + setting.weights().toString();
  }

  static Components requireFinite(Components components) {
    Numbers.finite("level", components.level());
    Numbers.finite("trend", components.trend());
    for (double each : components.seasons()) {
      Numbers.finite("season", each);
    }
    return components;
  }
}
