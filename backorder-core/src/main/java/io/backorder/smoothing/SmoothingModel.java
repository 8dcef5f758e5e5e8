package io.backorder.smoothing;

import io.backorder.statistics.Numbers;
import java.util.Locale;

/**
 * What is smoothed beside the level.
 *
 * @param trend what the trend does
 * @param seasons what the seasons do
 * @param period the periods of a season, 1 without seasons
 */
record SmoothingModel(Trend trend, Seasons seasons, int period) {

  enum Trend {
    NONE,
    STEADY,
    DAMPED
  }

  enum Seasons {
    NONE,
    ADDITIVE,
    MULTIPLICATIVE
  }

  private static final int MOST_PERIOD = 1 << 24;

  static final SmoothingModel LEVEL = new SmoothingModel(Trend.NONE, Seasons.NONE, 1);

  SmoothingModel {
    Numbers.between("period", period, seasons == Seasons.NONE ? 1 : 2, MOST_PERIOD);
  }

  static SmoothingModel seasonal(Trend trend, Seasonality seasonality, int period) {
    return new SmoothingModel(trend, Seasons.valueOf(seasonality.name()), period);
  }

  boolean hasTrend() {
    return trend != Trend.NONE;
  }

  boolean isSeasonal() {
    return seasons != Seasons.NONE;
  }

  boolean isMultiplicative() {
    return seasons == Seasons.MULTIPLICATIVE;
  }

  /** The periods that a start from the first values needs. */
  int periodsToStart() {
    if (isSeasonal()) {
      return 2 * period;
    }
    return hasTrend() ? 2 : 1;
  }

  /** The figures of a start that can be told apart: a shift of all seasons is one of the level. */
  int startFigures() {
    return (hasTrend() ? 2 : 1) + (isSeasonal() ? period - 1 : 0);
  }

  @Override
  public String toString() {
    String name = "exponential smoothing";
    if (hasTrend()) {
      name += trend == Trend.DAMPED ? ", damped trend" : ", trend";
    }
    return isSeasonal()
        ? "%s, %s seasons of %d".formatted(name, seasons.name().toLowerCase(Locale.ROOT), period)
        : name;
  }
}
