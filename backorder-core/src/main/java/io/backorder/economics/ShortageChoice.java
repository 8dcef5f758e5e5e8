package io.backorder.economics;

import io.backorder.statistics.Numbers;

/**
 * What to do about a unit that is short: have it brought at a premium, let the customer wait, or lose the sale.
 *
 * <p>Waiting costs {@code a + w t} for a wait {@code t} with a part {@code x} of the customers cancelling, who
 * cost the loss: {@code (1 - x) (a + w t) + x loss}. The cheapest of the three is chosen; of equally cheap
 * ones, the one that keeps the customer best, in the order of {@link Option}. (That a backorder costs a fixed
 * amount and one for its time is the form of Hadley and Whitin 1963.)
 *
 * @param premium what expediting a unit costs more, zero or positive
 * @param lossOfSale what a lost unit costs: its margin, and what the customer would have bought later, zero
 *     or positive
 * @param waiting what waiting costs
 */
public record ShortageChoice(double premium, double lossOfSale, Waiting waiting) {

  /** What can be done about a unit that is short. */
  public enum Option {

    /** Bring the unit at a premium. */
    EXPEDITE,

    /** Let the customer wait. */
    BACKORDER,

    /** Let the customer go. */
    LOSE
  }

  /**
   * What it costs to let a customer wait for a unit.
   *
   * @param fixed the cost a of a backorder, however long, zero or positive
   * @param perTime the cost w of a unit of time of waiting, zero or positive
   * @param time the wait t, zero or positive
   * @param cancelling the part x of the customers who cancel meanwhile, in [0, 1]
   */
  public record Waiting(double fixed, double perTime, double time, double cancelling) {

    /** Rejects numbers out of range. */
    public Waiting {
      Numbers.notNegative("fixed cost of a backorder", fixed);
      Numbers.notNegative("cost of waiting", perTime);
      Numbers.notNegative("wait", time);
      Numbers.probability("part of customers who cancel", cancelling);
    }
  }

  /** Rejects numbers out of range. */
  public ShortageChoice {
    Numbers.notNegative("premium", premium);
    Numbers.notNegative("loss of a sale", lossOfSale);
  }

  /**
   * Returns a choice.
   *
   * @param premium what expediting a unit costs more, zero or positive
   * @param lossOfSale what a lost unit costs, zero or positive
   * @param waiting what waiting costs
   * @return the choice
   */
  public static ShortageChoice of(double premium, double lossOfSale, Waiting waiting) {
    return new ShortageChoice(premium, lossOfSale, waiting);
  }

  /**
   * Returns what a backordered unit costs on average.
   *
   * @return the cost
   */
  public double backorderCost() {
    double kept = 1 - waiting.cancelling;
    return kept * (waiting.fixed + waiting.perTime * waiting.time)
        + waiting.cancelling * lossOfSale;
  }

  /**
   * Returns the cheapest option.
   *
   * @return the option
   */
  public Option best() {
    if (premium <= Math.min(backorderCost(), lossOfSale)) {
      return Option.EXPEDITE;
    }
    return backorderCost() <= lossOfSale ? Option.BACKORDER : Option.LOSE;
  }

  /**
   * Returns what the cheapest option costs: the cost of a unit short that a stock plan should reckon with.
   *
   * @return the cost
   */
  public double cost() {
    return Math.min(premium, Math.min(backorderCost(), lossOfSale));
  }

  /**
   * Returns the highest premium at which expediting is still best.
   *
   * @return the premium
   */
  public double breakEvenPremium() {
    return Math.min(backorderCost(), lossOfSale);
  }

  /**
   * Returns the wait up to which a backorder costs no more than expediting or losing the unit.
   *
   * @return the wait; zero if no wait is worth it, infinite if every wait is
   */
  public double breakEvenWait() {
    double kept = 1 - waiting.cancelling;
    double allowed =
        Math.min(premium, lossOfSale) - waiting.cancelling * lossOfSale - kept * waiting.fixed;
    if (allowed < 0) {
      return 0;
    }
    double perTime = kept * waiting.perTime;
    return perTime == 0 ? Double.POSITIVE_INFINITY : allowed / perTime;
  }
}
