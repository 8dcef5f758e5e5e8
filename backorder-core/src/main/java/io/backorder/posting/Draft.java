package io.backorder.posting;

import io.backorder.allocation.AllocationPlan;
import io.backorder.allocation.Backlog;
import io.backorder.allocation.Grant;
import io.backorder.ledger.InventoryEvent;
import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerEntry.BackorderFilled;
import io.backorder.ledger.LedgerEntry.LineEntry;
import io.backorder.ledger.LedgerEntry.StockEntry;
import io.backorder.ledger.LedgerEntry.Unheld;
import io.backorder.refusal.PolicyViolationException;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.store.ClaimState;
import io.backorder.store.ItemState;
import io.backorder.store.LineState;
import io.backorder.store.StockStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A document while it is decided: the states that it may read, and what it has written so far. Each
 * entry is applied at once, so that the next step sees its effect.
 */
final class Draft {

  private final StockStore store;
  private final Rules rules;
  private final Instant now;
  private final List<LedgerEntry> entries = new ArrayList<>(4);
  private final List<InventoryEvent> headlines = new ArrayList<>(0);
  private final List<InventoryEvent> failures = new ArrayList<>(0);
  private final Set<Sku> served = new HashSet<>(2);

  Draft(StockStore store, Rules rules, Instant now) {
    this.store = store;
    this.rules = rules;
    this.now = now;
  }

  StockStore store() {
    return store;
  }

  Rules rules() {
    return rules;
  }

  Instant now() {
    return now;
  }

  List<LedgerEntry> entries() {
    return entries;
  }

  ItemState item(Sku sku) {
    return store.item(sku);
  }

  FreeUnits free(ItemState item) {
    return FreeUnits.of(item, rules, now);
  }

  void post(LineState line, LineEntry entry) {
    store.apply(line, entry);
    entries.add(entry);
  }

  void post(StockEntry entry) {
    store.apply(entry);
    entries.add(entry);
  }

  /** Tells listeners something that is no entry, before everything else. */
  void headline(InventoryEvent event) {
    headlines.add(event);
  }

  /** Frees the units of holds whose time is over, whether or not anybody has swept. */
  void endHolds(Sku sku) {
    ItemState item = item(sku);
    item.forgetEmptyHolds();
    for (ItemState.HeldUnits over : item.ended(now)) {
      post(new Unheld(over.cart(), over.location(), Quantity.of(over.units())));
    }
  }

  /** Serves who waits, from what is free now, and writes it. */
  void serveQueue(Sku sku) {
    ItemState item = item(sku);
    if (item.claimsQueued() > 0) {
      fill(guarded(item, free(item)::serveQueue));
    }
  }

  /** Serves who waits, and returns the plan without writing it. */
  AllocationPlan planQueue(ItemState item, FreeUnits free) {
    served.add(item.sku());
    return item.claimsQueued() == 0 ? AllocationPlan.EMPTY : guarded(item, free::serveQueue);
  }

  /** Serves a backlog, and returns the plan without writing it. */
  AllocationPlan plan(ItemState item, FreeUnits free, Backlog backlog) {
    return guarded(item, () -> free.serve(backlog));
  }

  /** A policy that fails costs its item this allocation, and nothing else. */
  private AllocationPlan guarded(ItemState item, Supplier<AllocationPlan> step) {
    try {
      return step.get();
    } catch (RuntimeException | StackOverflowError e) {
      String problem = e instanceof PolicyViolationException ? e.getMessage() : e.toString();
      failures.add(new InventoryEvent.AllocationFailed(
          item.sku(), rules.policy().toString(), String.valueOf(problem)));
      return AllocationPlan.EMPTY;
    }
  }

  /** Writes what waiting lines got. */
  void fill(AllocationPlan plan) {
    for (Grant grant : plan.grants()) {
      long left = grant.quantity().units();
      for (ClaimState claim : CheckedPlan.claimsOf(grant)) {
        long units = Math.min(left, claim.queued());
        if (units > 0) {
          left -= units;
          post(
              claim.line(),
              new BackorderFilled(claim.claim(), grant.location(), Quantity.of(units)));
        }
      }
    }
  }

  /** Serves every item of the document that was not served yet. */
  void serveRest(List<Sku> items) {
    for (Sku sku : items) {
      if (!served.contains(sku)) {
        serveQueue(sku);
      }
    }
  }

  /** Returns what listeners are to be told, in the order of what happened. */
  List<InventoryEvent> events(List<StockStore.Turned> turned) {
    return new EventScript()
        .addAll(headlines)
        .entries(entries)
        .turned(turned)
        .addAll(failures)
        .events();
  }
}
