package io.backorder.reallocation;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.PlaceInLine;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An order line of which units are open, as a run sees it: what it still asks for, what of that it has,
 * and where.
 *
 * <p>This type is immutable and thread-safe.
 */
public final class OpenLine {

  private final OrderLineId id;
  private final PlaceInLine place;
  private final Units units;
  private final Asked asked;

  private OpenLine(OrderLineId id, PlaceInLine place, Units units, Asked asked) {
    this.id = id;
    this.place = place;
    this.units = units;
    this.asked = asked;
  }

  /** What the line asks for, what it has, and where. */
  private record Units(Quantity open, Map<LocationId, Quantity> confirmed) {}

  /** What holds for the line; {@code whole} is false if its order needs items that nobody looked at. */
  private record Asked(OrderTerms terms, @Nullable LocalDate due, Reach reach) {}

  /** Whether all that the line depends on was looked at. */
  enum Reach {
    WITHIN,
    BEYOND
  }

  /**
   * Returns a line that has nothing, of an order on standard terms, without a due day.
   *
   * @param id the order line
   * @param place where it stands in line: the first of its places
   * @param open the units that it still asks for: waiting and reserved ones
   * @return the line
   */
  public static OpenLine of(OrderLineId id, PlaceInLine place, Quantity open) {
    requireNonNull(open, "open");
    return new OpenLine(
        requireNonNull(id, "id"),
        requireNonNull(place, "place"),
        new Units(open, Map.of()),
        new Asked(OrderTerms.standard(), null, Reach.WITHIN));
  }

  /**
   * Returns this line with what is confirmed to it.
   *
   * @param byLocation the units reserved at each location; at none of them zero
   * @return the line
   * @throws InvalidValueException with {@code INVALID_QUANTITY} if a quantity is zero
   */
  public OpenLine having(Map<LocationId, Quantity> byLocation) {
    for (Map.Entry<LocationId, Quantity> each :
        requireNonNull(byLocation, "byLocation").entrySet()) {
      if (each.getValue().isZero()) {
        throw new InvalidValueException(
            ErrorCode.INVALID_QUANTITY,
            "units of line %s at %s must be at least 1: 0".formatted(id, each.getKey()),
            Facts.of("line", id).and("location", each.getKey()).and("asked", 0));
      }
    }
    Map<LocationId, Quantity> kept = byLocation.size() < 2
        ? Map.copyOf(byLocation)
        : Collections.unmodifiableMap(new TreeMap<>(byLocation));
    return new OpenLine(id, place, new Units(units.open, kept), asked);
  }

  /**
   * Returns this line with the terms of its order, as they stand at the moment of the run.
   *
   * @param terms the terms
   * @return the line
   */
  public OpenLine on(OrderTerms terms) {
    requireNonNull(terms, "terms");
    return new OpenLine(id, place, units, new Asked(terms, asked.due, asked.reach));
  }

  /**
   * Returns this line with the day by which the customer asked for the units.
   *
   * @param day the day
   * @return the line
   */
  public OpenLine dueBy(LocalDate day) {
    requireNonNull(day, "day");
    return new OpenLine(id, place, units, new Asked(asked.terms, day, asked.reach));
  }

  /**
   * Returns this line as one of an order that is delivered complete and has other items, which were not
   * looked at. A run leaves it alone.
   *
   * @return the line
   */
  public OpenLine reachingBeyond() {
    return new OpenLine(id, place, units, new Asked(asked.terms, asked.due, Reach.BEYOND));
  }

  /**
   * Returns the order line.
   *
   * @return the line's name
   */
  public OrderLineId id() {
    return id;
  }

  /**
   * Returns where the line stands.
   *
   * @return the first of its places in line
   */
  public PlaceInLine place() {
    return place;
  }

  /**
   * Returns what the line still asks for.
   *
   * @return the open units: waiting and reserved ones
   */
  public Quantity open() {
    return units.open;
  }

  /**
   * Returns what the line has, and where.
   *
   * @return the reserved units by location
   */
  public Map<LocationId, Quantity> confirmedAt() {
    return units.confirmed;
  }

  /**
   * Returns what the line has.
   *
   * @return the reserved units over all locations
   */
  public Quantity confirmed() {
    Quantity sum = Quantity.ZERO;
    for (Quantity each : units.confirmed.values()) {
      sum = sum.plus(each);
    }
    return sum;
  }

  /**
   * Returns what holds for all lines of the order.
   *
   * @return the terms
   */
  public OrderTerms terms() {
    return asked.terms;
  }

  /**
   * Returns the day by which the customer asked for the units.
   *
   * @return the day, or empty if there is none
   */
  public Optional<LocalDate> due() {
    return Optional.ofNullable(asked.due);
  }

  /**
   * Tells whether the line depends on items that were not looked at.
   *
   * @return true for a line of an order that is delivered complete and has other items
   */
  public boolean isReachingBeyond() {
    return asked.reach == Reach.BEYOND;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OpenLine that
        && id.equals(that.id)
        && place.equals(that.place)
        && units.equals(that.units)
        && asked.equals(that.asked);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, place, units, asked);
  }

  @Override
  public String toString() {
    return "%s has %s of %s".formatted(id, confirmed(), units.open);
  }
}
