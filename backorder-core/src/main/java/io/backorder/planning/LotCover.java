package io.backorder.planning;

import io.backorder.statistics.ContinuousDistribution;
import io.backorder.statistics.DiscreteDistribution;
import io.backorder.statistics.Distribution;
import io.backorder.statistics.Normal;
import io.backorder.statistics.RealDistribution;
import io.backorder.statistics.Search;

/** Solves {@code loss(r) - loss(r + Q) = missing Q}: the reorder point that leaves a part unserved. */
final class LotCover {

  private static final double SLACK = 1e-12;

  /** The part of the largest number at hand that two numbers must be apart to be told from each other. */
  private static final double UNIT = 4e-16;

  private LotCover() {}

  static double normalFactor(double missing, double lot) {
    return solve(Normal.STANDARD, missing, lot);
  }

  static double reorderPoint(Distribution law, double missing, double lot) {
    if (law instanceof ContinuousDistribution) {
      return solve(law, missing, lot);
    }
    return law instanceof RealDistribution
        ? solveInSteps(law, missing, lot)
        : solveInWholeUnits(law, missing, lot);
  }

  /**
   * The least solution for a law that has steps and no density. Between two steps the gap is straight, and it may
   * be level there, so the interval that holds the solution is halved until nothing is between its ends.
   */
  private static double solveInSteps(Distribution law, double missing, double lot) {
    double target = missing * lot * (1 + SLACK);
    double low = law.quantile(0) - lot;
    double high = law.quantile(1);
    double largest = Math.max(lot, Math.max(Math.abs(low), Math.abs(high)));
    double least = Math.max(Double.MIN_NORMAL, UNIT * largest);
    while (high - low > least) {
      double middle = low + (high - low) / 2;
      if (law.loss(middle) - law.loss(middle + lot) <= target) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  private static double solve(Distribution law, double missing, double lot) {
    double target = missing * lot;
    return Search.root(
        r -> Math.log(target / gap(law, r, lot)),
        r -> (law.survival(r) - law.survival(r + lot)) / gap(law, r, lot),
        law.inverseLoss(target));
  }

  private static double gap(Distribution law, double r, double lot) {
    return Math.max(law.loss(r) - law.loss(r + lot), Double.MIN_VALUE);
  }

  private static double solveInWholeUnits(Distribution law, double missing, double lot) {
    double target = missing * lot * (1 + SLACK);
    double least =
        law instanceof DiscreteDistribution ? law.quantile(0) : Math.floor(law.quantile(0));
    return Search.least(
        r -> law.loss(r) - law.loss(r + lot) <= target, least - Math.ceil(lot) - 1, law.mean());
  }
}
