package io.backorder.forecast;

import static java.util.Objects.requireNonNull;

import io.backorder.empirical.Empirical;
import io.backorder.empirical.Tabulated;
import io.backorder.planning.LeadTimeDemand;
import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Numbers;
import io.backorder.stock.Quantity;
import java.time.Instant;
import java.util.Arrays;

/**
 * The demand for one item in consecutive periods of equal length, oldest first: what was asked for when
 * it was asked for, waiting and refused units included, and not what could be shipped.
 *
 * <p>Demand is a finite number of at most {@value #LARGEST} in size. It may be negative in a period where
 * more came back than was asked for; methods for which that has no meaning say so, and {@link
 * #withReturnsAsZero()} answers what they take. A history may be empty; what needs periods refuses it.
 *
 * <p>This type is immutable and thread-safe.
 */
public final class DemandHistory {

  /** The largest demand of a period, so that sums of squares stay finite. */
  private static final double LARGEST = 1e100;

  private static final int MOST_PERIODS = 1 << 24;

  /** As many periods as a message can take. */
  private static final int MOST_SHOWN = 60;

  private final double[] demand;
  private final int from;
  private final int periods;

  private DemandHistory(double[] demand, int from, int periods) {
    this.demand = demand;
    this.from = from;
    this.periods = periods;
  }

  /**
   * Returns the history of the given demand.
   *
   * @param demand the demand of each period, oldest first; it is copied
   * @return the history
   * @throws InvalidValueException if a figure is not finite or larger than 1e100 in size
   */
  public static DemandHistory of(double... demand) {
    for (double each : demand) {
      requireDemand(each);
    }
    return new DemandHistory(demand.clone(), 0, demand.length);
  }

  /**
   * Returns the history of a series with gaps.
   *
   * @param demand the demand of each period, oldest first; {@code NaN} marks a gap
   * @param rule what stands in for a gap
   * @return the history
   * @throws InvalidValueException if a figure is infinite or larger than 1e100 in size
   */
  public static DemandHistory ofGapped(double[] demand, GapRule rule) {
    requireNonNull(rule, "rule");
    double[] filled = new double[demand.length];
    int periods = 0;
    for (double each : demand) {
      if (!Double.isNaN(each)) {
        filled[periods++] = requireDemand(each);
      } else if (rule == GapRule.ZERO) {
        filled[periods++] = 0;
      } else if (rule == GapRule.PREVIOUS && periods > 0) {
        filled[periods] = filled[periods - 1];
        periods++;
      }
    }
    return new DemandHistory(filled, 0, periods);
  }

  /**
   * Returns a builder that puts dated demand into periods. The history has the whole periods between two
   * instants: a period that began before the first or had not ended by the second tells only part of
   * its demand and is left out.
   *
   * @param calendar the periods
   * @param from since when demand was observed
   * @param until until when demand was observed, exclusive
   * @return the builder
   * @throws InvalidValueException if {@code until} is before {@code from}, or there are more than 16,777,216
   *     periods between them
   */
  public static Builder builder(PeriodCalendar calendar, Instant from, Instant until) {
    return new Builder(calendar, from, until);
  }

  /**
   * Returns a demand if it is one that a history can hold.
   *
   * @param demand the demand of a period
   * @return the demand
   * @throws InvalidValueException if it is not finite or larger than 1e100 in size
   */
  public static double requireDemand(double demand) {
    if (!(Math.abs(demand) <= LARGEST)) { // also rejects NaN
      throw Numbers.refused("demand", "be finite and at most 1.0E100 in size", demand);
    }
    return demand;
  }

  /**
   * Returns the number of periods.
   *
   * @return the number, zero or more
   */
  public int periods() {
    return periods;
  }

  /**
   * Returns the demand of one period.
   *
   * @param period the period, 0 for the oldest
   * @return the demand
   * @throws InvalidValueException if there is no such period
   */
  public double demand(int period) {
    return demand[from + Numbers.between("period", period, 0, periods - 1)];
  }

  /**
   * Returns the oldest periods.
   *
   * @param count how many
   * @return the history of these alone
   * @throws InvalidValueException if there are fewer, or the number is negative
   */
  public DemandHistory first(int count) {
    Numbers.between("number of periods", count, 0, periods);
    return new DemandHistory(demand, from, count);
  }

  /**
   * Returns the latest periods.
   *
   * @param count how many
   * @return the history of these alone
   * @throws InvalidValueException if there are fewer, or the number is negative
   */
  public DemandHistory last(int count) {
    Numbers.between("number of periods", count, 0, periods);
    return new DemandHistory(demand, from + periods - count, count);
  }

  /**
   * Returns this history with one more period.
   *
   * @param next the demand of the period after the last
   * @return the longer history
   */
  public DemandHistory plus(double next) {
    double[] longer = Arrays.copyOfRange(demand, from, from + periods + 1);
    longer[periods] = requireDemand(next);
    return new DemandHistory(longer, 0, periods + 1);
  }

