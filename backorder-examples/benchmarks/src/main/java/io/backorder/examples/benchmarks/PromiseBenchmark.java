package io.backorder.examples.benchmarks;

import io.backorder.Inventory;
import io.backorder.demand.OrderLineId;
import io.backorder.posting.AnnounceSupply;
import io.backorder.posting.ReceiveStock;
import io.backorder.posting.RescheduleSupply;
import io.backorder.promise.Promise;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.supply.SupplyId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
 * Everybody in a long queue and in a short one is promised a day. Of both, in the same process: a supply of
 * some hundred units slips past the next one and comes back, goods come that nobody announced, and lines
 * anywhere in the queue are asked for.
 */
@BenchmarkMode(Mode.SingleShotTime)
public class PromiseBenchmark {

  private static final int QUESTIONS = 20;

  /** A queue, and how often it was changed. */
  private static final class Promised {

    private static final Sku ITEM = Sku.of("CONSOLE");
    private static final LocationId MAIN = LocationId.of("MAIN");
    private static final int SUPPLIES = 20;
    private static final Quantity SOME = Quantity.of(100);
    private static final SupplyId SLIPPING = SupplyId.of("P10");

    private final OrderBook book;
    private final LibraryBacklog backlog;
    private final Inventory inventory;
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.DAYS);
    private final Generator random = new Generator(11);
    private int documents;

    Promised(int orders) {
      book = new OrderBook(orders);
      book.renumber();
      backlog = LibraryBacklog.of(Policy.FIFO, book);
      inventory = backlog.inventory();
    }

    /** Lets everybody wait, with supplies enough for all. */
    Promised place() {
      for (int order = 0; order < book.size(); order++) {
        backlog.place(order);
      }
      for (int i = 1; i < SUPPLIES; i++) {
        announce(i, SOME);
      }
      announce(SUPPLIES, Quantity.of(backlog.waiting()));
      return this;
    }

    private void announce(int number, Quantity quantity) {
      inventory.post(AnnounceSupply.of(
          SupplyId.of("P" + number), StockUnits.of(ITEM, MAIN, quantity), day(2 * number)));
    }

    private Instant day(int number) {
      return start.plus(Duration.ofDays(10 + number));
    }

    /** Lets a supply slip past the next one, or takes that back. */
    void slip() {
      int due = documents % 2 == 0 ? 23 : 20;
      inventory.post(RescheduleSupply.of("R" + documents, SLIPPING, day(due)));
    }

    void receive() {
      inventory.post(ReceiveStock.of("G" + documents, ITEM, MAIN, Quantity.of(1)));
      documents++;
    }

