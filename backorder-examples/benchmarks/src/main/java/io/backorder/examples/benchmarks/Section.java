package io.backorder.examples.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What a part of a workload took, added up over all stretches between {@link #start} and {@link
 * #stop}. This type is confined to the thread that it measures.
 */
final class Section {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private long cpuAtStart;
  private long wallAtStart;
  private long bytesAtStart;
  private long count;
  private long cpu;
  private long wall;
  private long bytes;

  void start() {
    bytesAtStart = THREADS.getCurrentThreadAllocatedBytes();
    wallAtStart = System.nanoTime();
    cpuAtStart = THREADS.getCurrentThreadCpuTime();
  }

  void stop(long operations) {
    cpu += THREADS.getCurrentThreadCpuTime() - cpuAtStart;
    wall += System.nanoTime() - wallAtStart;
    bytes += THREADS.getCurrentThreadAllocatedBytes() - bytesAtStart;
    count += operations;
  }

  /** Returns the operations. */
  long count() {
    return count;
  }

  /** Returns the CPU time of this thread, in nanoseconds. */
  long cpu() {
    return cpu;
  }

  /** Returns the time on the wall, in nanoseconds. */
  long wall() {
    return wall;
  }

  /** Returns the bytes that this thread allocated. */
  long bytes() {
    return bytes;
  }

  void reset() {
    count = 0;
    cpu = 0;
    wall = 0;
    bytes = 0;
  }
}
