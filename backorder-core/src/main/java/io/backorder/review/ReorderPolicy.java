package io.backorder.review;

import io.backorder.lotsizing.EconomicOrderQuantity;
import io.backorder.lotsizing.PlannedBackorders;
import io.backorder.planning.ReorderPoint;
import io.backorder.statistics.Numbers;
import io.backorder.statistics.RealDistribution;
import io.backorder.statistics.Search;

/**
 * Ordering a lot of {@code Q} when the inventory position falls to {@code r}, with continuous review and
 * backorders.
 *
 * <p>In what follows {@code D} is the demand rate, the law is that of the demand over the lead time, {@code g(y) =
 * h E[(y - X)+] + p E[(X - y)+]}, and a lot is ordered when the position is exactly {@code r}.
 *
 * @param reorderPoint the reorder point r, in units
 * @param orderQuantity the size Q of a lot, in units
 */
public record ReorderPolicy(double reorderPoint, double orderQuantity) {

  private static final int MOST_STEPS = 10_000;

  /** Below this part of the lot a step is rounding: a loss is known to no more digits. */
  private static final double PRECISION = 1e-12;

  /** Rejects a reorder point that is not finite or a lot that is not positive. */
  public ReorderPolicy {
    Numbers.finite("reorder point", reorderPoint);
    Numbers.positive("order quantity", orderQuantity);
  }

  /**
   * A demand: its rate, and its law over the lead time, which may be a sample of what was observed.
   *
   * @param rate the demand D of a unit of time, positive
   * @param overLeadTime the law of the demand over the lead time
   */
  public record Demand(double rate, RealDistribution overLeadTime) {

    /** Rejects a rate that is not positive. */
    public Demand {
      Numbers.positive("demand rate", rate);
    }

    private double loss(double x) {
      return overLeadTime.loss(x);
    }

    private double secondLoss(double x) {
      return overLeadTime.secondLoss(x);
    }
  }

  /**
   * Returns the cheapest policy: {@code r} is the best for {@code Q}, and {@code g(r) = g(r + Q)} is the cost.
   * (Zheng 1992.)
   *
   * @param demand the demand
   * @param costs the costs, with a fixed cost above zero
   * @return the policy
   */
  public static ReorderPolicy optimal(Demand demand, InventoryCosts costs) {
    Numbers.positive("fixed cost", costs.fixed());
    double lot = Search.root(
        q -> q <= 0 ? -costs.fixed() * demand.rate : excess(demand, costs, q),
        q -> Double.NaN,
        eoqWithBackorders(demand, costs).orderQuantity);
    return forQuantity(demand, costs, lot);
  }

  /** Returns Q times the cost at its edge less the cost of a cycle, which rises with Q. */
  private static double excess(Demand demand, InventoryCosts costs, double lot) {
    ReorderPolicy policy = forQuantity(demand, costs, lot);
    return lot
        * (costs.rate(demand.overLeadTime, policy.reorderPoint) - policy.cost(demand, costs));
  }

  /**
   * Returns the cheapest policy of a given lot: {@code g(r) = g(r + Q)}, which is the reorder point of the fill
   * rate {@code p / (p + h)}. (Zheng 1992.)
   *
   * @param demand the demand
   * @param costs the costs
   * @param orderQuantity the size Q of a lot, positive
   * @return the policy
   */
  public static ReorderPolicy forQuantity(
      Demand demand, InventoryCosts costs, double orderQuantity) {
    double unserved = costs.mismatch().shortageRatio();
    ReorderPoint point = ReorderPoint.leavingUnserved(demand.overLeadTime, unserved, orderQuantity);
    return new ReorderPolicy(point.units(), orderQuantity);
  }

  /**
   * Returns the approximation that takes the economic lot with planned backorders, and the best reorder point
   * for it. (Snyder and Shen 2019, section 5.3.)
   *
   * @param demand the demand
   * @param costs the costs, with a fixed cost above zero
   * @return the policy
   */
  public static ReorderPolicy eoqWithBackorders(Demand demand, InventoryCosts costs) {
    double lot =
        PlannedBackorders.of(costs.lot(), costs.shortage(), demand.rate).units();
    return forQuantity(demand, costs, lot);
  }

  /**
   * Returns the approximation that takes the economic lot, and as reorder point the newsvendor's level of
   * lead-time demand. (Snyder and Shen 2019, section 5.3.)
   *
   * @param demand the demand
   * @param costs the costs, with a fixed cost above zero
   * @return the policy
   */
  public static ReorderPolicy eoqWithSafetyStock(Demand demand, InventoryCosts costs) {
    double lot = EconomicOrderQuantity.of(costs.lot(), demand.rate).units();
    return new ReorderPolicy(costs.mismatch().level(demand.overLeadTime), lot);
  }

