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
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.ThreadParams;

/** Places the orders of a flash sale. */
@BenchmarkMode(Mode.SingleShotTime)
public class HotSkuBenchmark {

  private static final Shop CLOSED = new QueueShop();

  /** Who sells what to whom. */
  public enum Sale {

    /** The plain shop sells one item. */
    PLAIN,

    /** The library sells one item, and one listener hears of it. */
    LIBRARY,

    /** The library sells one item, and nobody listens. */
    NO_LISTENERS,

    /** The library sells one item, and a hundred listeners hear of it. */
    HUNDRED_LISTENERS,

    /** The library sells an item of its own to each thread, and one listener hears of it. */
    ITEM_PER_THREAD;

    Shop open() {
      return switch (this) {
        case PLAIN -> new QueueShop();
        case NO_LISTENERS -> LibraryShop.withIdleListeners(0);
        case HUNDRED_LISTENERS -> LibraryShop.withIdleListeners(100);
        case LIBRARY, ITEM_PER_THREAD -> LibraryShop.withIdleListeners(1);
      };
    }

    String sku(int thread) {
      return "SKU-" + (this == ITEM_PER_THREAD ? thread : 0);
    }
  }

  /** The shop of one iteration. */
  @State(Scope.Benchmark)
  public static class Open {

    /** Who sells. */
    @Param
    public Sale sale = Sale.LIBRARY;

    /** The orders of all threads. */
    @Param("500000")
    public int orders;

    private Shop shop = CLOSED;

    /**
     * Opens with stock for half of the demand.
     *
     * @param params tells how many threads there are
     */
    @Setup(Level.Iteration)
    public void open(BenchmarkParams params) {
      shop = sale.open();
      int items = sale == Sale.ITEM_PER_THREAD ? params.getThreads() : 1;
      for (int item = 0; item < items; item++) {
        shop.receive("opening " + item, sale.sku(item), HotSku.stockFor(orders / items));
      }
    }

    /** Lets the shop go, so that the next one has the heap for itself. */
    @TearDown(Level.Iteration)
    public void close() {
      shop = CLOSED;
    }
  }

  /** The orders of one thread. */
  @State(Scope.Thread)
  public static class Customers {

    private HotSku workload = HotSku.of("none", 0, 0);

    /**
     * Writes the orders.
     *
     * @param open tells what is sold
     * @param thread tells which thread this is
     */
    @Setup(Level.Iteration)
    public void arrive(Open open, ThreadParams thread) {
      int index = thread.getThreadIndex();
      workload = HotSku.of(open.sale.sku(index), index, open.orders / thread.getThreadCount());
    }
  }

  /**
   * Places them all.
   *
   * @param open the shop
   * @param customers the orders
   * @param line where all threads start
   * @param meter what it takes
   * @return the units reserved
   * @throws InterruptedException if the run is stopped
   * @throws BrokenBarrierException if another thread's run was stopped
   */
  @Benchmark
  public long place(Open open, Customers customers, StartingLine line, Meter meter)
      throws InterruptedException, BrokenBarrierException {
    line.await();
    meter.start();
    long reserved = customers.workload.placeAll(open.shop);
    meter.stop(customers.workload.size());
    return reserved;
  }
}
