package io.backorder.review;

import io.backorder.empirical.Tabulated;
import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import java.util.Arrays;

/**
 * When and how much to order in each of some periods after which nothing more is sold, with backorders and
 * orders that are received at once: in period {@code t} order up to {@code S(t)} when the stock is at or below
 * {@code s(t)}.
 *
 * <p>By backward induction, {@code f(t, x) = min over y >= x of K (y > x) + c (y - x) + h E[(y - X)+] + p E[(X -
 * y)+] + g E f(t + 1, y - X)}; after the last period stock costs {@code h'} a unit, and a backorder {@code p'}.
 * (Scarf 1960.) Exact for a demand that is a table, but for what lies beyond the levels that can be reached
 * with a probability of 1e-12. This type is immutable and thread-safe.
 */
public final class HorizonPlan {

  private final long[] reorderPoints;
  private final long[] orderUpTo;
  private final double cost;

  HorizonPlan(long[] reorderPoints, long[] orderUpTo, double cost) {
    this.reorderPoints = reorderPoints;
    this.orderUpTo = orderUpTo;
    this.cost = cost;
  }

  /**
   * What is to be planned.
   *
   * @param periods the number of periods, at least one
   * @param initialStock the stock at the beginning, in units; below zero for backorders
   * @param unitCost the price c of a unit, zero or positive
   * @param discountFactor what one unit of money in the next period is worth now, in (0, 1]
   */
  public record Horizon(int periods, long initialStock, double unitCost, double discountFactor) {

    /** Rejects numbers out of range. */
    public Horizon {
      Numbers.atLeast("number of periods", periods, 1);
      Numbers.notNegative("unit cost", unitCost);
      Numbers.positive("discount factor", discountFactor);
      Numbers.probability("discount factor", discountFactor);
    }
  }

  /**
   * What is left costs after the last period.
   *
   * @param leftover the cost h' of a unit left over, finite; below zero if it is worth something
   * @param backorder the cost p' of a unit still backordered, finite
   */
  public record Terminal(double leftover, double backorder) {

    /** Rejects what is not finite. */
    public Terminal {
      Numbers.finite("cost of a unit left over", leftover);
      Numbers.finite("cost of a unit still backordered", backorder);
    }

    double cost(double stock) {
      return Math.max(0, stock) * leftover + Math.max(0, -stock) * backorder;
    }
  }

  /**
   * Returns the cheapest plan.
   *
   * @param horizon what is to be planned
   * @param demand the law of the demand of a period, on whole numbers of at least zero
   * @param costs the costs of each period
   * @param terminal the costs after the last period
   * @return the plan
   * @throws InvalidValueException if there are too many levels, or levels times periods times demands, to be
   *     gone through
   */
  public static HorizonPlan optimal(
      Horizon horizon, Tabulated demand, InventoryCosts costs, Terminal terminal) {
    Numbers.notNegative("least demand of a period", demand.quantile(0));
    return new HorizonProgramme(horizon, demand, costs).solve(terminal);
  }

  /**
   * Returns the levels at or below which an order is placed.
   *
   * @return s(t), one number a period; {@link Long#MIN_VALUE} where an order is never worth its cost
   */
  public long[] reorderPoints() {
    return reorderPoints.clone();
  }

  /**
   * Returns the levels up to which is ordered.
   *
   * @return S(t), one number a period
   */
  public long[] orderUpTo() {
    return orderUpTo.clone();
  }

  /**
   * Returns the cost of all periods, discounted to the first, from the initial stock on.
   *
   * @return the cost
   */
  public double cost() {
    return cost;
  }

  @Override
  public String toString() {
    return "HorizonPlan[s=" + Arrays.toString(reorderPoints) + ", S=" + Arrays.toString(orderUpTo)
        + "]";
  }
}
