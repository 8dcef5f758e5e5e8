package io.backorder.finance;

import static java.util.Objects.requireNonNull;

import io.backorder.statistics.Numbers;

/**
 * What an adjusted price does to the margin of a sale.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param before the margin without the adjustment
 * @param change what changes
 * @param after the margin with it
 */
public record MarginEffect(Money before, PriceAdjustment.Change change, Money after) {

  /** Rejects missing parts. */
  public MarginEffect {
    requireNonNull(before, "before");
    requireNonNull(change, "change");
    requireNonNull(after, "after");
  }

  static MarginEffect of(Money before, PriceAdjustment.Change change) {
    Money after = before.plus(change.price()).minus(change.shippingWaived()).minus(change.credit());
    return new MarginEffect(before, change, after);
  }

  /**
   * Returns the difference.
   *
   * @return the margin gained, or lost if it is below zero
   */
  public Money gain() {
    return after.minus(before);
  }

  /**
   * Returns the chance that a customer stays, from which on the adjustment pays: {@code p before / after}.
   *
   * @param without the chance {@code p} that the customer stays without the adjustment, in [0, 1]
   * @return the chance needed; above 1 if the adjustment cannot pay
   * @throws io.backorder.refusal.InvalidValueException with {@code INVALID_NUMBER} if the chance is out of
   *     range, or a margin is not positive, so that no number of customers makes up for it
   */
  public double retentionNeeded(double without) {
    Numbers.probability("chance to stay", without);
    requirePositive("margin before", before);
    requirePositive("margin after", after);
    return without * before.amount().doubleValue() / after.amount().doubleValue();
  }

  private static void requirePositive(String name, Money margin) {
    if (margin.signum() <= 0) {
      throw Numbers.refused(name, "be positive", margin);
    }
  }
}
