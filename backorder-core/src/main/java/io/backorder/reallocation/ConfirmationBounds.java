package io.backorder.reallocation;

import static java.util.Objects.requireNonNull;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;

/**
 * Between what a line's new confirmation must lie: at no time below the floor, at no time above the
 * ceiling.
 *
 * <p>This type is immutable and thread-safe.
 *
 * @param floor what the line must have at least
 * @param ceiling what it may have at most, nowhere below the floor
 * @param hardness whether a floor that cannot be met is reported
 */
public record ConfirmationBounds(
    ConfirmationCurve floor, ConfirmationCurve ceiling, Hardness hardness) {

  /** Rejects a floor above the ceiling. */
  public ConfirmationBounds {
    requireNonNull(floor, "floor");
    requireNonNull(ceiling, "ceiling");
    requireNonNull(hardness, "hardness");
    if (!ceiling.isAtLeast(floor)) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "floor must not be above the ceiling %s: %s".formatted(ceiling, floor),
          Facts.of("asked", floor).and("allowed", ceiling));
    }
  }

  /** What a floor that cannot be met is. */
  public enum Hardness {

    /** It is reported as infeasible, with the units that lack. */
    HARD,

    /** It is tolerated. */
    SOFT
  }

  /**
   * Returns the bounds of a strategy.
   *
   * @param strategy the strategy
   * @param request what is asked for: the open units, on the day for which they are wanted
   * @param confirmed the old confirmation, nowhere above the request
   * @return the bounds
   */
  public static ConfirmationBounds of(
      ConfirmationStrategy strategy, ConfirmationCurve request, ConfirmationCurve confirmed) {
    requireNonNull(strategy, "strategy");
    requireNonNull(request, "request");
    requireNonNull(confirmed, "confirmed");
    return new ConfirmationBounds(
        strategy.floor().of(ConfirmationCurve.NOTHING, confirmed, request),
        strategy.ceiling().of(ConfirmationCurve.NOTHING, confirmed, request),
        strategy.hardness());
  }

  /**
   * Tells whether a confirmation keeps the bounds.
   *
   * @param curve the confirmation
   * @return true if it is nowhere below the floor and nowhere above the ceiling
   */
  public boolean admits(ConfirmationCurve curve) {
    return requireNonNull(curve, "curve").isAtLeast(floor) && ceiling.isAtLeast(curve);
  }
}
