package io.backorder.examples.benchmarks;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/** The plain calculations of the fourth workload. */
final class PlainCalculator {

  private PlainCalculator() {}

  /** One pass over dense columns. */
  static long[] dense(int[] sku, long[] quantity, long[] available) {
    long[] totals = new long[available.length];
    for (int i = 0; i < sku.length; i++) {
      totals[sku[i]] += quantity[i];
    }
    for (int item = 0; item < totals.length; item++) {
      totals[item] = Math.max(0, totals[item] - available[item]);
    }
    return totals;
  }

  /** The units ordered of each item that anybody ordered, merged by its text. */
  static Map<String, long[]> merge(String[] skus, long[] quantity) {
    Map<String, long[]> totals = new HashMap<>();
    for (int i = 0; i < skus.length; i++) {
      totals.merge(skus[i], new long[] {quantity[i]}, PlainCalculator::plus);
    }
    return totals;
  }

  private static long[] plus(long[] total, long[] more) {
    total[0] += more[0];
    return total;
  }

  /** The units that each item lacks. */
  static Map<String, long[]> lacking(
      String[] skus, long[] quantity, ToLongFunction<String> available) {
    Map<String, long[]> totals = merge(skus, quantity);
    totals.forEach((sku, total) -> total[0] = Math.max(0, total[0] - available.applyAsLong(sku)));
    return totals;
  }
}
