package io.backorder.economics;

import io.backorder.lotsizing.EconomicOrderQuantity;
import io.backorder.lotsizing.LotCosts;
import io.backorder.lotsizing.PlannedBackorders;
import io.backorder.statistics.Numbers;

/**
 * What it saves to let customers wait by plan, for a steady demand: the cost with backorders is {@code sqrt(p
 * / (h + p))} of that without, {@code p} being the cost of a unit that waits for a unit of time. (Hadley and
 * Whitin 1963.)
 *
 * @param costWithout what ordering and holding cost in a unit of time if nobody waits
 * @param costWith what ordering, holding and waiting cost if some do
 */
public record BackorderSaving(double costWithout, double costWith) {

  /** Rejects costs that are negative or not finite, or that backorders would raise. */
  public BackorderSaving {
    Numbers.notNegative("cost without backorders", costWithout);
    Numbers.notNegative("cost with backorders", costWith);
    Numbers.notNegative("saving", costWithout - costWith);
  }

  /**
   * Returns the saving.
   *
   * @param costs the costs of a lot
   * @param waitingCost the cost p of keeping a unit waiting for a unit of time, positive
   * @param demandRate the demand of a unit of time, positive
   * @return the saving
   */
  public static BackorderSaving of(LotCosts costs, double waitingCost, double demandRate) {
    return new BackorderSaving(
        EconomicOrderQuantity.of(costs, demandRate).cost(),
        PlannedBackorders.of(costs, waitingCost, demandRate).cost());
  }

  /**
   * Returns the least loss on a unit not sold at which a steady demand is worth serving at all: {@code sqrt(2 K
   * h / D)}, the cost of ordering and holding for each unit. Above it all demand is best served by the economic
   * lot, below it none; there is nothing between.
   *
   * @param costs the costs of a lot
   * @param demandRate the demand of a unit of time, positive
   * @return the loss
   */
  public static double breakEvenLoss(LotCosts costs, double demandRate) {
    Numbers.positive("demand rate", demandRate);
    return Math.sqrt(2 * costs.fixed() * costs.holding() / demandRate);
  }

  /**
   * Returns what is saved.
   *
   * @return the cost without less the cost with backorders, never below zero but for rounding
   */
  public double saving() {
    return costWithout - costWith;
  }

  /**
   * Returns which part of the cost is saved.
   *
   * @return the part, in [0, 1); zero where nothing costs anything
   */
  public double fraction() {
    return costWithout == 0 ? 0 : saving() / costWithout;
  }
}
