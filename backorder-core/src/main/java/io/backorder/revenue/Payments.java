package io.backorder.revenue;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderLineId;
import io.backorder.finance.Money;
import io.backorder.statistics.Numbers;
import java.time.Instant;
import java.util.List;

/** What customers have paid: on the day on which it was due, or as the host has it in its books. */
public sealed interface Payments {

  /** Every amount was paid when it was due. */
  record OnSchedule() implements Payments {}

  /**
   * The payments of the host's books.
   *
   * @param payments the payments, in any order; of one instant they count in this order
   */
  record Made(List<Payment> payments) implements Payments {

    /** Copies the payments. */
    public Made {
      payments = List.copyOf(requireNonNull(payments, "payments"));
    }
  }

  /**
   * Money that came for an order line.
   *
   * @param line the line; what comes before it is placed waits for it
   * @param amount the amount, positive, in the currency of the line's price
   * @param at when it came
   */
  record Payment(OrderLineId line, Money amount, Instant at) {

    /** Rejects an amount that is not positive; what goes back to a customer follows from the ledger. */
    public Payment {
      requireNonNull(line, "line");
      if (requireNonNull(amount, "amount").signum() <= 0) {
        throw Numbers.refused("payment for line " + line, "be positive", amount);
      }
      requireNonNull(at, "at");
    }
  }

  /**
   * Returns that every amount was paid when it was due.
   *
   * @return the payments
   */
  static Payments onSchedule() {
    return new OnSchedule();
  }

  /**
   * Returns the payments of the host's books.
   *
   * @param payments the payments, in any order
   * @return the payments
   */
  static Payments made(List<Payment> payments) {
    return new Made(payments);
  }
}
