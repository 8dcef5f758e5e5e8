package io.backorder.reallocation;

import static java.util.Objects.requireNonNull;

import io.backorder.stock.Quantity;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How many units of a line are confirmed until which day: the cumulated units {@code C(t)} as a step
 * function of the day {@code t}.
 *
 * <p>Two curves are compared on every day. One is better if it is nowhere below the other and somewhere
 * above it; where each is above the other on some day, they cannot be compared: one is earlier for a
 * part, the other has more in the end. This type is immutable and thread-safe.
 */
public final class ConfirmationCurve {

  /** Nothing is confirmed. */
  public static final ConfirmationCurve NOTHING =
      new ConfirmationCurve(Collections.unmodifiableNavigableMap(new TreeMap<>()));

  private final NavigableMap<LocalDate, Quantity> cumulated;

  private ConfirmationCurve(NavigableMap<LocalDate, Quantity> cumulated) {
    this.cumulated = cumulated;
  }

  /**
   * Returns the curve of units that are all confirmed for one day.
   *
   * @param day the day
   * @param units the units, zero or more
   * @return the curve
   */
  public static ConfirmationCurve at(LocalDate day, Quantity units) {
    return of(Map.of(requireNonNull(day, "day"), requireNonNull(units, "units")));
  }

  /**
   * Returns a curve.
   *
   * @param unitsByDay the units that are confirmed for each day, not cumulated
   * @return the curve; days without units leave no trace
   * @throws io.backorder.refusal.InvalidValueException with {@code QUANTITY_OVERFLOW} if the units do
   *     not add up in the range of a {@code long}
   */
  public static ConfirmationCurve of(Map<LocalDate, Quantity> unitsByDay) {
    NavigableMap<LocalDate, Quantity> steps = new TreeMap<>();
    Quantity sum = Quantity.ZERO;
    for (Map.Entry<LocalDate, Quantity> each : sorted(unitsByDay).entrySet()) {
      if (!requireNonNull(each.getValue(), "units").isZero()) {
        sum = sum.plus(each.getValue());
        steps.put(each.getKey(), sum);
      }
    }
    return steps.isEmpty()
        ? NOTHING
        : new ConfirmationCurve(Collections.unmodifiableNavigableMap(steps));
  }

  private static NavigableMap<LocalDate, Quantity> sorted(Map<LocalDate, Quantity> unitsByDay) {
    return new TreeMap<>(requireNonNull(unitsByDay, "unitsByDay"));
  }

  /**
   * Returns the units that are confirmed until a day.
   *
   * @param day the day
   * @return the units for that day and all days before
   */
  public Quantity until(LocalDate day) {
    Map.Entry<LocalDate, Quantity> step = cumulated.floorEntry(requireNonNull(day, "day"));
    return step == null ? Quantity.ZERO : step.getValue();
  }

  /**
   * Returns all units that are confirmed.
   *
   * @return the units, for whichever day
   */
  public Quantity total() {
    return cumulated.isEmpty() ? Quantity.ZERO : cumulated.lastEntry().getValue();
  }

  /**
   * Returns the days on which the curve rises.
   *
   * @return the days, earliest first
   */
  public SortedSet<LocalDate> days() {
    return cumulated.navigableKeySet();
  }

  /**
   * Returns the units that are confirmed for one day alone.
   *
   * @param day the day
   * @return the units by which the curve rises on that day
   */
  public Quantity on(LocalDate day) {
    return until(day).minus(until(requireNonNull(day, "day").minusDays(1)));
  }

  /**
   * Tells whether this curve is nowhere below another.
   *
   * @param other the other curve
   * @return true if on every day at least as many units are confirmed until then
   */
  public boolean isAtLeast(ConfirmationCurve other) {
    return requireNonNull(other, "other").cumulated.entrySet().stream()
        .allMatch(step -> until(step.getKey()).compareTo(step.getValue()) >= 0);
  }

  /**
   * Returns what becomes of a line that has this confirmation and gets another.
   *
   * @param after the confirmation that replaces this one
   * @return whether it is better, worse, the same, or neither
   */
  public Change to(ConfirmationCurve after) {
    boolean keeps = requireNonNull(after, "after").isAtLeast(this);
    boolean kept = isAtLeast(after);
    if (keeps) {
      return kept ? Change.UNCHANGED : Change.IMPROVED;
    }
    return kept ? Change.WORSENED : Change.INCOMPARABLE;
  }

  /** The days on which this curve or another rises. */
  SortedSet<LocalDate> daysWith(ConfirmationCurve other) {
    SortedSet<LocalDate> days = new TreeSet<>(days());
    days.addAll(other.days());
    return days;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ConfirmationCurve that && cumulated.equals(that.cumulated);
  }

  @Override
  public int hashCode() {
    return cumulated.hashCode();
  }

  @Override
  public String toString() {
    return cumulated.isEmpty() ? "nothing" : cumulated.toString();
  }

  /** What a new confirmation is to one who has the old. */
  public enum Change {

    /** On no day less, on some day more. */
    IMPROVED,

    /** On no day more, on some day less. */
    WORSENED,

    /** On some day more, on another less. */
    INCOMPARABLE,

    /** The same on every day. */
    UNCHANGED
  }
}
