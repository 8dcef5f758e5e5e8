package io.backorder.posting;

import io.backorder.allocation.AllocationPlan;
import io.backorder.allocation.Grant;
import io.backorder.ledger.LedgerEntry.BackorderFilled;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.store.ClaimState;
import io.backorder.store.LineState;
import io.backorder.store.OrderState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes a plan: what each line got, and of orders and kits that are filled together all of it. */
record Filling(Draft draft) {

  /** Writes what waiting lines got; of an order that is filled whole, what it gets elsewhere too. */
  void fill(AllocationPlan plan) {
    Set<Object> whole = new HashSet<>(0);
    for (Grant grant : plan.grants()) {
      ClaimState claim = ((QueuedLine) grant.line()).claim();
      if (WholeOrders.isKitPart(claim, draft.now())) {
        if (whole.add(claim)) {
          fillKits(claim, plan);
        }
      } else if (!WholeOrders.isWhole(claim, draft.now())) {
        fill(grant);
      } else if (whole.add(claim.line().order())) {
        fillWhole(claim, plan);
      }
    }
  }

  private void fillWhole(ClaimState here, AllocationPlan plan) {
    OrderState order = here.line().order();
    List<Grant> grants = new ArrayList<>(Grants.of(order, plan));
    for (Sku sku : WholeOrders.elsewhere(order, here.line().sku())) {
      List<LineState> lines = WholeOrders.waiting(order, sku);
      if (!lines.isEmpty()) {
        draft.serveBefore(sku, WholeOrders.place(lines));
        Optional<List<Grant>> there = draft.free(draft.item(sku)).takeWhole(lines);
        if (there.isEmpty()) {
          return; // a policy that answers otherwise when it is asked again
        }
        grants.addAll(there.orElseThrow());
      }
    }
    for (LineState line : order.lines()) {
      grants.stream()
          .filter(grant -> ((QueuedLine) grant.line()).claim().line() == line)
          .forEach(this::fill);
      if (line.isKit()) {
        fill(line.claims(), LocationId.NOWHERE, line.queued());
      }
    }
  }

  /** Fills kits, whose units of one part a plan grants, with those of their other parts. */
  private void fillKits(ClaimState here, AllocationPlan plan) {
    KitLine line = KitLine.around(here.line());
    List<Grant> grants = new ArrayList<>(Grants.of(here, plan));
    long kits = Grants.units(here, plan) / line.perKit(here.line());
    List<ClaimState> own = CheckedPlan.claimsOf(grants.get(0)).stream()
        .map(claim -> KitLine.twin(claim, line.kit()))
        .toList();
    for (LineState part : line.others(here.line())) {
      ClaimState twin = KitLine.twin(here, part);
      draft.serveBefore(part.sku(), twin);
      Optional<List<Grant>> there =
          draft.free(draft.item(part.sku())).takeExactly(twin, line.perKit(part) * kits);
      if (there.isEmpty()) {
        return; // a policy that answers otherwise when it is asked again
      }
      grants.addAll(there.orElseThrow());
    }
    grants.forEach(this::fill);
    fill(own, LocationId.NOWHERE, kits);
  }

  private void fill(Grant grant) {
    fill(CheckedPlan.claimsOf(grant), grant.location(), grant.quantity().units());
  }

  private void fill(List<ClaimState> claims, LocationId location, long most) {
    long left = most;
    for (ClaimState claim : claims) {
      long units = Math.min(left, claim.queued());
      if (units > 0) {
        left -= units;
        draft.post(claim.line(), new BackorderFilled(claim.claim(), location, Quantity.of(units)));
      }
    }
  }
}
