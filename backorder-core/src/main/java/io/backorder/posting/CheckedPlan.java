package io.backorder.posting;

import io.backorder.allocation.AllocationPlan;
import io.backorder.allocation.AllocationPolicy;
import io.backorder.allocation.Grant;
import io.backorder.allocation.Shelf;
import io.backorder.allocation.WaitingLine;
import io.backorder.demand.DeliveryRule;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.PolicyViolationException;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.StockUnits;
import io.backorder.store.ClaimState;
import io.backorder.store.ItemState;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds the answer of a policy to its contract, before anything is applied. The grants of a line are
 * added up first and checked then; each is taken off a shelf that nobody else has touched.
 */
record CheckedPlan(AllocationPolicy policy, ItemState item, Shelf shelf, Instant now) {

  void require(AllocationPlan plan) {
    if (plan.grants().size() == 1) {
      Grant only = plan.grants().get(0);
      requireWhole(only, Map.of(known(only), requirePositive(only)));
      take(only);
    } else {
      requireAll(plan);
    }
  }

  private void requireAll(AllocationPlan plan) {
    Map<ClaimState, Long> sums = new HashMap<>(4);
    for (Grant grant : plan.grants()) {
      ClaimState claim = known(grant);
      sums.merge(claim, requirePositive(grant), this::sum);
    }
    for (Grant grant : plan.grants()) {
      requireWhole(grant, sums);
      take(grant);
    }
  }

  private ClaimState known(Grant grant) {
    if (grant.line() instanceof QueuedLine line
        && line.claim().line().item() == item
        && line.claim().queued() > 0) {
      return line.claim();
    }
    throw broken(grant, "line must wait for " + item.sku(), 0);
  }

  private long requirePositive(Grant grant) {
    if (grant.quantity().isZero()) {
      throw broken(grant, "quantity must be at least 1", 1);
    }
    return grant.quantity().units();
  }

  private long sum(long one, long other) {
    long sum = one + other;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  private void requireWhole(Grant grant, Map<ClaimState, Long> sums) {
    QueuedLine line = (QueuedLine) grant.line();
    long granted = sums.getOrDefault(line.claim(), 0L);
    long waiting = ItemBacklog.shown(line.claim(), now);
    Quantity admissible = shelf.admissible(
        QueuedLine.of(line.claim(), Math.max(1, waiting), now),
        Quantity.of(Math.min(granted, waiting)));
    if (granted != admissible.units()) {
      throw broken(
          grant, "the line's grants must add up to what is admissible", admissible.units());
    }
  }

  private void take(Grant grant) {
    WaitingLine line = grant.line();
    if (!shelf.take(line, StockUnits.of(item.sku(), grant.location(), grant.quantity()))) {
      throw broken(
          grant,
          "units must lie free at a location that serves the line",
          shelf.usableAt(line, grant.location()).units());
    }
  }

  private PolicyViolationException broken(Grant grant, String rule, long allowed) {
    LocationId location = grant.location();
    return new PolicyViolationException(
        ErrorCode.POLICY_VIOLATION,
        "policy %s, line %s at %s: %s, allowed %d: %s"
            .formatted(policy, grant.line().id(), location, rule, allowed, grant.quantity()),
        Facts.of("policy", policy)
            .and("line", grant.line().id())
            .and("location", location)
            .and("asked", grant.quantity())
            .and("allowed", allowed));
  }

  /**
   * Returns the claims among which a grant is split, first joined first: its own, or, for a line that
   * is delivered complete and stands once for all its units, every claim of the line.
   */
  static List<ClaimState> claimsOf(Grant grant) {
    QueuedLine line = (QueuedLine) grant.line();
    return line.terms().delivery() == DeliveryRule.PARTIAL
        ? List.of(line.claim())
        : List.copyOf(line.claim().line().claims());
  }
}
