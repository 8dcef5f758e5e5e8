package io.backorder.allocation;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.DeliveryRule;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.PolicyViolationException;
import io.backorder.stock.Location;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.StockUnits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The free units of one item in one allocation, and what has been granted of them.
 *
 * <p>A shelf knows which locations serve a line, what is withheld as buffer, and that an item is
 * reserved in whole lots. It is good for one allocation and one thread.
 */
public final class Shelf {

  private final List<Location> locations;
  private final long[] free;
  private final List<Grant> grants = new ArrayList<>(2);
  private Sourcing sourcing = Sourcing.rank();
  private List<Guard.Pools> pools = List.of();
  private long usable;
  private long lot = 1;

  private Shelf(List<Location> locations, long[] free) {
    this.locations = locations;
    this.free = free;
    for (long units : free) {
      this.usable += units;
    }
  }

  /**
   * Returns a shelf with the given free units, sold singly, without buffer, sourced by rank.
   *
   * @param locations the locations, in rank order
   * @param free the free units at each location, each zero or more, with a sum that a {@code long}
   *     holds; units at an inactive location must not be given
   * @return the shelf
   */
  public static Shelf of(List<Location> locations, long[] free) {
    return new Shelf(locations, free.clone());
  }

  /**
   * Withholds units from this allocation, over all locations together.
   *
   * @param buffer the units to withhold
   * @return this shelf
   */
  public Shelf withholding(Quantity buffer) {
    usable = Math.max(0, usable - buffer.units());
    return this;
  }

  /**
   * Has units granted in whole lots at each location.
   *
   * @param units the units of one lot, at least 1
   * @return this shelf
   */
  public Shelf inLotsOf(Quantity units) {
    lot = units.units();
    return this;
  }

  /**
   * Has locations chosen by another rule.
   *
   * @param rule the rule
   * @return this shelf
   */
  public Shelf sourcedBy(Sourcing rule) {
    sourcing = requireNonNull(rule, "sourcing");
    return this;
  }

  /**
   * Has lines draw on pools as well, each only as far as its pools reach. What is granted is taken off
   * copies of them.
   *
   * @param guarded the pools of a guard
   * @return this shelf
   */
  public Shelf rationedBy(List<Guard.Pools> guarded) {
    pools =
        guarded.isEmpty() ? List.of() : guarded.stream().map(Guard.Pools::copy).toList();
    return this;
  }

  /**
   * Tells whether nothing is left that could be granted.
   *
   * @return true if less than a lot is usable
   */
  public boolean isEmpty() {
    return usable < lot;
  }

  /**
   * Returns the units left to grant, over all locations.
   *
   * @return the usable units, whole lots
   */
  public Quantity usable() {
    return Quantity.of(usable - usable % lot);
  }

  /**
   * Returns the most units that a line may be granted now: no more than it waits for, no more than
   * lies free in whole lots at locations that serve it, no fewer than its order takes at least, and
   * everything or nothing for a line that is delivered complete.
   *
   * @param line the line
   * @return the units, zero or more
   */
  public Quantity usableBy(WaitingLine line) {
    return admissible(line, Quantity.of(reachable(line)));
  }

  /**
   * Returns the units that a line may be granted now if it is to have no more than a given number.
   *
   * @param line the line
   * @param most the number
   * @return the units, zero or more
   */
  public Quantity admissible(WaitingLine line, Quantity most) {
    long wanted = line.waiting().units();
    long units = Math.min(line.atOnce().units(), most.units());
    units -= units % lot;
    return units < wanted && units < smallestStep(line) ? Quantity.ZERO : Quantity.of(units);
  }

  /** The fewest units that a line may be granted: a lot, what it takes at least, or all of it. */
  long smallestStep(WaitingLine line) {
    long wanted = line.waiting().units();
    long least = Math.min(wanted, Math.max(lot, line.terms().atLeast().units()));
    long part = least % lot;
    long inLots = part == 0 ? least : wanted - (least - part) < lot ? wanted : least - part + lot;
    return line.terms().delivery() == DeliveryRule.PARTIAL ? inLots : wanted;
  }

  private long reachable(WaitingLine line) {
    long units = 0;
    for (int rank = 0; rank < free.length; rank++) {
      if (free[rank] >= lot && serves(rank, line)) {
        units += free[rank] - free[rank] % lot;
      }
    }
    return allowed(line, Math.min(units, usable - usable % lot));
  }

  /** What the pools leave of so many units. */
  private long allowed(WaitingLine line, long units) {
    long most = units;
    for (Guard.Pools each : pools) {
      most = Math.min(most, each.left(line.terms()));
    }
    return most - most % lot;
  }

  private boolean serves(int rank, WaitingLine line) {
    return locations.get(rank).serves(line.terms().channel());
  }

