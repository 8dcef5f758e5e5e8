package io.backorder.review;

import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.DiscreteDistribution;
import io.backorder.statistics.Numbers;

/**
 * Ordering a lot of {@code Q} when the inventory position falls to {@code r}, with continuous review, customers
 * of one unit and backorders: the position takes each of {@code r + 1, ..., r + Q} as often.
 *
 * @param reorderPoint the reorder point r
 * @param orderQuantity the size Q of a lot, positive
 */
public record UnitReorderPolicy(long reorderPoint, long orderQuantity) {

  private static final double MOST_LOT = 1e5;

  private static final long MOST = 1L << 52;

  /** Rejects a lot that is not positive, and numbers beyond 2^52. */
  public UnitReorderPolicy {
    if (orderQuantity < 1 || orderQuantity > MOST) {
      throw Numbers.refused("order quantity", "be from 1 to " + MOST, orderQuantity);
    }
    if (reorderPoint < -MOST || reorderPoint > MOST) {
      throw Numbers.refused("reorder point", "be at most " + MOST + " in size", reorderPoint);
    }
  }

  /**
   * A demand: its rate, and its law over the lead time.
   *
   * @param rate the demand D of a unit of time, positive
   * @param overLeadTime the law of the demand over the lead time
   */
  public record Demand(double rate, DiscreteDistribution overLeadTime) {

    /** Rejects a rate that is not positive. */
    public Demand {
      Numbers.positive("demand rate", rate);
    }
  }

  /**
   * Returns the cheapest policy. From the best single position on, the cheaper neighbour is added to the
   * positions as long as that lowers the cost. (Federgruen and Zheng 1992.)
   *
   * @param demand the demand
   * @param costs the costs
   * @return the policy
   * @throws InvalidValueException if the lot would be of more than 100,000 units, for which {@link
   *     ReorderPolicy} is good enough
   */
  public static UnitReorderPolicy optimal(Demand demand, InventoryCosts costs) {
    costs.requireLot(demand.rate, MOST_LOT);
    DiscreteDistribution law = demand.overLeadTime;
    double low = costs.mismatch().level(law);
    double high = low;
    double total = costs.fixed() * demand.rate + costs.rate(law, low);
    double below = costs.rate(law, low - 1);
    double above = costs.rate(law, high + 1);
    while (Math.min(below, above) < total / (high - low + 1)) {
      if (below <= above) {
        total += below;
        low--;
        below = costs.rate(law, low - 1);
      } else {
        total += above;
        high++;
        above = costs.rate(law, high + 1);
      }
    }
    return new UnitReorderPolicy((long) low - 1, (long) (high - low) + 1);
  }

  /**
   * Returns what this policy costs in a unit of time: {@code (K D + g(r + 1) + ... + g(r + Q)) / Q}.
   *
   * @param demand the demand
   * @param costs the costs
   * @return the cost
   */
  public double cost(Demand demand, InventoryCosts costs) {
    DiscreteDistribution law = demand.overLeadTime;
    double lot = (double) orderQuantity;
    double backorders = law.secondLoss(reorderPoint) - law.secondLoss(reorderPoint + orderQuantity);
    double level = reorderPoint + (lot + 1) / 2 - law.mean();
    return costs.holding() * level
        + (costs.fixed() * demand.rate + (costs.holding() + costs.shortage()) * backorders) / lot;
  }
}
