package io.backorder.planning;

import io.backorder.empirical.Empirical;
import io.backorder.empirical.Mixture;
import io.backorder.empirical.Tabulated;
import io.backorder.statistics.DiscreteDistribution;
import io.backorder.statistics.Gamma;
import io.backorder.statistics.NegativeBinomial;
import io.backorder.statistics.Normal;
import io.backorder.statistics.Numbers;
import io.backorder.statistics.Poisson;
import java.util.Arrays;

/**
 * The demand over a lead time: its mean and standard deviation, from which {@link #toNormal} and the others
 * make a law. Where more is known than two moments, the factories below give the exact law. (Hadley and Whitin
 * 1963.)
 *
 * @param mean the mean, in units, zero or positive
 * @param standardDeviation the standard deviation, in units, zero or positive
 */
public record LeadTimeDemand(double mean, double standardDeviation) {

  /** Rejects negative numbers. */
  public LeadTimeDemand {
    Numbers.notNegative("mean lead-time demand", mean);
    Numbers.notNegative("standard deviation of lead-time demand", standardDeviation);
  }

  /**
   * Returns the lead-time demand of a mean and a standard deviation.
   *
   * @param mean the mean, in units, zero or positive
   * @param standardDeviation the standard deviation, in units, zero or positive
   * @return the lead-time demand
   */
  public static LeadTimeDemand of(double mean, double standardDeviation) {
    return new LeadTimeDemand(mean, standardDeviation);
  }

  /**
   * Returns the demand over a lead time, which may vary.
   *
   * <p>With a demand a period of mean {@code d} and standard deviation {@code s}, and a lead time of mean
   * {@code L} and standard deviation {@code t} periods, the mean is {@code d L} and the variance {@code L s^2
   * + d^2 t^2}. Periods are taken to be independent of each other and of the lead time; causes that move both
   * together make the deviation larger. (The random-sum identity, Hadley and Whitin 1963.)
   *
   * @param demand the demand of a period
   * @param leadTime the lead time, in such periods
   * @return the lead-time demand
   */
  public static LeadTimeDemand over(PeriodDemand demand, LeadTime leadTime) {
    double mean = demand.mean() * leadTime.mean();
    double variance =
        leadTime.mean() * demand.variance() + demand.mean() * demand.mean() * leadTime.variance();
    return new LeadTimeDemand(mean, Math.sqrt(variance));
  }

  /**
   * Returns the demand over a lead time of several periods of which each is forecast by simple exponential
   * smoothing: the standard deviation is that of the error of their sum.
   *
   * <p>With {@code s} the standard deviation of the one-step error and {@code a} the smoothing constant, it
   * is {@code s sqrt(L) sqrt(1 + a (L-1) + a^2 (L-1)(2L-1) / 6)}; the square-root rule alone forgets that the
   * level is itself estimated. (Hyndman et al. 2008, for the model ETS(A,N,N).)
   *
   * @param forecast the forecast of a period, with the standard deviation of its one-step error
   * @param periods the lead time L, at least one period
   * @param alpha the smoothing constant a, in [0, 1]
   * @return the lead-time demand
   */
  public static LeadTimeDemand smoothed(PeriodDemand forecast, int periods, double alpha) {
    double steps = Numbers.atLeast("lead time", periods, 1) - 1.0;
    double a = Numbers.probability("smoothing constant", alpha);
    double factor = 1 + a * steps + a * a * steps * (2 * steps + 1) / 6;
    return new LeadTimeDemand(
        forecast.mean() * periods,
        forecast.standardDeviation() * Math.sqrt(periods) * Math.sqrt(factor));
  }

  /**
   * Returns the exact law of a Poisson demand over a gamma distributed lead time: negative binomial with
   * {@code r = (L / t)^2} and {@code p = 1 / (1 + rate t^2 / L)}.
   *
   * @param rate the mean demand of a period, in units, positive
   * @param leadTime the lead time, with both moments positive
   * @return the law
   */
  public static NegativeBinomial poissonOverGamma(double rate, LeadTime leadTime) {
    Numbers.positive("mean lead time", leadTime.mean());
    Numbers.positive("standard deviation of the lead time", leadTime.standardDeviation());
    double ratio = leadTime.mean() / leadTime.standardDeviation();
    double spread = Numbers.positive("demand rate", rate) * leadTime.variance() / leadTime.mean();
    return NegativeBinomial.of(ratio * ratio, 1 / (1 + spread));
  }

  /**
   * Returns the exact law of a Poisson demand over a lead time that takes one of several values: a mixture
   * of Poisson laws. A normal law with the same moments misses its bumps.
   *
   * @param rate the mean demand of a period, in units, positive
   * @param lengths the lengths that the lead time may have, in periods, zero or positive
   * @param probabilities the probability of each
   * @return the law
   */
  public static Mixture poissonOver(double rate, double[] lengths, double... probabilities) {
    return Mixture.of(
        Arrays.stream(lengths).mapToObj(length -> poissonOver(rate, length)).toList(),
        probabilities);
  }

  private static DiscreteDistribution poissonOver(double rate, double length) {
    Numbers.positive("demand rate", rate);
    return Numbers.notNegative("length of the lead time", length) == 0
        ? Tabulated.of(0, 1)
        : Poisson.of(rate * length);
  }

