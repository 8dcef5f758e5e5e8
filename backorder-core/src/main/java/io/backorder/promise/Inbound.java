package io.backorder.promise;

import static java.util.Objects.requireNonNull;

import io.backorder.stock.Quantity;
import io.backorder.supply.SupplyId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is still to come of a supply, and when it can be promised.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param supply the supply
 * @param open the units that are still to come, zero or more
 * @param reason what the days rest on, or why there are none
 * @param range the days; empty where nothing is promised from this supply
 */
public record Inbound(
    SupplyId supply, Quantity open, Promise.Reason reason, Optional<PromiseRange> range) {

  /** Rejects missing parts. */
  public Inbound {
    requireNonNull(supply, "supply");
    requireNonNull(open, "open");
    requireNonNull(reason, "reason");
    requireNonNull(range, "range");
  }

  /**
   * Returns a supply that is promised for the day for which it is announced.
   *
   * @param supply the supply
   * @param open the units that are still to come, zero or more
   * @param day the day
   * @return the inbound
   */
  public static Inbound announced(SupplyId supply, Quantity open, LocalDate day) {
    return new Inbound(supply, open, Promise.Reason.ANNOUNCED, Optional.of(PromiseRange.of(day)));
  }

  /** Tells whether units can be promised from it. */
  boolean promises() {
    return range.isPresent() && !open.isZero();
  }
}