  /**
   * Returns this history with zero in place of negative demand.
   *
   * @return the history without returns
   */
  public DemandHistory withReturnsAsZero() {
    double[] floored = toArray();
    for (int period = 0; period < periods; period++) {
      floored[period] = Math.max(0, floored[period]);
    }
    return new DemandHistory(floored, 0, periods);
  }

  /**
   * Returns this history if it is as long as a method needs.
   *
   * @param needed the least number of periods
   * @return this history
   * @throws InvalidValueException if it has fewer periods
   */
  public DemandHistory requirePeriods(int needed) {
    if (periods < needed) {
      throw Numbers.refused("history", "have at least %d periods".formatted(needed), periods);
    }
    return this;
  }

  /**
   * Returns the mean demand of a period.
   *
   * @return the mean
   * @throws InvalidValueException if there is no period
   */
  public double mean() {
    requirePeriods(1);
    double sum = 0;
    for (int period = 0; period < periods; period++) {
      sum += demand(period);
    }
    return sum / periods;
  }

  /**
   * Returns the sample variance of the demand of a period, with divisor n - 1.
   *
   * @return the variance
   * @throws InvalidValueException if there are fewer than two periods
   */
  public double variance() {
    requirePeriods(2);
    double mean = mean();
    double squares = 0;
    for (int period = 0; period < periods; period++) {
      double deviation = demand(period) - mean;
      squares += deviation * deviation;
    }
    return squares / (periods - 1);
  }

  /**
   * Returns the law of the demand over a lead time as it was observed, from every stretch of so many periods.
   * {@link LeadTimeDemand#observed} says what to think of it.
   *
   * @param leadTime the lead time, in periods, at least 1
   * @return the law
   * @throws InvalidValueException if there are fewer periods than the lead time has
   */
  public Empirical observedOver(int leadTime) {
    return LeadTimeDemand.observed(toArray(), leadTime);
  }

  /**
   * Returns the law of the demand over a lead time as it was observed, in whole units, from every stretch of so
   * many periods. {@link LeadTimeDemand#observed} says what to think of it.
   *
   * @param leadTime the lead time, in periods, at least 1
   * @return the law
   * @throws InvalidValueException if there are fewer periods than the lead time has, or a demand is not whole
   */
  public Tabulated observedUnitsOver(int leadTime) {
    return LeadTimeDemand.observedUnits(toArray(), leadTime);
  }

  /**
   * Returns the demand of all periods.
   *
   * @return a new array, oldest first
   */
  public double[] toArray() {
    return Arrays.copyOfRange(demand, from, from + periods);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DemandHistory history
        && Arrays.equals(
            demand,
            from,
            from + periods,
            history.demand,
            history.from,
            history.from + history.periods);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(toArray());
  }

  @Override
  public String toString() {
    return periods <= MOST_SHOWN
        ? "DemandHistory" + Arrays.toString(toArray())
        : "DemandHistory of %d periods that ends with %s"
            .formatted(periods, Arrays.toString(last(MOST_SHOWN).toArray()));
  }

  /** Puts dated demand into periods. A builder is for one thread. */
  public static final class Builder {

    private final PeriodCalendar calendar;
    private final long first;
    private final double[] units;

    private Builder(PeriodCalendar calendar, Instant from, Instant until) {
      this.calendar = requireNonNull(calendar, "calendar");
      if (until.isBefore(from)) {
        throw Numbers.refused("until", "not be before " + from, until);
      }
      long holding = calendar.number(from);
      this.first = calendar.start(holding).equals(from) ? holding : holding + 1;
      this.units = new double[room(calendar.number(until) - first)];
    }

    private static int room(long periods) {
      if (periods > MOST_PERIODS) {
        throw Numbers.refused("periods", "be at most " + MOST_PERIODS, periods);
      }
      return (int) Math.max(0, periods);
    }

    /**
     * Adds demand. What lies outside the observed periods is passed over.
     *
     * @param at when it was asked for
     * @param quantity the units
     * @return this builder
     */
    public Builder add(Instant at, Quantity quantity) {
      return add(at, (double) quantity.units());
    }

    /**
     * Adds demand, or takes it back. What lies outside the observed periods is passed over.
     *
     * @param at when it was asked for
     * @param demand the units, negative for what was taken back
     * @return this builder
     * @throws InvalidValueException if the figure is not finite or larger than 1e100 in size
     */
    public Builder add(Instant at, double demand) {
      requireDemand(demand);
      long period = calendar.number(at) - first;
      if (period >= 0 && period < units.length) {
        units[(int) period] += demand;
      }
      return this;
    }

    /**
     * Returns the number of the first period, as the calendar counts.
     *
     * @return the number
     */
    public long firstPeriod() {
      return first;
    }

    /**
     * Returns the history of what was added.
     *
     * @return the history; a period to which nothing was added has demand zero
     */
    public DemandHistory build() {
      return of(units);
    }
  }
}
