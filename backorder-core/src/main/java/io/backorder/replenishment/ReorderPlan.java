package io.backorder.replenishment;

import static java.util.Objects.requireNonNull;

import io.backorder.review.OrderRule;

/**
 * How an item is bought.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param rule when and how much
 * @param review whether every change of the position counts
 * @param offer of whom, and on what terms
 */
public record ReorderPlan(OrderRule rule, Review review, SupplierOffer offer) {

  /** Rejects missing parts. */
  public ReorderPlan {
    requireNonNull(rule, "rule");
    requireNonNull(review, "review");
    requireNonNull(offer, "offer");
  }

  /** When a position is held against the rule. */
  public enum Review {

    /** At every event of the item. */
    CONTINUOUS,

    /** When the host asks for it, such as once a week. */
    PERIODIC
  }

  /**
   * Returns the plan of an item whose position is watched at every event.
   *
   * @param rule when and how much
   * @param offer of whom, and on what terms
   * @return the plan
   */
  public static ReorderPlan continuous(OrderRule rule, SupplierOffer offer) {
    return new ReorderPlan(rule, Review.CONTINUOUS, offer);
  }

  /**
   * Returns the plan of an item whose position is looked at when the host asks for it.
   *
   * @param rule when and how much
   * @param offer of whom, and on what terms
   * @return the plan
   */
  public static ReorderPlan periodic(OrderRule rule, SupplierOffer offer) {
    return new ReorderPlan(rule, Review.PERIODIC, offer);
  }
}
