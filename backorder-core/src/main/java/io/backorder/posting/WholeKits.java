package io.backorder.posting;

import io.backorder.allocation.AllocationPlan;
import io.backorder.demand.OrderTerms;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.PolicyViolationException;
import io.backorder.stock.Sku;
import io.backorder.store.ClaimState;
import io.backorder.store.LineState;
import java.util.HashMap;
import java.util.Map;

/**
 * Kits in one service of the queue of an item that is a part of them. A part may be served as many units
 * as whole kits need: what is free here suffices for them, and so does at each other part what those
 * before the kit leave.
 */
final class WholeKits {

  private final WholeOrders orders;
  private final FreeUnits here;
  private final Map<ClaimState, Long> kits = new HashMap<>(0);
  private final Map<Sku, WholeOrders.Left> left = new HashMap<>(0);

  WholeKits(WholeOrders orders, FreeUnits here) {
    this.orders = orders;
    this.here = here;
  }

  /** The most units that a claim of a part may be served. */
  long most(ClaimState claim) {
    Long known = kits.get(claim);
    if (known == null) {
      known = kitsFor(claim);
      kits.put(claim, known);
    }
    return known * perKit(claim);
  }

  private long kitsFor(ClaimState claim) {
    KitLine line = KitLine.around(claim.line());
    long shown = shown(claim);
    long there = usable(here, claim, shown);
    if (there == 0 || !orders.areLocked(line.skus())) {
      return 0;
    }
    for (LineState other : line.others(claim.line())) {
      ClaimState twin = KitLine.twin(claim, other);
      FreeUnits free = left.computeIfAbsent(other.sku(), orders::left).before(twin);
      there = Math.min(there, usable(free, twin, shown));
    }
    return admissible(line, claim, there);
  }

  private static long perKit(ClaimState claim) {
    return KitLine.around(claim.line()).perKit(claim.line());
  }

  /** The kits for which a claim stands. */
  private long shown(ClaimState claim) {
    return ItemBacklog.shown(claim, orders.now()) / perKit(claim);
  }

  private static long usable(FreeUnits free, ClaimState claim, long most) {
    long perKit = perKit(claim);
    return free.usableBy(claim, most * perKit) / perKit;
  }

  private long admissible(KitLine line, ClaimState claim, long most) {
    OrderTerms terms = claim.line().order().terms().at(orders.now());
    return KitLine.admissible(
        most,
        new KitLine.Wanted(
            shown(claim), terms, orders.rules().termsOf(line.kit().sku()).lot()));
  }

  /**
   * Lowers the kits of a claim, if a plan gives it less than whole ones, or if units elsewhere go to
   * others before it; otherwise takes what the kits need elsewhere off what is left there.
   */
  boolean lowers(ClaimState claim, AllocationPlan plan, Map<Sku, WholeOrders.Left> rest) {
    KitLine line = KitLine.around(claim.line());
    long granted = Grants.units(claim, plan);
    long perKit = line.perKit(claim.line());
    requireShown(claim, granted);
    long there = admissible(line, claim, granted / perKit);
    Map<ClaimState, FreeUnits> others = new HashMap<>(2);
    for (LineState other : line.others(claim.line())) {
      ClaimState twin = KitLine.twin(claim, other);
      FreeUnits free = rest.computeIfAbsent(other.sku(), orders::left).before(twin);
      others.put(twin, free);
      there = there == 0 ? 0 : Math.min(there, usable(free, twin, there));
    }
    there = admissible(line, claim, there);
    if (there * perKit < granted) {
      kits.put(claim, there);
      return true;
    }
    long taken = there;
    others.forEach((twin, free) -> free.takeExactly(twin, taken * perKit(twin)));
    return false;
  }

  private void requireShown(ClaimState claim, long granted) {
    long most = most(claim);
    if (granted > most) {
      throw new PolicyViolationException(
          ErrorCode.POLICY_VIOLATION,
          "policy %s, line %s: must be granted at most what whole kits need, allowed %d: %d"
              .formatted(orders.rules().policy(), claim.line().id(), most, granted),
          Facts.of("policy", orders.rules().policy())
              .and("line", claim.line().id())
              .and("asked", granted)
              .and("allowed", most));
    }
  }
}
