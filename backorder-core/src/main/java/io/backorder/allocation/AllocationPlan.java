package io.backorder.allocation;

import java.util.List;

/**
 * Who gets which units: the answer of a policy.
 *
 * @param grants the grants, in the order in which they draw on the pools of a guard; otherwise their order
 *     has no effect on the balances
 */
public record AllocationPlan(List<Grant> grants) {

  /** Nobody gets anything. */
  public static final AllocationPlan EMPTY = new AllocationPlan(List.of());

  /** Copies the grants. */
  public AllocationPlan {
    grants = List.copyOf(grants);
  }

  /**
   * Returns the plan of the given grants.
   *
   * @param grants the grants
   * @return the plan
   */
  public static AllocationPlan of(List<Grant> grants) {
    return grants.isEmpty() ? EMPTY : new AllocationPlan(grants);
  }
}
