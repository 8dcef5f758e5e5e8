package io.backorder.storefront;

import static java.util.Objects.requireNonNull;

import io.backorder.promise.PromiseRange;
import io.backorder.promise.WorkingCalendar;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.UnknownReferenceException;
import io.backorder.statistics.Numbers;
import io.backorder.stock.Identifiers;
import io.backorder.stock.LocationId;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How long goods travel from a location to the zone in which a customer lives. The host has it from its
 * carriers; days are working days.
 *
 * <p>Where no time is given from a location to a zone that is known, what that location sends has the day of
 * shipping as its day; so have all units where no time is given at all.
 *
 * <p>This type is immutable and thread-safe.
 */
public final class TransitTimes {

  private static final int MOST_DAYS = 365;

  private static final TransitTimes NONE = new TransitTimes(Map.of());

  private final Map<Route, Days> days;

  private TransitTimes(Map<Route, Days> days) {
    this.days = days;
  }

  /** From where to where. */
  private record Route(LocationId from, Zone to) {}

  /**
   * The name of a destination zone: a group of postal codes, a country.
   *
   * @param value the text, which keeps the rule of {@link Identifiers}
   */
  public record Zone(String value) implements Comparable<Zone> {

    /** Rejects a text that breaks the rule. */
    public Zone {
      Identifiers.require("zone", value);
    }

    /**
     * Returns the identifier of the given text.
     *
     * @param value the text
     * @return the identifier
     * @throws io.backorder.refusal.InvalidValueException if the text breaks the rule
     */
    public static Zone of(String value) {
      return new Zone(value);
    }

    @Override
    public int compareTo(Zone other) {
      return value.compareTo(other.value);
    }

    @Override
    public String toString() {
      return value;
    }
  }

  /**
   * A span of working days.
   *
   * @param fewest the working days from the day of shipping that it takes at best, in [0, 365]
   * @param most those within which it is done, no fewer than {@code fewest}, in [0, 365]
   */
  public record Days(int fewest, int most) {

    /** Rejects days out of range or out of order. */
    public Days {
      Numbers.atLeast("fewest days of transit", fewest, 0);
      Numbers.atLeast("most days of transit", most, fewest);
      if (most > MOST_DAYS) {
        throw Numbers.refused("most days of transit", "be at most " + MOST_DAYS, most);
      }
    }

    /**
     * Returns a span of working days.
     *
     * @param fewest the working days that it takes at best, in [0, 365]
     * @param most those within which it is done, no fewer than {@code fewest}, in [0, 365]
     * @return the span
     * @throws io.backorder.refusal.InvalidValueException if a number is out of range or out of order
     */
    public static Days between(int fewest, int most) {
      return new Days(fewest, most);
    }

    /**
     * Returns the days of delivery of what is shipped on some days. The likely day is the likely day of
     * shipping and half of the way between both numbers of days, rounded up. The most days count as kept, so
     * that the confidence is that of shipping.
     *
     * @param shipped the days of shipping
     * @param calendar the days on which somebody works
     * @return the days of delivery
     */
    public PromiseRange after(PromiseRange shipped, WorkingCalendar calendar) {
      return new PromiseRange(
          calendar.plus(shipped.earliest(), fewest),
          calendar.plus(shipped.likely(), fewest + (most - fewest + 1) / 2),
          calendar.plus(shipped.latest(), most),
          shipped.confidence());
    }
  }

  /**
   * Returns times of which none is known.
   *
   * @return the times, by which the day of shipping is every day of delivery
   */
  public static TransitTimes none() {
    return NONE;
  }

  /**
   * Returns these times with one more, in place of any that was given before.
   *
   * @param from the location
   * @param to the zone
   * @param span how long goods travel
   * @return the times
   */
  public TransitTimes with(LocationId from, Zone to, Days span) {
    Map<Route, Days> more = new HashMap<>(days);
    more.put(
        new Route(requireNonNull(from, "from"), requireNonNull(to, "to")),
        requireNonNull(span, "span"));
    return new TransitTimes(more);
  }

  /**
   * Returns how long goods travel.
   *
   * @param from the location
   * @param to the zone
   * @return the span, or empty if it is not known
   */
  public Optional<Days> between(LocationId from, Zone to) {
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    return Optional.ofNullable(days.get(new Route(from, to)));
  }

  /**
   * Returns the locations from which a time is known.
   *
   * @return the locations, by name
   */
  public NavigableSet<LocationId> locations() {
    NavigableSet<LocationId> found = new TreeSet<>();
    days.keySet().forEach(route -> found.add(route.from));
    return Collections.unmodifiableNavigableSet(found);
  }

  /**
   * Returns the zones to which a time is known.
   *
   * @return the zones, by name
   */
  public NavigableSet<Zone> zones() {
    NavigableSet<Zone> found = new TreeSet<>();
    days.keySet().forEach(route -> found.add(route.to));
    return Collections.unmodifiableNavigableSet(found);
  }

  /**
   * Rejects a zone to which nobody delivers, which would be told a day that is too early.
   *
   * @param zone the zone
   * @throws UnknownReferenceException with {@code UNKNOWN_ZONE} if times are known, and none to the zone
   */
  public void requireKnown(Zone zone) {
    requireNonNull(zone, "zone");
    NavigableSet<Zone> known = zones();
    if (!known.isEmpty() && !known.contains(zone)) {
      throw new UnknownReferenceException(
          ErrorCode.UNKNOWN_ZONE,
          "zone must be one of the %d to which a time of transit is known: %s"
              .formatted(known.size(), zone),
          Facts.of("zone", zone));
    }
  }

  @Override
  public String toString() {
    return "%d times of transit to %s".formatted(days.size(), zones());
  }
}
