package io.backorder.jdbc;

import io.backorder.stock.LocationId;
import io.backorder.store.ClaimState;
import java.util.HashMap;
import java.util.Map;

/** A claim of a unit of work, and what the database keeps of it. */
final class ClaimRow {

  final int lineIndex;
  final Map<LocationId, Long> reservations = new HashMap<>();
  ClaimState state;
  boolean stored;
  boolean several;

  ClaimRow(ClaimState state, int lineIndex) {
    this.state = state;
    this.lineIndex = lineIndex;
  }

  /** Whether the claim is the one with which its line was ordered. */
  boolean isOwn() {
    return state.line().firstClaim().place().arrival() == state.arrival();
  }
}
