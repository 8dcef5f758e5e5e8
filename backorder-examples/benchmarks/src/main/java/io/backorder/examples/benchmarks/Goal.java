package io.backorder.examples.benchmarks;

import static io.backorder.examples.benchmarks.Bound.atLeast;
import static io.backorder.examples.benchmarks.Bound.atMost;
import static io.backorder.examples.benchmarks.Group.CHAIN;
import static io.backorder.examples.benchmarks.Group.EXPLANATION;
import static io.backorder.examples.benchmarks.Group.HEAP;
import static io.backorder.examples.benchmarks.Group.PROMISE;
import static io.backorder.examples.benchmarks.Group.REALLOCATION;
import static io.backorder.examples.benchmarks.Group.REPLAY;
import static io.backorder.examples.benchmarks.Group.W1;
import static io.backorder.examples.benchmarks.Group.W2;
import static io.backorder.examples.benchmarks.Group.W3;
import static io.backorder.examples.benchmarks.Group.W4;
import static io.backorder.examples.benchmarks.Group.W5;
import static io.backorder.examples.benchmarks.Group.W6;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * A ratio and what it is to be.
 *
 * @param group the benchmarks that it is read off
 * @param name what it is called
 * @param bound what it is to be
 * @param ratio how it is read off
 */
record Goal(Group group, String name, Bound bound, ToDoubleFunction<Measurements> ratio) {

  /** No object takes fewer bytes. */
  private static final double SMALLEST_OBJECT = 16;

  private static final List<Goal> RATIOS = List.of(
      new Goal(
          W1,
          "w1.place.1-thread",
          atMost(1.5),
          work("HotSku.place 1 LIBRARY", "HotSku.place 1 PLAIN")),
      new Goal(
          W1,
          "w1.place.2-threads",
          atMost(1.5),
          work("HotSku.place 2 LIBRARY", "HotSku.place 2 PLAIN")),
      new Goal(
          W1,
          "w1.listeners.100-against-none",
          atMost(1.2),
          work("HotSku.place 1 HUNDRED_LISTENERS", "HotSku.place 1 NO_LISTENERS")),
      new Goal(
          W1,
          "w1.listeners.100-against-1",
          atMost(1.2),
          work("HotSku.place 1 HUNDRED_LISTENERS", "HotSku.place 1 LIBRARY")),
      new Goal(
          W1,
          "w1.throughput.2-threads-on-2-items",
          atLeast(1.7),
          m -> 2
              * m.wall("HotSku.place 1 LIBRARY", "work")
              / m.wall("HotSku.place 2 ITEM_PER_THREAD", "work")),
      new Goal(
          W2,
          "w2.live.1-thread",
          atMost(1.5),
          work("LongTail.live 1 LIBRARY", "LongTail.live 1 PLAIN")),
      new Goal(
          W2,
          "w2.live.2-threads",
          atMost(1.5),
          work("LongTail.live 2 LIBRARY", "LongTail.live 2 PLAIN")),
      new Goal(W3, "w3.steady.fifo.1000000-against-1000", atMost(1.5), growth(Policy.FIFO)),
      new Goal(W3, "w3.steady.priority.1000000-against-1000", atMost(1.5), growth(Policy.PRIORITY)),
      new Goal(W3, "w3.steady.due-date.1000000-against-1000", atMost(1.5), growth(Policy.DUE_DATE)),
      new Goal(W3, "w3.build.fifo", atMost(5), backlog("build", Policy.FIFO)),
      new Goal(W3, "w3.build.priority", atMost(5), backlog("build", Policy.PRIORITY)),
      new Goal(W3, "w3.build.due-date", atMost(5), backlog("build", Policy.DUE_DATE)),
      new Goal(W3, "w3.steady.fifo", atMost(5), backlog("steady", Policy.FIFO)),
      new Goal(W3, "w3.steady.priority", atMost(5), backlog("steady", Policy.PRIORITY)),
      new Goal(W3, "w3.steady.due-date", atMost(5), backlog("steady", Policy.DUE_DATE)),
      new Goal(W3, "w3.drain.fifo", atMost(5), backlog("drain", Policy.FIFO)),
      new Goal(W3, "w3.drain.priority", atMost(5), backlog("drain", Policy.PRIORITY)),
      new Goal(W3, "w3.drain.due-date", atMost(5), backlog("drain", Policy.DUE_DATE)),
      new Goal(
          HEAP,
          "w3.bytes-per-line.state-with-ids",
          atMost(200),
          m -> m.figure("Heap.lines 1", "lineState")),
      new Goal(
          HEAP,
          "w3.bytes-per-line.with-ledger",
          atMost(200),
          m -> m.figure("Heap.lines 1", "lineUsed")),
      new Goal(
          W4,
          "w4.columns.uniform",
          atLeast(0.5),
          work("Calculator.columns 1 UNIFORM PLAIN", "Calculator.columns 1 UNIFORM LIBRARY")),
      new Goal(
          W4,
          "w4.columns.zipf",
          atLeast(0.5),
          work("Calculator.columns 1 ZIPF PLAIN", "Calculator.columns 1 ZIPF LIBRARY")),
      new Goal(
          W4,
          "w4.texts.uniform",
          atMost(1),
          work("Calculator.texts 1 UNIFORM LIBRARY", "Calculator.texts 1 UNIFORM PLAIN")),
      new Goal(
          W4,
          "w4.texts.zipf",
          atMost(1),
          work("Calculator.texts 1 ZIPF LIBRARY", "Calculator.texts 1 ZIPF PLAIN")),
      new Goal(
          HEAP,
          "w4.stream.bytes-held.10-times-the-lines",
          atMost(1.05),
          m -> m.figure("Heap.stream 1", "itemLong") / m.figure("Heap.stream 1", "itemShort")),
      new Goal(W5, "w5.safety-stock-and-reorder-point", atMost(2), planning("points")),
      new Goal(
          W5,
          "w5.year.bytes-per-week",
          atMost(SMALLEST_OBJECT),
          m -> m.bytes("Planning.year 1 LIBRARY", "work")),
      new Goal(W5, "w5.ses", atMost(1.5), planning("smoothed")),
      new Goal(W5, "w5.croston", atMost(1.5), planning("croston")),
      new Goal(W5, "w5.ses.estimated-against-golden-section", atMost(1), planning("fitted")),
      new Goal(
          W6, "w6.joining-against-by-hand", atLeast(0.8), figures("joining", "joining", "plain")),
      new Goal(W6, "w6.hot.grouped-against-alone", atLeast(8), figures("hot", "grouped", "alone")),
      new Goal(
          W6,
          "w6.hot.1024-together-against-single",
          atLeast(30),
          figures("hot", "listed", "single")),
      new Goal(W6, "w6.receipt.rows-read.fifo", atMost(100), rows("fifo")),
      new Goal(W6, "w6.receipt.rows-read.priority", atMost(100), rows("priority")),
      new Goal(W6, "w6.receipt.rows-read.due-date", atMost(100), rows("dueDate")),
      new Goal(
          W6, "w6.replay-against-posting", atLeast(3), figures("replay", "posting", "replaying")),
      new Goal(
          REPLAY,
          "replay.faster-than-posting",
          atLeast(3),
          m -> m.cpu("Replay.replay 1", "post") / m.cpu("Replay.replay 1", "replay")),
      new Goal(
          CHAIN,
          "chain.verify.speed-against-raw-sha-256",
          atLeast(0.5),
          m -> m.cpu("Chain.verify 1", "hash") / m.cpu("Chain.verify 1", "verify")),
      new Goal(
          EXPLANATION,
          "explanation.1000000-against-1000",
          atMost(1.5),
          m -> m.cpu("Explanation.explain 1", "many") / m.cpu("Explanation.explain 1", "few")),
      new Goal(
          PROMISE,
          "promise.question.nanoseconds",
          atMost(20_000),
          m -> m.cpu("Promise.play 1", "questionMany")),
      new Goal(
          PROMISE,
          "promise.slip.1000000-against-1000",
          atMost(1.5),
          m -> m.cpu("Promise.play 1", "slipMany") / m.cpu("Promise.play 1", "slipFew")),
      new Goal(
          PROMISE,
          "promise.receipt.1000000-against-1000",
          atMost(1.5),
          m -> m.cpu("Promise.play 1", "receiptMany") / m.cpu("Promise.play 1", "receiptFew")),
      new Goal(
          REALLOCATION,
          "reallocation.run-against-sorting-the-lines",
          atMost(10),
          m -> m.cpu("Reallocation.run 1", "run") / m.cpu("Reallocation.run 1", "sort")));

