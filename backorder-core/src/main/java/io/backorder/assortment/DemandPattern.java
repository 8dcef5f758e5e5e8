package io.backorder.assortment;

import io.backorder.forecast.DemandHistory;
import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import java.util.OptionalDouble;

/**
 * How often an item is asked for and how far the sizes of demand vary, which decides which method of
 * forecasting suits it.
 *
 * <p>Two definitions of each figure are in use, and an item close to a bound changes its class with them. The
 * class here is that of the mean interval and the sample variance, as in the package {@code tsintermittent}
 * for R; the other figures are beside them.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param periods the number of periods
 * @param demands the number of periods with demand, at least 1
 * @param meanInterval the average demand interval (ADI): the position of the last demand, from 1, over the
 *     number of demands
 * @param sizes the mean and the spread of the sizes of demand
 */
public record DemandPattern(int periods, int demands, double meanInterval, Sizes sizes) {

  /** An item with a longer mean interval is asked for rarely. */
  private static final double LONG_INTERVAL = 1.32;

  /** An item with a larger squared coefficient of variation has unlike sizes. */
  private static final double WIDE_VARIATION = 0.49;

  /** Rejects counts and figures out of range. */
  public DemandPattern {
    Numbers.atLeast("demands", demands, 1);
    Numbers.atLeast("periods", periods, demands);
    Numbers.positive("meanInterval", meanInterval);
  }

  /**
   * The sizes of demand, where there was any.
   *
   * @param mean the mean size
   * @param squaredParts the sum of the squared deviations from it, each taken as a part of the mean
   */
  public record Sizes(double mean, double squaredParts) {

    /** Rejects figures out of range. */
    public Sizes {
      Numbers.positive("mean", mean);
      Numbers.notNegative("squaredParts", squaredParts);
    }
  }

  /**
   * Returns the pattern of a history.
   *
   * @param history the history
   * @return the pattern
   * @throws InvalidValueException if nothing was ever asked for, or demand is negative
   */
  public static DemandPattern of(DemandHistory history) {
    int demands = 0;
    int last = 0;
    double sum = 0;
    for (int period = 0; period < history.periods(); period++) {
      double demand = Numbers.notNegative("demand", history.demand(period));
      if (demand > 0) {
        demands++;
        last = period + 1;
        sum += demand;
      }
    }
    if (demands == 0) {
      throw Numbers.refused("history", "have demand in at least 1 period", demands);
    }
    double mean = sum / demands;
    Sizes sizes = new Sizes(mean, squaredParts(history, mean));
    return new DemandPattern(history.periods(), demands, (double) last / demands, sizes);
  }

  private static double squaredParts(DemandHistory history, double mean) {
    double squares = 0;
    for (int period = 0; period < history.periods(); period++) {
      double demand = history.demand(period);
      double part = demand / mean - 1;
      squares += demand == 0 ? 0 : part * part;
    }
    return squares;
  }

  /**
   * Returns the average demand interval in its other definition.
   *
   * @return the number of periods over the number of demands
   */
  public double periodsPerDemand() {
    return (double) periods / demands;
  }

  /**
   * Returns the squared coefficient of variation of the sizes, by their sample variance with divisor n - 1.
   *
   * @return the square, empty if there was one demand alone
   */
  public OptionalDouble sampleVariation() {
    return demands == 1
        ? OptionalDouble.empty()
        : OptionalDouble.of(sizes.squaredParts() / (demands - 1));
  }

  /**
   * Returns the squared coefficient of variation of the sizes, by their population variance with divisor n.
   *
   * @return the square, 0 if there was one demand alone
   */
  public double populationVariation() {
    return sizes.squaredParts() / demands;
  }

  /** One demand alone is no sign that sizes vary. */
  private double variation() {
    return sampleVariation().orElse(0);
  }

  private boolean isRare() {
    return meanInterval > LONG_INTERVAL;
  }

  private boolean isUneven() {
    return variation() > WIDE_VARIATION;
  }

  /**
   * Returns the class: rare above a mean interval of 1.32, of unlike sizes above a squared coefficient of
   * variation of 0.49. An item on a bound is on the plain side of it.
   *
   * @return the class
   */
  public DemandClass demandClass() {
    if (isRare()) {
      return isUneven() ? DemandClass.LUMPY : DemandClass.INTERMITTENT;
    }
    return isUneven() ? DemandClass.ERRATIC : DemandClass.SMOOTH;
  }

  /**
   * Tells whether the correction of Syntetos and Boylan suits the item better than Croston's method, by the
   * rule of Syntetos, Boylan and Croston (2005): everywhere but for smooth demand.
   *
   * @return true if it does
   */
  public boolean suitsCorrection() {
    return isRare() || isUneven();
  }

  /**
   * Tells the same by the approximate rule of Kostenko and Hyndman (2006): the variation is above {@code 2 -
   * 1.5 p} for a mean interval {@code p}.
   *
   * @return true if the correction suits the item better
   */
  public boolean suitsCorrectionByKostenkoHyndman() {
    return variation() > 2 - 1.5 * meanInterval;
  }
}
