package io.backorder.examples.benchmarks;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The plain queue of the third workload: an object for each line that waits, in a map of the JDK. It
 * writes no ledger and does not know documents that come twice.
 */
final class PlainBacklog implements Backlog {

  private final OrderBook book;
  private final Queue queue;
  private long arrivals;
  private long free;
  private long waiting;

  private PlainBacklog(OrderBook book, Queue queue) {
    this.book = book;
    this.queue = queue;
  }

  static PlainBacklog of(Policy policy, OrderBook book) {
    return new PlainBacklog(
        book, policy == Policy.FIFO ? new Linked() : new Sorted(comparator(policy)));
  }

  private static Comparator<Line> comparator(Policy policy) {
    Comparator<Line> byDay = Comparator.comparingInt((Line line) -> line.dueDay);
    Comparator<Line> sequence = policy == Policy.PRIORITY
        ? Comparator.comparingInt((Line line) -> -line.urgency).thenComparing(byDay)
        : byDay;
    return sequence.thenComparingLong(line -> line.arrival);
  }

  @Override
  public void place(int order) {
    add(order);
  }

  /** Places an order and returns its line. */
  Line add(int order) {
    Line line = new Line(book, order, arrivals++);
    long taken = Math.min(free, line.waiting);
    free -= taken;
    line.reserved += taken;
    line.waiting -= taken;
    if (line.waiting > 0) {
      waiting += line.waiting;
      queue.add(line);
    }
    return line;
  }

  @Override
  public long receive(String receipt, int quantity) {
    free += quantity;
    return serve();
  }

  private long serve() {
    long before = free;
    Iterator<Line> lines = queue.lines().iterator();
    while (free > 0 && lines.hasNext()) {
      Line first = lines.next();
      long filled = Math.min(free, first.waiting);
      first.waiting -= filled;
      first.reserved += filled;
      waiting -= filled;
      free -= filled;
      if (first.waiting == 0) {
        queue.forget(first);
        lines.remove();
      }
    }
    return before - free;
  }

  @Override
  public void cancel(String cancellation, int order) {
    Line line = queue.remove(book.number(order));
    waiting -= line.waiting;
    free += line.reserved;
    line.waiting = 0;
    line.reserved = 0;
    serve();
  }

  @Override
  public long waiting() {
    return waiting;
  }

  int size() {
    return queue.lines().size();
  }

  /** A line that waits. */
  static final class Line {

    private final String number;
    private final int urgency;
    private final int dueDay;
    private final long arrival;
    private long waiting;
    private long reserved;

    Line(OrderBook book, int order, long arrival) {
      this.number = book.number(order);
      this.urgency = book.urgency(order);
      this.dueDay = book.dueDay(order);
      this.arrival = arrival;
      this.waiting = book.quantity(order);
    }

    boolean isWaiting() {
      return waiting > 0;
    }
  }

  private interface Queue {

    void add(Line line);

    Collection<Line> lines();

    /** Removes a line by its number. */
    Line remove(String number);

    /** Drops what is known of a line besides its place among the lines. */
    void forget(Line line);
  }

  private static final class Linked implements Queue {

    private final Map<String, Line> lines = new LinkedHashMap<>();

    @Override
    public void add(Line line) {
      lines.put(line.number, line);
    }

    @Override
    public Collection<Line> lines() {
      return lines.values();
    }

    @Override
    public Line remove(String number) {
      return known(lines.remove(number), number);
    }

    @Override
    public void forget(Line line) {
      // the place is all there is
    }
  }

  private static final class Sorted implements Queue {

    private final Map<String, Line> byNumber = new HashMap<>();
    private final TreeMap<Line, Line> sorted;

    Sorted(Comparator<Line> sequence) {
      this.sorted = new TreeMap<>(sequence);
    }

    @Override
    public void add(Line line) {
      byNumber.put(line.number, line);
      sorted.put(line, line);
    }

    @Override
    public Collection<Line> lines() {
      return sorted.values();
    }

    @Override
    public Line remove(String number) {
      Line line = known(byNumber.remove(number), number);
      sorted.remove(line);
      return line;
    }

    @Override
    public void forget(Line line) {
      byNumber.remove(line.number);
    }
  }

  private static Line known(@Nullable Line line, String number) {
    if (line == null) {
      throw new IllegalStateException("order must wait before it is cancelled: " + number);
    }
    return line;
  }
}
