package io.backorder.examples.benchmarks;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What one thread's work took, reported with the result of the benchmark. */
@AuxCounters(AuxCounters.Type.EVENTS)
@State(Scope.Thread)
public class Meter {

  private final Section work = new Section();

  /** Forgets the iteration before. */
  @Setup(Level.Iteration)
  public void reset() {
    work.reset();
  }

  void start() {
    work.start();
  }

  void stop(long operations) {
    work.stop(operations);
  }

  /**
   * Returns the operations.
   *
   * @return the number
   */
  public long workCount() {
    return work.count();
  }

  /**
   * Returns the CPU time of the thread.
   *
   * @return the time in nanoseconds
   */
  public long workCpu() {
    return work.cpu();
  }

  /**
   * Returns the time on the wall.
   *
   * @return the time in nanoseconds
   */
  public long workWall() {
    return work.wall();
  }

  /**
   * Returns what the thread allocated.
   *
   * @return the bytes
   */
  public long workBytes() {
    return work.bytes();
  }
}
