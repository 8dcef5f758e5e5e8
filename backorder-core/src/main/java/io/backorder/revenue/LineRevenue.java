package io.backorder.revenue;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.LineStatus;
import io.backorder.demand.OrderLineId;
import io.backorder.finance.Money;
import io.backorder.finance.PaymentSchedule;
import io.backorder.finance.PaymentSchedule.Progress;
import io.backorder.stock.Quantity;
import java.util.Currency;

/**
 * Units and money of one order line at one instant.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param line the line
 * @param units where its units are
 * @param schedule its price and terms
 * @param account where its money is
 */
public record LineRevenue(
    OrderLineId line, LineStatus.Units units, PaymentSchedule schedule, RevenueAccount account) {

  /** Rejects missing parts. */
  public LineRevenue {
    requireNonNull(line, "line");
    requireNonNull(units, "units");
    requireNonNull(schedule, "schedule");
    requireNonNull(account, "account");
  }

  /**
   * Returns the currency.
   *
   * @return the currency of the price
   */
  public Currency currency() {
    return schedule.price().currency();
  }

  /**
   * Returns how far the line is.
   *
   * @return the units wanted, filled and shipped
   */
  public Progress progress() {
    Quantity shipped = units.departed().shipped().minus(units.departed().returned());
    Quantity filled = shipped.plus(units.reserved());
    return new Progress(filled.plus(units.backordered()), filled, shipped);
  }

  /**
   * Returns what was paid for goods and neither refunded nor kept.
   *
   * @return the deferred amount and that of the goods shipped
   */
  public Money applied() {
    return account.deferred().plus(account.earned().goods());
  }

  /**
   * Returns what is yet to be paid for the units that are wanted.
   *
   * @return the worth of the units less what was paid for them
   */
  public Money outstanding() {
    return schedule.price().of(progress().wanted()).minus(applied());
  }
}
