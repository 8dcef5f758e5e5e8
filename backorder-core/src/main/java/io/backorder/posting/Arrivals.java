package io.backorder.posting;

import io.backorder.allocation.Guard;
import io.backorder.demand.DeliveryRule;
import io.backorder.demand.OrderTerms;
import io.backorder.explanation.Extent;
import io.backorder.explanation.Remedy;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.store.ItemState;
import io.backorder.store.LineState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.ToLongFunction;

/**
 * Finds the fewest units whose arrival fills a line: of its item, and of an order that is filled whole of
 * each item that lines of it wait for.
 */
final class Arrivals {

  /** Where more units may serve a line worse, so many numbers are tried one by one. */
  static final int ONE_BY_ONE = 32;

  private final Trials trials;
  private final LineState line;
  private final OrderTerms terms;
  private final Map<ItemState, List<LineState>> items;

  Arrivals(Trials trials, LineState line) {
    this.trials = trials;
    this.line = line;
    this.terms = line.order().terms().at(trials.now());
    this.items = new LinkedHashMap<>();
    boolean whole = terms.delivery() == DeliveryRule.COMPLETE_ORDER;
    for (LineState each : whole ? line.order().lines() : List.of(line)) {
      if (each.queued() > 0) {
        items.computeIfAbsent(each.item(), key -> new ArrayList<>(1)).add(each);
      }
    }
  }

  /** The fewest units, at the location where they are fewest. */
  Optional<Remedy.Arrival> fewest() {
    List<Integer> ranks = places(line.item()).ranks();
    try {
      return ranks.stream()
          .flatMap(rank -> fewestAt(rank).stream())
          .min((one, other) -> Long.compare(sum(one), sum(other)))
          .map(units -> new Remedy.Arrival(units, Extent.EXACT));
    } catch (TooDeep e) {
      List<StockUnits> enough = arriving(ranks.get(0), this::enough);
      return Optional.of(new Remedy.Arrival(enough, Extent.AT_MOST));
    }
  }

  private static long sum(List<StockUnits> arriving) {
    return arriving.stream()
        .mapToLong(each -> each.quantity().units())
        .reduce(0, Places::capped);
  }

  /**
   * The fewest units, those of the line's own item at one location: of each item one unit less is too few.
   * They are none if the line is filled without.
   */
  Optional<List<StockUnits>> fewestAt(int rank) {
    return passing(rank).map(units -> {
      List<StockUnits> fewest = new ArrayList<>(units);
      for (int i = 0; i < fewest.size(); i++) {
        lower(fewest, i);
      }
      return fewest.stream().filter(each -> !each.quantity().isZero()).toList();
    });
  }

  private void lower(List<StockUnits> units, int index) {
    StockUnits passing = units.get(index);
    long least = least(passing.sku());
    long fewest = fewest(least, passing.quantity().units(), number -> {
      units.set(index, of(passing, number));
      return fills(units);
    });
    units.set(index, of(passing, fewest));
  }

  private static StockUnits of(StockUnits units, long number) {
    return StockUnits.of(units.sku(), units.location(), Quantity.of(number));
  }

  /** Units that fill the line: what its place in line suggests, else enough for everybody. */
  private Optional<List<StockUnits>> passing(int rank) {
    List<StockUnits> likely = arriving(rank, this::likely);
    if (fills(likely)) {
      return Optional.of(likely);
    }
    return Optional.of(arriving(rank, this::enough)).filter(this::fills);
  }

  private boolean fills(List<StockUnits> units) {
    return trials.fill(line, Trials.Step.receiving(units));
  }

  /** An arrival, of the line's own item at one location, of others at the best that serves the line. */
  private List<StockUnits> arriving(int rank, ToLongFunction<ItemState> number) {
    List<StockUnits> units = new ArrayList<>(items.size());
    for (ItemState item : items.keySet()) {
      int at = item == line.item() ? rank : places(item).ranks().get(0);
      LocationId location = trials.rules().locations().at(at).id();
      units.add(StockUnits.of(item.sku(), location, Quantity.of(number.applyAsLong(item))));
    }
    return units;
  }

  private Places places(ItemState item) {
    return new Places(item, trials.rules().locations(), terms.channel());
  }

  private FreeUnits free(ItemState item) {
    return FreeUnits.of(item, trials.rules(), trials.now());
  }

  private long needed(ItemState item) {
    return lines(item).stream().mapToLong(LineState::queued).reduce(0, Places::capped);
  }

  private List<LineState> lines(ItemState item) {
    return items.getOrDefault(item, List.of());
  }

  /** Fewer units cannot do: what lies where the line is served is less than its lines need. */
  private long least(Sku sku) {
    ItemState item = trials.store().item(sku);
    return Math.max(0, needed(item) - free(item).lyingFree(terms.channel()));
  }

  /** What those before the line need, and its own lines, and what the buffer still lacks. */
  private long likely(ItemState item) {
    Places.Ahead ahead = places(item).ahead(lines(item), trials.now());
    if (ahead.extent() != Extent.EXACT) {
      throw new TooDeep();
    }
    FreeUnits free = free(item);
    long buffer = Math.max(0, free.terms().buffer().units() - free.lying());
    long units = Places.capped(Places.capped(ahead.units(), needed(item)), buffer);
    return inLots(units, free.terms().lot().units());
  }

  /** So many units that everybody who waits for the item can be served. */
  private long enough(ItemState item) {
    FreeUnits free = free(item);
    long units = Places.capped(item.waiting(), free.terms().buffer().units());
    Guard.Situation plenty = new Guard.Situation(
        item.sku(), Quantity.of(Long.MAX_VALUE), trials.now(), item.tallies());
    for (Guard.Limit limit : Rationing.limits(trials.rules(), plenty, terms)) {
      if (limit instanceof Guard.Limit.KeptFor kept) {
        units = Places.capped(units, kept.units().units());
      } else if (limit instanceof Guard.Limit.Level level) {
        units = Places.capped(units, level.units().units());
      }
    }
    return inLots(units, free.terms().lot().units());
  }

  private static long inLots(long units, long lot) {
    return lot == 1 ? units : Places.capped(units - units % lot, 2 * lot);
  }

  /**
   * The smallest number that passes, from the least that could to one that does: of the first {@value
   * #ONE_BY_ONE} numbers each is tried, behind them the range is halved.
   */
  static long fewest(long least, long passing, LongPredicate passes) {
    long end = Math.min(passing, Places.capped(least, ONE_BY_ONE));
    for (long number = least; number < end; number++) {
      if (passes.test(number)) {
        return number;
      }
    }
    long no = end - 1;
    long yes = passing;
    while (yes - no > 1) {
      long middle = no + (yes - no) / 2;
      if (passes.test(middle)) {
        yes = middle;
      } else {
        no = middle;
      }
    }
    return yes;
  }
}
