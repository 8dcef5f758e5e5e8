package io.backorder.lotsizing;

import io.backorder.statistics.Numbers;
import io.backorder.statistics.Search;

/**
 * The lot that makes a steady demand cheapest when the supplier fails now and then and customers who find
 * nothing are lost.
 *
 * <p>The supplier works for an exponential time of rate {@code l} and fails for one of rate {@code m}; an
 * order is possible only while he works. With {@code psi = l / (l + m) (1 - exp(-(l + m) Q / D))}, the
 * probability that he fails when the lot is used up, and {@code p} the cost of a lost unit, a lot costs {@code
 * (K + h Q^2 / (2 D) + p D psi / m) / (Q / D + psi / m)} in a unit of time. (Parlar and Berkin 1991, as
 * corrected by Berk and Arreola-Risa 1994.)
 *
 * @param units the size of the lot
 * @param cost what ordering, holding and lost sales cost in a unit of time
 */
public record DisruptedLot(double units, double cost) {

  /** Rejects what is not finite. */
  public DisruptedLot {
    Numbers.notNegative("units", units);
    Numbers.notNegative("cost", cost);
  }

  /**
   * A steady demand, and a supplier who fails.
   *
   * @param rate the demand D of a unit of time, positive
   * @param lostSaleCost the cost p of a unit that is not sold, positive
   * @param disruptionRate the failures l of a working supplier in a unit of time, positive
   * @param recoveryRate the recoveries m of a failed supplier in a unit of time, positive
   */
  public record Demand(
      double rate, double lostSaleCost, double disruptionRate, double recoveryRate) {

    /** Rejects what is not positive. */
    public Demand {
      Numbers.positive("demand rate", rate);
      Numbers.positive("cost of a lost sale", lostSaleCost);
      Numbers.positive("disruption rate", disruptionRate);
      Numbers.positive("recovery rate", recoveryRate);
    }

    private double failing() {
      return disruptionRate / (disruptionRate + recoveryRate);
    }

    private double exponent(double units) {
      return -(disruptionRate + recoveryRate) * units / rate;
    }

    /** Returns the probability that the supplier fails when a lot is used up. */
    private double failingAfter(double units) {
      return -failing() * Math.expm1(exponent(units));
    }

    private double outage(double units) {
      return failingAfter(units) / recoveryRate;
    }

    private double outageSlope(double units) {
      return disruptionRate / rate * Math.exp(exponent(units)) / recoveryRate;
    }
  }

  /**
   * Returns the cheapest lot, found where the derivative of the cost is zero.
   *
   * @param costs the costs of ordering and holding
   * @param demand the demand
   * @return the lot
   */
  public static DisruptedLot of(LotCosts costs, Demand demand) {
    double units = Search.root(
        q -> q <= 0 ? -1 : slope(costs, demand, q),
        q -> Double.NaN,
        approximation(costs, demand).units);
    return new DisruptedLot(units, cost(costs, demand, units));
  }

  /**
   * Returns the lot by Snyder's approximation (2014), in which the supplier is as likely to fail when the lot
   * is used up as at any time: {@code psi = l / (l + m)}. Its cost is {@code h Q}.
   *
   * @param costs the costs of ordering and holding
   * @param demand the demand
   * @return the lot
   */
  public static DisruptedLot approximation(LotCosts costs, Demand demand) {
    double h = costs.holding();
    double d = demand.rate;
    double m = demand.recoveryRate;
    double psi = demand.failing();
    double part = psi * d * h;
    double square =
        part * part + 2 * h * m * (costs.fixed() * d * m + d * d * demand.lostSaleCost * psi);
    double units = (Math.sqrt(square) - part) / (h * m);
    return new DisruptedLot(units, h * units);
  }

  /**
   * Returns what a given lot costs in a unit of time.
   *
   * @param costs the costs of ordering and holding
   * @param demand the demand
   * @param units the size of the lot, positive
   * @return the cost
   */
  public static double cost(LotCosts costs, Demand demand, double units) {
    Numbers.positive("order quantity", units);
    return cycleCost(costs, demand, units) / (units / demand.rate + demand.outage(units));
  }

  private static double cycleCost(LotCosts costs, Demand demand, double units) {
    return costs.fixed()
        + costs.holding() * units * units / (2 * demand.rate)
        + demand.lostSaleCost * demand.rate * demand.outage(units);
  }

  /** Returns the derivative of the cost times the square of the length of a cycle. */
  private static double slope(LotCosts costs, Demand demand, double units) {
    double length = units / demand.rate + demand.outage(units);
    double lengthSlope = 1 / demand.rate + demand.outageSlope(units);
    double costSlope = costs.holding() * units / demand.rate
        + demand.lostSaleCost * demand.rate * demand.outageSlope(units);
    return costSlope * length - cycleCost(costs, demand, units) * lengthSlope;
  }
}
