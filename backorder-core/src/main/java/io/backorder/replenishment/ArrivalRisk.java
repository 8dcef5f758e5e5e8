package io.backorder.replenishment;

import io.backorder.refusal.InvalidValueException;
import io.backorder.statistics.Distribution;
import io.backorder.statistics.Numbers;
import java.time.Duration;
import java.util.List;

/**
 * What a purchase leaves of the risk of a stockout: the demand until some moment against the stock and what of
 * the purchase is there by then.
 *
 * <p>Each supplier delivers his part whole or not at all by that moment, independently of the others, with the
 * probability that his lead time gives. So two suppliers rarely fail together, but also seldom both deliver:
 * splitting helps where a part is enough, and hurts where the whole is needed. Where suppliers share a harbour
 * or a season they fail together, and the answer is too good. (Anupindi and Akella 1993, the model in which
 * a supplier delivers all or nothing.)
 *
 * @param stockout the probability that demand exceeds what is there
 * @param expectedShort the units short, on average
 * @param nothingArrives the probability that no supplier delivers in time
 */
public record ArrivalRisk(double stockout, double expectedShort, double nothingArrives) {

  private static final int MOST_SUPPLIERS = 20;

  /** Rejects figures out of range. */
  public ArrivalRisk {
    Numbers.probability("probability of a stockout", stockout);
    Numbers.notNegative("units short", expectedShort);
    Numbers.probability("probability of nothing arriving", nothingArrives);
  }

  /**
   * What a purchase is held against.
   *
   * @param demand the law of the demand from now to the moment
   * @param stock the units free now, less those that wait
   * @param within the time from ordering to the moment, zero or more
   */
  public record Until(Distribution demand, double stock, Duration within) {

    /** Rejects a stock that is not finite. */
    public Until {
      Numbers.finite("stock", stock);
    }
  }

  /**
   * Returns the risk that a purchase leaves: the mean over all {@code 2^n} ways in which its {@code n} parts
   * may be there or not.
   *
   * @param until demand, stock and time
   * @param parts what is bought of whom, of at most 20 suppliers; none for the risk of not buying
   * @return the risk
   * @throws InvalidValueException if there are more suppliers
   */
  public static ArrivalRisk of(Until until, List<PurchaseSplit.Part> parts) {
    if (parts.size() > MOST_SUPPLIERS) {
      throw Numbers.refused("suppliers", "be at most " + MOST_SUPPLIERS, parts.size());
    }
    double stockout = 0;
    double expectedShort = 0;
    double nothing = 1;
    for (int there = 0; there < 1 << parts.size(); there++) {
      double probability = 1;
      double units = until.stock;
      for (int i = 0; i < parts.size(); i++) {
        double inTime = parts.get(i).offer().reliability().within(until.within);
        boolean isThere = (there >> i & 1) == 1;
        probability *= isThere ? inTime : 1 - inTime;
        units += isThere ? parts.get(i).quantity().units() : 0;
      }
      nothing = there == 0 ? probability : nothing;
      if (probability > 0) {
        stockout += probability * until.demand.survival(units);
        expectedShort += probability * until.demand.loss(units);
      }
    }
    return new ArrivalRisk(Math.min(1, stockout), expectedShort, nothing);
  }
}
