package io.backorder.jdbc;

import io.backorder.demand.PlaceInLine;

/** The condition that a row stands beyond a place, written so that the index is entered there. */
final class Beyond {

  private Beyond() {}

  /** Behind the last place that was read. */
  static String last(String table, Dialect dialect) {
    return condition(table, ">", dialect);
  }

  /** Before the first place that was read. */
  static String first(String table, Dialect dialect) {
    return condition(table, "<", dialect);
  }

  private static String condition(String table, String than, Dialect dialect) {
    return dialect.keepsLocalTimes()
        ? "(%1$splace_rank %2$s ? OR (%1$splace_rank = ? AND %1$sarrival %2$s ?))"
            .formatted(table, than)
        : "(%1$splace_rank, %1$sarrival) %2$s (?, ?)".formatted(table, than);
  }

  /** The values of two conditions before, and of this one. */
  static Statements.Value[] bound(
      Dialect dialect, PlaceInLine place, Statements.Value one, Statements.Value two) {
    Statements.Value rank = Statements.bytes(Rank.of(place));
    Statements.Value arrival = Statements.number(place.arrival());
    return dialect.keepsLocalTimes()
        ? new Statements.Value[] {one, two, rank, rank, arrival}
        : new Statements.Value[] {one, two, rank, arrival};
  }
}
