package io.backorder.supply;

import static java.util.Objects.requireNonNull;

import io.backorder.empirical.Empirical;
import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import io.backorder.statistics.StudentQuantile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How a supplier did in the latest finished deliveries. Which deliveries go on one card is the host's choice:
 * those of a supplier, of a supplier's item, or of a lane.
 *
 * <p>A card takes one delivery at a time, in the order in which they were finished, and keeps the latest;
 * time and memory do not grow with the history. Deliveries that are still expected are not on it, also where
 * they are overdue: the card looks back. An empty answer means that there is not enough history, which is
 * neither good nor bad. Times are in days of 24 hours.
 *
 * <p>This type is immutable and thread-safe.
 */
public final class SupplierScorecard {

  private static final int USUAL = 100;

  private static final int NEEDED_FOR_TREND = 3;

  private static final double SECONDS_PER_DAY = 86_400;

  private final List<Delivery> latest;
  private final int most;

  private SupplierScorecard(List<Delivery> latest, int most) {
    this.latest = latest;
    this.most = most;
  }

  /**
   * Returns the empty card that keeps the latest {@value #USUAL} deliveries.
   *
   * @return the card
   */
  public static SupplierScorecard empty() {
    return keeping(USUAL);
  }

  /**
   * Returns the empty card that keeps a given number of deliveries.
   *
   * @param most how many, at least 1
   * @return the card
   * @throws InvalidValueException if it is less than 1
   */
  public static SupplierScorecard keeping(int most) {
    return new SupplierScorecard(List.of(), Numbers.atLeast("most", most, 1));
  }

  /**
   * Returns this card after one more delivery.
   *
   * @param delivery the delivery, of which nothing more is expected
   * @return the card
   * @throws InvalidValueException if more is expected of it
   */
  public SupplierScorecard plus(Delivery delivery) {
    if (!requireNonNull(delivery, "delivery").isFinished()) {
      throw Numbers.refused(
          "outstanding units of supply " + delivery.supply().id(), "be 0", delivery.outstanding());
    }
    List<Delivery> kept = latest.size() < most ? latest : latest.subList(1, most);
    return new SupplierScorecard(
        Stream.concat(kept.stream(), Stream.of(delivery)).toList(), most);
  }

  /**
   * Returns how many deliveries are on the card.
   *
   * @return the number, zero or more
   */
  public int deliveries() {
    return latest.size();
  }

  /**
   * Returns the part of the deliveries that were finished when they were due, short ones included.
   *
   * @return the part, in [0, 1]; empty if there is no delivery
   */
  public OptionalDouble onTime() {
    return part(Delivery::isOnTime);
  }

  /**
   * Returns the part of the deliveries that brought all that was ordered, when it was due.
   *
   * @return the part, in [0, 1]; empty if there is no delivery
   */
  public OptionalDouble onTimeInFull() {
    return part(delivery -> delivery.isOnTime() && delivery.isComplete());
  }

  /**
   * Returns the part of the deliveries that brought less than was ordered.
   *
   * @return the part, in [0, 1]; empty if there is no delivery
   */
  public OptionalDouble shortDeliveries() {
    return part(delivery -> !delivery.missing().isZero());
  }

  /**
   * Returns the part of the deliveries that brought more than was ordered.
   *
   * @return the part, in [0, 1]; empty if there is no delivery
   */
  public OptionalDouble overDeliveries() {
    return part(delivery -> !delivery.excess().isZero());
  }

