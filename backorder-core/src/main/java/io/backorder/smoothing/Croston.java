package io.backorder.smoothing;

import static io.backorder.smoothing.SmoothingParameters.requireWeight;

import io.backorder.forecast.DemandHistory;
import io.backorder.forecast.Forecaster;
import io.backorder.refusal.InvalidValueException;

/**
 * Croston's method (1972) for demand that comes now and then: the sizes of demand and the intervals
 * between them are smoothed apart, and the rate is the one over the other. A period without demand changes
 * nothing until the next demand comes.
 *
 * <p>The first interval counts from the start of the history. The rate is too high on average; {@link
 * #sba()} multiplies it by {@code 1 - b / 2} (Syntetos and Boylan, 2005) and {@link #sbj()} by {@code 1 - b
 * / (2 - b)} (Shale, Boylan and Johnston, 2006), where {@code b} is the weight of the intervals.
 *
 * <p>Demand must not be negative. A history without any is forecast as zero. It needs 1 period. This type
 * is immutable and thread-safe.
 */
public final class Croston implements Forecaster {

  /** The weight that Croston's followers use unless told otherwise. */
  private static final double USUAL_WEIGHT = 0.1;

  /** The bounds of estimated weights: beyond them rare demand is followed too nervously. */
  static final double LEAST_WEIGHT = 0.1;

  static final double MOST_WEIGHT = 0.3;

  enum Correction {
    NONE {
      @Override
      double factor(double intervalWeight) {
        return 1;
      }
    },
    SBA {
      @Override
      double factor(double intervalWeight) {
        return 1 - intervalWeight / 2;
      }
    },
    SBJ {
      @Override
      double factor(double intervalWeight) {
        return 1 - intervalWeight / (2 - intervalWeight);
      }
    };

    abstract double factor(double intervalWeight);
  }

  enum Start {
    FIRST_INTERVAL,
    MEAN_INTERVAL
  }

  /**
   * The method's figures.
   *
   * @param sizeWeight the weight of sizes, {@code NaN} if it is estimated
   * @param intervalWeight the weight of intervals, {@code NaN} if it is estimated
   */
  record Setting(Correction correction, Start start, double sizeWeight, double intervalWeight) {

    Setting estimatedFrom(DemandHistory history) {
      return Double.isNaN(sizeWeight)
          ? new Setting(
              correction,
              start,
              estimated(SeriesReader.sizes(history)),
              estimated(SeriesReader.intervals(history)))
          : this;
    }

    private static double estimated(SeriesReader series) {
      return LevelSearch.weight(series, LEAST_WEIGHT, MOST_WEIGHT);
    }
  }

  private final Setting setting;

  private Croston(Setting setting) {
    this.setting = setting;
  }

  private static Croston of(Correction correction) {
    return new Croston(new Setting(correction, Start.FIRST_INTERVAL, USUAL_WEIGHT, USUAL_WEIGHT));
  }

  /**
   * Returns the method as Croston gave it, without correction.
   *
   * @return the method, with weights of 0.1
   */
  public static Croston classic() {
    return of(Correction.NONE);
  }

  /**
   * Returns the method with the correction of Syntetos and Boylan.
   *
   * @return the method, with weights of 0.1
   */
  public static Croston sba() {
    return of(Correction.SBA);
  }

  /**
   * Returns the method with the correction of Shale, Boylan and Johnston.
   *
   * @return the method, with weights of 0.1
   */
  public static Croston sbj() {
    return of(Correction.SBJ);
  }

  /**
   * Returns this method with fixed weights.
   *
   * @param size the weight of the latest size, 0 to 1
   * @param interval the weight of the latest interval, 0 to 1
   * @return the method
   * @throws InvalidValueException if a weight is out of range
   */
  public Croston withWeights(double size, double interval) {
    return new Croston(new Setting(
        setting.correction(),
        setting.start(),
        requireWeight("size", size),
        requireWeight("interval", interval)));
  }

  /**
   * Returns this method with weights that are estimated, that of sizes and that of intervals apart: each
   * makes the squared one-step errors of its own series least, between 0.1 and 0.3.
   *
   * @return the method
   */
  public Croston withEstimatedWeights() {
    return new Croston(new Setting(setting.correction(), setting.start(), Double.NaN, Double.NaN));
  }

  /**
   * Returns this method with the mean of all intervals as the first one. It looks at the whole history to
   * start, so that observing a period and fitting anew differ.
   *
   * @return the method
   */
  public Croston withMeanIntervalStart() {
    return new Croston(new Setting(
        setting.correction(), Start.MEAN_INTERVAL, setting.sizeWeight(), setting.intervalWeight()));
  }

  @Override
  public CrostonState fit(DemandHistory history) {
    history.requirePeriods(1);
    return CrostonState.of(setting.estimatedFrom(history), history);
  }

  @Override
  public String toString() {
    return "Croston %s %s %s"
        .formatted(setting.correction(), setting.sizeWeight(), setting.intervalWeight());
  }
}
