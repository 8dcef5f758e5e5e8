package io.backorder.smoothing;

import io.backorder.forecast.DemandHistory;
import io.backorder.forecast.Forecast;
import io.backorder.forecast.ForecastState;
import io.backorder.smoothing.Croston.Setting;
import io.backorder.smoothing.Croston.Start;

/**
 * The size and the interval of demand that Croston's method has reached.
 *
 * <p>This type is immutable and thread-safe.
 */
public final class CrostonState implements ForecastState {

  private final Setting setting;
  private final Rate rate;
  private final double squares;
  private final int errors;

  private CrostonState(Setting setting, Rate rate, double squares, int errors) {
    this.setting = setting;
    this.rate = rate;
    this.squares = squares;
    this.errors = errors;
  }

  /**
   * The smoothed figures.
   *
   * @param size the size, 0 before the first demand
   * @param interval the interval, 0 before the first demand unless it has a start
   * @param waited the periods since the last demand, the coming one included
   */
  private record Rate(double size, double interval, int waited) {

    double perPeriod(double factor) {
      return size == 0 ? 0 : factor * size / interval;
    }
  }

  /** One loop over the history without an object per period. */
  static CrostonState of(Setting setting, DemandHistory history) {
    double sizeWeight = setting.sizeWeight();
    double intervalWeight = setting.intervalWeight();
    double factor = setting.correction().factor(intervalWeight);
    double size = 0;
    double interval = setting.start() == Start.MEAN_INTERVAL
        ? IntermittentDemand.meanInterval(IntermittentDemand.require(history))
        : 0;
    int waited = 1;
    double expected = 0;
    // the first period has no forecast: what the loop adds for it is taken away before
    double squares = -history.demand(0) * history.demand(0);
    for (int period = 0; period < history.periods(); period++) {
      double demand = history.demand(period);
      double error = demand - expected;
      squares += error * error;
      if (demand == 0) {
        waited++;
        continue;
      }
      IntermittentDemand.requireNotNegative(demand);
      if (size == 0) {
        size = demand;
        interval = interval == 0 ? waited : interval;
      } else {
        size += sizeWeight * (demand - size);
        interval += intervalWeight * (waited - interval);
      }
      expected = factor * size / interval;
      waited = 1;
    }
    return new CrostonState(
        setting, new Rate(size, interval, waited), squares, history.periods() - 1);
  }

  /**
   * Returns the smoothed size of a demand.
   *
   * @return the units, 0 before the first demand
   */
  public double size() {
    return rate.size();
  }

  /**
   * Returns the smoothed interval between demands.
   *
   * @return the periods, 0 before the first demand
   */
  public double interval() {
    return rate.size() == 0 ? 0 : rate.interval();
  }

  /**
   * Returns the factor that corrects the rate.
   *
   * @return the factor, 1 without correction
   */
  public double correction() {
    return setting.correction().factor(setting.intervalWeight());
  }

  @Override
  public CrostonState observe(double demand) {
    IntermittentDemand.requireNotNegative(demand);
    double error = demand - rate.perPeriod(correction());
    return new CrostonState(setting, next(demand), squares + error * error, errors + 1);
  }

  private Rate next(double demand) {
    if (demand == 0) {
      return new Rate(rate.size(), rate.interval(), rate.waited() + 1);
    }
    if (rate.size() == 0) {
      return new Rate(demand, rate.interval() == 0 ? rate.waited() : rate.interval(), 1);
    }
    return new Rate(
        rate.size() + setting.sizeWeight() * (demand - rate.size()),
        rate.interval() + setting.intervalWeight() * (rate.waited() - rate.interval()),
        1);
  }

  @Override
  public Forecast forecast(int horizon) {
    return IntermittentDemand.flat(
        horizon,
        rate.perPeriod(correction()),
        errors == 0 ? 0 : squares / errors,
        IntermittentDemand.sharedError(setting.intervalWeight(), Math.max(1, rate.interval())));
  }

  @Override
  public String toString() {
    return "size %s, interval %s".formatted(size(), interval());
  }
}
