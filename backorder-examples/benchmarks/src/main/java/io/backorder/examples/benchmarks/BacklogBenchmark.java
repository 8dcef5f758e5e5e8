package io.backorder.examples.benchmarks;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Builds a big backlog, keeps it, and drains it; keeps a small one too, in the same process. */
@BenchmarkMode(Mode.SingleShotTime)
public class BacklogBenchmark {

  private static final OrderBook NO_BOOK = new OrderBook(0);

  /** The backlogs of one iteration. */
  @State(Scope.Benchmark)
  public static class Waiting {

    /** Who keeps the queue. */
    @Param
    public Side side = Side.LIBRARY;

    /** Who is first. */
    @Param
    public Policy policy = Policy.FIFO;

    /** The lines of the big backlog. */
    @Param("1000000")
    public int many;

    /** The lines of the small backlog. */
    @Param("1000")
    public int few;

    /** The steady steps of each. */
    @Param("100000")
    public int steps;

    private BacklogScript big = BacklogScript.of(policy, 0, 0);
    private BacklogScript small = big;
    private Backlog bigBacklog = PlainBacklog.of(policy, NO_BOOK);
    private Backlog smallBacklog = bigBacklog;

    /** Writes the scripts. */
    @Setup
    public void write() {
      big = BacklogScript.of(policy, many, steps);
      small = BacklogScript.of(policy, few, steps);
    }

    /** Begins with nobody waiting. */
    @Setup(Level.Iteration)
    public void open() {
      big.renumber();
      small.renumber();
      bigBacklog = of(big.book());
      smallBacklog = of(small.book());
    }

    private Backlog of(OrderBook book) {
      return side == Side.PLAIN ? PlainBacklog.of(policy, book) : LibraryBacklog.of(policy, book);
    }

    /** Lets the backlogs go, so that the next ones have the heap for themselves. */
    @TearDown(Level.Iteration)
    public void close() {
      bigBacklog = PlainBacklog.of(policy, NO_BOOK);
      smallBacklog = bigBacklog;
    }
  }

  /** What each phase took. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Phases {

    private final Section build = new Section();
    private final Section steady = new Section();
    private final Section drain = new Section();
    private final Section few = new Section();
    private final Section rest = new Section();

    /** Forgets the iteration before. */
    @Setup(Level.Iteration)
    public void reset() {
      build.reset();
      steady.reset();
      drain.reset();
      few.reset();
    }

    Section ofMany(BacklogScript.Phase phase) {
      return switch (phase) {
        case BUILD -> build;
        case STEADY -> steady;
        case DRAIN -> drain;
        case FILL_UP -> rest;
      };
    }

    Section ofFew(BacklogScript.Phase phase) {
      return phase == BacklogScript.Phase.STEADY ? few : rest;
    }

    /**
     * Returns the orders placed to build the big backlog.
     *
     * @return the number
     */
    public long buildCount() {
      return build.count();
    }

    /**
     * Returns the CPU time of building.
     *
     * @return the time in nanoseconds
     */
    public long buildCpu() {
      return build.cpu();
    }

    /**
     * Returns what building allocated.
     *
     * @return the bytes
     */
    public long buildBytes() {
      return build.bytes();
    }

    /**
     * Returns the steps at the big backlog.
     *
     * @return the number
     */
    public long steadyCount() {
      return steady.count();
    }

    /**
     * Returns the CPU time of the steps at the big backlog.
     *
     * @return the time in nanoseconds
     */
    public long steadyCpu() {
      return steady.cpu();
    }

    /**
     * Returns what the steps at the big backlog allocated.
     *
     * @return the bytes
     */
    public long steadyBytes() {
      return steady.bytes();
    }

    /**
     * Returns the receipts that drained the big backlog.
     *
     * @return the number
     */
    public long drainCount() {
      return drain.count();
    }

    /**
     * Returns the CPU time of draining.
     *
     * @return the time in nanoseconds
     */
    public long drainCpu() {
      return drain.cpu();
    }

    /**
     * Returns what draining allocated.
     *
     * @return the bytes
     */
    public long drainBytes() {
      return drain.bytes();
    }

    /**
     * Returns the steps at the small backlog.
     *
     * @return the number
     */
    public long fewCount() {
      return few.count();
    }

    /**
     * Returns the CPU time of the steps at the small backlog.
     *
     * @return the time in nanoseconds
     */
    public long fewCpu() {
      return few.cpu();
    }

    /**
     * Returns what the steps at the small backlog allocated.
     *
     * @return the bytes
     */
    public long fewBytes() {
      return few.bytes();
    }
  }

  /**
   * Plays both scripts.
   *
   * @param waiting the backlogs
   * @param phases what it takes
   * @return the units filled
   */
  @Benchmark
  public long play(Waiting waiting, Phases phases) {
    long filled = waiting.small.play(waiting.smallBacklog, phases::ofFew);
    return filled + waiting.big.play(waiting.bigBacklog, phases::ofMany);
  }
}
