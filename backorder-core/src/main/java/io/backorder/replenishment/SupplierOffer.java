package io.backorder.replenishment;

import static java.util.Objects.requireNonNull;

import io.backorder.planning.LeadTime;
import io.backorder.statistics.Numbers;
import io.backorder.supply.LeadTimeModel;
import io.backorder.supply.SupplierId;
import java.time.Duration;

/**
 * On what terms a supplier delivers an item.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param supplier the supplier
 * @param price what it costs
 * @param reliability how long it takes, and whether it comes at all
 * @param sizes in which quantities it is delivered
 */
public record SupplierOffer(
    SupplierId supplier, Price price, Reliability reliability, OrderSizes sizes) {

  /** Rejects missing parts. */
  public SupplierOffer {
    requireNonNull(supplier, "supplier");
    requireNonNull(price, "price");
    requireNonNull(reliability, "reliability");
    requireNonNull(sizes, "sizes");
  }

  /**
   * What an order costs.
   *
   * @param unit the price of a unit, zero or positive
   * @param order the cost of an order whatever its size, zero or positive
   */
  public record Price(double unit, double order) {

    /** Rejects negative prices. */
    public Price {
      Numbers.notNegative("price of a unit", unit);
      Numbers.notNegative("cost of an order", order);
    }

    double of(long units) {
      return units == 0 ? 0 : order + unit * (double) units;
    }
  }

  /**
   * How far a supplier can be trusted.
   *
   * @param leadTime how long an order takes that comes
   * @param arrival the probability that an order comes at all, in (0, 1]
   */
  public record Reliability(LeadTimeModel leadTime, double arrival) {

    /** Rejects a probability out of range. */
    public Reliability {
      requireNonNull(leadTime, "leadTime");
      if (Numbers.probability("probability of arrival", arrival) == 0) {
        throw Numbers.refused("probability of arrival", "be in (0, 1]", arrival);
      }
    }

    /**
     * Returns the probability that an order has come within a time.
     *
     * @param time the time, zero or more and at most 100 years
     * @return the probability
     */
    public double within(Duration time) {
      return arrival * leadTime.probabilityWithin(time);
    }

    /**
     * Returns the time until goods come, in days, if an order that does not come is placed again after the
     * mean lead time {@code L}: with {@code a} the probability of arrival and {@code s} the standard deviation
     * of the lead time, mean {@code L / a} and variance {@code s^2 + L^2 (1 - a) / a^2}. The attempts that fail
     * are geometric in number and each lasts {@code L}; the last one alone takes a lead time (Wald 1944).
     *
     * @return the lead time, in days
     */
    public LeadTime withRepeats() {
      LeadTimeModel.Moments once = leadTime.inPeriods(1);
      double variance = once.standardDeviation() * once.standardDeviation()
          + once.mean() * once.mean() * (1 - arrival) / (arrival * arrival);
      return LeadTime.of(once.mean() / arrival, Math.sqrt(variance));
    }
  }
}
