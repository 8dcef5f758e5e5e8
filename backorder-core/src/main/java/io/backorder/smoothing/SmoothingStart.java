package io.backorder.smoothing;

import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import java.util.Arrays;

/**
 * Where exponential smoothing starts from. Short histories forecast differently from different starts,
 * and other software differs here more than anywhere else.
 *
 * <p>This type is immutable and thread-safe.
 */
public final class SmoothingStart {

  enum Kind {
    FIRST_VALUES,
    DECOMPOSITION,
    ESTIMATED,
    GIVEN
  }

  private static final SmoothingStart FIRST_VALUES = of(Kind.FIRST_VALUES);
  private static final SmoothingStart DECOMPOSITION = of(Kind.DECOMPOSITION);
  private static final SmoothingStart ESTIMATED = of(Kind.ESTIMATED);

  private final Kind kind;
  private final double level;
  private final double trend;
  private final double[] seasons;

  private SmoothingStart(Kind kind, double level, double trend, double[] seasons) {
    this.kind = kind;
    this.level = level;
    this.trend = trend;
    this.seasons = seasons;
  }

  private static SmoothingStart of(Kind kind) {
    return new SmoothingStart(kind, 0, 0, new double[0]);
  }

  /**
   * Returns the start from the first values: the level is the first demand, the trend the first step.
   * With seasons of {@code m} periods the level is the mean of the first season, the trend one {@code
   * m}-th of the step from its mean to that of the second, and an index the first season's demand
   * against the level. Every period is smoothed, from the first.
   *
   * @return the start
   */
  public static SmoothingStart firstValues() {
    return FIRST_VALUES;
  }

  /**
   * Returns the start from a classical decomposition of the first two seasons: a line through the centred
   * moving average, and the mean deviation of each season from it, as R's {@code HoltWinters} does.
   * Smoothing begins with the second season. It is for seasonal smoothing alone.
   *
   * @return the start
   */
  public static SmoothingStart decomposition() {
    return DECOMPOSITION;
  }

  /**
   * Returns the start whose level, trend and seasons make the squared one-step errors least. It is for
   * additive smoothing alone.
   *
   * @return the start
   */
  public static SmoothingStart estimated() {
    return ESTIMATED;
  }

  /**
   * Returns a given start without seasons.
   *
   * @param level the level before the first period
   * @param trend the trend before the first period, 0 without one
   * @return the start
   * @throws InvalidValueException if a figure is not finite
   */
  public static SmoothingStart at(double level, double trend) {
    return at(level, trend, new double[0]);
  }

  /**
   * Returns a given start with seasons.
   *
   * @param level the level before the first period
   * @param trend the trend before the first period, 0 without one
   * @param seasons the index of each season, that of the first period first
   * @return the start
   * @throws InvalidValueException if a figure is not finite
   */
  public static SmoothingStart at(double level, double trend, double[] seasons) {
    Numbers.finite("level", level);
    Numbers.finite("trend", trend);
    for (double each : seasons) {
      Numbers.finite("season", each);
    }
    return new SmoothingStart(Kind.GIVEN, level, trend, seasons.clone());
  }

  Kind kind() {
    return kind;
  }

  double level() {
    return level;
  }

  double trend() {
    return trend;
  }

  double[] seasons() {
    return seasons.clone();
  }

  int seasonCount() {
    return seasons.length;
  }

  @Override
  public String toString() {
    return kind == Kind.GIVEN
        ? "level %s, trend %s, seasons %s".formatted(level, trend, Arrays.toString(seasons))
        : kind.name();
  }
}
