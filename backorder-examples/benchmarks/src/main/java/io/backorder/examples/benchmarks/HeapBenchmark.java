package io.backorder.examples.benchmarks;

import io.backorder.BackorderCalculator;
import io.backorder.Inventory;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.posting.PlaceOrder;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.util.Iterator;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Measures what stays in memory. */
@BenchmarkMode(Mode.SingleShotTime)
public class HeapBenchmark {

  /** Sizes. */
  @State(Scope.Benchmark)
  public static class Size {

    /** The lines that wait while the heap is looked at. */
    @Param("1000000")
    public int many;

    /** The lines that wait while every object is visited. */
    @Param("100000")
    public int few;

    /** The items of the streamed book. */
    @Param("100000")
    public int items;
  }

  /** What was found. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Bytes {

    /** Bytes of heap in use by a line that waits, history included. */
    public double lineUsed;

    /** Bytes of all objects of a line that waits, history included. */
    public double lineVisited;

    /** Bytes of all objects of a line that waits, without those that history alone reaches. */
    public double lineState;

    /** Bytes held for an item while a book of ten lines an item streams by. */
    public double itemShort;

    /** Bytes held for an item while a book of a hundred lines an item streams by. */
    public double itemLong;
  }

  /**
   * Looks at the heap with many lines waiting.
   *
   * @param size how many
   * @param bytes what is found
   * @return the inventory, which must live until the heap was looked at
   */
  @Benchmark
  public Inventory lines(Size size, Bytes bytes) {
    long before = Heap.used();
    Inventory many = waiting(size.many);
    bytes.lineUsed = (double) (Heap.used() - before) / size.many;
    Inventory few = waiting(size.few);
    Inventory none = waiting(0);
    bytes.lineVisited = (double) (Heap.reachable(few) - Heap.reachable(none)) / size.few;
    bytes.lineState =
        (double) (Heap.reachableWithoutLedger(few) - Heap.reachableWithoutLedger(none)) / size.few;
    return many;
  }

  private static Inventory waiting(int lines) {
    Inventory inventory = Inventory.inMemory().build();
    Generator texts = new Generator(9);
    Generator units = new Generator(7);
    for (int i = 0; i < lines; i++) {
      OrderLine line = OrderLine.of("1", Sku.of("CONSOLE"), Quantity.of(1 + units.below(5)));
      inventory.post(PlaceOrder.of(OrderId.of(texts.text()), line));
    }
    return inventory;
  }

  /**
   * Looks at the heap when the last line of a book has been read.
   *
   * @param size how many items
   * @param bytes what is found
   * @return what is found
   */
  @Benchmark
  public Bytes stream(Size size, Bytes bytes) {
    bytes.itemShort = held(size.items * 10, size.items);
    bytes.itemLong = held(size.items * 100, size.items);
    return bytes;
  }

  private static double held(int lines, int items) {
    Stream stream = new Stream(OrderColumns.uniform(lines, items));
    BackorderCalculator.report(stream, sku -> Quantity.of(1));
    return (double) stream.held() / items;
  }

  /** Lines that exist only while they are read. */
  private static final class Stream implements Iterator<OrderLine> {

    private final OrderColumns columns;
    private final long before;
    private long held;
    private int next;

    Stream(OrderColumns columns) {
      this.columns = columns;
      this.before = Heap.used();
    }

    @Override
    public boolean hasNext() {
      if (next == columns.size() && held == 0) {
        held = Heap.used() - before;
      }
      return next < columns.size();
    }

    @Override
    public OrderLine next() {
      return columns.line(next++);
    }

    long held() {
      return held;
    }
  }
}
