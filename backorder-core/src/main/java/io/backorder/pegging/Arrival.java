package io.backorder.pegging;

import static java.util.Objects.requireNonNull;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.Quantity;
import io.backorder.supply.SupplyId;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * Units of one supply that are promised for one day.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param supply the supply
 * @param quantity the units that are still to come, at least 1
 * @param day the day for which they are promised
 */
public record Arrival(SupplyId supply, Quantity quantity, LocalDate day) {

  /** By day; arrivals of one day stay in the order in which they are listed. */
  static final Comparator<Arrival> BY_DAY = Comparator.comparing(Arrival::day);

  /** Rejects missing parts and an arrival of nothing. */
  public Arrival {
    requireNonNull(supply, "supply");
    requireNonNull(day, "day");
    if (requireNonNull(quantity, "quantity").isZero()) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "units to come of supply %s must be positive: 0".formatted(supply),
          Facts.of("supply", supply).and("asked", 0));
    }
  }

  /**
   * Returns an arrival.
   *
   * @param supply the supply
   * @param quantity the units that are still to come, at least 1
   * @param day the day for which they are promised
   * @return the arrival
   * @throws InvalidValueException with {@code INVALID_QUANTITY} if nothing is to come
   */
  public static Arrival of(SupplyId supply, Quantity quantity, LocalDate day) {
    return new Arrival(supply, quantity, day);
  }
}
