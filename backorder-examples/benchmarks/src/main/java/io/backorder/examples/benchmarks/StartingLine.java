package io.backorder.examples.benchmarks;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.BenchmarkParams;

/** Lets the threads of a benchmark begin together, so that the time on the wall means something. */
@State(Scope.Benchmark)
public class StartingLine {

  private CyclicBarrier barrier = new CyclicBarrier(1);

  /**
   * Draws the line.
   *
   * @param params tells how many threads there are
   */
  @Setup
  public void draw(BenchmarkParams params) {
    barrier = new CyclicBarrier(params.getThreads());
  }

  void await() throws InterruptedException, BrokenBarrierException {
    barrier.await();
  }
}
