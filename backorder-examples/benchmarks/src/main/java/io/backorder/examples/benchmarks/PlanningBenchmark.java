package io.backorder.examples.benchmarks;

import io.backorder.forecast.DemandHistory;
import io.backorder.forecast.ForecastState;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Plans all items in one pass. */
@BenchmarkMode(Mode.SingleShotTime)
public class PlanningBenchmark {

  private static final double ALPHA = 0.2;

  /** The items and their years. */
  @State(Scope.Benchmark)
  public static class Items {

    /** Who plans. */
    @Param
    public Side side = Side.LIBRARY;

    /** The items. */
    @Param("1000000")
    public int items;

    private PlanningColumns columns = PlanningColumns.of(0);
    private short[] weeks = {};

    /** Writes the columns. */
    @Setup
    public void write() {
      columns = PlanningColumns.of(items);
      weeks = PlanningColumns.weeks(items);
    }
  }

  /** Series to forecast. */
  @State(Scope.Benchmark)
  public static class Series {

    /** Who forecasts. */
    @Param
    public Side side = Side.LIBRARY;

    /** How many series. */
    @Param("100000")
    public int series;

    private double[][] plain = {};
    private DemandHistory[] histories = {};

    /** Writes the series. */
    @Setup
    public void write() {
      plain = PlanningColumns.series(series);
      histories = LibraryPlanning.histories(plain);
    }
  }

  /** Long series, in which what is made once for a fit counts for little. */
  @State(Scope.Benchmark)
  public static class LongSeries {

    /** Forty years. */
    private static final int WEEKS = 2080;

    /** How the series are forecast. */
    @Param
    public FittedMethod method = FittedMethod.NAIVE;

    /** How many series. */
    @Param("50")
    public int series;

    private DemandHistory[] histories = {};

    /** Writes the series. */
    @Setup
    public void write() {
      histories = LibraryPlanning.histories(PlanningColumns.series(series, WEEKS));
    }
  }

  /**
   * From given moments.
   *
   * @param items the items
   * @param meter what it takes
   * @return safety stocks and reorder points
   */
  @Benchmark
  public double[] points(Items items, Meter meter) {
    meter.start();
    double[] points = items.side == Side.PLAIN
        ? PlainPlanning.points(items.columns)
        : LibraryPlanning.points(items.columns);
    meter.stop(items.items);
    return points;
  }

  /**
   * From a year of weeks each; a week is an operation.
   *
   * @param items the items
   * @param meter what it takes
   * @return reorder points
   */
  @Benchmark
  public double[] year(Items items, Meter meter) {
    meter.start();
    double[] points = items.side == Side.PLAIN
        ? PlainPlanning.year(items.weeks, items.columns)
        : LibraryPlanning.year(items.weeks, items.columns);
    meter.stop((long) items.items * PlanningColumns.WEEKS);
    return points;
  }

  /**
   * Simple smoothing with a given weight.
   *
   * @param series the series
   * @param meter what it takes
   * @return levels and squared errors
   */
  @Benchmark
  public double[] smoothed(Series series, Meter meter) {
    meter.start();
    double[] found = series.side == Side.PLAIN
        ? PlainPlanning.smoothed(series.plain, ALPHA)
        : LibraryPlanning.smoothed(series.histories, ALPHA);
    meter.stop(series.series);
    return found;
  }

  /**
   * Croston's method with given weights.
   *
   * @param series the series
   * @param meter what it takes
   * @return rates
   */
  @Benchmark
  public double[] croston(Series series, Meter meter) {
    meter.start();
    double[] found = series.side == Side.PLAIN
        ? PlainPlanning.croston(series.plain, ALPHA)
        : LibraryPlanning.croston(series.histories, ALPHA);
    meter.stop(series.series);
    return found;
  }

  /**
   * Simple smoothing with the best weight.
   *
   * @param series the series
   * @param meter what it takes
   * @return squared errors
   */
  @Benchmark
  public double[] fitted(Series series, Meter meter) {
    meter.start();
    double[] found = series.side == Side.PLAIN
        ? PlainPlanning.fitted(series.plain)
        : LibraryPlanning.fitted(series.histories);
    meter.stop(series.series);
    return found;
  }

  /**
   * Fits of one method; a period of a history is an operation.
   *
   * @param series the series
   * @param meter what it takes
   * @return what was learnt of each
   */
  @Benchmark
  public ForecastState[] fits(LongSeries series, Meter meter) {
    ForecastState[] states = new ForecastState[series.series];
    meter.start();
    for (int each = 0; each < states.length; each++) {
      states[each] = series.method.forecaster().fit(series.histories[each]);
    }
    meter.stop((long) series.series * LongSeries.WEEKS);
    return states;
  }
}
