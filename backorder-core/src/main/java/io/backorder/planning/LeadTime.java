package io.backorder.planning;

import io.backorder.statistics.Numbers;

/**
 * The time from an order to its receipt, in the periods in which demand is measured.
 *
 * @param mean the mean, in periods, zero or positive
 * @param standardDeviation the standard deviation, in periods, zero or positive
 */
public record LeadTime(double mean, double standardDeviation) {

  /** Rejects negative numbers. */
  public LeadTime {
    Numbers.notNegative("mean lead time", mean);
    Numbers.notNegative("standard deviation of the lead time", standardDeviation);
  }

  /**
   * Returns the lead time of a mean and a standard deviation.
   *
   * @param mean the mean, in periods, zero or positive
   * @param standardDeviation the standard deviation, in periods, zero or positive
   * @return the lead time
   */
  public static LeadTime of(double mean, double standardDeviation) {
    return new LeadTime(mean, standardDeviation);
  }

  /**
   * Returns a lead time that never varies.
   *
   * @param periods its length, in periods, zero or positive
   * @return the lead time
   */
  public static LeadTime fixed(double periods) {
    return new LeadTime(periods, 0);
  }

  /**
   * Returns this lead time with a fixed time added: the protection interval of periodic review, which must
   * last until the order after this one is received.
   *
   * @param periods the time to add, such as the review period, zero or positive
   * @return the longer time
   */
  public LeadTime plus(double periods) {
    return new LeadTime(mean + Numbers.notNegative("time to add", periods), standardDeviation);
  }

  /**
   * Returns the variance.
   *
   * @return the square of the standard deviation
   */
  public double variance() {
    return standardDeviation * standardDeviation;
  }
}
