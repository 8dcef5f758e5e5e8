package io.backorder.planning;

import io.backorder.statistics.ContinuousDistribution;
import io.backorder.statistics.DiscreteDistribution;
import io.backorder.statistics.Distribution;
import io.backorder.statistics.Normal;
import io.backorder.statistics.Search;

/** Solves {@code loss(r) - loss(r + Q) = missing Q}: the reorder point that leaves a part unserved. */
final class LotCover {

  private static final double SLACK = 1e-12;

  private LotCover() {}

  static double normalFactor(double missing, double lot) {
    return solve(Normal.STANDARD, missing, lot);
  }

  static double reorderPoint(Distribution law, double missing, double lot) {
    return law instanceof ContinuousDistribution
        ? solve(law, missing, lot)
        : solveInWholeUnits(law, missing, lot);
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
