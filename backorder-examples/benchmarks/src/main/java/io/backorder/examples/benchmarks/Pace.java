package io.backorder.examples.benchmarks;

/** How much was done in how many seconds, over some stretches. */
final class Pace {

  private double seconds;
  private long done;

  void add(double took, long count) {
    seconds += took;
    done += count;
  }

  double perSecond() {
    return done / seconds;
  }
}
