package io.backorder.examples.benchmarks;

import io.backorder.forecast.DemandHistory;
import io.backorder.planning.CycleServiceLevel;
import io.backorder.planning.LeadTime;
import io.backorder.planning.LeadTimeDemand;
import io.backorder.planning.PeriodDemand;
import io.backorder.planning.ReorderPoint;
import io.backorder.planning.SafetyStock;
import io.backorder.smoothing.Croston;
import io.backorder.smoothing.CrostonState;
import io.backorder.smoothing.ExponentialSmoothing;
import io.backorder.smoothing.SmoothingState;
import java.util.Arrays;

/** The fifth workload with the library, as a host would write it. */
final class LibraryPlanning {

  private LibraryPlanning() {}

  /** Safety stock and reorder point of each item, side by side. */
  static double[] points(PlanningColumns columns) {
    double[] points = new double[2 * columns.items()];
    for (int item = 0; item < columns.items(); item++) {
      LeadTimeDemand demand = LeadTimeDemand.over(
          PeriodDemand.of(columns.mean(item), columns.deviation(item)), leadTime(columns, item));
      SafetyStock safety = SafetyStock.of(demand, CycleServiceLevel.of(columns.service(item)));
      points[2 * item] = safety.units();
      points[2 * item + 1] = ReorderPoint.of(demand, safety).units();
    }
    return points;
  }

  private static LeadTime leadTime(PlanningColumns columns, int item) {
    return LeadTime.of(columns.leadTime(item), columns.leadTimeDeviation(item));
  }

  /** The reorder point of each item from its year. */
  static double[] year(short[] weeks, PlanningColumns columns) {
    double[] points = new double[columns.items()];
    double[] year = new double[PlanningColumns.WEEKS];
    for (int item = 0; item < points.length; item++) {
      for (int week = 0; week < year.length; week++) {
        year[week] = weeks[item * PlanningColumns.WEEKS + week];
      }
      DemandHistory history = DemandHistory.of(year);
      LeadTimeDemand demand = LeadTimeDemand.over(
          PeriodDemand.of(history.mean(), Math.sqrt(history.variance())), leadTime(columns, item));
      points[item] =
          ReorderPoint.of(demand, CycleServiceLevel.of(columns.service(item))).units();
    }
    return points;
  }

  static DemandHistory[] histories(double[][] series) {
    return Arrays.stream(series).map(DemandHistory::of).toArray(DemandHistory[]::new);
  }

  /** Level and squared errors of simple smoothing, side by side. */
  static double[] smoothed(DemandHistory[] series, double alpha) {
    ExponentialSmoothing method = ExponentialSmoothing.simple().withAlpha(alpha);
    double[] found = new double[2 * series.length];
    for (int each = 0; each < series.length; each++) {
      SmoothingState state = method.fit(series[each]);
      found[2 * each] = state.level();
      found[2 * each + 1] = state.squaredErrors();
    }
    return found;
  }

  /** Demand rate of Croston's method; its squared errors are worked out beside it. */
  static double[] croston(DemandHistory[] series, double alpha) {
    Croston method = Croston.classic().withWeights(alpha, alpha);
    double[] found = new double[series.length];
    for (int each = 0; each < series.length; each++) {
      CrostonState state = method.fit(series[each]);
      found[each] = state.size() == 0 ? 0 : state.size() / state.interval();
    }
    return found;
  }

  /** Squared errors of simple smoothing with the weight that the method estimates. */
  static double[] fitted(DemandHistory[] series) {
    ExponentialSmoothing method = ExponentialSmoothing.simple();
    double[] found = new double[series.length];
    for (int each = 0; each < series.length; each++) {
      found[each] = method.fit(series[each]).squaredErrors();
    }
    return found;
  }
}
