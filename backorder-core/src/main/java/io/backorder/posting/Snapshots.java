package io.backorder.posting;

import io.backorder.demand.DeliveryRule;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.PlaceInLine;
import io.backorder.reallocation.OpenLine;
import io.backorder.reallocation.ReallocationSnapshot;
import io.backorder.stock.ItemTerms;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.store.ClaimState;
import io.backorder.store.ItemState;
import io.backorder.store.LineState;
import io.backorder.store.LocationState;
import io.backorder.store.StockStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads what a run of re-promising works on: locked items, and everybody who has or wants units. */
record Snapshots(StockStore store, Rules rules, Instant now, Set<Sku> skus) {

  ReallocationSnapshot read() {
    List<ReallocationSnapshot.Item> items = new ArrayList<>(skus.size());
    for (Sku sku : skus) {
      items.add(item(store.item(sku)));
    }
    return new ReallocationSnapshot(now, items);
  }

  private ReallocationSnapshot.Item item(ItemState item) {
    ItemTerms terms = rules.termsOf(item.sku());
    List<OpenLine> lines = new ArrayList<>();
    if (terms
        .isTracked()) { // what is not tracked is not scarce: nobody has it at a place, or waits
      linesOf(item).forEach(line -> lines.add(open(line)));
    }
    return new ReallocationSnapshot.Item(
        item.sku(), store.version(item.sku()), supply(item, terms), lines);
  }

  private ReallocationSnapshot.Supply supply(ItemState item, ItemTerms terms) {
    long[] units = new long[rules.locations().count()];
    for (int rank = 0; rank < units.length; rank++) {
      units[rank] = item.free(rank, now) + item.at(rank).reserved();
    }
    return ReallocationSnapshot.Supply.of(rules.locations().all(), units)
        .withholding(terms.buffer())
        .inLotsOf(terms.lot())
        .sourcedBy(rules.sourcing())
        .guardedBy(rules.policy().guard(), item.tallies());
  }

  private static Set<LineState> linesOf(ItemState item) {
    Set<LineState> lines = new LinkedHashSet<>();
    for (ItemState.ChannelQueue queue : item.queues()) {
      queue.claims().forEach(claim -> lines.add(claim.line()));
    }
    for (LocationState shelf : item.shelves()) {
      shelf.holdersFromTheEnd().forEachRemaining(claim -> lines.add(claim.line()));
    }
    return lines;
  }

  private OpenLine open(LineState line) {
    OrderTerms terms = line.order().terms().at(now);
    OpenLine open = OpenLine.of(line.id(), place(line), Quantity.of(line.open()))
        .having(reserved(line))
        .on(terms);
    OpenLine due = line.due().map(open::dueBy).orElse(open);
    return terms.delivery() == DeliveryRule.COMPLETE_ORDER && isReachingBeyond(line)
        ? due.reachingBeyond()
        : due;
  }

  private boolean isReachingBeyond(LineState line) {
    return line.order().skus().stream()
        .anyMatch(sku -> !skus.contains(sku) && rules.termsOf(sku).isTracked());
  }

  private static PlaceInLine place(LineState line) {
    return line.claims().stream()
        .map(ClaimState::place)
        .min(PlaceInLine::compareTo)
        .orElseThrow();
  }

  private static Map<LocationId, Quantity> reserved(LineState line) {
    Map<LocationId, Quantity> units = new TreeMap<>();
    for (ClaimState claim : line.claims()) {
      for (LocationId location : claim.locations()) {
        units.merge(location, Quantity.of(claim.reservedAt(location)), Quantity::plus);
      }
    }
    return units;
  }
}
