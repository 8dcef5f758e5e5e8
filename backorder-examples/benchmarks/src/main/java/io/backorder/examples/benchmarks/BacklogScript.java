package io.backorder.examples.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What happens to the queue of the third workload: it is built, stays at its level for many steps, and
 * is drained. Which orders are cancelled is found by a trial run on the plain queue, so that only
 * orders that wait are cancelled, and the same ones whoever keeps the queue.
 */
final class BacklogScript {

  private static final int CHUNK = 2_000;
  private static final int DRAIN_SEED = 8;

  private final OrderBook book;
  private final List<Stretch> stretches = new ArrayList<>();
  private String[] documents = {};

  private BacklogScript(OrderBook book) {
    this.book = book;
  }

  /** Returns the script of so many waiting orders and so many steps at that level. */
  static BacklogScript of(Policy policy, int level, int steps) {
    OrderBook book = new OrderBook(level + 2 * steps);
    book.renumber();
    BacklogScript script = new BacklogScript(book);
    Trial trial = new Trial(PlainBacklog.of(policy, book));
    script.stretches.add(trial.fill(Phase.BUILD, level));
    for (int done = 0; done < steps; done += CHUNK) {
      script.stretches.add(trial.fill(Phase.FILL_UP, level));
      script.stretches.add(trial.steady(Math.min(CHUNK, steps - done)));
    }
    script.stretches.add(trial.drain());
    return script;
  }

  /** Writes all order and document numbers anew, the same texts in fresh objects. */
  void renumber() {
    book.renumber();
    int most = stretches.stream().mapToInt(each -> each.operations.length).sum();
    documents = new Generator(10).texts(most);
  }

  OrderBook book() {
    return book;
  }

  /** Plays the script and tells the watch of each phase; returns the units filled by receipts. */
  long play(Backlog backlog, Watches watches) {
    long filled = 0;
    int document = 0;
    for (Stretch stretch : stretches) {
      Section watch = watches.of(stretch.phase);
      watch.start();
      filled += stretch.play(backlog, documents, document);
      watch.stop(stretch.count);
      document += stretch.operations.length;
    }
    return filled;
  }

  /** Who measures which phase. */
  @FunctionalInterface
  interface Watches {

    Section of(Phase phase);
  }

  /** A part of the script. */
  enum Phase {

    /** Orders only; counted by orders. */
    BUILD,

    /** Orders that bring the queue back to its level. */
    FILL_UP,

    /** A receipt, an order, at each tenth step a cancellation too; counted by steps. */
    STEADY,

    /** Receipts, each tenth followed by a cancellation; counted by receipts. */
    DRAIN
  }

  /** Operations in a row: in each number the two lowest bits say what, the others how many or who. */
  private static final class Stretch {

    static final int RECEIVE = 0;
    static final int PLACE = 1;
    static final int CANCEL = 2;

    private final Phase phase;
    private final int count;
    private final int[] operations;

    Stretch(Phase phase, int count, int[] operations) {
      this.phase = phase;
      this.count = count;
      this.operations = operations;
    }

    long play(Backlog backlog, String[] documents, int firstDocument) {
      long filled = 0;
      for (int i = 0; i < operations.length; i++) {
        int operand = operations[i] >>> 2;
        int verb = operations[i] & 3;
        if (verb == PLACE) {
          backlog.place(operand);
        } else if (verb == RECEIVE) {
          filled += backlog.receive(documents[firstDocument + i], operand);
        } else {
          backlog.cancel(documents[firstDocument + i], operand);
        }
      }
      return filled;
    }
  }

  /** Plays on the plain queue and writes down what it does. */
  private static final class Trial {

    private final PlainBacklog backlog;
    private final Generator steady = new Generator(7);
    private final Generator drain = new Generator(DRAIN_SEED);
    private final OpenOrders open = new OpenOrders();
    private int[] written = new int[1024];
    private int size;
    private int orders;

    Trial(PlainBacklog backlog) {
      this.backlog = backlog;
    }

    Stretch fill(Phase phase, int level) {
      while (backlog.size() < level) {
        place();
      }
      return stretch(phase, size);
    }

    Stretch steady(int steps) {
      for (int step = 1; step <= steps; step++) {
        receive(1 + steady.below(5));
        place();
        if (step % 10 == 0) {
          cancel(steady);
        }
      }
      return stretch(Phase.STEADY, steps);
    }

    Stretch drain() {
      int receipts = 0;
      while (backlog.size() > 0) {
        receive(1 + drain.below(20));
        if (++receipts % 10 == 0) {
          cancel(drain);
        }
      }
      return stretch(Phase.DRAIN, receipts);
    }

    private void place() {
      write(Stretch.PLACE, orders);
      open.add(orders, backlog.add(orders));
      orders++;
    }

    private void receive(int quantity) {
      write(Stretch.RECEIVE, quantity);
      backlog.receive("trial", quantity);
    }

    private void cancel(Generator random) {
      if (backlog.size() > 0) {
        int order = open.draw(random);
        write(Stretch.CANCEL, order);
        backlog.cancel("trial", order);
      }
    }

    private void write(int verb, int operand) {
      if (size == written.length) {
        written = Arrays.copyOf(written, size * 2);
      }
      written[size++] = operand << 2 | verb;
    }

    private Stretch stretch(Phase phase, int count) {
      int[] operations = Arrays.copyOf(written, size);
      size = 0;
      return new Stretch(phase, count, operations);
    }
  }

  /** Orders of which a waiting one can be drawn; those that no longer wait leave when they are drawn. */
  private static final class OpenOrders {

    private final List<PlainBacklog.Line> lines = new ArrayList<>();
    private int[] orders = new int[1024];

    void add(int order, PlainBacklog.Line line) {
      if (lines.size() == orders.length) {
        orders = Arrays.copyOf(orders, orders.length * 2);
      }
      orders[lines.size()] = order;
      lines.add(line);
    }

    int draw(Generator random) {
      while (true) {
        int index = random.below(lines.size());
        if (lines.get(index).isWaiting()) {
          return orders[index];
        }
        int last = lines.size() - 1;
        lines.set(index, lines.get(last));
        orders[index] = orders[last];
        lines.remove(last);
      }
    }
  }
}