  private OptionalDouble part(Predicate<Delivery> counted) {
    return latest.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) latest.stream().filter(counted).count() / latest.size());
  }

  /**
   * Returns the units received of those ordered, which may be above one.
   *
   * @return the ratio; empty if there is no delivery
   */
  public OptionalDouble unitsReceived() {
    double ordered =
        latest.stream().mapToDouble(each -> each.supply().quantity().units()).sum();
    double received =
        latest.stream().mapToDouble(each -> each.received().units()).sum();
    return latest.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(received / ordered);
  }

  /**
   * Returns mean and sample standard deviation of the lead times.
   *
   * @return the moments, in days; empty with fewer than two lead times
   */
  public Optional<LeadTimeModel.Moments> leadTime() {
    return moments(days(Delivery::leadTime));
  }

  /**
   * Returns mean and sample standard deviation of the lateness, in which an early delivery counts below zero.
   *
   * @return the moments, in days; empty with fewer than two deliveries that brought anything
   */
  public Optional<LeadTimeModel.Moments> lateness() {
    return moments(days(Delivery::lateness));
  }

  /**
   * Returns by how much each delivery came late, in which an early one counts below zero.
   *
   * @return the days, in the order of the deliveries, of those that brought anything; the caller's own copy
   */
  public double[] latenessDays() {
    return days(Delivery::lateness);
  }

  private double[] days(Function<Delivery, Optional<Duration>> time) {
    return latest.stream()
        .map(time)
        .flatMap(Optional::stream)
        .mapToDouble(each -> (each.getSeconds() + each.getNano() * 1e-9) / SECONDS_PER_DAY)
        .toArray();
  }

  private static Optional<LeadTimeModel.Moments> moments(double[] days) {
    if (days.length < 2) {
      return Optional.empty();
    }
    Empirical sample = Empirical.of(days);
    double variance = sample.variance() * days.length / (days.length - 1);
    return Optional.of(new LeadTimeModel.Moments(sample.mean(), Math.sqrt(variance)));
  }

  /**
   * Returns the lateness that the next delivery will not exceed with at least a given probability, whatever
   * the distribution, as long as deliveries are alike: the value of rank {@code ceil((n + 1) p)} of {@code n}.
   *
   * @param probability the probability p, in (0, 1)
   * @return the days, negative for an early delivery; empty where the rank exceeds the history: 9 deliveries
   *     are needed for 90 %, 99 for 99 %
   * @throws InvalidValueException if the probability is out of range
   */
  public OptionalDouble latenessBound(double probability) {
    double[] days = days(Delivery::lateness);
    Numbers.openProbability("probability", probability);
    return days.length == 0 ? OptionalDouble.empty() : Empirical.of(days).nextBelow(probability);
  }

  /**
   * Returns how lateness moves from delivery to delivery: the least-squares line through the deliveries that
   * brought anything.
   *
   * @return the trend; empty with fewer than three such deliveries
   */
  public Optional<Trend> latenessTrend() {
    double[] days = days(Delivery::lateness);
    return days.length < NEEDED_FOR_TREND ? Optional.empty() : Optional.of(Trend.of(days));
  }

  /**
   * The slope of a straight line through observations in their order.
   *
   * @param perDelivery by how many days each delivery is later than the one before
   * @param standardError the standard error of that figure, if deviations from the line are independent
   * @param deliveries how many observations the line is drawn through, at least 3
   */
  public record Trend(double perDelivery, double standardError, int deliveries) {

    /** What chance alone must stay below, in 39 of 40 cases, before an alarm is raised. */
    private static final double CONFIDENCE = 0.975;

    /** Rejects figures that are not finite, a negative error, and too few deliveries. */
    public Trend {
      Numbers.finite("slope", perDelivery);
      Numbers.notNegative("standard error", standardError);
      Numbers.atLeast("deliveries", deliveries, NEEDED_FOR_TREND);
    }

    private static Trend of(double[] values) {
      int n = values.length;
      double mean = Empirical.of(values).mean();
      double centre = (n - 1) / 2.0;
      double squares = 0;
      double products = 0;
      for (int i = 0; i < n; i++) {
        squares += (i - centre) * (i - centre);
        products += (i - centre) * (values[i] - mean);
      }
      double slope = products / squares;
      double rest = 0;
      for (int i = 0; i < n; i++) {
        double deviation = values[i] - mean - slope * (i - centre);
        rest += deviation * deviation;
      }
      return new Trend(slope, Math.sqrt(rest / (n - 2) / squares), n);
    }

    /**
     * Tells whether deliveries have become later by more than chance explains: the slope is above its standard
     * error times the 97.5 % quantile of Student's distribution with two degrees of freedom less than there
     * are deliveries. Where lateness only varies, about one look in 40 says so by chance, however few
     * deliveries there are. (Student 1908.)
     *
     * @return true if they have
     */
    public boolean isSlipping() {
      return perDelivery > StudentQuantile.of(deliveries - 2, CONFIDENCE) * standardError;
    }
  }

  /**
   * Returns the lead times on the card as a model of the next one.
   *
   * @return the model; empty if no lead time is known
   */
  public Optional<LeadTimeModel> leadTimeModel() {
    List<Duration> times =
        latest.stream().map(Delivery::leadTime).flatMap(Optional::stream).toList();
    return times.isEmpty() ? Optional.empty() : Optional.of(LeadTimeModel.observed(times));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SupplierScorecard card
        && most == card.most
        && latest.equals(card.latest);
  }

  @Override
  public int hashCode() {
    return 31 * latest.hashCode() + most;
  }

  @Override
  public String toString() {
    return latest.isEmpty()
        ? "not enough history"
        : "%d deliveries, on time %s, short %s, over %s"
            .formatted(
                latest.size(),
                onTime().orElseThrow(),
                shortDeliveries().orElseThrow(),
                overDeliveries().orElseThrow());
  }
}
