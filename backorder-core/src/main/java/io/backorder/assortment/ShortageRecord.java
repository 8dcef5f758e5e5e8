package io.backorder.assortment;

import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The units of one item that had to wait or were refused in each replenishment cycle, oldest first. One
 * shortage is chance; the same item short in most of its cycles is a rule that is set wrong.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param shortages the units short in each cycle, zero for a cycle without shortage
 */
public record ShortageRecord(List<Quantity> shortages) {

  /** Copies the cycles. */
  public ShortageRecord {
    shortages = List.copyOf(shortages);
  }

  /**
   * Returns the record after one more cycle.
   *
   * @param shortage the units short in it
   * @return the longer record
   */
  public ShortageRecord plus(Quantity shortage) {
    return new ShortageRecord(
        Stream.concat(shortages.stream(), Stream.of(shortage)).toList());
  }

  /**
   * Returns in how many of the latest cycles the item was short.
   *
   * @param latest how many cycles to look at, at least 1
   * @return the number, of as many cycles as there are if there are fewer
   * @throws InvalidValueException if there is less than 1 to look at
   */
  public int shortCycles(int latest) {
    Numbers.atLeast("latest", latest, 1);
    int from = Math.max(0, shortages.size() - latest);
    return (int) shortages.subList(from, shortages.size()).stream()
        .filter(each -> !each.isZero())
        .count();
  }

  /**
   * Tells whether the item was short in at least {@code n} of its latest {@code m} cycles.
   *
   * @param n the number of short cycles that makes a pattern, from 1 to {@code m}
   * @param m how many cycles to look at
   * @return true if it was; false while there are fewer than {@code n} cycles
   * @throws InvalidValueException if {@code n} is out of range
   */
  public boolean isRecurring(int n, int m) {
    Numbers.atLeast("n", n, 1);
    Numbers.atLeast("m", m, n);
    return shortCycles(m) >= n;
  }

  /**
   * Returns the items that were short in at least {@code n} of their latest {@code m} cycles.
   *
   * @param records the record of each item
   * @param n the number of short cycles that makes a pattern, from 1 to {@code m}
   * @param m how many cycles to look at
   * @return the items, those that were short most often first, then by name
   * @throws InvalidValueException if {@code n} is out of range
   */
  public static List<Sku> recurring(Map<Sku, ShortageRecord> records, int n, int m) {
    Numbers.atLeast("n", n, 1);
    Numbers.atLeast("m", m, n);
    return records.entrySet().stream()
        .filter(each -> each.getValue().isRecurring(n, m))
        .sorted(Comparator.comparingInt(
                (Map.Entry<Sku, ShortageRecord> each) -> -each.getValue().shortCycles(m))
            .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .toList();
  }
}
