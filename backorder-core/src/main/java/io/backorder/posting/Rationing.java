package io.backorder.posting;

import io.backorder.allocation.Guard;
import io.backorder.demand.OrderTerms;
import io.backorder.ledger.StockAccounts.Tally;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.PolicyViolationException;
import io.backorder.stock.Sku;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Asks the policy's guard, and names it if it fails. */
final class Rationing {

  private Rationing() {}

  static List<Guard.Pools> pools(Rules rules, Guard.Situation situation) {
    Guard guard = rules.policy().guard();
    return asked(guard, situation.sku(), () -> List.copyOf(guard.pools(situation)));
  }

  static List<Tally> tallies(Rules rules, Sku sku, OrderTerms terms, Instant now) {
    Guard guard = rules.policy().guard();
    return asked(guard, sku, () -> List.copyOf(guard.tallies(sku, terms, now)));
  }

  /** The units that an order may draw on each of the pools. */
  static long left(Rules rules, Sku sku, List<Guard.Pools> pools, OrderTerms terms) {
    return asked(
        rules.policy().guard(),
        sku,
        () -> pools.stream().mapToLong(each -> each.left(terms)).min().orElse(Long.MAX_VALUE));
  }

  static List<Guard.Limit> limits(Rules rules, Guard.Situation situation, OrderTerms terms) {
    Guard guard = rules.policy().guard();
    return asked(guard, situation.sku(), () -> List.copyOf(guard.limits(situation, terms)));
  }

  private static <T> T asked(Guard guard, Sku sku, Supplier<T> question) {
    try {
      return question.get();
    } catch (RuntimeException | StackOverflowError e) {
      throw new PolicyViolationException(
          ErrorCode.POLICY_VIOLATION,
          "guard %s, item %s: must not fail: %s".formatted(guard, sku, e),
          Facts.of("policy", guard).and("sku", sku));
    }
  }
}
