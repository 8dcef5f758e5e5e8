package io.backorder.promise;

import static java.util.Objects.requireNonNull;

import io.backorder.statistics.Numbers;
import io.backorder.supply.SupplyId;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How sure it is that everything is there by its day, where it rests on several supplies.
 *
 * <p>All that leans on one supply shares its fate, so each supply counts once; different supplies are taken to
 * be late independently of each other. Two supplies of 90 % make an order of 81 %. Goods on the shelf are
 * certain.
 *
 * <p>This type is immutable and thread-safe.
 */
public final class OrderConfidence {

  private static final OrderConfidence NONE = new OrderConfidence(Map.of(), Knowledge.COMPLETE);

  private enum Knowledge {
    COMPLETE,
    LACKING
  }

  private final Map<SupplyId, Double> bySupply;
  private final Knowledge knowledge;

  private OrderConfidence(Map<SupplyId, Double> bySupply, Knowledge knowledge) {
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

  /**
   * Returns this confidence with something that leans on one more supply.
   *
   * @param supply the supply; named again, the smaller of the probabilities counts
   * @param probability the probability that it is there by its day, in [0, 1]
   * @return the confidence
   * @throws io.backorder.refusal.InvalidValueException if the probability is out of range
   */
  public OrderConfidence and(SupplyId supply, double probability) {
    Map<SupplyId, Double> more = new TreeMap<>(bySupply);
    more.merge(
        requireNonNull(supply, "supply"),
        Numbers.probability("probability", probability),
        Math::min);
    return new OrderConfidence(more, knowledge);
  }

  /**
   * Returns this confidence with all that a promise rests on.
   *
   * @param promise the promise, such as that of another line of the order
   * @return the confidence
   */
  public OrderConfidence and(Promise promise) {
    OrderConfidence all = this;
    for (Promise.Part each : promise.parts()) {
      OptionalDouble sure =
          each.range().map(PromiseRange::confidence).orElse(OptionalDouble.empty());
      if (sure.isEmpty()) {
        all = new OrderConfidence(all.bySupply, Knowledge.LACKING);
      } else if (each.supply().isPresent()) {
        all = all.and(each.supply().orElseThrow(), sure.getAsDouble());
      }
    }
    return all;
  }

  /**
   * Returns on how many supplies it rests.
   *
   * @return the number of distinct supplies of which a probability is known
   */
  public int supplies() {
    return bySupply.size();
  }

  /**
   * Returns the probability that everything is there.
   *
   * @return the product over the distinct supplies; empty where one of them has no probability
   */
  public OptionalDouble probability() {
    return knowledge == Knowledge.COMPLETE
        ? OptionalDouble.of(bySupply.values().stream().reduce(1.0, (one, next) -> one * next))
        : OptionalDouble.empty();
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
}
