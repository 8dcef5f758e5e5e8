package io.backorder.planning;

import io.backorder.statistics.Numbers;

/**
 * The demand of one period: its mean and standard deviation. Demands of different periods are taken to be
 * independent and alike, so that a standard deviation grows with the square root of time. (Silver, Pyke and
 * Thomas 2017.)
 *
 * @param mean the mean, in units a period, zero or positive
 * @param standardDeviation the standard deviation, in units, zero or positive
 */
public record PeriodDemand(double mean, double standardDeviation) {

  /** Rejects negative numbers. */
  public PeriodDemand {
    Numbers.notNegative("mean demand", mean);
    Numbers.notNegative("standard deviation of demand", standardDeviation);
  }

  /**
   * Returns the demand of a mean and a standard deviation.
   *
   * @param mean the mean, in units a period, zero or positive
   * @param standardDeviation the standard deviation, in units, zero or positive
   * @return the demand
   */
  public static PeriodDemand of(double mean, double standardDeviation) {
    return new PeriodDemand(mean, standardDeviation);
  }

  /**
   * Returns the demand of a period as seen in a longer one, such as the demand of a week from that of a year
   * of 52 weeks: the mean is divided by the number of periods, the standard deviation by its square root.
   *
   * @param whole the demand of the long period
   * @param periods how many periods it has, positive
   * @return the demand of one of them
   */
  public static PeriodDemand part(PeriodDemand whole, double periods) {
    Numbers.positive("number of periods", periods);
    return new PeriodDemand(whole.mean / periods, whole.standardDeviation / Math.sqrt(periods));
  }

  /**
   * Returns an intermittent demand: in each period a customer comes with probability {@code p}, and takes an
   * amount of mean {@code m} and standard deviation {@code s}. The mean is {@code p m}, the variance {@code p
   * s^2 + p (1-p) m^2} (the law of total variance).
   *
   * @param probability the probability of a demand in a period, in [0, 1]
   * @param size the amount if there is one
   * @return the demand of a period
   */
  public static PeriodDemand intermittent(double probability, PeriodDemand size) {
    double p = Numbers.probability("probability of a demand", probability);
    double variance = p * size.variance() + p * (1 - p) * size.mean * size.mean;
    return new PeriodDemand(p * size.mean, Math.sqrt(variance));
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
