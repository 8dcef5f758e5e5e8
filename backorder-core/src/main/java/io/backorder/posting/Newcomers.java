package io.backorder.posting;

import io.backorder.allocation.AllocationPlan;
import io.backorder.allocation.Grant;
import io.backorder.demand.OrderTerms;
import io.backorder.refusal.StoreException;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.store.ClaimState;
import io.backorder.store.ItemState;
import io.backorder.store.StockStore;
import java.util.HashMap;
import java.util.Map;

/** What newcomers could get, once everybody who waits has been served. It changes nothing. */
final class Newcomers {

  private final Rules rules;
  private final StockStore store;
  private final WholeOrders orders;
  private final Map<Sku, Unclaimed> looked = new HashMap<>(2);

  Newcomers(Rules rules, StockStore store, WholeOrders orders) {
    this.rules = rules;
    this.store = store;
    this.orders = orders;
  }

  /**
   * What is free of an item once everybody who waits has been served.
   *
   * @param free the units
   * @param served the units that waiting claims get first
   */
  record Unclaimed(FreeUnits free, Map<ClaimState, Long> served) {

    /** The units that wait behind them. */
    long waiting() {
      long units = free.item().waiting();
      for (long each : served.values()) {
        units -= each;
      }
      return units;
    }
  }

  Unclaimed of(Sku sku) {
    return looked.computeIfAbsent(sku, key -> look(store.item(key)));
  }

  private Unclaimed look(ItemState item) {
    FreeUnits free = FreeUnits.of(item, rules, orders.now());
    try {
      return new Unclaimed(free, byClaim(free.serveQueue(orders)));
    } catch (StoreException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      return new Unclaimed(free, Map.of()); // a policy that fails serves nobody; who posts is told
    }
  }

  private static Map<ClaimState, Long> byClaim(AllocationPlan plan) {
    Map<ClaimState, Long> served = new HashMap<>();
    for (Grant each : plan.grants()) {
      served.merge(((QueuedLine) each.line()).claim(), each.quantity().units(), Long::sum);
    }
    return served;
  }

  /** The units, or the whole kits, that an order could get if it came now. */
  Quantity available(Sku sku, OrderTerms terms) {
    Map<Sku, Quantity> parts = BillOfMaterials.of(sku, rules).unitsPerKit();
    if (parts.isEmpty()) {
      return Quantity.of(of(sku).free.available(terms));
    }
    long kits = Long.MAX_VALUE;
    for (Map.Entry<Sku, Quantity> part : parts.entrySet()) {
      long units = of(part.getKey()).free.available(terms);
      kits = Math.min(kits, units / part.getValue().units());
    }
    return Quantity.of(kits - kits % rules.termsOf(sku).lot().units());
  }
}
