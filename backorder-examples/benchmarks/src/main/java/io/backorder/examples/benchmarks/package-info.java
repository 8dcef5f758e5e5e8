/**
 * How fast the library is, and how much memory it takes, as ratios to plain baselines.
 *
 * <p>{@link io.backorder.examples.benchmarks.Ratios} runs the benchmarks and prints one line for each
 * goal of {@link io.backorder.examples.benchmarks.Goal}. Six workloads stand behind them: a hot item,
 * a long tail, a big backlog, the calculator, planning, and a database. Each is run twice in the same way, against the
 * library and against what a programmer would write with records and maps.
 *
 * <p>What counts is CPU time for each operation, as the operating system accounts it to the thread
 * that posts: it repeats where the clock on the wall does not. Only throughput of two threads and
 * what a database does are taken from that clock.
 */
@NullMarked
package io.backorder.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
