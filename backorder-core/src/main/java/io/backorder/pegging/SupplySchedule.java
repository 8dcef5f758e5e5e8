package io.backorder.pegging;

import static java.util.Objects.requireNonNull;

import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.stock.Quantity;
import io.backorder.supply.SupplyId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is still to come of one item, unit by unit in the order of days.
 *
 * <p>Think of the units to come as numbered from zero. A line that may come bit by bit, with {@code a} units
 * before it in line, has the units {@code a} up to {@code a} plus what it needs: {@link #earliest} finds their
 * supplies in a time that grows with the logarithm of the number of supplies and does not depend on the length
 * of the line. A line that is filled whole has all its units on the day of the last one, and takes late units
 * before early ones ({@link #whole}); the schedule that it leaves to those behind it is {@link #afterWhole}. So
 * the units of any line are found from the schedule left by the whole lines before it, and from the number of
 * units that the other lines before it need; a {@link PegIndex} keeps the former.
 *
 * <p>This type is immutable and thread-safe.
 */
public final class SupplySchedule {

  private static final SupplySchedule EMPTY = new SupplySchedule(List.of(), Map.of(), null);

  private final List<Arrival> arrivals;
  private final Map<SupplyId, Integer> places;
  private final @Nullable UnitTree units;

  private SupplySchedule(
      List<Arrival> arrivals, Map<SupplyId, Integer> places, @Nullable UnitTree units) {
    this.arrivals = arrivals;
    this.places = places;
    this.units = units;
  }

  /**
   * Returns the schedule of an item of which nothing is to come.
   *
   * @return the schedule
   */
  public static SupplySchedule empty() {
    return EMPTY;
  }

  /**
   * Returns the schedule of some arrivals.
   *
   * @param arrivals the arrivals of one item, one of each supply; those of one day are used up in the order in
   *     which they are listed, which should be that in which they were announced, so that a new supply moves
   *     nobody who leans on an older one of its day
   * @return the schedule
   * @throws InvalidValueException with {@code INVALID_IDENTIFIER} if a supply stands there twice, with {@code
   *     QUANTITY_OVERFLOW} if the units of all leave the range of a long
   */
  public static SupplySchedule of(Collection<Arrival> arrivals) {
    if (arrivals.isEmpty()) {
      return EMPTY;
    }
    List<Arrival> sorted = arrivals.stream().sorted(Arrival.BY_DAY).toList();
    Map<SupplyId, Integer> places = new HashMap<>();
    Quantity total = Quantity.ZERO;
    for (Arrival each : sorted) {
      requireNew(places.put(each.supply(), places.size()), each.supply());
      total = total.plus(each.quantity());
    }
    return new SupplySchedule(
        sorted,
        places,
        UnitTree.of(sorted.stream().mapToLong(each -> each.quantity().units()).toArray()));
  }

  private static void requireNew(@Nullable Integer before, SupplyId supply) {
    if (before != null) {
      throw new InvalidValueException(
          ErrorCode.INVALID_IDENTIFIER,
          "supply must be listed once: %s".formatted(supply),
          Facts.of("supply", supply));
    }
  }

  private UnitTree units() {
    return requireNonNull(units, "units");
  }

  private long sum() {
    return units == null ? 0 : units.sum();
  }

  /**
   * Returns how many units are to come.
   *
   * @return the units
   */
  public Quantity total() {
    return Quantity.of(sum());
  }

  /**
   * Returns what is to come, without what whole lines have taken.
   *
   * @return the arrivals, in the order of days
   */
  public List<Arrival> arrivals() {
    return earliest(Quantity.ZERO, total());
  }

  /**
   * Returns the units of a line that may come bit by bit.
   *
   * @param ahead the units that lines before it need, without those of whole lines that this schedule already
   *     lacks
   * @param need the units that the line needs
   * @return so many units of each supply, in the order of days; fewer than needed where there are no more
   */
  public List<Arrival> earliest(Quantity ahead, Quantity need) {
    List<Arrival> found = new ArrayList<>();
    long from = Math.min(ahead.units(), sum());
    long to = from + Math.min(need.units(), sum() - from);
    while (from < to) {
      int index = units().find(from);
      long end = Math.min(to, units().before(index + 1));
      Arrival arrival = arrivals.get(index);
      found.add(Arrival.of(arrival.supply(), Quantity.of(end - from), arrival.day()));
      from = end;
    }
    return found;
  }

  /**
   * Returns the day of the last unit of a line, however it may come.
   *
   * @param ahead the units that lines before it need, as for {@link #earliest}
   * @param need the units that the line needs, at least 1
   * @return the day; empty as long as one unit has no supply
   */
  public Optional<LocalDate> day(Quantity ahead, Quantity need) {
    return isCovered(ahead, need)
        ? Optional.of(arrivals.get(last(ahead, need)).day())
        : Optional.empty();
  }

  private boolean isCovered(Quantity ahead, Quantity need) {
    long wanted = need.units();
    return ahead.units() <= sum() && wanted <= sum() - ahead.units() && wanted > 0;
  }

  private int last(Quantity ahead, Quantity need) {
    return units().find(ahead.units() + need.units() - 1);
  }

  /**
   * Returns the units of a line that is filled whole: those of the day on which enough have come, and before
   * it as late ones as will do; of one day those that are listed first.
   *
   * @param ahead the units that lines before it need, as for {@link #earliest}
   * @param need the units that the line needs
   * @return so many units of each supply, in the order of days; none as long as one unit has no supply
   */
  public List<Arrival> whole(Quantity ahead, Quantity need) {
    return isCovered(ahead, need) ? latest(ahead, need, dayAfter(last(ahead, need))) : List.of();
  }

  private List<Arrival> latest(Quantity ahead, Quantity need, int end) {
    List<Arrival> found = new ArrayList<>();
    long open = need.units();
    for (int next = end; open > 0; next = dayOf(next - 1)) {
      long from = Math.max(ahead.units(), units().before(dayOf(next - 1)));
      long taken = Math.min(open, units().before(next) - from);
      found.addAll(0, earliest(Quantity.of(from), Quantity.of(taken)));
      open -= taken;
    }
    return found;
  }

  /** The index of the first arrival of a day. */
  private int dayOf(int index) {
    int first = index;
    while (first > 0 && isOneDay(first - 1, index)) {
      first--;
    }
    return first;
  }

  /** The index behind the last arrival of a day. */
  private int dayAfter(int index) {
    int next = index + 1;
    while (next < arrivals.size() && isOneDay(next, index)) {
      next++;
    }
    return next;
  }

  private boolean isOneDay(int one, int other) {
    return arrivals.get(one).day().equals(arrivals.get(other).day());
  }

  /**
   * Returns this schedule without the units of a line that is filled whole.
   *
   * @param ahead the units that lines before it need, as for {@link #earliest}
   * @param need the units that the line needs
   * @return the schedule for the lines behind; this one where the line has no units
   */
  public SupplySchedule afterWhole(Quantity ahead, Quantity need) {
    return minus(whole(ahead, need));
  }

  /**
   * Returns this schedule without some of its units.
   *
   * @param taken what is taken, one of each supply
   * @return the schedule of the rest
   * @throws InvalidValueException with {@code INVALID_QUANTITY} if this schedule has no such arrival, or fewer
   *     units of it
   */
  public SupplySchedule minus(Collection<Arrival> taken) {
    SupplySchedule rest = this;
    for (Arrival each : taken) {
      rest = rest.minus(each);
    }
    return rest;
  }

  private SupplySchedule minus(Arrival taken) {
    int index = place(taken);
    long there = index < 0 ? 0 : units().at(index);
    long asked = taken.quantity().units();
    if (asked > there) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "units taken of supply %s on %s must be at most %d: %d"
              .formatted(taken.supply(), taken.day(), there, asked),
          Facts.of("supply", taken.supply()).and("asked", asked).and("allowed", there));
    }
    return new SupplySchedule(arrivals, places, units().with(index, there - asked));
  }

  private int place(Arrival of) {
    Integer place = places.get(of.supply());
    return place == null || !arrivals.get(place).day().equals(of.day()) ? -1 : place;
  }

  /**
   * Returns this schedule without some supplies, such as those that a line cannot use.
   *
   * @param supplies the supplies; those that it does not have are left out
   * @return the schedule of the others
   */
  public SupplySchedule without(Set<SupplyId> supplies) {
    UnitTree rest = units;
    for (SupplyId each : supplies) {
      Integer place = places.get(each);
      rest = place == null || rest == null ? rest : rest.with(place, 0);
    }
    return rest == units ? this : new SupplySchedule(arrivals, places, rest);
  }

  /**
   * Finds the units in line that a change of supply concerns: those that have another supply or another day
   * before than after, or a supply only before or only after. Where no line is filled whole, the lines that
   * the change concerns are those that own one of these units, and nobody else.
   *
   * @param after the schedule after the change
   * @return stretches of units, in order, none touching the next; no more than both schedules have supplies
   */
  public List<Stretch> changed(SupplySchedule after) {
    return Stretch.between(arrivals(), after.arrivals());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SupplySchedule schedule && arrivals().equals(schedule.arrivals());
  }

  @Override
  public int hashCode() {
    return arrivals().hashCode();
  }

  @Override
  public String toString() {
    return arrivals().toString();
  }
}
