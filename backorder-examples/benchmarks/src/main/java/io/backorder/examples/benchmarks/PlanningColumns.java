package io.backorder.examples.benchmarks;

import java.util.Arrays;

/** The items of the fifth workload, in columns: a demand, a lead time and a service level each. */
final class PlanningColumns {

  /** The weeks over which mean and deviation are taken. */
  static final int WEEKS = 52;

  private final double[] mean;
  private final double[] deviation;
  private final double[] leadTime;
  private final double[] leadTimeDeviation;
  private final double[] service;

  private PlanningColumns(int items) {
    mean = new double[items];
    deviation = new double[items];
    leadTime = new double[items];
    leadTimeDeviation = new double[items];
    service = new double[items];
  }

  /** Demand of 1 to 101 units a week, one to nine weeks away, to be served at 80 to 99 %. */
  static PlanningColumns of(int items) {
    PlanningColumns columns = new PlanningColumns(items);
    Generator generator = new Generator(21);
    for (int item = 0; item < items; item++) {
      columns.mean[item] = 1 + 100 * generator.unit();
      columns.deviation[item] = columns.mean[item] * (0.1 + generator.unit());
      columns.leadTime[item] = 1 + 8 * generator.unit();
      columns.leadTimeDeviation[item] = generator.unit();
      columns.service[item] = 0.8 + 0.19 * generator.unit();
    }
    return columns;
  }

  int items() {
    return mean.length;
  }

  double mean(int item) {
    return mean[item];
  }

  double deviation(int item) {
    return deviation[item];
  }

  double leadTime(int item) {
    return leadTime[item];
  }

  double leadTimeDeviation(int item) {
    return leadTimeDeviation[item];
  }

  double service(int item) {
    return service[item];
  }

  /** Weekly demand of a year, item by item: 0 to 40 units, as many weeks without as the item is slow. */
  static short[] weeks(int items) {
    Generator generator = new Generator(22);
    short[] weeks = new short[items * WEEKS];
    for (int item = 0; item < items; item++) {
      int busy = 1 + generator.below(100);
      for (int week = 0; week < WEEKS; week++) {
        weeks[item * WEEKS + week] =
            (short) (generator.below(100) < busy ? 1 + generator.below(40) : 0);
      }
    }
    return weeks;
  }

  /** Series of 104 weeks in which about one week in three has demand. */
  static double[][] series(int count) {
    return series(count, 104);
  }

  /** Series in which about one week in three has demand. */
  static double[][] series(int count, int weeks) {
    Generator generator = new Generator(23);
    double[][] series = new double[count][weeks];
    for (double[] each : series) {
      Arrays.setAll(each, week -> generator.below(3) == 0 ? 1 + generator.below(20) : 0);
    }
    return series;
  }
}