  /** A method of forecasting makes no object for a period. */
  private static final List<Goal> FITS = Arrays.stream(FittedMethod.values())
      .map(method -> new Goal(
          W5,
          "w5.bytes-per-period." + method.key(),
          atMost(SMALLEST_OBJECT),
          m -> m.bytes("Planning.fits 1 " + method, "work")))
      .toList();

  /** All goals. */
  static final List<Goal> ALL = Stream.concat(RATIOS.stream(), FITS.stream()).toList();

  private static ToDoubleFunction<Measurements> figures(String method, String one, String other) {
    String benchmark = "Durable." + method + " 1";
    return m -> m.figure(benchmark, one) / m.figure(benchmark, other);
  }

  private static ToDoubleFunction<Measurements> rows(String policy) {
    return m -> m.figure("Durable.backlog 1", policy);
  }

  private static ToDoubleFunction<Measurements> work(String dividend, String divisor) {
    return m -> m.cpu(dividend, "work") / m.cpu(divisor, "work");
  }

  private static ToDoubleFunction<Measurements> planning(String method) {
    String planning = "Planning." + method + " 1 ";
    return work(planning + "LIBRARY", planning + "PLAIN");
  }

  private static ToDoubleFunction<Measurements> growth(Policy policy) {
    String library = "Backlog.play 1 " + policy + " LIBRARY";
    return m -> m.cpu(library, "steady") / m.cpu(library, "few");
  }

  private static ToDoubleFunction<Measurements> backlog(String phase, Policy policy) {
    String backlog = "Backlog.play 1 " + policy + " ";
    return m -> m.cpu(backlog + "LIBRARY", phase) / m.cpu(backlog + "PLAIN", phase);
  }

  /** Returns how a measured ratio stands to the goal. */
  Verdict judge(Measurements measurements) {
    return new Verdict(this, ratio.applyAsDouble(measurements));
  }

  /**
   * A measured ratio.
   *
   * @param goal what it is to be
   * @param ratio what it is
   */
  record Verdict(Goal goal, double ratio) {

    boolean isOk() {
      return goal.bound.isKeptBy(ratio);
    }

    @Override
    public String toString() {
      return "RATIO %s %.2f goal %s %s"
          .formatted(goal.name, ratio, goal.bound, isOk() ? "ok" : "short");
    }
  }
}
