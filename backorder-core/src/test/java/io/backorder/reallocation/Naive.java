package io.backorder.reallocation;

import io.backorder.demand.DeliveryRule;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLineId;
import io.backorder.stock.Location;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A run over one item by trying: each line in its turn gets the largest number that is admissible and
 * leaves room for what others have got, which is found by looking at every set of locations.
 */
final class Naive {

  private final ReallocationSnapshot.Item item;
  private final ReallocationRules rules;
  private final Map<OrderLineId, Long> got = new LinkedHashMap<>();
  private final Map<OpenLine, long[]> own = new LinkedHashMap<>();

  private Naive(ReallocationSnapshot.Item item, ReallocationRules rules) {
    this.item = item;
    this.rules = rules;
    item.lines().forEach(line -> got.put(line.id(), 0L));
    long[] left = new long[item.supply().locations().size()];
    Arrays.setAll(left, item.supply()::units);
    claim(this::isFrozen, left);
    claim(line -> strategy(line) == ConfirmationStrategy.SKIP, left);
    claim(line -> true, left);
  }

  private void claim(Predicate<OpenLine> next, long[] left) {
    item.lines().stream()
        .filter(next)
        .flatMap(line -> together(line).stream())
        .forEach(line -> claim(line, left));
  }

  /** Takes note of what a line has where nobody else is served from, or where it must stay. */
  private void claim(OpenLine line, long[] left) {
    if (!own.containsKey(line)) {
      long[] its = new long[left.length];
      for (int rank = 0; rank < left.length; rank++) {
        its[rank] = Math.min(left[rank], ownAt(line, rank));
        left[rank] -= its[rank];
      }
      own.put(line, its);
    }
  }

  static Map<OrderLineId, Long> run(Worlds.World world) {
    Naive naive = new Naive(world.snapshot().items().get(0), world.rules());
    naive.run();
    return naive.got;
  }

  private void run() {
    pass(this::isFrozen, 1);
    for (String floor : List.of("SKIP", "WIN", "GAIN", "IMPROVE")) {
      pass(ConfirmationStrategy.valueOf(floor), floor.equals("WIN") ? 2 : 1);
    }
    for (String ceiling : List.of("WIN", "GAIN", "IMPROVE", "REDISTRIBUTE", "FILL")) {
      pass(ConfirmationStrategy.valueOf(ceiling), ceiling.equals("FILL") ? 1 : 2);
    }
  }

  private boolean isWhole(OpenLine line) {
    return line.terms().delivery() == DeliveryRule.COMPLETE_ORDER;
  }

  private List<OpenLine> together(OpenLine line) {
    OrderId order = line.id().order();
    return isWhole(line)
        ? item.lines().stream().filter(each -> each.id().order().equals(order)).toList()
        : List.of(line);
  }

  private boolean isFrozen(OpenLine line) {
    return together(line).stream().anyMatch(each -> rules.frozen().contains(each.id()));
  }

  private ConfirmationStrategy strategy(OpenLine line) {
    return rules.orders().getOrDefault(line.id().order(), ConfirmationStrategy.IMPROVE);
  }

  private static long units(Map<OrderLineId, Long> of, OpenLine line) {
    return of.getOrDefault(line.id(), 0L);
  }

  private static long confirmed(OpenLine line) {
    return line.confirmed().units();
  }

  /** Level 1 is what a line had, 2 what it asks for. */
  private void pass(ConfirmationStrategy strategy, int level) {
    pass(line -> strategy(line) == strategy && !isFrozen(line), level);
  }

  private void pass(Predicate<OpenLine> served, int level) {
    List<OpenLine> done = new ArrayList<>();
    for (OpenLine line : item.lines()) {
      if (served.test(line) && !done.contains(line)) {
        List<OpenLine> all = together(line);
        done.addAll(all);
        if (all.size() > 1) {
          raiseTogether(all, level);
        } else {
          raise(line, level == 1 ? confirmed(line) : line.open().units());
        }
      }
    }
  }

