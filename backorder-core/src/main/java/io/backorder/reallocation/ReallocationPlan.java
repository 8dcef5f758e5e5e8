package io.backorder.reallocation;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderLineId;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The answer of a run: what each line has if the plan is committed, and what that means to whom.
 *
 * <p>A plan is a value. It names the versions of the items on which it was made, and can be committed as
 * long as they stand. This type is immutable and thread-safe.
 *
 * @param versions the version of each item on which the plan was made
 * @param lines every line of the snapshot, by item and place
 * @param infeasible the hard floors that are not met, in the order in which they were tried
 * @param moves who gains which units from whom
 */
public record ReallocationPlan(
    Map<Sku, Long> versions,
    List<PlannedLine> lines,
    List<Infeasible> infeasible,
    List<Move> moves) {

  /** Copies the lists. */
  public ReallocationPlan {
    versions = Collections.unmodifiableMap(new TreeMap<>(requireNonNull(versions, "versions")));
    lines = List.copyOf(requireNonNull(lines, "lines"));
    infeasible = List.copyOf(requireNonNull(infeasible, "infeasible"));
    moves = List.copyOf(requireNonNull(moves, "moves"));
  }

  /**
   * A hard floor that cannot be met.
   *
   * @param line the line
   * @param strategy the strategy whose floor it is
   * @param missing by how many units the line stays below it, at least 1
   */
  public record Infeasible(OrderLineId line, ConfirmationStrategy strategy, Quantity missing) {

    /** Rejects missing parts. */
    public Infeasible {
      requireNonNull(line, "line");
      requireNonNull(strategy, "strategy");
      requireNonNull(missing, "missing");
    }

    @Override
    public String toString() {
      return "%s lacks %s to %s".formatted(line, missing, strategy);
    }
  }

  /**
   * Units that change hands.
   *
   * @param units the units, and where they lie
   * @param from the line that loses them, or empty if they were free
   * @param to the line that gains them, or empty if they stay free
   */
  public record Move(StockUnits units, Optional<OrderLineId> from, Optional<OrderLineId> to) {

    /** Rejects missing parts. */
    public Move {
      requireNonNull(units, "units");
      requireNonNull(from, "from");
      requireNonNull(to, "to");
    }

    @Override
    public String toString() {
      return "%s from %s to %s"
          .formatted(
              units,
              from.map(OrderLineId::toString).orElse("free"),
              to.map(OrderLineId::toString).orElse("free"));
    }
  }

  /**
   * Returns a line under the plan.
   *
   * @param id the line
   * @return the line, or empty if it was not in the snapshot; it is found by looking through the lines
   */
  public Optional<PlannedLine> line(OrderLineId id) {
    requireNonNull(id, "id");
    return lines.stream().filter(line -> line.id().equals(id)).findFirst();
  }

  /**
   * Returns what becomes of the promises. At this time a confirmation is units that are reserved now, so
   * that every two of a line can be compared.
   *
   * @return the difference between what lines had and what they have under the plan
   */
  public PlanDiff diff() {
    PlanDiff.Tally tally = new PlanDiff.Tally();
    lines.forEach(line -> tally.count(line.id(), line.before().confirmed(), line.confirmed()));
    return tally.diff();
  }

  /**
   * Tells whether a commit would change nothing.
   *
   * @return true if every line keeps what it has, where it has it
   */
  public boolean isEmpty() {
    return moves.isEmpty();
  }

  /**
   * Returns the lines that have less than they ask for.
   *
   * @return the lines, each with its {@linkplain PlannedLine#reason reason}
   */
  public List<PlannedLine> shortLines() {
    return lines.stream().filter(line -> !line.missing().isZero()).toList();
  }

  /** The units of a line at a location, before or after. */
  static long units(Map<LocationId, Quantity> byLocation, LocationId location) {
    return byLocation.getOrDefault(location, Quantity.ZERO).units();
  }

  @Override
  public String toString() {
    return "%d lines, %d moves, %d infeasible"
        .formatted(lines.size(), moves.size(), infeasible.size());
  }
}
