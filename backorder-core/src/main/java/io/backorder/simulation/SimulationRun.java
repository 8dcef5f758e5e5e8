package io.backorder.simulation;

import io.backorder.refusal.InvalidValueException;
import io.backorder.review.InventoryCosts;
import io.backorder.statistics.Normal;
import io.backorder.statistics.Numbers;
import java.util.function.ToDoubleFunction;

/**
 * What happened in a simulation, period by period, with the figures that a buyer looks at.
 *
 * <p>This type is immutable and thread-safe.
 */
public final class SimulationRun {

  private static final int BATCHES = 50;

  private final Columns columns;
  private final int from;
  private final int to;

  private SimulationRun(Columns columns, int from, int to) {
    this.columns = columns;
    this.from = from;
    this.to = to;
  }

  /** The columns of a run while it is written; nobody writes them once the run is made. */
  static final class Columns {

    final long[] demand;
    final long[] ordered;
    final long[] level;
    final long[] met;

    Columns(int periods) {
      demand = new long[periods];
      ordered = new long[periods];
      level = new long[periods];
      met = new long[periods];
    }

    SimulationRun run() {
      return new SimulationRun(this, 0, demand.length);
    }
  }

  /**
   * Returns the run without its first periods, in which the opening stock still shows.
   *
   * @param first how many periods to leave out, fewer than there are
   * @return the rest
   * @throws InvalidValueException if no period would be left
   */
  public SimulationRun without(int first) {
    if (first < 0 || first >= periods()) {
      throw Numbers.refused("first", "be in [0, %d)".formatted(periods()), first);
    }
    return new SimulationRun(columns, from + first, to);
  }

  /**
   * Returns the number of periods.
   *
   * @return the number, at least 1
   */
  public int periods() {
    return to - from;
  }

  private int index(int period) {
    return from + Numbers.between("period", period, 0, periods() - 1);
  }

  /**
   * Returns what was asked for in a period.
   *
   * @param period the period, from 0
   * @return the units
   * @throws InvalidValueException if there is no such period
   */
  public long demand(int period) {
    return columns.demand[index(period)];
  }

  /**
   * Returns what was ordered in a period.
   *
   * @param period the period, from 0
   * @return the units
   * @throws InvalidValueException if there is no such period
   */
  public long ordered(int period) {
    return columns.ordered[index(period)];
  }

  /**
   * Returns the net stock at the end of a period: on hand, or less than zero if units wait.
   *
   * @param period the period, from 0
   * @return the units
   * @throws InvalidValueException if there is no such period
   */
  public long level(int period) {
    return columns.level[index(period)];
  }

  /**
   * Returns what of the demand of a period was served in it.
   *
   * @param period the period, from 0
   * @return the units
   * @throws InvalidValueException if there is no such period
   */
  public long metFromStock(int period) {
    return columns.met[index(period)];
  }

  /**
   * Returns the part of all units asked for that were served in their period.
   *
   * @return the fill rate, in [0, 1]; 1 if nothing was asked for
   */
  public double fillRate() {
    double asked = totalDemand();
    return asked == 0 ? 1 : sum(period -> columns.met[period]) / asked;
  }

  /**
   * Returns the units asked for in all periods.
   *
   * @return the units
   */
  public double totalDemand() {
    return sum(period -> columns.demand[period]);
  }

  /**
   * Returns the part of the periods that ended with nobody waiting.
   *
   * @return the ready rate, in [0, 1]
   */
  public double readyRate() {
    return sum(period -> columns.level[period] >= 0 ? 1 : 0) / periods();
  }

  /**
   * Returns the units that wait at the end of a period, on average.
   *
   * @return the mean number of backordered units
   */
  public double backorders() {
    return backorderPeriods() / periods();
  }

  /**
   * Returns for how many periods units waited, added up over all units: backorder-days if periods are days.
   *
   * @return the unit-periods
   */
  public double backorderPeriods() {
    return sum(period -> Math.max(0, -columns.level[period]));
  }

  /**
   * Returns the units on hand at the end of a period, on average.
   *
   * @return the mean stock
   */
  public double onHand() {
    return sum(period -> Math.max(0, columns.level[period])) / periods();
  }

  /**
   * Returns how many orders were placed.
   *
   * @return the number
   */
  public int orders() {
    return (int) sum(period -> columns.ordered[period] > 0 ? 1 : 0);
  }

  /**
   * Returns the cost of a period, on average.
   *
   * @param costs the cost of an order, of a unit on hand and of a unit waiting at the end of a period
   * @return the cost
   */
  public double cost(InventoryCosts costs) {
    return costs.fixed() * orders() / periods()
        + costs.holding() * onHand()
        + costs.shortage() * backorders();
  }

  /** What a period adds. */
  @FunctionalInterface
  private interface Share {

    long of(int period);
  }

  private double sum(Share share) {
    double sum = 0;
    for (int period = from; period < to; period++) {
      sum += share.of(period);
    }
    return sum;
  }

  /**
   * Returns a figure of this run with its confidence interval, by the means of {@value #BATCHES} batches. It
   * holds if a batch is long against the time that stock remembers, such as some hundred lead times; the
   * normal law stands for Student's with 49 degrees of freedom.
   *
   * @param figure the figure, such as {@code SimulationRun::fillRate}
   * @param confidence the confidence, in (0, 1)
   * @return the estimate
   * @throws InvalidValueException if there are fewer than {@value #BATCHES} periods, or the confidence is out
   *     of range
   */
  public Estimate estimate(ToDoubleFunction<SimulationRun> figure, double confidence) {
    Numbers.openProbability("confidence", confidence);
    Numbers.atLeast("periods", periods(), BATCHES);
    int length = periods() / BATCHES;
    double[] batches = new double[BATCHES];
    double mean = 0;
    for (int batch = 0; batch < BATCHES; batch++) {
      int start = from + batch * length;
      batches[batch] = figure.applyAsDouble(new SimulationRun(columns, start, start + length));
      mean += batches[batch] / BATCHES;
    }
    double squares = 0;
    for (double each : batches) {
      squares += (each - mean) * (each - mean);
    }
    double error = Math.sqrt(squares / (BATCHES - 1) / BATCHES);
    double score = Normal.STANDARD.upperQuantile((1 - confidence) / 2);
    return new Estimate(figure.applyAsDouble(this), score * error);
  }

  /**
   * A figure and how far it may be off.
   *
   * @param value the figure of the whole run
   * @param halfWidth half of the width of the confidence interval around it
   */
  public record Estimate(double value, double halfWidth) {

    /** Rejects figures that are not finite, and a negative width. */
    public Estimate {
      Numbers.finite("value", value);
      Numbers.notNegative("half width", halfWidth);
    }

    /**
     * Tells whether a figure lies in the interval.
     *
     * @param figure the figure
     * @return true if it does
     */
    public boolean contains(double figure) {
      return Math.abs(figure - value) <= halfWidth;
    }
  }

  @Override
  public String toString() {
    return "%d periods, fill rate %s, %s on hand, %s backordered"
        .formatted(periods(), fillRate(), onHand(), backorders());
  }
}
