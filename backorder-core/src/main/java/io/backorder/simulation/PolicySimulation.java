package io.backorder.simulation;

import static java.util.Objects.requireNonNull;

import io.backorder.empirical.Empirical;
import io.backorder.forecast.DemandHistory;
import io.backorder.refusal.InvalidValueException;
import io.backorder.review.OrderRule;
import io.backorder.statistics.DiscreteDistribution;
import io.backorder.statistics.Distribution;
import io.backorder.statistics.Numbers;
import java.util.function.DoubleSupplier;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;

/**
 * One item at one place under an order rule, period by period, with customers who wait.
 *
 * <p>In each period, in this order: the demand is seen; in a period of review an order is placed on the
 * position after it (net stock and what is on order); what was ordered a lead time ago is received, with a
 * lead time of 0 at once; then those who wait are served, and after them the demand; costs are on the stock
 * at the end. Orders may overtake each other.
 *
 * <p>An order placed in period {@code t} therefore meets the net stock at the end of {@code t + L} with the
 * demand of {@code L} periods in between: what textbooks that order before the demand is seen call a lead time
 * of {@code L - 1}.
 *
 * <p>This type is immutable and thread-safe.
 */
public final class PolicySimulation {

  private static final int MOST_PERIODS = 1_000_000;

  private static final double MOST_DEMAND = 1e12;

  private static final double MOST_LEAD_TIME = 1e6;

  private final OrderRule rule;
  private final Distribution leadTime;
  private final int reviewEvery;
  private final long opening;

  private PolicySimulation(OrderRule rule, Distribution leadTime, int reviewEvery, long opening) {
    this.rule = rule;
    this.leadTime = leadTime;
    this.reviewEvery = reviewEvery;
    this.opening = opening;
  }

  /**
   * Returns the simulation of a rule that looks at the position in every period and begins with the highest
   * position that the rule leads to, all of it on hand.
   *
   * @param rule the rule
   * @param leadTime the periods from an order to its receipt, zero or more
   * @return the simulation
   * @throws InvalidValueException if the lead time is negative
   */
  public static PolicySimulation of(OrderRule rule, int leadTime) {
    Numbers.atLeast("lead time", leadTime, 0);
    return new PolicySimulation(
        requireNonNull(rule, "rule"), Empirical.of(leadTime), 1, rule.highestPosition());
  }

  /**
   * Returns this simulation with lead times that vary, drawn for each order by itself.
   *
   * @param law the law of the lead time, in periods, from 0 to at most 1e6; what is drawn is rounded up to a
   *     whole period
   * @return the simulation, which needs a generator
   * @throws InvalidValueException if a lead time may be negative, or too long
   */
  public PolicySimulation withLeadTimes(Distribution law) {
    Numbers.notNegative("least lead time", law.quantile(0));
    return new PolicySimulation(rule, law, reviewEvery, opening);
  }

  /**
   * Returns this simulation with a review every few periods, in the first and every {@code periods}-th after.
   *
   * @param periods the review period, at least 1
   * @return the simulation
   * @throws InvalidValueException if it is less than 1
   */
  public PolicySimulation reviewedEvery(int periods) {
    return new PolicySimulation(
        rule, leadTime, Numbers.atLeast("review period", periods, 1), opening);
  }

  /**
   * Returns this simulation with another opening stock.
   *
   * @param netStock the units on hand, or less than zero if so many wait, at most 1e15 in size
   * @return the simulation
   * @throws InvalidValueException if the stock is out of range
   */
  public PolicySimulation openingWith(long netStock) {
    if (!(Math.abs((double) netStock) <= 1e15)) {
      throw Numbers.refused("opening stock", "be at most 1e15 in size", netStock);
    }
    return new PolicySimulation(rule, leadTime, reviewEvery, netStock);
  }

