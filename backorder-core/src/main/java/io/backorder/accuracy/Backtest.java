package io.backorder.accuracy;

import static java.util.Objects.requireNonNull;

import io.backorder.forecast.DemandHistory;
import io.backorder.forecast.Forecast;
import io.backorder.forecast.ForecastState;
import io.backorder.forecast.Forecaster;
import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;

/**
 * Forecasts the latest periods of a history from those before them. From each origin, one period after the
 * other, a method forecasts the same number of periods; the last origin is the one whose forecast ends with
 * the history. A method sees nothing from its origin on.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param horizon the periods forecast from each origin, at least 1
 * @param origins how many origins there are, at least 1
 * @param refit what happens to parameters from origin to origin
 */
public record Backtest(int horizon, int origins, Refit refit) {

  private static final int MOST_FORECASTS = 1 << 24;

  /** Rejects counts below one, and more than 2^24 forecasts in all. */
  public Backtest {
    Forecast.requireHorizon(horizon);
    Numbers.atLeast("origins", origins, 1);
    if ((long) horizon * origins > MOST_FORECASTS) {
      throw Numbers.refused(
          "horizon times origins", "be at most " + MOST_FORECASTS, (long) horizon * origins);
    }
    requireNonNull(refit, "refit");
  }

  /**
   * Returns the test that forecasts each of the latest periods from all before it.
   *
   * @param periods how many periods are forecast, at least 1
   * @return the test
   * @throws InvalidValueException if there is less than 1
   */
  public static Backtest oneStep(int periods) {
    return new Backtest(1, periods, Refit.EACH_ORIGIN);
  }

  /**
   * Returns the test that forecasts the latest periods all from one origin.
   *
   * @param periods how many periods are forecast, at least 1
   * @return the test
   * @throws InvalidValueException if there is less than 1
   */
  public static Backtest holdout(int periods) {
    return new Backtest(periods, 1, Refit.EACH_ORIGIN);
  }

  /**
   * Returns the test that forecasts a horizon from each of several origins.
   *
   * @param horizon the periods forecast from each origin, at least 1
   * @param origins how many origins there are, at least 1
   * @return the test
   * @throws InvalidValueException if a count is less than 1
   */
  public static Backtest rolling(int horizon, int origins) {
    return new Backtest(horizon, origins, Refit.EACH_ORIGIN);
  }

  /**
   * Returns this test with another way to go on to the next origin.
   *
   * @param other what happens to parameters
   * @return the test
   */
  public Backtest withRefit(Refit other) {
    return new Backtest(horizon, origins, other);
  }

  /**
   * Returns the history that a method sees at the first origin.
   *
   * @param history the whole history
   * @return the periods before the first that is forecast
   * @throws InvalidValueException if none is left
   */
  public DemandHistory training(DemandHistory history) {
    int tested = horizon + origins - 1;
    return history.requirePeriods(tested + 1).first(history.periods() - tested);
  }

  /**
   * Returns the errors of a method.
   *
   * @param forecaster the method
   * @param history the whole history
   * @return the errors of all origins, one after the other
   * @throws InvalidValueException if the history is too short for the test, or not one for the method
   */
  public ForecastErrors errors(Forecaster forecaster, DemandHistory history) {
    DemandHistory training = training(history);
    double[] actual = new double[horizon * origins];
    double[] forecast = new double[actual.length];
    ForecastState state = forecaster.fit(training);
    for (int origin = 0; origin < origins; origin++) {
      int seen = training.periods() + origin;
      if (origin > 0) {
        state = refit == Refit.EACH_ORIGIN
            ? forecaster.fit(history.first(seen))
            : state.observe(history.demand(seen - 1));
      }
      Forecast path = state.forecast(horizon);
      for (int step = 0; step < horizon; step++) {
        actual[origin * horizon + step] = history.demand(seen + step);
        forecast[origin * horizon + step] = path.mean(step + 1);
      }
    }
    return ForecastErrors.of(actual, forecast);
  }
}
