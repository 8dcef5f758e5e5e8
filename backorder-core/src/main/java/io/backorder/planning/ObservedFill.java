package io.backorder.planning;

import io.backorder.statistics.Numbers;
import java.util.List;

/**
 * How much of what was ordered was shipped, counted three ways. Usually orders are filled least often and
 * units most, but neither is a law.
 *
 * @param orders the part of the orders that were shipped complete, in [0, 1]
 * @param lines the part of the lines that were shipped complete, in [0, 1]
 * @param units the part of the units that were shipped, in [0, 1]
 */
public record ObservedFill(double orders, double lines, double units) {

  /** Rejects what is no part of a whole. */
  public ObservedFill {
    Numbers.probability("part of the orders", orders);
    Numbers.probability("part of the lines", lines);
    Numbers.probability("part of the units", units);
  }

  /**
   * One line of an order: what was asked and what was shipped of it in time.
   *
   * @param ordered the units ordered, positive
   * @param shipped the units shipped, at most those ordered
   */
  public record Line(long ordered, long shipped) {

    /** Rejects a line that asks for nothing, or that was shipped in excess. */
    public Line {
      Numbers.positive("ordered", (double) ordered);
      if (shipped < 0 || shipped > ordered) {
        throw Numbers.refused("shipped", "be 0 to " + ordered, shipped);
      }
    }

    private boolean isComplete() {
      return shipped == ordered;
    }
  }

  /**
   * Returns the three rates of some orders. An order or a line counts only when it was shipped complete.
   *
   * @param orders the orders, each with at least one line; at least one order
   * @return the rates
   */
  public static ObservedFill of(List<List<Line>> orders) {
    Numbers.atLeast("number of orders", orders.size(), 1);
    orders.forEach(order -> Numbers.atLeast("number of lines of an order", order.size(), 1));
    List<Line> lines = orders.stream().flatMap(List::stream).toList();
    long complete = orders.stream()
        .filter(order -> order.stream().allMatch(Line::isComplete))
        .count();
    double ordered = lines.stream().mapToDouble(Line::ordered).sum();
    return new ObservedFill(
        (double) complete / orders.size(),
        (double) lines.stream().filter(Line::isComplete).count() / lines.size(),
        lines.stream().mapToDouble(Line::shipped).sum() / ordered);
  }
}
