package io.backorder.posting;

import io.backorder.allocation.AllocationPlan;
import io.backorder.allocation.Backlog;
import io.backorder.demand.OrderTerms;
import io.backorder.ledger.InventoryEvent;
import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerEntry.BackorderFilled;
import io.backorder.ledger.LedgerEntry.LineEntry;
import io.backorder.ledger.LedgerEntry.LostReservation;
import io.backorder.ledger.LedgerEntry.Reallocated;
import io.backorder.ledger.LedgerEntry.Released;
import io.backorder.ledger.LedgerEntry.Reserved;
import io.backorder.ledger.LedgerEntry.StockEntry;
import io.backorder.ledger.LedgerEntry.Tallied;
import io.backorder.ledger.LedgerEntry.Unheld;
import io.backorder.ledger.LedgerRecord;
import io.backorder.ledger.SourceDocument;
import io.backorder.ledger.StockAccounts.Tally;
import io.backorder.refusal.PolicyViolationException;
import io.backorder.refusal.StoreException;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.store.ClaimState;
import io.backorder.store.ItemState;
import io.backorder.store.LineState;
import io.backorder.store.StockStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
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
  private List<InventoryEvent> headlines = List.of();
  private List<InventoryEvent> failures = List.of();
  private final WholeOrders orders;
  private Collection<Sku> touched;
  private Set<Sku> served = Set.of();
  private boolean isRestLeft;
  private Set<LineState> moved = Set.of();
  private List<LineState> newlyWaiting = List.of();

  Draft(StockStore store, Rules rules, WholeOrders orders, Touched touched) {
    this.store = store;
    this.rules = rules;
    this.now = touched.now;
    this.orders = orders;
    this.touched = touched.items;
    this.touched.forEach(orders::free);
  }

  /** The items of a document, and the ledger's time. */
  record Touched(List<Sku> items, Instant now) {}

  WholeOrders orders() {
    return orders;
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
    return store.entries();
  }

  ItemState item(Sku sku) {
    return store.item(sku);
  }

  FreeUnits free(ItemState item) {
    return FreeUnits.of(item, rules, now);
  }

  /** Writes an entry about a line and returns the claim whose units it moved. */
  ClaimState post(LineState line, LineEntry entry) {
    ClaimState claim = store.apply(line, entry);
    noteMoved(line);
    long granted = line.isKit() ? 0 : granted(entry);
    if (granted != 0) {
      OrderTerms terms = line.order().terms().at(now);
      for (Tally tally : Rationing.tallies(rules, line.sku(), terms, now)) {
        post(new Tallied(line.sku(), tally, granted));
      }
    }
    return claim;
  }

  private void noteMoved(LineState line) {
    if (Promises.concern(line.item())) {
      moved = moved.isEmpty() ? new LinkedHashSet<>() : moved;
      moved.add(line);
    }
  }

  /** The lines of items that supplies may bring, or had days told, of which units were moved. */
  Set<LineState> moved() {
    return moved;
  }

  /** The units that an entry grants, negative where it gives some back. */
  private static long granted(LineEntry entry) {
    if (entry instanceof Reserved e) {
      return e.quantity().units();
    } else if (entry instanceof BackorderFilled e) {
      return e.quantity().units();
    } else if (entry instanceof Released e) {
      return -e.quantity().units();
    }
    return lost(entry);
  }

  private static long lost(LineEntry entry) {
    if (entry instanceof LostReservation e) {
      return -e.quantity().units();
    }
    return entry instanceof Reallocated e ? -e.quantity().units() : 0;
  }

  void post(StockEntry entry) {
    store.apply(entry);
  }

  /** The items whose policy failed, and how. */
  List<InventoryEvent> failures() {
    return failures;
  }

  /** Tells listeners something that is no entry, before everything else. */
  void headline(InventoryEvent event) {
    headlines = headlines.isEmpty() ? new ArrayList<>(1) : headlines;
    headlines.add(event);
  }

  /** Frees the units of holds whose time is over, whether or not anybody has swept. */
  void endHolds() {
    touched.forEach(this::endHolds);
  }

  private void endHolds(Sku sku) {
    ItemState item = item(sku);
    item.forgetEmptyHolds();
    for (ItemState.HeldUnits over : item.ended(now)) {
      post(new Unheld(over.cart(), over.location(), Quantity.of(over.units())));
    }
  }

  /** Serves who waits, from what is free now, and writes it. */
  void serveQueue(Sku sku) {
    ItemState item = item(sku);
    orders.serve(sku);
    if (item.claimsQueued() > 0) {
      fill(guarded(item, () -> free(item).serveQueue(orders)));
    }
  }

  /** Serves who waits, and returns the plan without writing it. */
  AllocationPlan planQueue(ItemState item, FreeUnits free) {
    noteServed(item.sku());
    orders.serve(item.sku());
    return item.claimsQueued() == 0
        ? AllocationPlan.EMPTY
        : guarded(item, () -> free.serveQueue(orders));
  }

  private void noteServed(Sku sku) {
    if (served.isEmpty()) {
      served = Set.of(sku);
    } else {
      served = served.size() == 1 ? new HashSet<>(served) : served;
      served.add(sku);
    }
  }

  /** Serves a backlog, and returns the plan without writing it. */
  AllocationPlan plan(ItemState item, FreeUnits free, Backlog backlog) {
    return guarded(item, () -> free.serve(backlog));
  }

  /** A policy that fails costs its item this allocation, and nothing else. */
  private AllocationPlan guarded(ItemState item, Supplier<AllocationPlan> step) {
    try {
      return step.get();
    } catch (StoreException | TooDeep e) {
      throw e; // not the policy failed, but reading the queue
    } catch (RuntimeException | StackOverflowError e) {
      String problem = e instanceof PolicyViolationException ? e.getMessage() : e.toString();
      failures = failures.isEmpty() ? new ArrayList<>(1) : failures;
      failures.add(new InventoryEvent.AllocationFailed(
          item.sku(), rules.policy().toString(), String.valueOf(problem)));
      return AllocationPlan.EMPTY;
    }
  }

  /** Writes what waiting lines got; of what is filled together, what it gets elsewhere too. */
  void fill(AllocationPlan plan) {
    if (!plan.grants().isEmpty()) {
      new Filling(this).fill(plan);
    }
  }

  /** Those before a place in the queue of an item keep what they could have had. */
  void serveBefore(Sku sku, ClaimState place) {
    ItemState item = item(sku);
    if (orders.areUnserved(item)) {
      touch(sku);
      endHolds(sku);
      fill(guarded(item, () -> free(item).serveBetween(null, place, orders)));
    }
  }

  /** Serves nobody: what the document leaves free goes with the next one that touches the item. */
  void leaveRest() {
    isRestLeft = true;
  }

  /** Units of an item have become free, though the document does not name it. */
  void touch(Sku sku) {
    Set<Sku> more = new LinkedHashSet<>(touched);
    more.add(sku);
    touched = more;
    orders.free(sku);
  }

  /**
   * Serves every item of the document that was not served yet, and, where orders that are filled whole
   * were met, goes round until nobody gets anything more.
   */
  void serveRest() {
    if (isRestLeft) {
      return;
    }
    for (Sku sku : List.copyOf(touched)) {
      if (!served.contains(sku)) {
        serveQueue(sku);
      }
    }
    int before = -1;
    while (orders.wereMet() && before < entries().size()) {
      before = entries().size();
      List.copyOf(touched).forEach(this::serveQueue);
    }
  }

  /** Finds out whom another day is promised now, and writes it. */
  void promise() {
    Collection<Sku> changed = orders.wereMet() ? withFilledElsewhere() : touched;
    for (Sku sku : changed) {
      if (Promises.concern(item(sku))) {
        Promises.changing(store, rules, orders).keep(this, changed);
        return;
      }
    }
  }

  /** Notes a line of which units begin to wait because they were ordered. */
  void noteWaiting(LineState line) {
    newlyWaiting = newlyWaiting.isEmpty() ? new ArrayList<>(1) : newlyWaiting;
    newlyWaiting.add(line);
  }

  /** Has the document refused if a line that begins to wait would wait longer than is sold. */
  void requireWaits() {
    newlyWaiting.forEach(new LongestWait(rules, now)::require);
  }

  /** The items of the document, and those of which orders got units that are filled whole. */
  private Set<Sku> withFilledElsewhere() {
    Set<Sku> changed = new LinkedHashSet<>(touched);
    entries().forEach(entry -> changed.add(entry.sku()));
    return changed;
  }

  /** Returns what listeners are to be told, in the order of what happened. */
  List<InventoryEvent> events(SourceDocument document, List<StockStore.Turned> turned) {
    return new EventScript(new LedgerRecord.Cause(document, now))
        .addAll(headlines)
        .entries(entries())
        .turned(turned)
        .addAll(failures)
        .events();
  }
}
