package io.backorder.allocation;

import static java.util.Objects.requireNonNull;

import io.backorder.stock.Quantity;
import io.backorder.stock.StockUnits;
import java.util.List;

/**
 * Chooses the locations from which units of a line are taken.
 *
 * <p>An implementation is a pure function and may be called from several threads. Its answer is
 * checked: each source is one of the candidates, with at least 1 and at most what is free there, in
 * whole lots, and the sources add up to what is wanted.
 */
@FunctionalInterface
public interface Sourcing {

  /**
   * Returns where units are taken from.
   *
   * @param wanted the units to take, at least 1 and at most what all candidates have together
   * @param candidates the free units, whole lots, at each location that may serve, in rank order
   * @return the units to take at each location
   */
  List<StockUnits> source(Quantity wanted, List<StockUnits> candidates);

  /**
   * Returns this rule held to its contract.
   *
   * @param lot the units of a lot, at least 1
   * @return the rule, which throws a {@link io.backorder.refusal.PolicyViolationException} where this one
   *     answers what it must not
   */
  default Sourcing checked(Quantity lot) {
    return new CheckedSourcing(this, requireNonNull(lot, "lot"));
  }

  /**
   * Returns the rule that empties the first location before it touches the second.
   *
   * @return the rule
   */
  static Sourcing rank() {
    return StandardSourcing.RANK;
  }

  /**
   * Returns the rule that starts where most is free; ties go to the better rank.
   *
   * @return the rule
   */
  static Sourcing mostFree() {
    return StandardSourcing.MOST_FREE;
  }

  /**
   * Returns the rule that takes one location that has all, the best ranked one, and else as few
   * locations as possible, those where most is free first.
   *
   * @return the rule
   */
  static Sourcing fewestParcels() {
    return StandardSourcing.FEWEST_PARCELS;
  }
}
