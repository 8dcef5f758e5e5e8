package io.backorder.examples.benchmarks;

import java.util.concurrent.BrokenBarrierException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.ThreadParams;

/** Lives through a normal day with many items. */
@BenchmarkMode(Mode.SingleShotTime)
public class LongTailBenchmark {

  private static final Shop.WithAfterSales CLOSED = new ListShop();

  /** The shop of one iteration. */
  @State(Scope.Benchmark)
  public static class Open {

    /** Who sells. */
    @Param
    public Side side = Side.LIBRARY;

    /** The items. */
    @Param("100000")
    public int items;

    /** The operations of all threads. */
    @Param("500000")
    public int operations;

    private String[] skus = {};
    private Generator.Zipf demand = LongTail.demand(1);
    private Shop.WithAfterSales shop = CLOSED;

    /** Writes the price list. */
    @Setup
    public void list() {
      skus = LongTail.skus(items);
      demand = LongTail.demand(items);
    }

    /** Opens with some stock of each item. */
    @Setup(Level.Iteration)
    public void open() {
      shop = side == Side.PLAIN ? new ListShop() : LibraryShop.withIdleListeners(1);
      LongTail.open(shop, skus);
    }

    /** Lets the shop go, so that the next one has the heap for itself. */
    @TearDown(Level.Iteration)
    public void close() {
      shop = CLOSED;
    }
  }

  /** What one thread does. */
  @State(Scope.Thread)
  public static class Day {

    private LongTail workload = LongTail.of(new String[0], LongTail.demand(1), 0, 0);

    /**
     * Writes down what is to be done.
     *
     * @param open tells what is sold
     * @param thread tells which thread this is
     */
    @Setup(Level.Iteration)
    public void plan(Open open, ThreadParams thread) {
      workload = LongTail.of(
          open.skus,
          open.demand,
          thread.getThreadIndex(),
          open.operations / thread.getThreadCount());
    }
  }

  /**
   * Does it all.
   *
   * @param open the shop
   * @param day what is to be done
   * @param line where all threads start
   * @param meter what it takes
   * @return the units reserved at once
   * @throws InterruptedException if the run is stopped
   * @throws BrokenBarrierException if another thread's run was stopped
   */
  @Benchmark
  public long live(Open open, Day day, StartingLine line, Meter meter)
      throws InterruptedException, BrokenBarrierException {
    line.await();
    meter.start();
    long reserved = day.workload.live(open.shop);
    meter.stop(day.workload.size());
    return reserved;
  }
}
