package io.backorder.posting;

import io.backorder.allocation.AllocationPlan;
import io.backorder.allocation.Grant;
import io.backorder.store.ClaimState;
import io.backorder.store.OrderState;
import java.util.List;

/** What a plan grants to one claim, or to one order. */
final class Grants {

  private Grants() {}

  /** The units of a plan that go to a claim. */
  static long units(ClaimState claim, AllocationPlan plan) {
    return of(claim, plan).stream().mapToLong(each -> each.quantity().units()).sum();
  }

  /** The grants of a plan that go to a claim. */
  static List<Grant> of(ClaimState claim, AllocationPlan plan) {
    return plan.grants().stream()
        .filter(grant -> ((QueuedLine) grant.line()).claim() == claim)
        .toList();
  }

  /** The grants of a plan that are an order's. */
  static List<Grant> of(OrderState order, AllocationPlan plan) {
    return plan.grants().stream()
        .filter(grant -> ((QueuedLine) grant.line()).claim().line().order() == order)
        .toList();
  }
}
