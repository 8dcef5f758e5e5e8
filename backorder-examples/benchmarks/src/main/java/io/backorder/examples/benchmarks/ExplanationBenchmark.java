package io.backorder.examples.benchmarks;

import io.backorder.Inventory;
import io.backorder.demand.OrderLineId;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Explains lines of a long queue and of a short one, in the same process: every second one of the first
 * hundred in line, where changes are tried out, the others anywhere.
 */
@BenchmarkMode(Mode.SingleShotTime)
public class ExplanationBenchmark {

  private static final int NEAR = 100;

  /** The queues. */
  @State(Scope.Benchmark)
  public static class Waiting {

    /** The lines of the long queue. */
    @Param("1000000")
    public int many;

    /** The lines of the short queue. */
    @Param("1000")
    public int few;

    /** The lines of each that are explained. */
    @Param("4000")
    public int steps;

    private OrderBook longBook = new OrderBook(0);
    private OrderBook shortBook = longBook;
    private Inventory longQueue = Inventory.inMemory().build();
    private Inventory shortQueue = longQueue;

    /** Lets everybody wait. */
    @Setup(Level.Trial)
    public void place() {
      longBook = book(many);
      shortBook = book(few);
      longQueue = waiting(longBook);
      shortQueue = waiting(shortBook);
    }

    private static OrderBook book(int orders) {
      OrderBook book = new OrderBook(orders);
      book.renumber();
      return book;
    }

    private static Inventory waiting(OrderBook book) {
      LibraryBacklog backlog = LibraryBacklog.of(Policy.FIFO, book);
      for (int order = 0; order < book.size(); order++) {
        backlog.place(order);
      }
      return backlog.inventory();
    }
  }

  /** What explaining took in each queue. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Both {

    private final Section many = new Section();
    private final Section few = new Section();

    /** Forgets the iteration before. */
    @Setup(Level.Iteration)
    public void reset() {
      many.reset();
      few.reset();
    }

    /**
     * Returns the lines explained in the long queue.
     *
     * @return the number
     */
    public long manyCount() {
      return many.count();
    }

    /**
     * Returns the CPU time of explaining in the long queue.
     *
     * @return the time in nanoseconds
     */
    public long manyCpu() {
      return many.cpu();
    }

    /**
     * Returns what explaining in the long queue allocated.
     *
     * @return the bytes
     */
    public long manyBytes() {
      return many.bytes();
    }

    /**
     * Returns the lines explained in the short queue.
     *
     * @return the number
     */
    public long fewCount() {
      return few.count();
    }

    /**
     * Returns the CPU time of explaining in the short queue.
     *
     * @return the time in nanoseconds
     */
    public long fewCpu() {
      return few.cpu();
    }

    /**
     * Returns what explaining in the short queue allocated.
     *
     * @return the bytes
     */
    public long fewBytes() {
      return few.bytes();
    }
  }

  /**
   * Explains lines of both queues.
   *
   * @param waiting the queues
   * @param both what it takes
   * @return the remedies found
   */
  @Benchmark
  public long explain(Waiting waiting, Both both) {
    both.few.start();
    long found = explain(waiting.shortQueue, waiting.shortBook, waiting.steps);
    both.few.stop(waiting.steps);
    both.many.start();
    found += explain(waiting.longQueue, waiting.longBook, waiting.steps);
    both.many.stop(waiting.steps);
    return found;
  }

  private static long explain(Inventory inventory, OrderBook book, int steps) {
    Generator random = new Generator(11);
    long found = 0;
    for (int step = 0; step < steps; step++) {
      int order = random.below(step % 2 == 0 ? Math.min(NEAR, book.size()) : book.size());
      OrderLineId line = OrderLineId.of(book.number(order), "1");
      found += inventory.explain(line).remedies().size();
    }
    return found;
  }
}
