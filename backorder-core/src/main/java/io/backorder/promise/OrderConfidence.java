package io.backorder.promise;

import static java.util.Objects.requireNonNull;

import io.backorder.statistics.Numbers;
import io.backorder.supply.SupplyId;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * On which supplies something rests, and how sure it is that everything is there by its day.
 *
 * <p>All that leans on one supply shares its fate, so each supply counts once; different supplies are taken to
 * be late independently of each other. Two supplies of 90 % make an order of 81 %. Goods on the shelf are
 * certain.
 *
 * <p>This type is immutable and thread-safe.
 */
public final class OrderConfidence {

  private static final OrderConfidence NONE =
      new OrderConfidence(Collections.emptyNavigableMap(), Knowledge.COMPLETE);

  private static final OrderConfidence UNKNOWN =
      new OrderConfidence(Collections.emptyNavigableMap(), Knowledge.LACKING);

  private enum Knowledge {
    COMPLETE,
    LACKING
  }

  private final NavigableMap<SupplyId, OptionalDouble> bySupply;
  private final Knowledge knowledge;

  private OrderConfidence(NavigableMap<SupplyId, OptionalDouble> bySupply, Knowledge knowledge) {
    this.bySupply = bySupply;
    this.knowledge = knowledge;
  }

  /**
   * Returns the confidence of what rests on no supply.
   *
   * @return the confidence, which is certainty
   */
  public static OrderConfidence none() {
    return NONE;
  }

  /** The confidence of what has no day and no supply. */
  static OrderConfidence unknown() {
    return UNKNOWN;
  }

  /**
   * Returns this confidence with something that leans on one more supply.
   *
   * @param supply the supply; named again, the smaller of the probabilities counts
   * @param probability the probability that it is there by its day, in [0, 1]
   * @return the confidence
   * @throws io.backorder.refusal.InvalidValueException if the probability is out of range
   */
  public OrderConfidence and(SupplyId supply, double probability) {
    double sure = Numbers.probability("probability", probability);
    return and(supply, OptionalDouble.of(sure));
  }

  /**
   * Returns this confidence with something that leans on one more supply.
   *
   * @param supply the supply; named again, the smaller of the probabilities counts
   * @param probability the probability that it is there by its day, in [0, 1]; empty where nothing backs such
   *     a number
   * @return the confidence, which has no probability where this supply has none
   * @throws io.backorder.refusal.InvalidValueException if the probability is out of range
   */
  public OrderConfidence and(SupplyId supply, OptionalDouble probability) {
    requireNonNull(supply, "supply");
    if (requireNonNull(probability, "probability").isPresent()) {
      Numbers.probability("probability", probability.getAsDouble());
    }
    NavigableMap<SupplyId, OptionalDouble> more = new TreeMap<>(bySupply);
    more.merge(supply, probability, OrderConfidence::smaller);
    return new OrderConfidence(more, knowledge);
  }

  private static OptionalDouble smaller(OptionalDouble one, OptionalDouble other) {
    return one.isEmpty() || other.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.min(one.getAsDouble(), other.getAsDouble()));
  }

  /**
   * Returns this confidence with all that another one rests on.
   *
   * @param other the other confidence
   * @return the confidence
   */
  public OrderConfidence and(OrderConfidence other) {
    requireNonNull(other, "other");
    if (equals(other) || other.equals(NONE)) {
      return this;
    }
    NavigableMap<SupplyId, OptionalDouble> more = new TreeMap<>(bySupply);
    other.bySupply.forEach((supply, sure) -> more.merge(supply, sure, OrderConfidence::smaller));
    return new OrderConfidence(
        more, knowledge == Knowledge.COMPLETE ? other.knowledge : Knowledge.LACKING);
  }

  /**
   * Returns this confidence with all that a promise rests on.
   *
   * @param promise the promise, such as that of another line of the order
   * @return the confidence, which has no probability where a unit has no day
   */
  public OrderConfidence and(Promise promise) {
    OrderConfidence all = this;
    for (Promise.Part each : promise.parts()) {
      all = all.and(each.ground());
      all = each.range().isEmpty() ? all.and(UNKNOWN) : all;
    }
    return all;
  }

  /**
   * Returns on which supplies it rests.
   *
   * @return the distinct supplies, those of which no probability is known among them
   */
  public NavigableSet<SupplyId> supplies() {
    return Collections.unmodifiableNavigableSet(bySupply.navigableKeySet());
  }

  /**
   * Returns the probability that everything is there.
   *
   * @return the product over the distinct supplies; empty where one of them has no probability
   */
  public OptionalDouble probability() {
    if (knowledge == Knowledge.LACKING) {
      return OptionalDouble.empty();
    }
    double all = 1;
    for (OptionalDouble each : bySupply.values()) {
      if (each.isEmpty()) {
        return each;
      }
      all *= each.getAsDouble();
    }
    return OptionalDouble.of(all);
  }

  /**
   * Returns how sure each supply has to be for all to be as sure as wanted.
   *
   * @param target the probability wanted for all, in (0, 1)
   * @return {@code target} to the power of one over the number of supplies; empty where there is no supply
   * @throws io.backorder.refusal.InvalidValueException if the target is out of range
   */
  public OptionalDouble neededEach(double target) {
    double wanted = Numbers.openProbability("target", target);
    return bySupply.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.pow(wanted, 1.0 / bySupply.size()));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OrderConfidence confidence
        && knowledge == confidence.knowledge
        && bySupply.equals(confidence.bySupply);
  }

  @Override
  public int hashCode() {
    return Objects.hash(bySupply, knowledge);
  }

  @Override
  public String toString() {
    Map<SupplyId, OptionalDouble> each = bySupply;
    return knowledge == Knowledge.COMPLETE ? each.toString() : each + " and what is not known";
  }
}
