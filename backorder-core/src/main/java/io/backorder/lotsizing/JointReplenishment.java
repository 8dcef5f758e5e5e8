package io.backorder.lotsizing;

import io.backorder.statistics.Numbers;
import java.util.ArrayList;
import java.util.List;

/**
 * When to order several items together: every base cycle an order is placed, and each item joins every
 * so many of them.
 *
 * <p>Silver's heuristic (1976): the item of the least {@code k / (h D)} joins every order, and item {@code n}
 * every {@code m = round(sqrt(k / (h D) * h' D' / (K + k')))}-th (a half goes to the even number), the primed
 * numbers being those of that item. The base cycle is then {@code T = sqrt(2 (K + sum k / m) / sum h m D)}. It
 * is good, and not always the best.
 *
 * @param baseCycle the time from one order to the next
 * @param multiples every how many orders each item joins, in the order of the items
 * @param quantities the lot of each item
 * @param cost what ordering and holding cost in a unit of time
 */
public record JointReplenishment(
    double baseCycle, List<Long> multiples, List<Double> quantities, double cost) {

  /** Copies the lists, and rejects what is not finite. */
  public JointReplenishment {
    Numbers.positive("base cycle", baseCycle);
    quantities.forEach(each -> Numbers.notNegative("quantity", each));
    Numbers.notNegative("cost", cost);
    multiples = List.copyOf(multiples);
    quantities = List.copyOf(quantities);
  }

  /**
   * An item that can be ordered with others.
   *
   * @param costs what the item costs: k for joining an order, h for holding
   * @param demandRate the demand D of a unit of time, positive
   */
  public record Item(LotCosts costs, double demandRate) {

    /** Rejects a demand rate that is not positive. */
    public Item {
      Numbers.positive("demand rate", demandRate);
    }

    private double holdingRate() {
      return costs.holding() * demandRate;
    }

    private double ratio() {
      return costs.fixed() / holdingRate();
    }
  }

  /**
   * Returns the plan of some items.
   *
   * @param sharedCost the cost K of an order, whatever joins it, zero or positive
   * @param items the items, at least one
   * @return the plan
   */
  public static JointReplenishment silver(double sharedCost, List<Item> items) {
    Numbers.notNegative("shared cost", sharedCost);
    Numbers.atLeast("number of items", items.size(), 1);
    int first = 0;
    for (int i = 1; i < items.size(); i++) {
      first = items.get(i).ratio() < items.get(first).ratio() ? i : first;
    }
    Item base = items.get(first);
    double order = Numbers.positive("cost of an order", sharedCost + base.costs.fixed());
    List<Long> multiples = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      double square = items.get(i).ratio() * base.holdingRate() / order;
      multiples.add(i == first ? 1L : multiple(square));
    }
    return of(sharedCost, items, multiples);
  }

  private static long multiple(double square) {
    return Math.max(1, (long) Math.rint(Math.sqrt(square)));
  }

  private static JointReplenishment of(double sharedCost, List<Item> items, List<Long> multiples) {
    double ordering = sharedCost;
    double holding = 0;
    for (int i = 0; i < items.size(); i++) {
      double multiple = (double) multiples.get(i);
      ordering += items.get(i).costs.fixed() / multiple;
      holding += items.get(i).holdingRate() * multiple;
    }
    double cycle = Math.sqrt(2 * ordering / holding);
    List<Double> quantities = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      quantities.add(cycle * multiples.get(i) * items.get(i).demandRate);
    }
    return new JointReplenishment(
        cycle, multiples, quantities, ordering / cycle + cycle / 2 * holding);
  }
}
