package io.backorder.smoothing;

import io.backorder.forecast.DemandHistory;
import io.backorder.forecast.Forecast;
import io.backorder.forecast.ForecastState;
import io.backorder.smoothing.ExponentialSmoothing.Setting;
import io.backorder.smoothing.Recursion.Components;

/**
 * The level, trend and seasons that exponential smoothing has reached.
 *
 * <p>Observing a period costs constant time and memory: with seasons, the copy of their indices.
 *
 * <p>This type is immutable and thread-safe.
 */
public final class SmoothingState implements ForecastState {

  private final Method method;
  private final Components components;
  private final double squares;
  private final int errors;

  SmoothingState(Method method, Components components, double squares, int errors) {
    this.method = method;
    this.components = ExponentialSmoothing.requireFinite(components);
    this.squares = squares;
    this.errors = errors;
  }

  /** How the state came about: {@code estimated} counts the figures that were estimated. */
  record Method(Setting setting, SmoothingParameters parameters, int estimated) {}

  Setting setting() {
    return method.setting();
  }

  /**
   * Returns the weights, given or estimated.
   *
   * @return the weights
   */
  public SmoothingParameters parameters() {
    return method.parameters();
  }

  /**
   * Returns the level after the last period.
   *
   * @return the level
   */
  public double level() {
    return components.level();
  }

  /**
   * Returns the trend after the last period.
   *
   * @return the units by which the level grows in a period, 0 without a trend
   */
  public double trend() {
    return components.trend();
  }

  /**
   * Returns the season indices.
   *
   * @return a new array, the season of the next period first; empty without seasons
   */
  public double[] seasons() {
    return components.seasons();
  }

  /**
   * Returns the sum of the squared one-step errors.
   *
   * @return the sum
   */
  public double squaredErrors() {
    return squares;
  }

  /**
   * Returns the number of one-step errors.
   *
   * @return the number
   */
  public int errors() {
    return errors;
  }

  double variance() {
    return errors == 0 ? 0 : squares / Math.max(1, errors - method.estimated());
  }

  @Override
  public SmoothingState observe(double demand) {
    DemandHistory.requireDemand(demand);
    if (setting().model().isMultiplicative()) {
      SmoothingStarts.requirePositive(demand);
    }
    Recursion recursion = new Recursion(setting(), parameters(), components);
    double error = recursion.step(demand);
    return new SmoothingState(method, recursion.components(), squares + error * error, errors + 1);
  }

  @Override
  public Forecast forecast(int horizon) {
    Forecast.requireHorizon(horizon);
    SmoothingModel model = setting().model();
    double[] mean = ErrorPassing.bases(components, parameters().phi(), horizon);
    double[] indices = components.seasons();
    double[] seasons = new double[model.isSeasonal() ? horizon : 0];
    for (int step = 0; step < seasons.length; step++) {
      seasons[step] = indices[step % indices.length];
    }
    if (model.isMultiplicative()) {
      return ErrorPassing.multiplicative(this, mean, seasons);
    }
    for (int step = 0; step < seasons.length; step++) {
      mean[step] += seasons[step];
    }
    return Forecast.ofPassedOnErrors(
        mean, variance(), ErrorPassing.weights(setting(), parameters(), horizon - 1));
  }

  @Override
  public String toString() {
    return "level %s, trend %s, %s".formatted(level(), trend(), parameters());
  }
}
