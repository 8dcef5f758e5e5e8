package io.backorder.posting;

import io.backorder.allocation.JoiningUnits;
import io.backorder.allocation.Sequence;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.PlaceInLine;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.PolicyViolationException;
import org.jspecify.annotations.Nullable;

/**
 * Holds a sequence to its contract. Without a place units cannot join, and a place without their
 * arrival could be somebody else's; so a sequence that fails has the document refused.
 */
final class CheckedPlace {

  private CheckedPlace() {}

  static PlaceInLine of(Sequence sequence, JoiningUnits units, long arrival) {
    @Nullable PlaceInLine place;
    try {
      place = sequence.place(units, arrival);
    } catch (RuntimeException | StackOverflowError e) {
      throw broken(sequence, units, "must not throw: " + e);
    }
    if (place == null || place.arrival() != arrival) {
      throw broken(
          sequence, units, "must give a place of arrival %d: %s".formatted(arrival, place));
    }
    return place;
  }

  private static PolicyViolationException broken(
      Sequence sequence, JoiningUnits units, String problem) {
    OrderLineId line = new OrderLineId(units.order(), units.line().number());
    return new PolicyViolationException(
        ErrorCode.POLICY_VIOLATION,
        "sequence %s, line %s: %s".formatted(sequence, line, problem),
        Facts.of("policy", sequence).and("line", line));
  }
}
