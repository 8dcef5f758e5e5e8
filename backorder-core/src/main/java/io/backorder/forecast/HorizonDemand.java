package io.backorder.forecast;

import static java.util.Objects.requireNonNull;

import io.backorder.planning.LeadTimeDemand;
import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Distribution;
import io.backorder.statistics.Normal;
import io.backorder.statistics.Numbers;

/**
 * The demand of one period, or of several together such as a lead time: a mean and a standard deviation, to
 * be read as a distribution of some {@link DemandShape}.
 *
 * <p>Without deviation the demand is its mean, but for a Poisson shape, whose mean is its variance. No demand is
 * negative, so a mean of zero or below is read with care by a shape that knows none: without deviation, and by a
 * Poisson shape, as no demand at all; else as normal demand of these moments of which what is below zero counts as
 * zero. So an intermittent item of which the last period happened to be empty is not taken for one that nobody wants.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param mean the mean, in units
 * @param standardDeviation the standard deviation, in units, zero or more
 */
public record HorizonDemand(double mean, double standardDeviation) {

  /** The part of the mean below which a deviation is rounding. */
  private static final double NEGLIGIBLE = 1e-6;

  /** Rejects figures that are not finite, and a negative standard deviation. */
  public HorizonDemand {
    Numbers.finite("mean", mean);
    Numbers.notNegative("standardDeviation", standardDeviation);
  }

  /**
   * Returns the law of this demand. Where nothing is left to chance it has all its probability in one number.
   *
   * @param shape the shape of the distribution
   * @return the distribution; for a shape in whole units it is a {@link
   *     io.backorder.statistics.DiscreteDistribution}, for another a {@link
   *     io.backorder.statistics.RealDistribution}
   * @throws InvalidValueException if the shape has no distribution of such moments in doubles
   */
  public Distribution law(DemandShape shape) {
    requireNonNull(shape, "shape");
    if (mean <= 0 && standardDeviation > 0 && shape.isCutAtZero()) {
      return cutAtZero().law(shape);
    }
    return isCertain(shape)
        ? shape.certainly(shape == DemandShape.NORMAL ? mean : Math.max(0, mean))
        : shape.of(mean, standardDeviation);
  }

  /** The moments of normal demand of which what is below zero counts as zero. */
  private HorizonDemand cutAtZero() {
    Normal normal = Normal.of(mean, standardDeviation);
    double above = normal.loss(0);
    double variance = 2 * normal.secondLoss(0) - above * above;
    return above <= NEGLIGIBLE * standardDeviation
        ? new HorizonDemand(0, 0)
        : new HorizonDemand(above, Math.sqrt(variance));
  }

  /**
   * Returns the demand that is not exceeded with a given probability.
   *
   * @param shape the shape of the distribution
   * @param probability the probability, above 0 and below 1
   * @return the smallest demand with at least that probability; it is negative for a normal shape alone
   * @throws InvalidValueException if the probability is out of range
   */
  public double quantile(DemandShape shape, double probability) {
    return law(shape).quantile(Numbers.openProbability("probability", probability));
  }

  /**
   * Returns the probability that demand exceeds a number of units.
   *
   * @param shape the shape of the distribution
   * @param units the units, finite
   * @return the probability
   * @throws InvalidValueException if the number is not finite
   */
  public double probabilityAbove(DemandShape shape, double units) {
    return law(shape).survival(Numbers.finite("units", units));
  }

  /**
   * Returns the mean number of units by which demand exceeds a number of units.
   *
   * @param shape the shape of the distribution
   * @param units the units, finite
   * @return the expected shortage, zero or more
   * @throws InvalidValueException if the number is not finite
   */
  public double expectedAbove(DemandShape shape, double units) {
    return law(shape).loss(Numbers.finite("units", units));
  }

  /**
   * Returns this demand as that of a lead time, for the formulas of planning.
   *
   * @return the lead-time demand of the same moments
   * @throws InvalidValueException if the mean is negative, as that of a falling trend may be; {@link
   *     Forecast#notNegative} cuts it off
   */
  public LeadTimeDemand leadTimeDemand() {
    return LeadTimeDemand.of(mean, standardDeviation);
  }

  private boolean isCertain(DemandShape shape) {
    return switch (shape) {
      case NORMAL -> standardDeviation == 0;
      case GAMMA -> standardDeviation <= NEGLIGIBLE * Math.max(0, mean) || mean <= 0;
      case POISSON, NEGATIVE_BINOMIAL -> mean <= 0;
    };
  }
}
