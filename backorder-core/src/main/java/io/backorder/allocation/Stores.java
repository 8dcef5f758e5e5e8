package io.backorder.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What lines that share draw on, in whole lots: all usable units together, the free units at each
 * location, and the pools of guards. A line draws on several chains of stores at once, and in each on
 * the first that has anything left. This type is good for one allocation.
 */
final class Stores {

  private static final int USABLE = 0;

  private final long lot;
  private final int locations;
  private final long[] left;
  private final List<int[]> chains = new ArrayList<>();
  private final Map<List<Integer>, Integer> known = new HashMap<>();
  private final List<Sharer> sharers = new ArrayList<>();
  private final List<Draw> draws = new ArrayList<>();
  private int[] heads = {};

  /** The usable units, those free at each location, and those of every pool. */
  Stores(long lot, int locations, long[] left) {
    this.lot = lot;
    this.locations = locations;
    this.left = left;
    left[USABLE] -= left[USABLE] % lot;
    for (int rank = 0; rank < locations; rank++) {
      left[1 + rank] -= left[1 + rank] % lot;
    }
  }

  long lot() {
    return lot;
  }

  /** Has a line draw on all usable units, and on chains of stores given by their numbers. */
  void admit(Sharer sharer, List<List<Integer>> its) {
    int[] ids = new int[its.size() + 1];
    ids[0] = id(List.of(USABLE));
    for (int i = 0; i < its.size(); i++) {
      ids[i + 1] = id(its.get(i));
    }
    sharer.drawOn(ids, locations);
    sharers.add(sharer);
  }

  /** Units that a line draws at once. */
  record Draw(Sharer sharer, long units) {}

  private int id(List<Integer> stores) {
    return known.computeIfAbsent(stores, key -> {
      chains.add(key.stream().mapToInt(store -> store).toArray());
      return chains.size() - 1;
    });
  }

  /** Finds the first store of every chain that has anything left. */
  void begin() {
    heads = new int[chains.size()];
    for (int chain = 0; chain < heads.length; chain++) {
      heads[chain] = -1;
      for (int store : chains.get(chain)) {
        if (left[store] > 0) {
          heads[chain] = store;
          break;
        }
      }
    }
  }

  /** Tells whether the first stores suffice for all steps of a level and below. */
  boolean carry(List<Sharer> sharers, Measure measure, long level) {
    long[] budget = left.clone();
    for (Sharer each : sharers) {
      long units = each.stepsWithin(measure.reach(each, lot, level), lot);
      for (int chain : each.chains()) {
        int head = heads[chain];
        if (units > 0 && (head < 0 || (budget[head] -= units) < 0)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Tells whether a line can draw so many units, perhaps from several stores of a chain. */
  boolean suffice(Sharer sharer, long units) {
    for (int chain : sharer.chains()) {
      long missing = units;
      for (int store : chains.get(chain)) {
        missing -= Math.min(missing, left[store]);
      }
      if (missing > 0) {
        return false;
      }
    }
    return true;
  }

  /** Gives a line units that the stores suffice for. */
  void give(Sharer sharer, long units) {
    boolean isEdge = false;
    for (int chain : sharer.chains()) {
      long missing = units;
      for (int store : chains.get(chain)) {
        long drawn = Math.min(missing, left[store]);
        left[store] -= drawn;
        missing -= drawn;
        if (store > locations && drawn > 0 && left[store] == 0) {
          drawAllBut(sharer, store);
          isEdge = true;
        } else if (store > USABLE && store <= locations) {
          sharer.taken()[store - 1] += drawn;
        }
      }
    }
    sharer.give(units);
    if (isEdge) {
      draw(sharer);
    }
  }

  /** Has all others that may draw on a pool draw what they have got. */
  private void drawAllBut(Sharer last, int pool) {
    for (Sharer each : sharers) {
      if (each != last && mayDrawOn(each, pool)) {
        draw(each);
      }
    }
  }

  private boolean mayDrawOn(Sharer sharer, int pool) {
    return Arrays.stream(sharer.chains())
        .flatMap(chain -> Arrays.stream(chains.get(chain)))
        .anyMatch(store -> store == pool);
  }

  private void draw(Sharer sharer) {
    long units = sharer.takeUndrawn();
    if (units > 0) {
      draws.add(new Draw(sharer, units));
    }
  }

  /**
   * What lines draw, in an order in which each draws on the pools on which it was found to draw: who may
   * draw on a pool has drawn all it has got by when the pool runs dry, the one that empties it last. In
   * between the order does not matter.
   */
  List<Draw> draws() {
    sharers.forEach(this::draw);
    return draws;
  }

  @Override
  public String toString() {
    return Arrays.toString(left);
  }
}
