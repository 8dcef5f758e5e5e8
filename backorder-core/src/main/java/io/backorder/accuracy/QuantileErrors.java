package io.backorder.accuracy;

import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;

/**
 * How good the forecasts of a quantile were.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param level the probability that the quantile stands for, in (0, 1)
 * @param meanPinballLoss the mean of {@code max(a (y - q), (a - 1) (y - q))} with {@code a} the level,
 *     without a factor of 2; the best quantile makes it least
 * @param coverage the share of periods with a demand of at most the quantile, close to the level where the
 *     quantiles are right
 * @param periods the number of periods
 */
public record QuantileErrors(double level, double meanPinballLoss, double coverage, int periods) {

  /** Rejects figures out of range. */
  public QuantileErrors {
    Numbers.openProbability("level", level);
    Numbers.notNegative("meanPinballLoss", meanPinballLoss);
    Numbers.probability("coverage", coverage);
    Numbers.atLeast("periods", periods, 1);
  }

  /**
   * Returns how good forecasts of a quantile were.
   *
   * @param level the probability that the quantile stands for, above 0 and below 1
   * @param actual what came, at least one period
   * @param quantile the quantile that was forecast for each of the periods
   * @return the measures
   * @throws InvalidValueException if there is no period, the lengths differ or a figure is out of range
   */
  public static QuantileErrors of(double level, double[] actual, double[] quantile) {
    Numbers.openProbability("level", level);
    Numbers.atLeast("actual", actual.length, 1);
    if (quantile.length != actual.length) {
      throw Numbers.refused(
          "quantile", "have %d periods".formatted(actual.length), quantile.length);
    }
    double loss = 0;
    int covered = 0;
    for (int period = 0; period < actual.length; period++) {
      double above = ForecastErrors.require("actual", actual[period])
          - ForecastErrors.require("quantile", quantile[period]);
      loss += Math.max(level * above, (level - 1) * above);
      covered += above <= 0 ? 1 : 0;
    }
    return new QuantileErrors(
        level, loss / actual.length, (double) covered / actual.length, actual.length);
  }
}