  /**
   * Returns the approximation that leaves out what the next lot meets again: {@code Q = sqrt(2 (K D + (h + p)
   * loss2(r)) / h)} and {@code loss(r) = h Q / (h + p)}, {@code loss2} being the second-order loss. (Snyder and
   * Shen 2019, section 5.3.)
   *
   * @param demand the demand
   * @param costs the costs, with a fixed cost above zero
   * @return the policy
   */
  public static ReorderPolicy lossFunction(Demand demand, InventoryCosts costs) {
    LossEquations equations = new LossEquations(demand, costs);
    double least = EconomicOrderQuantity.of(costs.lot(), demand.rate).units();
    double lot = Search.root(equations::gap, equations::slope, least);
    return new ReorderPolicy(equations.reorderPoint(lot), lot);
  }

  /** The equations of {@link #lossFunction}, of which one gives r by Q and the other the next Q by r. */
  private record LossEquations(Demand demand, InventoryCosts costs) {

    private double both() {
      return costs.holding() + costs.shortage();
    }

    double reorderPoint(double lot) {
      return demand.overLeadTime.inverseLoss(costs.holding() * lot / both());
    }

    private double next(double reorderPoint) {
      double cycle = costs.fixed() * demand.rate + both() * demand.secondLoss(reorderPoint);
      return Math.sqrt(2 * cycle / costs.holding());
    }

    /** Increases with the lot, and is zero where both equations hold. */
    double gap(double lot) {
      return lot - next(reorderPoint(lot));
    }

    double slope(double lot) {
      double r = reorderPoint(lot);
      return 1 - demand.loss(r) / demand.overLeadTime.survival(r) / next(r);
    }
  }

  /**
   * Returns the approximation of Hadley and Whitin (1963), in which a shortage costs <b>by the unit, however
   * long it lasts</b>: {@code Q = sqrt(2 D (K + p loss(r)) / h)} and {@code P(X > r) = Q h / (p D)}, found by
   * turns.
   *
   * @param demand the demand
   * @param costs the costs, with a fixed cost above zero; the shortage cost p is that of a unit short
   * @return the policy
   * @throws io.backorder.refusal.InvalidValueException if a unit short costs so little, {@code Q h >= p D},
   *     that the equations have no solution, or, as is often so, if a law of steps such as a small sample lets the
   *     turns go to and fro between two lots for ever
   */
  public static ReorderPolicy hadleyWhitin(Demand demand, InventoryCosts costs) {
    double lot = EconomicOrderQuantity.of(costs.lot(), demand.rate).units();
    for (int i = 0; i < MOST_STEPS; i++) {
      double shortfall = lot * costs.holding() / (costs.shortage() * demand.rate);
      Numbers.openProbability("probability of a shortage, Q h / (p D),", shortfall);
      double r = demand.overLeadTime.upperQuantile(shortfall);
      double cycle = costs.fixed() + costs.shortage() * demand.loss(r);
      double next = Math.sqrt(2 * demand.rate * cycle / costs.holding());
      if (Math.abs(next - lot) <= PRECISION * lot) {
        return new ReorderPolicy(r, next);
      }
      lot = next;
    }
    throw Numbers.refused("equations of the lot", "converge", lot);
  }

  /**
   * Returns what this policy costs in a unit of time: {@code (K D + integral of g from r to r + Q) / Q}. The
   * integral is closed: {@code h Q (r + Q/2 - mean) + (h + p) (loss2(r) - loss2(r + Q))}.
   *
   * @param demand the demand
   * @param costs the costs
   * @return the cost
   */
  public double cost(Demand demand, InventoryCosts costs) {
    double short2 =
        demand.secondLoss(reorderPoint) - demand.secondLoss(reorderPoint + orderQuantity);
    double level = reorderPoint + orderQuantity / 2 - demand.overLeadTime.mean();
    double backorders = (costs.holding() + costs.shortage()) * short2;
    double cycle = (costs.fixed() * demand.rate + backorders) / orderQuantity;
    return Numbers.finite("cost", costs.holding() * level + cycle);
  }

  /**
   * Returns what Hadley and Whitin's approximation says that this policy costs in a unit of time: {@code h (r -
   * mean + Q/2) + (K + p loss(r)) D / Q}. It leaves the backorders out of what is held.
   *
   * @param demand the demand
   * @param costs the costs; the shortage cost p is that of a unit short, however long
   * @return the cost
   */
  public double hadleyWhitinCost(Demand demand, InventoryCosts costs) {
    double level = reorderPoint + orderQuantity / 2 - demand.overLeadTime.mean();
    double cycle = costs.fixed() + costs.shortage() * demand.loss(reorderPoint);
    return Numbers.finite("cost", costs.holding() * level + cycle * demand.rate / orderQuantity);
  }
}
