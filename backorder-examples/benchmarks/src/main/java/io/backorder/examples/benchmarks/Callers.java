package io.backorder.examples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that share the steps of some work. */
final class Callers implements AutoCloseable {

  private static final double NANOS = 1e9;

  private final int count;
  private final ExecutorService threads;

  Callers(int count) {
    this.count = count;
    this.threads = Executors.newFixedThreadPool(count);
  }

  /** A step of the work, by its number. */
  interface Step {
    void run(int number) throws Exception;
  }

  /** Runs the steps from one number to another, and returns the seconds that they took. */
  double run(int from, int to, Step step) throws InterruptedException, ExecutionException {
    AtomicInteger next = new AtomicInteger(from);
    List<Future<?>> done = new ArrayList<>(count);
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      done.add(threads.submit(() -> {
        for (int number = next.getAndIncrement(); number < to; number = next.getAndIncrement()) {
          step.run(number);
        }
        return null;
      }));
    }
    for (Future<?> each : done) {
      each.get();
    }
    return (System.nanoTime() - start) / NANOS;
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
