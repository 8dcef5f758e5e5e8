package io.backorder.posting;

import io.backorder.allocation.Guard;
import io.backorder.allocation.WaitingLine;
import io.backorder.demand.DeliveryRule;
import io.backorder.demand.OrderTerms;
import io.backorder.explanation.Extent;
import io.backorder.explanation.Remedy;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.StockUnits;
import io.backorder.store.ItemState;
import io.backorder.store.LineState;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/**
 * Finds the fewest units whose arrival fills a line: of its item, and of an order that is filled whole of
 * each item that lines of it wait for.
 */
final class Arrivals {

  /** Where more units may serve a line worse, so many numbers are tried one by one. */
  static final int ONE_BY_ONE = 256;

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
      if (each.queued() > 0 && !each.isKit()) {
        items.computeIfAbsent(each.item(), key -> new ArrayList<>(1)).add(each);
      }
    }
  }

  /** The fewest units, or where that would read too much enough for everybody who waits. */
  Optional<Remedy.Arrival> fewest() {
    try {
      return exactly().map(units -> new Remedy.Arrival(units, Extent.EXACT));
    } catch (TooDeep e) {
      return isCapped()
          ? Optional.empty()
          : Optional.of(new Remedy.Arrival(arriving(this::enough), Extent.AT_MOST));
    }
  }

  /** Whether a quota holds the line, so that units alone may not fill it. */
  private boolean isCapped() {
    return items.keySet().stream()
        .flatMap(item -> limits(item).stream())
        .anyMatch(Guard.Limit.Cap.class::isInstance);
  }

  /**
   * The fewest units, those of each item at the location where they are fewest: of each item one unit less
   * is too few. They are none if the line is filled without.
   */
  Optional<List<StockUnits>> exactly() {
    return passing().map(units -> {
      List<StockUnits> fewest = new ArrayList<>(units);
      for (int i = 0; i < fewest.size(); i++) {
        fewest.set(i, fewest(fewest, i));
      }
      return fewest.stream().filter(each -> !each.quantity().isZero()).toList();
    });
  }

  /** Units that fill the line: what its place in line suggests, else enough for everybody. */
  private Optional<List<StockUnits>> passing() {
    List<StockUnits> likely = arriving(this::likely);
    if (fills(likely)) {
      return Optional.of(likely);
    }
    return Optional.of(arriving(this::enough)).filter(this::fills);
  }

  private boolean fills(List<StockUnits> units) {
    return trials.fill(line, Trials.Step.receiving(units));
  }

  /** An arrival at the best location that serves the line. */
  private List<StockUnits> arriving(ToLongFunction<ItemState> number) {
    return items.keySet().stream()
        .map(item -> at(item, places(item).ranks().get(0), number.applyAsLong(item)))
        .toList();
  }

  private StockUnits at(ItemState item, int rank, long number) {
    LocationId location = trials.rules().locations().at(rank).id();
    return StockUnits.of(item.sku(), location, Quantity.of(number));
  }

  /** The fewest units of one item, at whatever location, the others staying what they are. */
  private StockUnits fewest(List<StockUnits> units, int index) {
    ItemState item = trials.store().item(units.get(index).sku());
    int oneByOne = isServedNoWorseByMore(item) ? 0 : ONE_BY_ONE;
    StockUnits fewest = units.get(index);
    for (int rank : places(item).ranks()) {
      List<StockUnits> tried = new ArrayList<>(units);
      StockUnits known = at(item, rank, fewest.quantity().units());
      Search search = new Search(oneByOne, number -> {
        tried.set(index, at(item, rank, number));
        return fills(tried);
      });
      long most =
          known.equals(fewest) ? known.quantity().units() : known.quantity().units() - 1;
      OptionalLong number = search.smallest(least(item), most);
      fewest = number.isPresent() ? at(item, rank, number.getAsLong()) : fewest;
    }
    return fewest;
  }

  /**
   * Whether one unit more never costs a line one: so it is where units are sold singly, nobody's are
   * filled whole, and the policy is one of the library's. A queue that is longer than a trial may read is
   * served in turn, or not tried out; so who stands far behind does not matter.
   */
  private boolean isServedNoWorseByMore(ItemState item) {
    if (free(item).terms().lot().units() > 1) {
      return false;
    }
    Iterator<WaitingLine> queue =
        new ItemBacklog(item, trials.now(), ItemBacklog.Reader.ALL).iterator();
    for (int read = 0; read < Places.AHEAD && queue.hasNext(); read++) {
      if (!isServedByUnits((QueuedLine) queue.next())) {
        return false;
      }
    }
    return !queue.hasNext() || item.claimsQueued() > Trials.MOST_CLAIMS;
  }

  private boolean isServedByUnits(QueuedLine waiting) {
    QueuedLine two = QueuedLine.of(waiting.claim(), 2, trials.now());
    Quantity one = Quantity.of(1);
    return waiting.terms().delivery() == DeliveryRule.PARTIAL
        && waiting.terms().atLeast().isZero()
        && trials.rules().policy().guard().allowed(two, one).equals(one);
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
  private long least(ItemState item) {
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
    for (Guard.Limit limit : limits(item)) {
      if (limit instanceof Guard.Limit.KeptFor kept) {
        units = Places.capped(units, kept.units().units());
      } else if (limit instanceof Guard.Limit.Level level) {
        units = Places.capped(units, level.units().units());
      }
    }
    return inLots(units, free.terms().lot().units());
  }

  /** What a guard would keep of very many units. */
  private List<Guard.Limit> limits(ItemState item) {
    Guard.Situation plenty =
        new Guard.Situation(item.sku(), Quantity.of(Long.MAX_VALUE), trials.now(), item.tallies());
    return Rationing.limits(trials.rules(), plenty, terms);
  }

  private static long inLots(long units, long lot) {
    return lot == 1 ? units : Places.capped(units - units % lot, 2 * lot);
  }
}
