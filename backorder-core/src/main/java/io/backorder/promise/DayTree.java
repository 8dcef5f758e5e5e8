package io.backorder.promise;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What comes less what is promised, by day: an immutable search tree that knows the sum of each part of it, and
 * the lowest of its running sums. Its shape depends on the days alone (a treap whose priorities are the days,
 * mixed), so that it is balanced whatever the order in which they come.
 */
final class DayTree {

  private final long day;
  private final long net;
  private final @Nullable DayTree left;
  private final @Nullable DayTree right;
  private final long sum;
  private final long low;

  private DayTree(long day, long net, @Nullable DayTree left, @Nullable DayTree right) {
    this.day = day;
    this.net = net;
    this.left = left;
    this.right = right;
    long here = sum(left) + net;
    this.sum = here + sum(right);
    long lowest = right == null ? here : Math.min(here, here + right.low);
    this.low = left == null ? lowest : Math.min(left.low, lowest);
  }

  private static long sum(@Nullable DayTree tree) {
    return tree == null ? 0 : tree.sum;
  }

  /** Returns the tree with so much more on a day, or less. */
  static DayTree with(@Nullable DayTree tree, long day, long net) {
    if (tree == null) {
      return new DayTree(day, net, null, null);
    }
    if (day == tree.day) {
      return new DayTree(day, tree.net + net, tree.left, tree.right);
    }
    return day < tree.day
        ? tree.raisingLeft(with(tree.left, day, net))
        : tree.raisingRight(with(tree.right, day, net));
  }

  private DayTree raisingLeft(DayTree child) {
    return child.priority() > priority()
        ? new DayTree(child.day, child.net, child.left, new DayTree(day, net, child.right, right))
        : new DayTree(day, net, child, right);
  }

  private DayTree raisingRight(DayTree child) {
    return child.priority() > priority()
        ? new DayTree(child.day, child.net, new DayTree(day, net, left, child.left), child.right)
        : new DayTree(day, net, left, child);
  }

  /** The day's bits, mixed so that neighbours differ (the finaliser of SplitMix64). */
  private long priority() {
    long mixed = day + 0x9e3779b97f4a7c15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }

  /** Returns the sum up to a day and with it. */
  static long sum(@Nullable DayTree tree, long day) {
    long sum = 0;
    DayTree node = tree;
    while (node != null) {
      if (node.day <= day) {
        sum += sum(node.left) + node.net;
        node = node.right;
      } else {
        node = node.left;
      }
    }
    return sum;
  }

  /** Returns the lowest of the sums up to a day and up to each day after it. */
  static long lowest(@Nullable DayTree tree, long day) {
    long sum = 0;
    long lowest = Long.MAX_VALUE;
    DayTree node = tree;
    while (node != null) {
      long here = sum + sum(node.left) + node.net;
      if (node.day <= day) {
        sum = here;
        node = node.right;
      } else {
        lowest =
            Math.min(lowest, node.right == null ? here : Math.min(here, here + node.right.low));
        node = node.left;
      }
    }
    return Math.min(lowest, sum);
  }

  /** Returns the first day of the tree from which on no sum is below a number; empty if the last one is. */
  static Optional<Long> firstFrom(@Nullable DayTree tree, long number) {
    long sum = 0;
    DayTree next = null;
    DayTree node = tree;
    while (node != null) {
      long here = sum + sum(node.left) + node.net;
      if (node.right != null && here + node.right.low < number) {
        sum = here;
        node = node.right;
      } else if (here < number) {
        next = node.right == null ? next : node.right.leftmost();
        node = null;
      } else {
        next = node;
        node = node.left;
      }
    }
    return Optional.ofNullable(next).map(found -> found.day);
  }

  private DayTree leftmost() {
    return left == null ? this : left.leftmost();
  }

  /** Returns the length of the longest path, which bounds the steps of every operation. */
  int depth() {
    return 1 + Math.max(left == null ? 0 : left.depth(), right == null ? 0 : right.depth());
  }
}
