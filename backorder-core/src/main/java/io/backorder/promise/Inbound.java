package io.backorder.promise;

import static java.util.Objects.requireNonNull;

import io.backorder.stock.Quantity;
import io.backorder.supply.SupplyId;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is still to come of a supply, and when it can be promised. One that {@link PromiseRules} have made knows
 * when it would be promised if it were due on another day; of days that somebody has stated, each moves as the
 * supply does.
 *
 * <p>This type is immutable and thread-safe.
 */
public final class Inbound {

  private final SupplyId supply;
  private final Quantity open;
  private final Expectation expected;
  private final long announcement;

  /**
   * Makes an inbound of days that are stated.
   *
   * @param supply the supply
   * @param open the units that are still to come, zero or more
   * @param reason what the days rest on, or why there are none
   * @param range the days; empty where nothing is promised from this supply
   */
  public Inbound(
      SupplyId supply, Quantity open, Promise.Reason reason, Optional<PromiseRange> range) {
    this(supply, open, new Expectation.Stated(reason, range), 0);
  }

  private Inbound(SupplyId supply, Quantity open, Expectation expected, long announcement) {
    this.supply = requireNonNull(supply, "supply");
    this.open = requireNonNull(open, "open");
    this.expected = expected;
    this.announcement = announcement;
  }

  static Inbound expected(SupplyId supply, Quantity open, Expectation expected) {
    return new Inbound(supply, open, expected, 0);
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

  /**
   * Returns this inbound with its place among the supplies that were announced of the item. Of supplies that
   * are promised for one day the one that was announced first is leant on first, so that a newer one moves
   * nobody.
   *
   * @param number the place, from 1; zero where it is not known, which stands before all others
   * @return the inbound
   */
  public Inbound announcedAs(long number) {
    return new Inbound(supply, open, expected, number);
  }

  /** This supply, of which so many units are to come. */
  Inbound withOpen(Quantity units) {
    return new Inbound(supply, units, expected, announcement);
  }

  /** This supply, if it were due so many days later, or earlier where it is negative. */
  Inbound later(int days) {
    return new Inbound(supply, open, expected.later(days), announcement);
  }

  /**
   * Returns which supply it is.
   *
   * @return the supply
   */
  public SupplyId supply() {
    return supply;
  }

  /**
   * Returns how many units are still to come.
   *
   * @return the units, zero or more
   */
  public Quantity open() {
    return open;
  }

  /**
   * Returns what the days rest on, or why there are none.
   *
   * @return the reason
   */
  public Promise.Reason reason() {
    return expected.reason();
  }

  /**
   * Returns the days.
   *
   * @return the days; empty where nothing is promised from this supply
   */
  public Optional<PromiseRange> range() {
    return expected.range();
  }

  /**
   * Returns its place among the supplies that were announced of the item.
   *
   * @return the place, from 1; zero where it is not known
   */
  public long announcement() {
    return announcement;
  }

  /** Tells whether units can be promised from it. */
  boolean promises() {
    return range().isPresent() && !open.isZero();
  }

  /** How sure it is. */
  OrderConfidence ground() {
    OptionalDouble sure = range().map(PromiseRange::confidence).orElse(OptionalDouble.empty());
    return OrderConfidence.none().and(supply, sure);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Inbound inbound
        && supply.equals(inbound.supply)
        && open.equals(inbound.open)
        && reason() == inbound.reason()
        && range().equals(inbound.range())
        && announcement == inbound.announcement;
  }

  @Override
  public int hashCode() {
    return Objects.hash(supply, open, range());
  }

  @Override
  public String toString() {
    return "%s of supply %s, %s"
        .formatted(
            open, supply, range().map(PromiseRange::toString).orElse(reason().name()));
  }
}
