package io.backorder.examples.benchmarks;

import io.backorder.Inventory;
import io.backorder.ledger.LedgerRecord;
import java.util.List;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Posts the documents of a normal day, and replays the ledger that they left. */
@BenchmarkMode(Mode.SingleShotTime)
public class ReplayBenchmark {

  /** The documents. */
  @State(Scope.Benchmark)
  public static class Day {

    /** The items. */
    @Param("100000")
    public int items;

    /** The operations. */
    @Param("500000")
    public int operations;

    private String[] skus = {};
    private LongTail workload = LongTail.of(skus, LongTail.demand(1), 0, 0);

    /** Writes down what is to be done. */
    @Setup(Level.Iteration)
    public void plan() {
      skus = LongTail.skus(items);
      workload = LongTail.of(skus, LongTail.demand(items), 0, operations);
    }
  }

  /** What posting and replaying took. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Both {

    private final Section post = new Section();
    private final Section replay = new Section();

    /** Forgets the iteration before. */
    @Setup(Level.Iteration)
    public void reset() {
      post.reset();
      replay.reset();
    }

    /**
     * Returns the documents posted.
     *
     * @return the number
     */
    public long postCount() {
      return post.count();
    }

    /**
     * Returns the CPU time of posting.
     *
     * @return the time in nanoseconds
     */
    public long postCpu() {
      return post.cpu();
    }

    /**
     * Returns what posting allocated.
     *
     * @return the bytes
     */
    public long postBytes() {
      return post.bytes();
    }

    /**
     * Returns the documents replayed.
     *
     * @return the number
     */
    public long replayCount() {
      return replay.count();
    }

    /**
     * Returns the CPU time of replaying.
     *
     * @return the time in nanoseconds
     */
    public long replayCpu() {
      return replay.cpu();
    }

    /**
     * Returns what replaying allocated.
     *
     * @return the bytes
     */
    public long replayBytes() {
      return replay.bytes();
    }
  }

  /**
   * Posts, then replays.
   *
   * @param day the documents
   * @param both what it takes
   * @return the inventory that replay made
   */
  @Benchmark
  public Inventory replay(Day day, Both both) {
    LibraryShop shop = LibraryShop.withIdleListeners(0);
    both.post.start();
    LongTail.open(shop, day.skus);
    day.workload.live(shop);
    both.post.stop(day.skus.length + day.workload.size());
    List<LedgerRecord> records = shop.inventory().ledger().after(0, Integer.MAX_VALUE);
    both.replay.start();
    Inventory replayed = Inventory.inMemory().replaying(records).build();
    both.replay.stop(day.skus.length + day.workload.size());
    return replayed;
  }
}
