package io.backorder.reallocation;

import io.backorder.allocation.Sourcing;
import io.backorder.reallocation.Network.Group;
import io.backorder.stock.Location;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.StockUnits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Where the units of one item lie, once it is known how many each line has. Units stay where they are as
 * far as they can: who loses some loses those at the worst ranked location, who gains some gets them where
 * the sourcing rule says, and only where nothing is left for a line is another moved to make room.
 */
final class Placement {

  private final ItemFlow flow;
  private final List<Location> locations;
  private final long[] left;
  private final Map<Part, long[]> placed = new LinkedHashMap<>();
  private final Map<Holding, Deque<Part>> movable = new LinkedHashMap<>();
  private long step;

  private Placement(ItemFlow flow) {
    this.flow = flow;
    this.locations = flow.supply().locations();
    this.left = new long[locations.size()];
  }

  /** Parts of one group with units at one location. */
  private record Holding(Group group, int rank) {}

  /** Returns where the lines of an item have their units; the lines are in the order of their turns. */
  static Map<Part, Map<LocationId, Quantity>> of(ItemFlow flow, List<Part> parts) {
    Placement placement = new Placement(flow);
    if (placement.left.length > 1) {
      placement.place(parts);
    }
    Map<Part, Map<LocationId, Quantity>> byPart = new HashMap<>(parts.size() * 2);
    parts.forEach(part -> byPart.put(part, placement.answer(part)));
    return byPart;
  }

  private void place(List<Part> parts) {
    for (int rank = 0; rank < left.length; rank++) {
      left[rank] = flow.supply().units(rank);
    }
    flow.owners().forEach(this::keepOwn);
    parts.forEach(this::keepOthers);
    parts.forEach(this::complete);
  }

  /** Places what a line has and has not kept, in lots as far as no lot was changed since. */
  private void complete(Part part) {
    long missing = part.granted() - sum(part);
    if (missing > 0) {
      missing -= source(part, missing - missing % flow.lot());
      missing -= makeRoom(part, missing, flow.lot());
      makeRoom(part, missing, 1);
    }
  }

  private long sum(Part part) {
    return Arrays.stream(at(part)).sum();
  }

  private long[] at(Part part) {
    return placed.computeIfAbsent(part, key -> new long[left.length]);
  }

  /** Leaves what is a line's own where it is. */
  private void keepOwn(Part part) {
    Group group = flow.groupOf(part.line().terms());
    long units = part.ownTaken();
    for (int rank = 0; rank < left.length; rank++) {
      units -= flow.isOwn(part, rank, group) ? keep(part, rank, units) : 0;
    }
  }

  /** Leaves what else a line has where it is, as long as something is left there. */
  private void keepOthers(Part part) {
    Group group = flow.groupOf(part.line().terms());
    long units = part.granted() - part.ownTaken();
    for (int rank : group.ranks()) {
      units -= flow.isOwn(part, rank, group) ? 0 : keep(part, rank, units);
    }
  }

  private long keep(Part part, int rank, long most) {
    long here = Math.min(part.confirmedAt(locations.get(rank).id()), left[rank]);
    return put(part, rank, Math.min(most, here));
  }

  private long put(Part part, int rank, long units) {
    at(part)[rank] += units;
    left[rank] -= units;
    return units;
  }

  private long source(Part part, long wanted) {
    List<StockUnits> candidates = candidates(part);
    long there = candidates.stream().mapToLong(each -> each.quantity().units()).sum();
    long units = Math.min(wanted, there);
    if (units > 0) {
      Sourcing rule = flow.supply().sourcing().checked(Quantity.of(flow.lot()));
      for (StockUnits each : rule.source(Quantity.of(units), candidates)) {
        put(part, flow.rankOf(each.location()), each.quantity().units());
      }
    }
    return units;
  }

  private List<StockUnits> candidates(Part part) {
    List<StockUnits> candidates = new ArrayList<>();
    for (int rank : flow.groupOf(part.line().terms()).ranks()) {
      long units = left[rank] - left[rank] % flow.lot();
      if (units > 0) {
        LocationId id = locations.get(rank).id();
        candidates.add(StockUnits.of(flow.item().sku(), id, Quantity.of(units)));
      }
    }
    return candidates;
  }

