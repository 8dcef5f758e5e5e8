package io.backorder.assortment;

import static java.util.Objects.requireNonNull;

import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import io.backorder.stock.Sku;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * An item that may run short, with what makes it urgent.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param sku the item
 * @param probability the probability of a stockout by the period that was asked about
 * @param expectedShort the units expected to be owed at its end
 */
public record ItemAtRisk(Sku sku, double probability, double expectedShort) {

  /** Rejects figures out of range. */
  public ItemAtRisk {
    requireNonNull(sku, "sku");
    Numbers.probability("probability", probability);
    Numbers.notNegative("expectedShort", expectedShort);
  }

  /**
   * Ranks items by their risk: the most likely to run short first, among equals the one that will owe most,
   * then by name.
   *
   * @param outlooks the outlook of each item
   * @param period the period by whose end a stockout counts, within each horizon
   * @param least the smallest probability to list, 0 lists all
   * @return the items, most at risk first
   * @throws InvalidValueException if the probability is out of range or the period less than 1
   */
  public static List<ItemAtRisk> ranked(
      Map<Sku, StockoutOutlook> outlooks, int period, double least) {
    Numbers.atLeast("period", period, 1);
    Numbers.probability("least", least);
    return outlooks.entrySet().stream()
        .map(each -> new ItemAtRisk(
            each.getKey(),
            each.getValue().probabilityBy(period),
            each.getValue().expectedShortAtEndOf(period)))
        .filter(each -> each.probability() >= least)
        .sorted(Comparator.comparingDouble(ItemAtRisk::probability)
            .thenComparingDouble(ItemAtRisk::expectedShort)
            .reversed()
            .thenComparing(each -> each.sku().toString()))
        .toList();
  }
}
