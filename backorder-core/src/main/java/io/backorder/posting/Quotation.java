package io.backorder.posting;

import io.backorder.allocation.Grant;
import io.backorder.promise.Promise;
import io.backorder.stock.BackorderAllowance;
import io.backorder.stock.ItemTerms;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.store.StockStore;
import io.backorder.storefront.OfferRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a quantity of an item before it is ordered: what of it is on the shelf, and when the rest
 * comes. With a journey the days are those on which units are with the customer.
 */
final class Quotation {

  private final Rules rules;
  private final StockStore store;
  private final Newcomers newcomers;
  private final Quoting quote;

  Quotation(Rules rules, StockStore store, WholeOrders orders, Quoting quote) {
    this.rules = rules;
    this.store = store;
    this.newcomers = new Newcomers(rules, store, orders);
    this.quote = quote;
  }

  /** Units of an item that are on the shelf, and those that are not. */
  private record Lacking(Sku sku, Quantity there, Quantity lacking) {}

  PromiseDesk.Quoted of(Sku sku, Quantity wanted, @Nullable Journey journey) {
    Quantity shelf = isAlwaysThere(sku) ? wanted : newcomers.available(sku, quote.terms());
    boolean takesPart = quote.takesPart(sku, wanted, shelf);
    Quantity lacking = takesPart ? wanted.minusOrZero(shelf) : wanted;
    Lacking units = new Lacking(sku, wanted.minus(lacking), lacking);
    Promise shipped = promise(units, null);
    OfferRules.Situation situation =
        new OfferRules.Situation(wanted, takesPart ? shelf : Quantity.ZERO, mayWait(sku), shipped);
    return new PromiseDesk.Quoted(situation, journey == null ? shipped : promise(units, journey));
  }

  private boolean isAlwaysThere(Sku sku) {
    ItemTerms terms = rules.termsOf(sku);
    return terms.components().isEmpty()
        ? !terms.isTracked()
        : BillOfMaterials.of(sku, rules).unitsPerKit().isEmpty();
  }

  private Quantity mayWait(Sku sku) {
    Newcomers.Unclaimed unclaimed = newcomers.of(sku);
    BackorderAllowance allowance = unclaimed.free().allowance();
    return allowance == BackorderAllowance.unlimited()
        ? Quantity.of(Long.MAX_VALUE)
        : allowance.limit().minusOrZero(Quantity.of(unclaimed.waiting()));
  }

  private Promise promise(Lacking units, @Nullable Journey journey) {
    List<Promise.Part> parts = new ArrayList<>(2);
    if (!units.there.isZero()) {
      parts.addAll(onShelf(units, journey).parts());
    }
    if (!units.lacking.isZero()) {
      parts.addAll(coming(units, journey).parts());
    }
    return new Promise(parts);
  }

  private Promise onShelf(Lacking units, @Nullable Journey journey) {
    Promise.Part there = quote.onShelf(units.sku, units.there);
    if (journey == null || isAlwaysThere(units.sku)) {
      return Promise.of(there);
    }
    Map<Sku, Quantity> parts = BillOfMaterials.of(units.sku, rules).unitsPerKit();
    if (parts.isEmpty()) {
      return sent(units.sku, there, journey);
    }
    List<Promise> promises = new ArrayList<>();
    parts.forEach((part, each) -> promises.add(sent(
        part,
        new Promise.Part(
            BillOfMaterials.times(each, units.there, part),
            there.reason(),
            there.range(),
            there.ground()),
        journey)));
    return Rules.Promising.kits(units.there.units(), promises);
  }

  /** Units on the shelf that travel from the locations from which they would be taken. */
  private Promise sent(Sku sku, Promise.Part there, Journey journey) {
    List<Promise.Part> parts = new ArrayList<>(1);
    for (Grant each : quote.taken(newcomers.of(sku).free(), there.quantity())) {
      Promise.Part some =
          new Promise.Part(each.quantity(), there.reason(), there.range(), there.ground());
      parts.add(journey.from(each.location(), some));
    }
    return new Promise(parts);
  }

  private Promise coming(Lacking units, @Nullable Journey journey) {
    Map<Sku, Quantity> parts = BillOfMaterials.of(units.sku, rules).unitsPerKit();
    if (parts.isEmpty()) {
      return waiting(units.sku, units.lacking, journey);
    }
    List<Promise> promises = new ArrayList<>();
    parts.forEach((part, each) ->
        promises.add(waiting(part, BillOfMaterials.times(each, units.lacking, part), journey)));
    LocalDate first = rules.promising().firstDay(rules.termsOf(units.sku), quote.now());
    return Rules.Promising.kits(units.lacking.units(), promises).notBefore(first);
  }

  private Promise waiting(Sku sku, Quantity lacking, @Nullable Journey journey) {
    Promise shipped = quote.waiting(newcomers.of(sku), lacking);
    return journey == null ? shipped : journey.from(shipped, part -> arrival(sku, part));
  }

  private Optional<LocationId> arrival(Sku sku, Promise.Part part) {
    return part.ground().supplies().stream()
        .findFirst()
        .flatMap(store.item(sku)::supply)
        .map(status -> status.supply().units().location());
  }
}
