package io.backorder.finance;

import static java.util.Objects.requireNonNull;

import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;

/**
 * The chance {@code F(t)} that a customer has given up when a delay has lasted {@code t} days: those who do not
 * accept the delay at all, and those who lose patience meanwhile.
 *
 * <p>A curve never falls. An implementation of the host's own answers the same for the same delay; what it
 * answers is checked when it is used. Those made here are immutable and thread-safe.
 */
@FunctionalInterface
public interface CancellationCurve {

  /**
   * Returns the chance that the customer has given up.
   *
   * @param days the delay in days, zero or positive
   * @return the chance, in [0, 1], not below that of a shorter delay
   */
  double cancelledBy(int days);

  /**
   * Returns the curve of customers who never give up.
   *
   * @return the curve
   */
  static CancellationCurve never() {
    return days -> 0;
  }

  /**
   * Returns the curve of a constant hazard: {@code F(t) = 1 - exp(-r t)}, the law of somebody who is as
   * likely to give up today as on any other day.
   *
   * @param ratePerDay the rate {@code r} of giving up, zero or positive; {@code ln 2} over the days in which
   *     half of the customers are gone
   * @return the curve
   * @throws InvalidValueException with {@code INVALID_NUMBER} if the rate is negative or not finite
   */
  static CancellationCurve exponential(double ratePerDay) {
    Numbers.notNegative("rate of giving up", ratePerDay);
    return days -> -Math.expm1(-ratePerDay * days);
  }

  /**
   * Returns the curve of patience that ends at about the same time:
   * {@code F(t) = 1 / (1 + exp((m - t) / s))}, the acceptance of a logit model. A part of the customers,
   * {@code F(0)}, does not accept any delay.
   *
   * @param midpointDays the delay {@code m} at which half of the customers are gone, finite
   * @param spreadDays the spread {@code s}, positive: half of the customers give up within 1.1 of it around
   *     the midpoint
   * @return the curve
   * @throws InvalidValueException with {@code INVALID_NUMBER} if a number is out of range
   */
  static CancellationCurve logistic(double midpointDays, double spreadDays) {
    Numbers.finite("midpoint", midpointDays);
    Numbers.positive("spread", spreadDays);
    return days -> 1 / (1 + Math.exp((midpointDays - days) / spreadDays));
  }

  /**
   * Returns a curve through points, straight between them: what a shop has counted. Before the first point the
   * curve rises from zero at no delay, after the last it stays.
   *
   * @param chances the chance of having given up, in [0, 1], by the delay in days, zero or positive; it never
   *     falls
   * @return the curve
   * @throws InvalidValueException with {@code INVALID_NUMBER} if there is no point, a number is out of range,
   *     or a longer delay has a lower chance
   */
  static CancellationCurve table(Map<Integer, Double> chances) {
    NavigableMap<Integer, Double> points = new TreeMap<>(requireNonNull(chances, "chances"));
    Numbers.atLeast("points of the curve", points.size(), 1);
    Numbers.atLeast("delay", points.firstKey(), 0);
    points.putIfAbsent(0, 0.0);
    double last = 0;
    for (double chance : points.values()) {
      last = notBelow(last, chance);
    }
    return days -> between(points, Numbers.atLeast("delay", days, 0));
  }

  private static double between(NavigableMap<Integer, Double> points, int days) {
    Map.Entry<Integer, Double> from = points.floorEntry(days);
    Map.Entry<Integer, Double> to = points.ceilingEntry(days);
    if (to == null || from.getKey().equals(to.getKey())) {
      return from.getValue();
    }
    double share = (double) (days - from.getKey()) / (to.getKey() - from.getKey());
    return from.getValue() + share * (to.getValue() - from.getValue());
  }

  /**
   * Returns the curve of a hazard: {@code F(t) = 1 - (1 - h(0)) ... (1 - h(t - 1))}.
   *
   * @param hazard the chance {@code h(d)}, in [0, 1], that a customer who still waits after {@code d} full
   *     days gives up during the next
   * @return the curve, which refuses a delay with {@code INVALID_NUMBER} where the hazard is out of range
   */
  static CancellationCurve ofHazard(IntToDoubleFunction hazard) {
    requireNonNull(hazard, "hazard");
    return days -> {
      double staying = 1;
      for (int day = 0; day < days; day++) {
        staying *= 1 - Numbers.probability("hazard", hazard.applyAsDouble(day));
      }
      return 1 - staying;
    };
  }

  /** Returns the chance, if it is one and not below that of a shorter delay. */
  private static double notBelow(double shorter, double chance) {
    if (Numbers.probability("chance of giving up", chance) < shorter) {
      throw Numbers.refused(
          "chance of giving up", "not fall with the delay from " + shorter, chance);
    }
    return chance;
  }

  /**
   * Returns how long a customer waits on average before the goods come or patience ends, counting a day for
   * everybody who is still there when it begins: the sum of {@code 1 - F(d)} over the days {@code d} before
   * {@code t}. Those who have given up no longer cost a day.
   *
   * @param days the delay in days, zero or positive
   * @return the days, at most the delay
   * @throws InvalidValueException with {@code INVALID_NUMBER} if the delay is negative, or the curve is no
   *     chance or falls
   */
  default double daysWaited(int days) {
    Numbers.atLeast("delay", days, 0);
    double waited = 0;
    double cancelled = 0;
    for (int day = 0; day < days; day++) {
      cancelled = notBelow(cancelled, cancelledBy(day));
      waited += 1 - cancelled;
    }
    notBelow(cancelled, cancelledBy(days));
    return waited;
  }
}
