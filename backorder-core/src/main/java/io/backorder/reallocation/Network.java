package io.backorder.reallocation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * How many units groups of lines can draw from locations together. Where a location is empty, a group
 * that draws on it may be moved to another, so that what is refused is refused by every way of drawing
 * (augmenting paths: Ford and Fulkerson 1956).
 */
final class Network {

  private final long[] left;
  private final List<Group> groups = new ArrayList<>(1);
  private long usable;

  Network(int locations) {
    this.left = new long[locations];
  }

  /** Sets what lies at the locations, and how much of it may be drawn in all. */
  void fill(long[] units, long most) {
    System.arraycopy(units, 0, left, 0, left.length);
    usable = most;
    groups.forEach(group -> Arrays.fill(group.drawn, 0));
  }

  /** Lines that are served from the same locations. */
  static final class Group {

    private final int[] ranks;
    private final long[] drawn;

    private Group(int[] ranks, int locations) {
      this.ranks = ranks;
      this.drawn = new long[locations];
    }

    int[] ranks() {
      return ranks;
    }

    boolean draws(int rank) {
      return Arrays.binarySearch(ranks, rank) >= 0;
    }
  }

  /** Returns the group that is served from some locations, by rank. */
  Group group(int[] ranks) {
    for (Group each : groups) {
      if (Arrays.equals(each.ranks, ranks)) {
        return each;
      }
    }
    Group group = new Group(ranks, left.length);
    groups.add(group);
    return group;
  }

  /** Draws units for a group, and returns how many there were. */
  long draw(Group group, long wanted) {
    long most = Math.min(wanted, usable);
    long drawn = 0;
    long step = 1;
    while (drawn < most && step > 0) {
      step = drawOnce(group, most - drawn);
      drawn += step;
    }
    usable -= drawn;
    return drawn;
  }

  /** Gives back units that a group has drawn. */
  void giveBack(Group group, long units) {
    long missing = units;
    for (int i = group.ranks.length - 1; i >= 0 && missing > 0; i--) {
      int rank = group.ranks[i];
      long here = Math.min(missing, group.drawn[rank]);
      group.drawn[rank] -= here;
      left[rank] += here;
      missing -= here;
    }
    usable += units;
  }

  private long drawOnce(Group group, long wanted) {
    for (int rank : group.ranks) {
      if (left[rank] > 0) {
        long units = Math.min(wanted, left[rank]);
        left[rank] -= units;
        group.drawn[rank] += units;
        return units;
      }
    }
    return left.length > 1 && groups.size() > 1 ? new Search(group).draw(wanted) : 0;
  }

  /** A way to a location with units left, over groups that can draw on another one. */
  private final class Search {

    private final Group first;
    private final int[] before = new int[left.length];
    private final Group[] mover = new Group[left.length];
    private final Deque<Integer> open = new ArrayDeque<>();

    Search(Group first) {
      this.first = first;
      Arrays.fill(before, -2);
      for (int rank : first.ranks) {
        before[rank] = -1;
        open.add(rank);
      }
    }

    long draw(long wanted) {
      while (!open.isEmpty()) {
        int rank = open.remove();
        if (left[rank] > 0) {
          return drawBy(rank, wanted);
        }
        groups.stream().filter(group -> group.drawn[rank] > 0).forEach(group -> reach(rank, group));
      }
      return 0;
    }

    private void reach(int from, Group group) {
      for (int rank : group.ranks) {
        if (before[rank] == -2) {
          before[rank] = from;
          mover[rank] = group;
          open.add(rank);
        }
      }
    }

    private long drawBy(int last, long wanted) {
      long units = Math.min(wanted, left[last]);
      for (int rank = last; before[rank] >= 0; rank = before[rank]) {
        units = Math.min(units, mover[rank].drawn[before[rank]]);
      }
      left[last] -= units;
      int rank = last;
      while (before[rank] >= 0) {
        mover[rank].drawn[rank] += units;
        mover[rank].drawn[before[rank]] -= units;
        rank = before[rank];
      }
      first.drawn[rank] += units;
      return units;
    }
  }
}
