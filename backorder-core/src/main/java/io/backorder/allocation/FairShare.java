package io.backorder.allocation;

import io.backorder.demand.OrderLineId;
import io.backorder.stock.Quantity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Units handed out step by step, each to the line of the smallest measure that can take it. The answer
 * is that of single steps, found in few strides: a stride gives everybody all steps up to the highest
 * level that no store runs dry of, and single steps lead over the edge to the next stride.
 */
record FairShare(Measure measure) implements ShareRule {

  @Override
  public void share(Backlog backlog, Guard guard, Shelf shelf) {
    if (shelf.isEmpty()) {
      return;
    }
    Stores stores = shelf.stores();
    List<Sharer> sharers = new ArrayList<>();
    for (Sharer each : read(backlog)) {
      each.bound(shelf, guard);
      if (!each.isDone()) {
        stores.admit(each, shelf.storesOf(each.first()));
        sharers.add(each);
      }
    }
    fill(new ArrayList<>(sharers), stores);
    Shelf found = shelf.unrationed();
    find(sharers, found);
    hand(stores, found.plan(), shelf);
  }

  private static Iterable<Sharer> read(Backlog backlog) {
    Map<OrderLineId, Sharer> sharers = new LinkedHashMap<>();
    for (WaitingLine line : backlog) {
      Sharer known = sharers.get(line.id());
      if (known == null) {
        sharers.put(line.id(), new Sharer(sharers.size(), line));
      } else {
        known.add(line);
      }
    }
    return sharers.values();
  }

  private void fill(List<Sharer> sharers, Stores stores) {
    long lot = stores.lot();
    while (!sharers.isEmpty()) {
      stores.begin();
      long level = highest(sharers, stores);
      for (Sharer each : sharers) {
        long units = level < 0 ? 0 : each.stepsWithin(measure.reach(each, lot, level), lot);
        stores.give(each, units);
      }
      stepByStep(sharers, stores);
      sharers.removeIf(Sharer::isDone);
    }
  }

  /** The highest level that the first stores of all chains carry, or -1. */
  private long highest(List<Sharer> sharers, Stores stores) {
    long low = -1;
    long high = Long.MAX_VALUE;
    while (low < high) {
      long middle = (low + high + 1) >>> 1; // the sum may need 64 bits, and has no sign
      if (stores.carry(sharers, measure, middle)) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private void stepByStep(List<Sharer> sharers, Stores stores) {
    long lot = stores.lot();
    Comparator<Sharer> next = (one, other) -> measure.compare(one, other, lot);
    PriorityQueue<Sharer> queue =
        new PriorityQueue<>(sharers.size(), next.thenComparingInt(Sharer::turn));
    sharers.stream().filter(each -> !each.isDone()).forEach(queue::add);
    for (int steps = 2 * sharers.size() + 1; steps > 0 && !queue.isEmpty(); steps--) {
      Sharer first = queue.remove();
      if (stores.suffice(first, first.step(lot))) {
        stores.give(first, first.step(lot));
      } else {
        first.passOver(); // what is left only shrinks
      }
      if (!first.isDone()) {
        queue.add(first);
      }
    }
  }

  /** Finds the units: by the sourcing rule where all reach the same locations, else by rank. */
  private static void find(List<Sharer> sharers, Shelf shelf) {
    boolean alike = sharers.stream().map(each -> each.chains()[1]).distinct().count() < 2;
    for (Sharer each : sharers) {
      long left = each.units();
      for (Sharer.Place place : each.places()) {
        long units = Math.min(left, place.most());
        left -= units;
        if (units > 0 && alike) {
          shelf.grant(place.line(), Quantity.of(units));
        } else if (units > 0) {
          shelf.takeByRank(place.line(), units, each.taken());
        }
      }
    }
  }

  /** Hands the units over where they were found, in the order in which they are drawn on pools. */
  private static void hand(Stores stores, AllocationPlan found, Shelf shelf) {
    Map<OrderLineId, Deque<Grant>> byLine = new HashMap<>();
    for (Grant each : found.grants()) {
      byLine.computeIfAbsent(each.line().id(), key -> new ArrayDeque<>()).add(each);
    }
    for (Stores.Draw draw : stores.draws()) {
      Deque<Grant> its = byLine.getOrDefault(draw.sharer().first().id(), new ArrayDeque<>());
      for (long left = draw.units(); left > 0; ) {
        left -= shelf.take(its, left);
      }
    }
  }
}
