package io.backorder.newsvendor;

import io.backorder.statistics.Numbers;

/**
 * What a unit earns and costs over a season.
 *
 * @param revenue the price r at which it is sold, finite
 * @param cost the cost c at which it is bought, finite
 * @param salvage the worth v of a unit left over, below the cost; below zero if it costs to be rid of it
 * @param penalties what a mismatch costs beside lost worth and lost margin
 */
public record Prices(double revenue, double cost, double salvage, Penalties penalties) {

  /** Rejects prices under which no quantity, or every quantity, would be best. */
  public Prices {
    Numbers.finite("revenue", revenue);
    Numbers.finite("cost", cost);
    Numbers.finite("salvage", salvage);
    Numbers.positive("margin and shortage cost of a unit", revenue - cost + penalties.shortage);
    Numbers.positive("loss on a unit left over", cost - salvage + penalties.holding);
  }

  /**
   * What a mismatch costs beside lost worth and lost margin.
   *
   * @param holding the cost h of having a unit left over, zero or positive
   * @param shortage the cost p of a customer who finds nothing, zero or positive
   */
  public record Penalties(double holding, double shortage) {

    private static final Penalties NONE = new Penalties(0, 0);

    /** Rejects a cost below zero. */
    public Penalties {
      Numbers.notNegative("holding cost", holding);
      Numbers.notNegative("shortage cost", shortage);
    }
  }

  /**
   * Returns the prices of a unit.
   *
   * @param revenue the price at which it is sold, above the cost
   * @param cost the cost at which it is bought
   * @param salvage the worth of a unit left over, below the cost
   * @return the prices, with no other costs
   */
  public static Prices of(double revenue, double cost, double salvage) {
    return new Prices(revenue, cost, salvage, Penalties.NONE);
  }

  /**
   * Returns these prices with costs of holding and of shortage.
   *
   * @param holding the cost of having a unit left over, beside its lost worth, zero or positive
   * @param shortage the cost of a customer who finds nothing, beside the lost margin, zero or positive
   * @return the prices
   */
  public Prices withPenalties(double holding, double shortage) {
    return new Prices(revenue, cost, salvage, new Penalties(holding, shortage));
  }

  /**
   * Returns the costs of a mismatch: {@code c - v + h} for a unit left over, {@code r - c + p} for one short.
   *
   * @return the costs
   */
  public MismatchCost mismatch() {
    return MismatchCost.of(cost - salvage + penalties.holding, margin() + penalties.shortage);
  }

  /**
   * Returns what a unit earns that is sold.
   *
   * @return the revenue less the cost
   */
  public double margin() {
    return revenue - cost;
  }
}