  /**
   * Grants units to a line, from the locations that the sourcing rule chooses.
   *
   * @param line the line
   * @param quantity the units, at least 1 and at most {@link #usableBy}, in whole lots
   * @throws PolicyViolationException if the quantity is not admissible, or the sourcing rule breaks
   *     its contract
   */
  public void grant(WaitingLine line, Quantity quantity) {
    Quantity most = usableBy(line);
    if (quantity.isZero() || !admissible(line, quantity.min(most)).equals(quantity)) {
      throw new PolicyViolationException(
          ErrorCode.POLICY_VIOLATION,
          "grant to line %s must be 1 to %s units in lots of %d: %s"
              .formatted(line.id(), most, lot, quantity),
          Facts.of("line", line.id()).and("asked", quantity).and("allowed", most));
    }
    if (free.length == 1) {
      grantAt(0, line, quantity);
      return;
    }
    for (StockUnits units : sources(line, quantity)) {
      take(line, units);
    }
  }

  private void grantAt(int rank, WaitingLine line, Quantity quantity) {
    free[rank] -= quantity.units();
    usable -= quantity.units();
    pools.forEach(each -> each.take(line.terms(), quantity.units()));
    grants.add(new Grant(line, locations.get(rank).id(), quantity));
  }

  private List<StockUnits> sources(WaitingLine line, Quantity quantity) {
    List<StockUnits> candidates = new ArrayList<>(free.length);
    for (int rank = 0; rank < free.length; rank++) {
      if (free[rank] >= lot && serves(rank, line)) {
        Quantity there = Quantity.of(free[rank] - free[rank] % lot);
        candidates.add(StockUnits.of(line.sku(), locations.get(rank).id(), there));
      }
    }
    if (candidates.size() == 1) {
      StockUnits only = candidates.get(0);
      return List.of(StockUnits.of(only.sku(), only.location(), quantity));
    }
    return new CheckedSourcing(sourcing, Quantity.of(lot)).source(quantity, candidates);
  }

  /**
   * Grants units at one location to a line, if they lie free there, the location serves the line, and
   * the units are whole lots.
   *
   * @param line the line
   * @param units the units and their location
   * @return true if they were granted, false if nothing was changed
   */
  public boolean take(WaitingLine line, StockUnits units) {
    if (units.quantity().compareTo(usableAt(line, units.location())) > 0
        || units.quantity().units() % lot != 0) {
      return false;
    }
    grantAt(rankOf(units.location()), line, units.quantity());
    return true;
  }

  /**
   * Returns the units at one location that a line could be granted now.
   *
   * @param line the line
   * @param location the location
   * @return the units, whole lots; zero where the location is unknown or does not serve the line
   */
  public Quantity usableAt(WaitingLine line, LocationId location) {
    int rank = rankOf(location);
    if (rank < 0 || !serves(rank, line)) {
      return Quantity.ZERO;
    }
    long there = Math.min(free[rank] - free[rank] % lot, usable - usable % lot);
    return Quantity.of(allowed(line, there));
  }

  /** What lines that share draw on: the usable units, those of each location, those of each pool. */
  Stores stores() {
    long[] left = LongStream.concat(
            LongStream.concat(LongStream.of(usable), Arrays.stream(free)),
            pools.stream().flatMapToLong(each -> Arrays.stream(each.left())))
        .toArray();
    return new Stores(lot, free.length, left);
  }

  /** The stores that a line draws on: locations by rank, and what each guard lets it draw on. */
  List<List<Integer>> storesOf(WaitingLine line) {
    List<List<Integer>> stores = new ArrayList<>(1 + pools.size());
    stores.add(IntStream.range(0, free.length)
        .filter(rank -> free[rank] >= lot && serves(rank, line))
        .mapToObj(rank -> rank + 1)
        .toList());
    int first = 1 + free.length;
    for (Guard.Pools each : pools) {
      int offset = first;
      stores.add(each.of(line.terms()).stream().map(pool -> pool + offset).toList());
      first += each.left().length;
    }
    return stores;
  }

  /** Grants units to a line from where they were found; what is granted is taken off the finds. */
  void takeByRank(WaitingLine line, long units, long[] finds) {
    long left = units;
    for (int rank = 0; rank < finds.length; rank++) {
      long here = Math.min(left, finds[rank]);
      if (here > 0) {
        grantAt(rank, line, Quantity.of(here));
        finds[rank] -= here;
        left -= here;
      }
    }
  }

  /** This shelf as it is now, without pools. */
  Shelf unrationed() {
    Shelf copy = new Shelf(locations, free.clone()).sourcedBy(sourcing);
    copy.usable = usable;
    copy.lot = lot;
    return copy;
  }

  /** Grants up to so many units of the first that were found, and returns how many. */
  long take(Deque<Grant> found, long most) {
    Grant first = found.remove();
    long units = Math.min(most, first.quantity().units());
    if (units < first.quantity().units()) {
      found.push(
          new Grant(first.line(), first.location(), first.quantity().minus(Quantity.of(units))));
    }
    grantAt(rankOf(first.location()), first.line(), Quantity.of(units));
    return units;
  }

  private int rankOf(LocationId location) {
    for (int rank = 0; rank < free.length; rank++) {
      if (locations.get(rank).id().equals(location)) {
        return rank;
      }
    }
    return -1;
  }

  /**
   * Returns the plan of all grants made so far.
   *
   * @return the plan
   */
  public AllocationPlan plan() {
    return AllocationPlan.of(grants);
  }

  @Override
  public String toString() {
    return "%d usable units, %d grants".formatted(usable, grants.size());
  }
}
