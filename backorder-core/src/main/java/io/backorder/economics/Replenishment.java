package io.backorder.economics;

import io.backorder.planning.LeadTimeDemand;
import io.backorder.statistics.Numbers;

/**
 * How an item is replenished: lots of a fixed size, against a demand over the lead time.
 *
 * @param demandRate the demand D of a year, or another unit of time, positive
 * @param orderQuantity the size Q of a lot, positive
 * @param holdingCost the cost h of holding a unit for that time, positive
 * @param leadTimeDemand the demand over the lead time
 */
public record Replenishment(
    double demandRate, double orderQuantity, double holdingCost, LeadTimeDemand leadTimeDemand) {

  /** Rejects what is not positive. */
  public Replenishment {
    Numbers.positive("demand rate", demandRate);
    Numbers.positive("order quantity", orderQuantity);
    Numbers.positive("holding cost", holdingCost);
  }

  /** Returns what holding a lot's worth of stock costs for each unit sold. */
  double holdingPerUnitSold() {
    return orderQuantity * holdingCost / demandRate;
  }
}
