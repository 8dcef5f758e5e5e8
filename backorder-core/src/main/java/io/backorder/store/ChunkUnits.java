package io.backorder.store;

import java.util.Arrays;

/**
 * Units of the chunks of a queue, with their sums: a Fenwick tree (Fenwick 1994). The sums are made when
 * somebody asks for one, and made anew once chunks were put between others or taken away.
 */
final class ChunkUnits {

  private static final long[] NONE = {};

  private long[] units = new long[1];
  private long[] sums = NONE; // at i the units of as many chunks before i as its lowest bit says
  private int size;

  /** Puts a chunk before the one that has an index, or behind all of them. */
  void insert(int index, long of) {
    if (size == units.length) {
      units = Arrays.copyOf(units, 2 * size);
      sums = NONE;
    }
    System.arraycopy(units, index, units, index + 1, size - index);
    units[index] = of;
    size++;
    if (index < size - 1) {
      sums = NONE;
    } else if (sums != NONE) {
      sum(size);
    }
  }

  /** Takes chunks away. */
  void remove(int from, int to) {
    System.arraycopy(units, to, units, from, size - to);
    size -= to - from;
    sums = NONE;
  }

  void move(int index, long more) {
    units[index] += more;
    if (sums != NONE) {
      for (int i = index + 1; i <= size; i += Integer.lowestOneBit(i)) {
        sums[i] += more;
      }
    }
  }

  /** Returns the units of all chunks before an index. */
  long before(int index) {
    if (sums == NONE) {
      sums = new long[units.length + 1];
      for (int i = 1; i <= size; i++) {
        sum(i);
      }
    }
    long sum = 0;
    for (int i = index; i > 0; i -= Integer.lowestOneBit(i)) {
      sum += sums[i];
    }
    return sum;
  }

  private void sum(int i) {
    sums[i] = units[i - 1];
    for (int part = 1; part < Integer.lowestOneBit(i); part <<= 1) {
      sums[i] += sums[i - part];
    }
  }
}
