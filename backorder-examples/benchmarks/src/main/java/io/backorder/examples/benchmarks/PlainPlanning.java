package io.backorder.examples.benchmarks;

import io.backorder.statistics.Normal;

/**
 * The plain loops of the fifth workload. They answer what the library answers: a forecast is a level and the
 * sum of squared errors that its spread is read off.
 */
final class PlainPlanning {

  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private static final double PRECISE = 1e-4;

  private PlainPlanning() {}

  /** Safety stock and reorder point of each item, side by side. */
  static double[] points(PlanningColumns columns) {
    double[] points = new double[2 * columns.items()];
    for (int item = 0; item < columns.items(); item++) {
      double mean = columns.mean(item);
      double deviation = columns.deviation(item);
      double spread = columns.leadTimeDeviation(item);
      double leadTime = columns.leadTime(item);
      double variance = leadTime * deviation * deviation + mean * mean * spread * spread;
      double z = Normal.STANDARD.quantile(columns.service(item));
      double safety = z * Math.sqrt(variance);
      points[2 * item] = safety;
      points[2 * item + 1] = mean * leadTime + safety;
    }
    return points;
  }

  /** The reorder point of each item from its year. */
  static double[] year(short[] weeks, PlanningColumns columns) {
    double[] points = new double[columns.items()];
    for (int item = 0; item < points.length; item++) {
      int first = item * PlanningColumns.WEEKS;
      double sum = 0;
      for (int week = first; week < first + PlanningColumns.WEEKS; week++) {
        sum += weeks[week];
      }
      double mean = sum / PlanningColumns.WEEKS;
      double squares = 0;
      for (int week = first; week < first + PlanningColumns.WEEKS; week++) {
        squares += (weeks[week] - mean) * (weeks[week] - mean);
      }
      double spread = columns.leadTimeDeviation(item);
      double variance = columns.leadTime(item) * squares / (PlanningColumns.WEEKS - 1)
          + mean * mean * spread * spread;
      points[item] = mean * columns.leadTime(item)
          + Normal.STANDARD.quantile(columns.service(item)) * Math.sqrt(variance);
    }
    return points;
  }

  /** Level and squared errors of simple smoothing, side by side. */
  static double[] smoothed(double[][] series, double alpha) {
    double[] found = new double[2 * series.length];
    for (int each = 0; each < series.length; each++) {
      double level = series[each][0];
      double squares = 0;
      for (double demand : series[each]) {
        double error = demand - level;
        squares += error * error;
        level += alpha * error;
      }
      found[2 * each] = level;
      found[2 * each + 1] = squares;
    }
    return found;
  }

  /** Demand rate and, behind it, squared errors of Croston's method. */
  static double[] croston(double[][] series, double alpha) {
    double[] found = new double[2 * series.length];
    for (int each = 0; each < series.length; each++) {
      double size = 0;
      double interval = 0;
      double rate = 0;
      double squares = -series[each][0] * series[each][0];
      int waited = 1;
      for (double demand : series[each]) {
        squares += (demand - rate) * (demand - rate);
        if (demand == 0) {
          waited++;
          continue;
        }
        size = size == 0 ? demand : size + alpha * (demand - size);
        interval = interval == 0 ? waited : interval + alpha * (waited - interval);
        rate = size / interval;
        waited = 1;
      }
      found[each] = rate;
      found[series.length + each] = squares;
    }
    return found;
  }

  /** Squared errors of simple smoothing with the weight that golden section finds, to 1e-4. */
  static double[] fitted(double[][] series) {
    double[] found = new double[series.length];
    for (int each = 0; each < series.length; each++) {
      found[each] = least(series[each]);
    }
    return found;
  }

  private static double least(double[] series) {
    double low = 0;
    double high = 1;
    double left = high - GOLDEN * (high - low);
    double right = low + GOLDEN * (high - low);
    double atLeft = squares(series, left);
    double atRight = squares(series, right);
    while (high - low > PRECISE) {
      if (atLeft <= atRight) {
        high = right;
        right = left;
        atRight = atLeft;
        left = high - GOLDEN * (high - low);
        atLeft = squares(series, left);
      } else {
        low = left;
        left = right;
        atLeft = atRight;
        right = low + GOLDEN * (high - low);
        atRight = squares(series, right);
      }
    }
    return Math.min(atLeft, atRight);
  }

  private static double squares(double[] series, double alpha) {
    double level = series[0];
    double squares = 0;
    for (double demand : series) {
      double error = demand - level;
      squares += error * error;
      level += alpha * error;
    }
    return squares;
  }
}