  private void raiseTogether(List<OpenLine> lines, int level) {
    for (int each = level; each >= 1; each--) {
      Map<OrderLineId, Long> trial = new HashMap<>(got);
      boolean isHigher = false;
      boolean isInLots = true;
      for (OpenLine line : lines) {
        long units = each == 1 ? confirmed(line) : line.open().units();
        isHigher |= units > units(trial, line);
        isInLots &= isAdmissible(line, Math.max(units, units(trial, line)));
        trial.merge(line.id(), units, Math::max);
      }
      if (isHigher && isInLots && fits(trial)) {
        lines.forEach(line -> got.put(line.id(), units(trial, line)));
        return;
      }
    }
  }

  private void raise(OpenLine line, long most) {
    for (long units = most; units > units(got, line); units--) {
      Map<OrderLineId, Long> trial = new HashMap<>(got);
      trial.put(line.id(), units);
      if (isAdmissible(line, units) && fits(trial)) {
        got.put(line.id(), units);
        return;
      }
    }
  }

  private boolean isAdmissible(OpenLine line, long units) {
    long gain = units - confirmed(line);
    long waiting = line.open().units() - confirmed(line);
    boolean isPart = line.terms().delivery() == DeliveryRule.PARTIAL;
    boolean isInLots = (gain < 0 ? units : gain) % item.supply().lot() == 0;
    if (gain == 0) {
      return true;
    } else if (gain < 0) {
      return isPart && isInLots;
    }
    long least = isPart ? Math.min(waiting, line.terms().atLeast().units()) : waiting;
    return isInLots && gain >= least;
  }

  /** Whether units can be found for everybody: at every set of locations, and beyond the buffer. */
  private boolean fits(Map<OrderLineId, Long> trial) {
    List<Location> locations = item.supply().locations();
    long total = 0;
    for (OpenLine line : item.lines()) {
      total += shared(line, units(trial, line));
    }
    for (int set = 0; set < 1 << locations.size(); set++) {
      long there = 0;
      long confined = 0;
      for (int rank = 0; rank < locations.size(); rank++) {
        there += (set >> rank & 1) == 0 ? 0 : capacity(rank);
      }
      for (OpenLine line : item.lines()) {
        confined += isConfined(line, set) ? shared(line, units(trial, line)) : 0;
      }
      if (confined > there) {
        return false;
      }
    }
    return total <= usable();
  }

  private boolean isConfined(OpenLine line, int set) {
    List<Location> locations = item.supply().locations();
    for (int rank = 0; rank < locations.size(); rank++) {
      if (locations.get(rank).serves(line.terms().channel()) && (set >> rank & 1) == 0) {
        return false;
      }
    }
    return true;
  }

  private long ownAt(OpenLine line, int rank) {
    Location location = item.supply().locations().get(rank);
    boolean stays = isFrozen(line) || strategy(line) == ConfirmationStrategy.SKIP;
    boolean isLeft = strategy(line) == ConfirmationStrategy.LOSE && location.isActive();
    return stays || (!isLeft && !location.serves(line.terms().channel()))
        ? ReallocationPlan.units(line.confirmedAt(), location.id())
        : 0;
  }

  private long shared(OpenLine line, long units) {
    return Math.max(
        0, units - Arrays.stream(own.getOrDefault(line, new long[0])).sum());
  }

  /** What lines have that others could use; where more is confirmed than is there, what is there. */
  private long shared(int rank) {
    return Math.min(reserved(rank), item.supply().units(rank) - owned(rank));
  }

  private long reserved(int rank) {
    Location location = item.supply().locations().get(rank);
    return item.lines().stream()
        .filter(line -> ownAt(line, rank) == 0)
        .mapToLong(line -> ReallocationPlan.units(line.confirmedAt(), location.id()))
        .sum();
  }

  private long owned(int rank) {
    return own.values().stream().mapToLong(its -> its[rank]).sum();
  }

  private long free(int rank) {
    return item.supply().locations().get(rank).isActive()
        ? item.supply().units(rank) - owned(rank) - shared(rank)
        : 0;
  }

  private long capacity(int rank) {
    long lot = item.supply().lot();
    return shared(rank) + free(rank) / lot * lot;
  }

  private long usable() {
    long lot = item.supply().lot();
    long shared = 0;
    long free = 0;
    long lots = 0;
    for (int rank = 0; rank < item.supply().locations().size(); rank++) {
      shared += shared(rank);
      free += free(rank);
      lots += free(rank) / lot * lot;
    }
    long beyond = Math.max(0, free - item.supply().buffer()) / lot * lot;
    return shared + Math.min(lots, beyond);
  }
}
