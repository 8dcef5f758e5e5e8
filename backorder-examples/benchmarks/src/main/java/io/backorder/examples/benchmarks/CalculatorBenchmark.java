package io.backorder.examples.benchmarks;

import io.backorder.BackorderCalculator;
import io.backorder.stock.Quantity;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Computes what whole books lack. */
@BenchmarkMode(Mode.SingleShotTime)
public class CalculatorBenchmark {

  /** How orders spread over items. */
  public enum Demand {

    /** Every item is ordered alike. */
    UNIFORM,

    /** Few items are ordered most. */
    ZIPF
  }

  /** The order lines. */
  @State(Scope.Benchmark)
  public static class Book {

    /** Who computes. */
    @Param
    public Side side = Side.LIBRARY;

    /** How orders spread. */
    @Param
    public Demand demand = Demand.UNIFORM;

    /** The order lines. */
    @Param("10000000")
    public int lines;

    /** The items. */
    @Param("1000000")
    public int items;

    private OrderColumns columns = OrderColumns.uniform(0, 1);

    /** Writes the columns. */
    @Setup
    public void write() {
      columns = demand == Demand.ZIPF
          ? OrderColumns.zipf(lines, items)
          : OrderColumns.uniform(lines, items);
    }
  }

  /** The items of the lines as texts. */
  @State(Scope.Benchmark)
  public static class Texts {

    private String[] texts = {};

    /**
     * Writes a text for each line.
     *
     * @param book the lines
     */
    @Setup(Level.Iteration)
    public void write(Book book) {
      texts = book.columns.texts();
    }

    /** Lets the texts go. */
    @TearDown(Level.Iteration)
    public void drop() {
      texts = new String[0];
    }
  }

  /**
   * Items are indexes.
   *
   * @param book the lines
   * @param meter what it takes
   * @return the units that each item lacks
   */
  @Benchmark
  public long[] columns(Book book, Meter meter) {
    OrderColumns columns = book.columns;
    meter.start();
    long[] lacking = book.side == Side.PLAIN
        ? PlainCalculator.dense(columns.sku(), columns.quantity(), columns.available())
        : BackorderCalculator.columns(columns.sku(), columns.quantity(), columns.available());
    meter.stop(book.lines);
    return lacking;
  }

  /**
   * Items are texts, each line with its own.
   *
   * @param book the lines
   * @param texts their items
   * @param meter what it takes
   * @return what each item lacks
   */
  @Benchmark
  public Object texts(Book book, Texts texts, Meter meter) {
    OrderColumns columns = book.columns;
    meter.start();
    Object lacking = book.side == Side.PLAIN
        ? PlainCalculator.lacking(texts.texts, columns.quantity(), columns::available)
        : BackorderCalculator.report(
            columns.lines(texts.texts), sku -> Quantity.of(columns.available(sku.value())));
    meter.stop(book.lines);
    return lacking;
  }
}
