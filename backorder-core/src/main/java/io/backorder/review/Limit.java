package io.backorder.review;

import io.backorder.statistics.Numbers;

/** The largest whole numbers that rules reckon with, so that no sum of them overflows. */
enum Limit {
  LEVEL(1_000_000_000_000_000L),
  POSITION(100_000_000_000_000_000L);

  private final long most;

  Limit(long most) {
    this.most = most;
  }

  long require(String name, long value) {
    if (value < -most || value > most) {
      throw Numbers.refused(name, "be at most %d in size".formatted(most), value);
    }
    return value;
  }
}
