package io.backorder.supply;

import static java.util.Objects.requireNonNull;

import io.backorder.empirical.Empirical;
import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Distribution;
import io.backorder.statistics.Numbers;
import io.backorder.statistics.Uniform;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How long the next delivery takes, as a distribution of days of 24 hours.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param days the distribution, of which the least value is zero or more
 */
public record LeadTimeModel(Distribution days) {

  private static final double SECONDS_PER_DAY = 86_400;

  private static final double MOST_DAYS = 36_525;

  /** Rejects a delivery before its order. */
  public LeadTimeModel {
    Numbers.notNegative("least lead time", requireNonNull(days, "days").quantile(0));
    Numbers.notNegative("mean lead time", days.mean());
  }

  /**
   * Returns a lead time that never varies.
   *
   * @param time the lead time, zero or more and at most 100 years
   * @return the model
   * @throws InvalidValueException if the time is out of range
   */
  public static LeadTimeModel fixed(Duration time) {
    return new LeadTimeModel(Empirical.of(days(time)));
  }

  /**
   * Returns a lead time of which a supplier names the range, each time in it as likely as the other.
   *
   * @param least the shortest time, zero or more
   * @param most the longest time, above {@code least} and at most 100 years
   * @return the model
   * @throws InvalidValueException if a time is out of range
   */
  public static LeadTimeModel between(Duration least, Duration most) {
    return new LeadTimeModel(Uniform.of(days(least), days(most)));
  }

  /**
   * Returns the lead times of the past, each as likely as the other.
   *
   * @param times the lead times, in any order, at least one
   * @return the model
   * @throws InvalidValueException if there is none, or a time is out of range
   */
  public static LeadTimeModel observed(List<Duration> times) {
    return new LeadTimeModel(
        Empirical.of(times.stream().mapToDouble(LeadTimeModel::days).toArray()));
  }

  /** Returns a time in days. */
  static double days(Duration time) {
    double days = (time.getSeconds() + time.getNano() * 1e-9) / SECONDS_PER_DAY;
    if (!(days >= 0 && days <= MOST_DAYS)) {
      throw Numbers.refused("lead time", "be in [0, %.0f] days".formatted(MOST_DAYS), days);
    }
    return days;
  }

  /**
   * Returns the lead time in periods of another length, such as weeks of 7 days.
   *
   * @param daysPerPeriod how many days a period has, positive
   * @return mean and standard deviation, in periods
   * @throws InvalidValueException if a period has no length
   */
  public Moments inPeriods(double daysPerPeriod) {
    Numbers.positive("days per period", daysPerPeriod);
    return new Moments(days.mean() / daysPerPeriod, days.standardDeviation() / daysPerPeriod);
  }

  /**
   * Mean and standard deviation of some times.
   *
   * @param mean the mean
   * @param standardDeviation the standard deviation, zero or more
   */
  public record Moments(double mean, double standardDeviation) {

    /** Rejects figures that are not finite, and a negative deviation. */
    public Moments {
      Numbers.finite("mean", mean);
      Numbers.notNegative("standard deviation", standardDeviation);
    }
  }

  /**
   * Returns when an order will have arrived with a given probability.
   *
   * @param orderedAt when it is ordered
   * @param probability the probability, in (0, 1)
   * @return the moment, to the second above
   * @throws InvalidValueException if the probability is out of range
   */
  public Instant arrival(Instant orderedAt, double probability) {
    Numbers.openProbability("probability", probability);
    return orderedAt.plusSeconds((long) Math.ceil(days.quantile(probability) * SECONDS_PER_DAY));
  }

  /**
   * Returns the probability that an order has arrived within a time.
   *
   * @param time the time, zero or more and at most 100 years
   * @return the probability
   * @throws InvalidValueException if the time is out of range
   */
  public double probabilityWithin(Duration time) {
    return days.cdf(days(time));
  }
}
