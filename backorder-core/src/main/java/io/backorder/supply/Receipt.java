package io.backorder.supply;

import static java.util.Objects.requireNonNull;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.Quantity;
import java.time.Instant;

/**
 * Units that came of a supply.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param supply the supply
 * @param quantity the units that came, at least 1
 * @param receivedAt when they came
 */
public record Receipt(SupplyId supply, Quantity quantity, Instant receivedAt) {

  /** Rejects missing parts and a receipt of nothing. */
  public Receipt {
    requireNonNull(supply, "supply");
    requireNonNull(receivedAt, "receivedAt");
    if (requireNonNull(quantity, "quantity").isZero()) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "units received of supply %s must be positive: 0".formatted(supply),
          Facts.of("supply", supply).and("asked", 0));
    }
  }

  /**
   * Returns a receipt.
   *
   * @param supply the supply
   * @param quantity the units that came, at least 1
   * @param receivedAt when they came
   * @return the receipt
   * @throws InvalidValueException with {@code INVALID_QUANTITY} if nothing came
   */
  public static Receipt of(SupplyId supply, Quantity quantity, Instant receivedAt) {
    return new Receipt(supply, quantity, receivedAt);
  }
}
