package io.backorder.examples.benchmarks;

import io.backorder.examples.benchmarks.PromisedLines.Entry;
import io.backorder.reallocation.Reallocation;
import io.backorder.reallocation.ReallocationPlan;
import java.util.Arrays;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Shares promised units of many items out anew, and sorts the same lines by item and place. */
@BenchmarkMode(Mode.SingleShotTime)
public class ReallocationBenchmark {

  /** The lines. */
  @State(Scope.Benchmark)
  public static class Lines {

    /** How many there are. */
    @Param("1000000")
    public int lines;

    /** How many items they are of. */
    @Param("10000")
    public int items;

    private PromisedLines promised = PromisedLines.of(0, 1);
    private Entry[] shuffled = {};

    /** Makes the lines. */
    @Setup(Level.Trial)
    public void make() {
      promised = PromisedLines.of(lines, items);
      shuffled = promised.shuffled();
    }
  }

  /** What running and sorting took. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Both {

    private final Section run = new Section();
    private final Section sort = new Section();

    /** Forgets the iteration before. */
    @Setup(Level.Iteration)
    public void reset() {
      run.reset();
      sort.reset();
    }

    /**
     * Returns the lines that took part.
     *
     * @return the number
     */
    public long runCount() {
      return run.count();
    }

    /**
     * Returns the CPU time of the run.
     *
     * @return the time in nanoseconds
     */
    public long runCpu() {
      return run.cpu();
    }

    /**
     * Returns what the run allocated.
     *
     * @return the bytes
     */
    public long runBytes() {
      return run.bytes();
    }

    /**
     * Returns the lines sorted.
     *
     * @return the number
     */
    public long sortCount() {
      return sort.count();
    }

    /**
     * Returns the CPU time of sorting.
     *
     * @return the time in nanoseconds
     */
    public long sortCpu() {
      return sort.cpu();
    }

    /**
     * Returns what sorting allocated.
     *
     * @return the bytes
     */
    public long sortBytes() {
      return sort.bytes();
    }
  }

  /**
   * Runs, then sorts.
   *
   * @param lines the lines
   * @param both what it takes
   * @return the plan and the sorted lines
   */
  @Benchmark
  public Object[] run(Lines lines, Both both) {
    both.run.start();
    ReallocationPlan plan = Reallocation.run(lines.promised.snapshot(), lines.promised.rules());
    both.run.stop(lines.shuffled.length);
    Entry[] sorted = lines.shuffled.clone();
    both.sort.start();
    Arrays.sort(sorted, Entry.BY_ITEM_AND_PLACE);
    both.sort.stop(sorted.length);
    return new Object[] {plan, sorted};
  }
}
