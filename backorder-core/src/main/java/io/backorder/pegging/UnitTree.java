package io.backorder.pegging;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Numbers of units in a row, with their sums: an immutable binary tree over a fixed range of indices. A copy
 * with one number replaced shares all but one path.
 */
final class UnitTree {

  private final long sum;
  private final int size;
  private final @Nullable UnitTree left;
  private final @Nullable UnitTree right;

  private UnitTree(long units) {
    this.sum = units;
    this.size = 1;
    this.left = null;
    this.right = null;
  }

  private UnitTree(UnitTree left, UnitTree right) {
    this.sum = left.sum + right.sum;
    this.size = left.size + right.size;
    this.left = left;
    this.right = right;
  }

  /** Returns the tree of some numbers, at least one, of which the sum is a long. */
  static UnitTree of(long... units) {
    return of(units, 0, units.length);
  }

  private static UnitTree of(long[] units, int from, int to) {
    if (to - from == 1) {
      return new UnitTree(units[from]);
    }
    int middle = (from + to) >>> 1;
    return new UnitTree(of(units, from, middle), of(units, middle, to));
  }

  private UnitTree left() {
    return requireNonNull(left, "left");
  }

  private UnitTree right() {
    return requireNonNull(right, "right");
  }

  long sum() {
    return sum;
  }

  /** Returns the sum of all numbers before an index. */
  long before(int index) {
    if (index <= 0) {
      return 0;
    }
    if (index >= size) {
      return sum;
    }
    return index <= left().size
        ? left().before(index)
        : left().sum + right().before(index - left().size);
  }

  /** Returns the index at which a unit lies, units being counted from zero; it is below the sum. */
  int find(long unit) {
    if (size == 1) {
      return 0;
    }
    return unit < left().sum ? left().find(unit) : left().size + right().find(unit - left().sum);
  }

  /** Returns the number at an index. */
  long at(int index) {
    return before(index + 1) - before(index);
  }

  /** Returns a copy with one number replaced. */
  UnitTree with(int index, long units) {
    if (size == 1) {
      return new UnitTree(units);
    }
    return index < left().size
        ? new UnitTree(left().with(index, units), right())
        : new UnitTree(left(), right().with(index - left().size, units));
  }

  /** Returns the length of the longest path, which bounds the steps of every operation. */
  int depth() {
    return size == 1 ? 1 : 1 + Math.max(left().depth(), right().depth());
  }
}