  /**
   * Returns the exact law of the demand over a lead time of whole periods of which the law is a table, such
   * as observed frequencies.
   *
   * @param period the law of the demand of one period
   * @param periods the law of the lead time, in periods
   * @return the law of the sum
   */
  public static Tabulated over(Tabulated period, Tabulated periods) {
    return period.times(periods);
  }

  /**
   * Returns the exact law of a compound Poisson demand: customers come as a Poisson stream, and each takes
   * an amount that is a table. Less than 1e-15 of the probability is cut off on each side. (Panjer 1981.)
   *
   * @param customers the mean number of customers in the lead time, positive
   * @param size the law of what one customer takes
   * @return the law of the demand
   */
  public static Tabulated compoundPoisson(double customers, Tabulated size) {
    return Tabulated.compoundPoisson(customers, size);
  }

  /**
   * Returns the law of the demand over a lead time as it was observed: the sums of {@code L} consecutive periods,
   * each as likely as the other.
   *
   * <p>The stretches overlap: {@code n} periods give {@code n - L + 1} sums, and none of the history is left
   * out but that its first and last periods count less often. Neighbours share {@code L - 1} periods, so the
   * sums are no independent sample: the quantiles are right on average over many histories, but as uncertain as
   * from about {@code n / L} sums, and the spread comes out too small where that number is small. What demand
   * of one period says of the next is kept, and no family of laws is assumed. (The empirical method of Porras
   * and Dekker 2008; on the overlap, Boylan and Babai 2016.)
   *
   * <p>A period with returns is a negative number, and is taken off. A lead time of several possible lengths is
   * the {@link Mixture} of {@link #observedUnits} of each.
   *
   * @param demand the demand of each period, in units, oldest first, each finite: a gap must be filled first
   * @param periods the lead time L, in periods, at least 1
   * @return the law
   * @throws io.backorder.refusal.InvalidValueException if a demand is not finite, or there are fewer than L
   */
  public static Empirical observed(double[] demand, int periods) {
    return Empirical.of(sums(demand, periods));
  }

  /**
   * Returns the law of the demand over a lead time as it was observed, in whole units: as {@link #observed},
   * for formulas that count units.
   *
   * @param demand the demand of each period, in whole units, oldest first
   * @param periods the lead time, in periods, at least 1
   * @return the law
   * @throws io.backorder.refusal.InvalidValueException if a demand is not whole or above 2^52 in size, or there
   *     are fewer than the lead time has periods
   */
  public static Tabulated observedUnits(double[] demand, int periods) {
    for (double each : demand) {
      if (Math.rint(Numbers.finite("demand", each)) != each) {
        throw Numbers.refused("demand", "be a whole number", each);
      }
    }
    return Tabulated.ofSample(sums(demand, periods));
  }

  /** Every stretch is summed anew, so that a large period leaves no rounding behind. */
  private static double[] sums(double[] demand, int periods) {
    Numbers.atLeast("lead time", periods, 1);
    Numbers.atLeast("number of observed periods", demand.length, periods);
    for (double each : demand) {
      Numbers.finite("demand", each);
    }
    double[] sums = new double[demand.length - periods + 1];
    for (int first = 0; first < sums.length; first++) {
      for (int period = first; period < first + periods; period++) {
        sums[first] += demand[period];
      }
    }
    return sums;
  }

  /**
   * Returns the variance.
   *
   * @return the square of the standard deviation
   */
  public double variance() {
    return standardDeviation * standardDeviation;
  }

  /**
   * Returns the normal law of these moments; for a demand that is large and not too spread, since it admits
   * negative demand.
   *
   * @return the law
   * @throws io.backorder.refusal.InvalidValueException if the standard deviation is zero
   */
  public Normal toNormal() {
    return Normal.of(mean, standardDeviation);
  }

  /**
   * Returns the gamma law of these moments; for a demand in divisible units or large numbers.
   *
   * @return the law
   * @throws io.backorder.refusal.InvalidValueException if a moment is zero
   */
  public Gamma toGamma() {
    return Gamma.ofMoments(mean, standardDeviation);
  }

  /**
   * Returns the negative binomial law of these moments; for a demand in whole units that is more spread than
   * a Poisson demand.
   *
   * @return the law
   * @throws io.backorder.refusal.InvalidValueException if the variance is not above the mean: there is no
   *     such law, and {@link #toWholeUnits} says what to take instead
   */
  public NegativeBinomial toNegativeBinomial() {
    return NegativeBinomial.ofMoments(mean, variance());
  }

  /**
   * Returns the Poisson law of this mean; the standard deviation is not used.
   *
   * @return the law
   * @throws io.backorder.refusal.InvalidValueException if the mean is zero
   */
  public Poisson toPoisson() {
    return Poisson.of(mean);
  }

  /**
   * Returns a law in whole units: negative binomial where the variance is above the mean, else the Poisson
   * law of the mean, which is then at least as spread as the demand.
   *
   * @return the law
   * @throws io.backorder.refusal.InvalidValueException if the mean is zero
   * @see DiscreteDistribution#ofMoments
   */
  public DiscreteDistribution toWholeUnits() {
    return DiscreteDistribution.ofMoments(mean, variance());
  }
}