  /**
   * Returns a history of independent demands, all of one law.
   *
   * @param law the law of the demand of a period
   * @param periods how many periods, from 1 to 1,000,000
   * @param random the generator to draw from
   * @return the history
   * @throws InvalidValueException if the number of periods is out of range
   */
  public static DemandHistory drawn(DiscreteDistribution law, int periods, RandomGenerator random) {
    requirePeriods(periods);
    double[] demand = new double[periods];
    for (int period = 0; period < periods; period++) {
      demand[period] = law.quantile(random.nextDouble());
    }
    return DemandHistory.of(demand);
  }

  private static void requirePeriods(int periods) {
    if (periods < 1 || periods > MOST_PERIODS) {
      throw Numbers.refused("periods", "be in [1, %d]".formatted(MOST_PERIODS), periods);
    }
  }

  /**
   * Plays a history with the lead time that never varies.
   *
   * @param history the demand, in whole units from 0 to 1e12 a period, of 1 to 1,000,000 periods; {@link
   *     DemandHistory#withReturnsAsZero} answers such a one
   * @return what happened
   * @throws InvalidValueException if the history is not such a one, or the lead time varies
   */
  public SimulationRun replay(DemandHistory history) {
    return replay(history, period -> rule);
  }

  /**
   * Plays a history under a rule that changes, with the lead time that never varies.
   *
   * @param history the demand, as for {@link #replay(DemandHistory)}
   * @param rules the rule in force in a period of review, from 0; it must look at earlier periods alone to be
   *     a rule at all
   * @return what happened
   * @throws InvalidValueException if the history is not such a one, or the lead time varies
   */
  public SimulationRun replay(DemandHistory history, IntFunction<OrderRule> rules) {
    if (leadTime.variance() > 0) {
      throw Numbers.refused("variance of the lead time", "be 0 without a generator", leadTime);
    }
    double only = leadTime.mean();
    return play(history, rules, () -> only);
  }

  /**
   * Plays a history, drawing the lead time of each order.
   *
   * @param history the demand, as for {@link #replay(DemandHistory)}
   * @param random the generator to draw from
   * @return what happened
   * @throws InvalidValueException if the history is not such a one, or a lead time is too long
   */
  public SimulationRun replay(DemandHistory history, RandomGenerator random) {
    requireNonNull(random, "random");
    return play(history, period -> rule, () -> leadTime.quantile(random.nextDouble()));
  }

  private SimulationRun play(
      DemandHistory history, IntFunction<OrderRule> rules, DoubleSupplier draw) {
    requirePeriods(history.periods());
    int periods = history.periods();
    SimulationRun.Columns run = new SimulationRun.Columns(periods);
    long[] arriving = new long[periods];
    long level = opening;
    long onOrder = 0;
    for (int period = 0; period < periods; period++) {
      long asked = whole(history.demand(period));
      if (period % reviewEvery == 0) {
        long order = rules.apply(period).orderFrom(level - asked + onOrder);
        run.ordered[period] = order;
        onOrder += order;
        arrive(arriving, period, order, draw);
      }
      level += arriving[period];
      onOrder -= arriving[period];
      run.demand[period] = asked;
      run.met[period] = Math.min(asked, Math.max(0, level));
      level -= asked;
      run.level[period] = level;
    }
    return run.run();
  }

  private static long whole(double demand) {
    if (!(demand >= 0 && demand <= MOST_DEMAND && demand == Math.rint(demand))) {
      throw Numbers.refused("demand", "be a whole number from 0 to 1e12", demand);
    }
    return (long) demand;
  }

  private static void arrive(long[] arriving, int period, long order, DoubleSupplier draw) {
    if (order > 0) {
      double drawn = draw.getAsDouble();
      if (!(drawn >= 0 && drawn <= MOST_LEAD_TIME)) {
        throw Numbers.refused("lead time", "be in [0, 1e6] periods", drawn);
      }
      int at = period + (int) Math.ceil(drawn);
      if (at < arriving.length) {
        arriving[at] += order;
      }
    }
  }

  @Override
  public String toString() {
    return "%s every %d periods, lead time %s, opening with %d"
        .formatted(rule, reviewEvery, leadTime, opening);
  }
}
