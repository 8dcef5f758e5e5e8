package io.backorder.assortment;

import static java.util.Objects.requireNonNull;

import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import io.backorder.stock.Sku;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Items in the order of their value, with the share that they make together.
 *
 * <p>An item is A while the share that it and all before it make is below the first cut, B while it is below
 * the second, and C otherwise. So a single item that makes four fifths of the value is not A: the other
 * common rule, which looks at the share before the item, would make it one. Items of equal value keep the
 * order in which they were given.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param items the items, the most valuable first
 */
public record AbcAnalysis(List<Item> items) {

  /** The usual cuts. */
  private static final double CUT_A = 0.8;

  private static final double CUT_B = 0.95;

  /** Copies the items. */
  public AbcAnalysis {
    items = List.copyOf(items);
  }

  /**
   * One item of the analysis.
   *
   * @param sku the item
   * @param value its value
   * @param cumulativeShare the share of the whole value that it and all before it make
   * @param abcClass its class
   */
  public record Item(Sku sku, double value, double cumulativeShare, AbcClass abcClass) {

    /** Rejects missing parts, and what is no number. */
    public Item {
      requireNonNull(sku, "sku");
      requireNonNull(abcClass, "abcClass");
      Numbers.finite("value", value);
      Numbers.notNegative("cumulative share", cumulativeShare);
    }
  }

  /**
   * The shares of the value at which a class ends.
   *
   * @param a where A ends, above 0
   * @param b where B ends, at least {@code a} and at most 1
   */
  public record Cuts(double a, double b) {

    /** Rejects shares out of order. */
    public Cuts {
      Numbers.openProbability("a", a);
      if (!(b >= a && b <= 1)) { // also rejects NaN
        throw Numbers.refused("b", "be in [%s, 1]".formatted(a), b);
      }
    }
  }

  /**
   * Returns the analysis with cuts at 80 % and 95 %.
   *
   * @param values the value of each item, such as its yearly turnover, zero or more
   * @return the analysis
   * @throws InvalidValueException if a value is negative or not finite, or all are zero
   */
  public static AbcAnalysis of(Map<Sku, Double> values) {
    return of(values, new Cuts(CUT_A, CUT_B));
  }

  /**
   * Returns the analysis.
   *
   * @param values the value of each item, zero or more
   * @param cuts the shares at which classes end
   * @return the analysis
   * @throws InvalidValueException if a value is negative or not finite, or all are zero
   */
  public static AbcAnalysis of(Map<Sku, Double> values, Cuts cuts) {
    requireNonNull(cuts, "cuts");
    List<Map.Entry<Sku, Double>> entries = new ArrayList<>(values.entrySet());
    double total = 0;
    for (Map.Entry<Sku, Double> each : entries) {
      total += Numbers.notNegative("value", each.getValue());
    }
    Numbers.positive("total", total);
    entries.sort(Comparator.comparingDouble((Map.Entry<Sku, Double> each) -> each.getValue())
        .reversed());
    List<Item> items = new ArrayList<>();
    double sum = 0;
    for (Map.Entry<Sku, Double> each : entries) {
      sum += each.getValue();
      double share = sum / total;
      items.add(new Item(each.getKey(), each.getValue(), share, classOf(share, cuts)));
    }
    return new AbcAnalysis(items);
  }

  private static AbcClass classOf(double share, Cuts cuts) {
    if (share < cuts.a()) {
      return AbcClass.A;
    }
    return share < cuts.b() ? AbcClass.B : AbcClass.C;
  }
}
