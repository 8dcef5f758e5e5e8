package io.backorder.replenishment;

import io.backorder.statistics.Numbers;
import io.backorder.stock.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The cheapest way to cover a need, supplier by supplier from the last to the first: {@code f(i, x)} is the
 * cost of covering {@code x} measures with the suppliers from {@code i} on.
 */
final class SplitSearch {

  private static final long MOST_CELLS = 4_000_000;

  private final List<SupplierOffer> offers;
  private final long measure;
  private final int need;

  SplitSearch(PurchaseSplit.Need need, List<SupplierOffer> offers) {
    this.offers = offers;
    this.measure = offers.stream()
        .mapToLong(offer -> offer.sizes().pack().units())
        .reduce(0, SplitSearch::commonDivisor);
    long units = need.quantity().units();
    long measures = units / measure + (units % measure == 0 ? 0 : 1);
    if (measures > MOST_CELLS / offers.size()) {
      throw Numbers.refused(
          "units needed, in measures of %d, times %d suppliers".formatted(measure, offers.size()),
          "be at most " + MOST_CELLS,
          (double) measures * offers.size());
    }
    this.need = (int) measures;
  }

  private static long commonDivisor(long one, long other) {
    return other == 0 ? one : commonDivisor(other, one % other);
  }

  Optional<PurchaseSplit> cheapest() {
    double[] costs = new double[need + 1];
    Arrays.fill(costs, 1, need + 1, Double.POSITIVE_INFINITY);
    Supplier[] suppliers = new Supplier[offers.size()];
    for (int i = offers.size() - 1; i >= 0; i--) {
      suppliers[i] = new Supplier(offers.get(i), costs);
      costs = suppliers[i].cover();
    }
    return Double.isInfinite(costs[need]) ? Optional.empty() : Optional.of(split(suppliers));
  }

  private PurchaseSplit split(Supplier[] suppliers) {
    List<PurchaseSplit.Part> parts = new ArrayList<>();
    double cost = 0;
    int left = need;
    for (Supplier supplier : suppliers) {
      long units = supplier.unitsFor(left);
      if (units > 0) {
        parts.add(new PurchaseSplit.Part(supplier.offer, Quantity.of(units)));
        cost += supplier.offer.price().of(units);
        left = (int) Math.max(0, left - units / measure);
      }
    }
    return new PurchaseSplit(parts, cost);
  }

  /**
   * What one supplier adds to those after him. One more pack costs the same whatever was bought before, so
   * that the best number of packs is the best of a window that slides along with the need.
   */
  private final class Supplier {

    private final SupplierOffer offer;
    private final double[] without;
    private final double[] best = new double[need + 1];
    private final int[] packs = new int[need + 1];
    private final int step;
    private final long least;
    private final int most;

    Supplier(SupplierOffer offer, double[] without) {
      this.offer = offer;
      this.without = without;
      long pack = offer.sizes().pack().units();
      this.step = (int) Math.min(need, pack / measure); // a longer step covers no more
      this.least = offer.sizes().smallest().units() / pack;
      long allowed = offer.sizes().largest().map(all -> all.units() / pack).orElse(Long.MAX_VALUE);
      this.most = (int) Math.min(enough(), allowed);
    }

    /** Returns how many packs cover the whole need. */
    private int enough() {
      return (need + step - 1) / step;
    }

    /** Whether already the smallest order covers all that is needed. */
    private boolean isWhole() {
      return least >= enough();
    }

    long unitsFor(int cell) {
      return isWhole()
          ? packs[cell] * offer.sizes().smallest().units()
          : packs[cell] * offer.sizes().pack().units();
    }

    /** Returns the cost of covering each number of measures. */
    double[] cover() {
      if (isWhole()) {
        double cost = offer.price().of(offer.sizes().smallest().units());
        for (int cell = 0; cell <= need; cell++) {
          choose(cell, 1, cost);
        }
      } else {
        for (int residue = 0; residue < step; residue++) {
          slide(residue);
        }
      }
      return best;
    }

    /** Covers all needs of {@code residue + k step} measures, each with {@code least} to {@code most} packs. */
    private void slide(int residue) {
      int count = residue > need ? 0 : (need - residue) / step + 1;
      int[] window = new int[count + most + 1]; // of rests, each better than those after it
      int head = 0;
      int tail = 0;
      for (int rest = -most; rest < count - least; rest++) {
        while (tail > head && key(residue, rest) <= key(residue, window[tail - 1])) {
          tail--;
        }
        window[tail++] = rest;
        int k = rest + (int) least;
        while (window[head] < k - most) {
          head++;
        }
        if (k >= 0) {
          int bought = k - window[head];
          double cost =
              key(residue, window[head]) + k * packPrice() + offer.price().order();
          choose(residue + k * step, bought, cost);
        }
      }
    }

    /** The cost of what these packs leave, less that of the packs that it would have taken. */
    private double key(int residue, int rest) {
      int left = residue + rest * step;
      return (left <= 0 ? 0 : without[left]) - rest * packPrice();
    }

    private double packPrice() {
      return offer.price().unit() * offer.sizes().pack().units();
    }

    private void choose(int cell, int bought, double cost) {
      boolean buys = cell > 0 && cost <= without[cell] && cost < Double.POSITIVE_INFINITY;
      best[cell] = buys ? cost : without[cell];
      packs[cell] = buys ? bought : 0;
    }
  }
}
