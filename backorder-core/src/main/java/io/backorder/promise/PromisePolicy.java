package io.backorder.promise;

import static java.util.Objects.requireNonNull;

import io.backorder.statistics.Numbers;
import io.backorder.supply.SupplierScorecard;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * By how much a supply is expected to miss its due day, judged by its supplier's record.
 *
 * <p>The standard policies come from the factory methods of this interface. Any other rule is a lambda or a
 * class of the caller's own. An implementation is a pure function; if every delivery on the card had come
 * later, it must not answer anything earlier.
 */
@FunctionalInterface
public interface PromisePolicy {

  /**
   * Returns the expected lateness.
   *
   * @param record what is known of the supplier; the empty card where nothing is
   * @return the lateness; empty if there is not enough history to say
   */
  Optional<Lateness> lateness(SupplierScorecard record);

  /**
   * Days of 24 hours from due to delivered, negative for an early delivery.
   *
   * @param earliest what the delivery hardly falls below
   * @param likely what it exceeds as likely as not, at least {@code earliest}
   * @param latest what it is promised not to exceed, at least {@code likely}
   * @param confidence the probability that it does not, in (0, 1]; empty where nothing backs such a number
   */
  record Lateness(double earliest, double likely, double latest, OptionalDouble confidence) {

    /** Lateness of which nothing is known but that none is announced. */
    public static final Lateness NONE = new Lateness(0, 0, 0, OptionalDouble.empty());

    /** Rejects figures that are not finite or out of order. */
    public Lateness {
      Numbers.finite("earliest lateness", earliest);
      if (!(likely >= earliest)) {
        throw Numbers.refused("likely lateness", "be at least " + earliest, likely);
      }
      if (!(Numbers.finite("latest lateness", latest) >= likely)) {
        throw Numbers.refused("latest lateness", "be at least " + likely, latest);
      }
      requireNonNull(confidence, "confidence");
    }
  }

  /**
   * Returns the policy that takes the supplier at its word: the due day, with no confidence.
   *
   * @return the policy
   */
  static PromisePolicy asAnnounced() {
    return record -> Optional.of(Lateness.NONE);
  }

  /**
   * Returns the policy that promises what a part of the past deliveries would have kept: the smallest lateness
   * on the card that at least this part did not exceed. It needs one delivery, and is too sure of itself where
   * there are few; see {@link #calibrated}.
   *
   * @param probability the part p, in (0, 1)
   * @return the policy
   * @throws io.backorder.refusal.InvalidValueException if the part is out of range
   */
  static PromisePolicy quantile(double probability) {
    double p = Numbers.openProbability("probability", probability);
    return record -> LatenessRecord.of(record).map(past -> past.quantile(p));
  }

  /**
   * Returns the policy whose promise the next delivery keeps with at least a given probability, whatever the
   * distribution, as long as deliveries are alike: the lateness of rank {@code ceil((n + 1) p)} of {@code n}
   * (split conformal prediction). The earliest lateness is that of rank {@code n + 1 - ceil((n + 1) p)}.
   *
   * @param probability the probability p, in [0.5, 1)
   * @return the policy, which has no answer where the rank exceeds the history: 9 deliveries are needed for
   *     90 %, 99 for 99 %
   * @throws io.backorder.refusal.InvalidValueException if the probability is out of range
   */
  static PromisePolicy calibrated(double probability) {
    double p = Numbers.openProbability("probability", probability);
    if (p < 0.5) {
      throw Numbers.refused("probability", "be at least 0.5", probability);
    }
    return record -> LatenessRecord.of(record).flatMap(past -> past.calibrated(p));
  }

  /**
   * Returns the policy that costs least on average, by the past deliveries, when each day that goods come later
   * than promised has a cost and each day that they come earlier another: the {@link #quantile} of {@code late /
   * (late + early)} (the newsvendor's critical ratio). Where the cost is flat, the earlier end is promised.
   *
   * @param lateCost the cost of a day of coming late, positive
   * @param earlyCost the cost of a day of coming early, positive
   * @return the policy
   * @throws io.backorder.refusal.InvalidValueException if a cost is not positive
   */
  static PromisePolicy newsvendor(double lateCost, double earlyCost) {
    Numbers.positive("cost of a day late", lateCost);
    Numbers.positive("cost of a day early", earlyCost);
    return quantile(lateCost / (lateCost + earlyCost));
  }

  /**
   * Returns this policy with the supplier's word where there is not enough history. Such an answer has no
   * confidence.
   *
   * @return the policy
   */
  default PromisePolicy orAsAnnounced() {
    return record -> lateness(record).or(() -> Optional.of(Lateness.NONE));
  }
}