    /** Asks for a line, and returns for how many supplies it waits. */
    long ask() {
      OrderLineId line = OrderLineId.of(book.number(random.below(book.size())), "1");
      return inventory.promise(line).map(Promise::supplies).stream()
          .mapToLong(it -> it.size())
          .sum();
    }
  }

  /** The queues. */
  @State(Scope.Benchmark)
  public static class Waiting {

    /** The lines of the long queue. */
    @Param("1000000")
    public int many;

    /** The lines of the short queue. */
    @Param("1000")
    public int few;

    /** The slips, receipts and questions of each. */
    @Param("200")
    public int steps;

    private Promised longQueue = new Promised(0);
    private Promised shortQueue = longQueue;

    /** Lets everybody wait. */
    @Setup(Level.Trial)
    public void place() {
      longQueue = new Promised(many).place();
      shortQueue = new Promised(few).place();
    }
  }

  /** What each took in each queue. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Both {

    private final Section slipMany = new Section();
    private final Section slipFew = new Section();
    private final Section receiptMany = new Section();
    private final Section receiptFew = new Section();
    private final Section questionMany = new Section();
    private final Section questionFew = new Section();

    /** Forgets the iteration before. */
    @Setup(Level.Iteration)
    public void reset() {
      slipMany.reset();
      slipFew.reset();
      receiptMany.reset();
      receiptFew.reset();
      questionMany.reset();
      questionFew.reset();
    }

    /**
     * Returns the slips in the long queue.
     *
     * @return the number
     */
    public long slipManyCount() {
      return slipMany.count();
    }

    /**
     * Returns the CPU time of slips in the long queue.
     *
     * @return the time in nanoseconds
     */
    public long slipManyCpu() {
      return slipMany.cpu();
    }

    /**
     * Returns what slips in the long queue allocated.
     *
     * @return the bytes
     */
    public long slipManyBytes() {
      return slipMany.bytes();
    }

    /**
     * Returns the slips in the short queue.
     *
     * @return the number
     */
    public long slipFewCount() {
      return slipFew.count();
    }

    /**
     * Returns the CPU time of slips in the short queue.
     *
     * @return the time in nanoseconds
     */
    public long slipFewCpu() {
      return slipFew.cpu();
    }

    /**
     * Returns what slips in the short queue allocated.
     *
     * @return the bytes
     */
    public long slipFewBytes() {
      return slipFew.bytes();
    }

    /**
     * Returns the receipts in the long queue.
     *
     * @return the number
     */
    public long receiptManyCount() {
      return receiptMany.count();
    }

    /**
     * Returns the CPU time of receipts in the long queue.
     *
     * @return the time in nanoseconds
     */
    public long receiptManyCpu() {
      return receiptMany.cpu();
    }

    /**
     * Returns what receipts in the long queue allocated.
     *
     * @return the bytes
     */
    public long receiptManyBytes() {
      return receiptMany.bytes();
    }

    /**
     * Returns the receipts in the short queue.
     *
     * @return the number
     */
    public long receiptFewCount() {
      return receiptFew.count();
    }

    /**
     * Returns the CPU time of receipts in the short queue.
     *
     * @return the time in nanoseconds
     */
    public long receiptFewCpu() {
      return receiptFew.cpu();
    }

    /**
     * Returns what receipts in the short queue allocated.
     *
     * @return the bytes
     */
    public long receiptFewBytes() {
      return receiptFew.bytes();
    }

    /**
     * Returns the questions in the long queue.
     *
     * @return the number
     */
    public long questionManyCount() {
      return questionMany.count();
    }

    /**
     * Returns the CPU time of questions in the long queue.
     *
     * @return the time in nanoseconds
     */
    public long questionManyCpu() {
      return questionMany.cpu();
    }

    /**
     * Returns what questions in the long queue allocated.
     *
     * @return the bytes
     */
    public long questionManyBytes() {
      return questionMany.bytes();
    }

    /**
     * Returns the questions in the short queue.
     *
     * @return the number
     */
    public long questionFewCount() {
      return questionFew.count();
    }

    /**
     * Returns the CPU time of questions in the short queue.
     *
     * @return the time in nanoseconds
     */
    public long questionFewCpu() {
      return questionFew.cpu();
    }

    /**
     * Returns what questions in the short queue allocated.
     *
     * @return the bytes
     */
    public long questionFewBytes() {
      return questionFew.bytes();
    }
  }

  /**
   * Plays both queues, step by step in turn.
   *
   * @param waiting the queues
   * @param both what it takes
   * @return the supplies that lines wait for
   */
  @Benchmark
  public long play(Waiting waiting, Both both) {
    long found = 0;
    for (int step = 0; step < waiting.steps; step++) {
      run(both.slipFew, waiting.shortQueue::slip);
      run(both.slipMany, waiting.longQueue::slip);
      run(both.receiptFew, waiting.shortQueue::receive);
      run(both.receiptMany, waiting.longQueue::receive);
      found += ask(both.questionFew, waiting.shortQueue);
      found += ask(both.questionMany, waiting.longQueue);
    }
    return found;
  }

  private static void run(Section section, Runnable step) {
    section.start();
    step.run();
    section.stop(1);
  }

  private static long ask(Section section, Promised queue) {
    long found = 0;
    section.start();
    for (int i = 0; i < QUESTIONS; i++) {
      found += queue.ask();
    }
    section.stop(QUESTIONS);
    return found;
  }
}