  /** Moves others, so that units are left for a line where it is served; returns what it got. */
  private long makeRoom(Part part, long wanted, long atOnce) {
    Group group = flow.groupOf(part.line().terms());
    long missing = wanted;
    long moved = wanted;
    while (missing >= atOnce && moved > 0) {
      index(atOnce);
      Way way = new Way(group);
      moved = way.open(missing);
      missing -= put(part, way.end, moved);
      note(part, way.end);
    }
    return wanted - missing;
  }

  /** Finds who may be moved by so many units at once. */
  private void index(long atOnce) {
    if (step != atOnce) {
      step = atOnce;
      movable.clear();
      placed
          .keySet()
          .forEach(part -> IntStream.range(0, left.length).forEach(rank -> note(part, rank)));
    }
  }

  private void note(Part part, int rank) {
    Group group = flow.groupOf(part.line().terms());
    if (group.draws(rank) && movable(part, rank) > 0) {
      movable
          .computeIfAbsent(new Holding(group, rank), key -> new ArrayDeque<>())
          .push(part);
    }
  }

  /** The units of a line at a location that may be moved: what is in place stays there. */
  private long movable(Part part, int rank) {
    long stays = part.isInPlace() ? part.confirmedAt(locations.get(rank).id()) : 0;
    return inSteps(Math.max(0, at(part)[rank] - stays));
  }

  private long inSteps(long units) {
    return units - units % step;
  }

  /** A way by which units become left at a location of a group. */
  private final class Way {

    private final int[] before = new int[left.length];
    private final Holding[] mover = new Holding[left.length];
    private final Deque<Integer> open = new ArrayDeque<>();
    private int end;

    Way(Group group) {
      Arrays.fill(before, -2);
      for (int rank : group.ranks()) {
        before[rank] = -1;
        open.add(rank);
      }
    }

    /** Makes room for up to so many units, and returns for how many. */
    long open(long wanted) {
      while (!open.isEmpty()) {
        int rank = open.remove();
        if (left[rank] >= step) {
          return move(rank, Math.min(wanted, left[rank]));
        }
        movable.forEach((holding, parts) -> reach(rank, holding));
      }
      return 0;
    }

    private void reach(int from, Holding holding) {
      if (holding.rank == from && holder(holding).isPresent()) {
        for (int rank : holding.group.ranks()) {
          if (before[rank] == -2) {
            before[rank] = from;
            mover[rank] = holding;
            open.add(rank);
          }
        }
      }
    }

    private long move(int last, long wanted) {
      long units = inSteps(wanted);
      end = last;
      for (int rank = last; before[rank] >= 0; rank = before[rank]) {
        units = Math.min(units, movable(holder(mover[rank]).orElseThrow(), before[rank]));
        end = before[rank];
      }
      for (int rank = last; before[rank] >= 0; rank = before[rank]) {
        Part part = holder(mover[rank]).orElseThrow();
        at(part)[before[rank]] -= units;
        left[before[rank]] += units;
        put(part, rank, units);
        note(part, rank);
      }
      return units;
    }

    private Optional<Part> holder(Holding holding) {
      Deque<Part> parts = movable.get(holding);
      while (parts != null && !parts.isEmpty() && movable(parts.peek(), holding.rank) == 0) {
        parts.pop();
      }
      return parts == null ? Optional.empty() : Optional.ofNullable(parts.peek());
    }
  }

  private Map<LocationId, Quantity> answer(Part part) {
    Map<LocationId, Quantity> now = new TreeMap<>();
    long[] units = left.length == 1 ? new long[] {part.granted()} : at(part);
    for (int rank = 0; rank < units.length; rank++) {
      if (units[rank] > 0) {
        now.put(locations.get(rank).id(), Quantity.of(units[rank]));
      }
    }
    return now.equals(part.confirmedAt()) ? part.confirmedAt() : Collections.unmodifiableMap(now);
  }
}
