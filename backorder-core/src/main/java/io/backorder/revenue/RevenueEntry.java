package io.backorder.revenue;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderLineId;
import io.backorder.finance.Money;
import io.backorder.ledger.DocumentId;
import io.backorder.statistics.Numbers;
import java.time.Instant;
import java.util.Optional;

/**
 * One movement of money from one account of an order line to another. As no entry makes or loses money, what
 * is deferred, recognised and refunded adds up to what was paid.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param cause when, and by which document of the ledger
 * @param line the line
 * @param kind from which account to which
 * @param amount how much, positive
 */
public record RevenueEntry(Cause cause, OrderLineId line, Kind kind, Money amount) {

  /** Rejects an amount that is not positive. */
  public RevenueEntry {
    requireNonNull(cause, "cause");
    requireNonNull(line, "line");
    requireNonNull(kind, "kind");
    if (requireNonNull(amount, "amount").signum() <= 0) {
      throw Numbers.refused("amount of an entry", "be positive", amount);
    }
  }

  /** From which account to which. */
  public enum Kind {

    /** The customer paid for units that are not shipped: paid to deferred. */
    PREPAID,

    /** The customer paid for units that were shipped before: paid to recognised, and less receivable. */
    SETTLED,

    /** Units that were paid were shipped: deferred to recognised. */
    EARNED,

    /** Units that were not paid were shipped: more receivable. */
    BILLED,

    /** Units that were paid came back: recognised to deferred. */
    REVERSED,

    /** Units that were not paid came back: less receivable. */
    UNBILLED,

    /** A part of a refund was kept, as the terms say: deferred to recognised. */
    KEPT,

    /** The customer gets money back: deferred to refunded. */
    REFUNDED
  }

  /**
   * When, and by which document of the ledger.
   *
   * @param at the ledger's time, or when a payment came
   * @param document the document; empty if it was a payment of the host's books
   */
  public record Cause(Instant at, Optional<DocumentId> document) {

    /** Rejects missing parts. */
    public Cause {
      requireNonNull(at, "at");
      requireNonNull(document, "document");
    }
  }
}
