package io.backorder.pegging;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderLineId;
import io.backorder.stock.Quantity;
import io.backorder.supply.SupplyId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The pegs of all lines that wait for one item.
 *
 * <p>Each line, in the order given, takes the earliest units that those before it leave. A line that is filled
 * whole takes them as {@link SupplySchedule#whole} says, and nothing as long as one of its units has no supply,
 * so that lines behind it may lean on what it cannot use. It takes time in proportion to the lines and their
 * pegs, times the logarithm of the number of supplies.
 *
 * <p>This type is immutable and thread-safe.
 */
public final class Pegging {

  private final List<Need> needs;
  private final SupplySchedule schedule;
  private final List<Peg> pegs;

  private Pegging(List<Need> needs, SupplySchedule schedule, List<Peg> pegs) {
    this.needs = needs;
    this.schedule = schedule;
    this.pegs = List.copyOf(pegs);
  }

  /**
   * Pegs some needs.
   *
   * @param needs the needs, in the order in which they are served; a line may stand at several places
   * @param schedule what is to come of the item
   * @return the pegs
   */
  public static Pegging of(List<Need> needs, SupplySchedule schedule) {
    List<Peg> pegs = new ArrayList<>();
    SupplySchedule left = requireNonNull(schedule, "schedule");
    for (Need need : needs) {
      List<Arrival> found = need.takenFrom(left);
      found.forEach(each -> pegs.add(new Peg(need.line(), each.supply(), each.quantity())));
      left = left.minus(found);
    }
    return new Pegging(List.copyOf(needs), schedule, pegs);
  }

  /**
   * Returns these pegs with as few units as possible moved away from the supplies of an older pegging. No line
   * gets another day by it: units change places only among the supplies of one day. In the order of the lines,
   * as much of each old peg is kept as the line and the supply still admit on that day. Where some lines cannot
   * use every supply, old pegs may stand in the way of them; then these pegs are the answer.
   *
   * @param older the pegging before supply or demand changed
   * @return the pegs, each line with as many units on each day as before
   */
  public Pegging keeping(Pegging older) {
    Map<SupplyId, LocalDate> days = new LinkedHashMap<>();
    Map<SupplyId, Long> free = new LinkedHashMap<>();
    for (Arrival each : schedule.arrivals()) {
      days.put(each.supply(), each.day());
      free.put(each.supply(), each.quantity().units());
    }
    Map<OrderLineId, Set<SupplyId>> barred = new HashMap<>();
    needs.forEach(each -> barred.put(each.line(), each.barred()));
    return new Repegging(days, free, barred)
        .keep(pegs, older.pegs)
        .map(kept -> new Pegging(needs, schedule, kept))
        .orElse(this);
  }

  /**
   * Returns the needs.
   *
   * @return the needs, in the order in which they are served
   */
  public List<Need> needs() {
    return needs;
  }

  /**
   * Returns the pegs.
   *
   * @return the pegs in the order of the lines, those of a line in the order of days
   */
  public List<Peg> pegs() {
    return pegs;
  }

  /**
   * Returns the pegs of a line.
   *
   * @param line the line
   * @return its pegs, perhaps several on one supply where the line waits at several places; empty for a line
   *     that has none
   */
  public List<Peg> of(OrderLineId line) {
    requireNonNull(line, "line");
    return pegs.stream().filter(each -> each.line().equals(line)).toList();
  }

  /**
   * Returns what no supply covers.
   *
   * @return the units by line, for the lines that have such units
   */
  public Map<OrderLineId, Quantity> uncovered() {
    Map<OrderLineId, Quantity> left = new LinkedHashMap<>();
    needs.forEach(each -> left.merge(each.line(), each.quantity(), Quantity::plus));
    pegs.forEach(
        each -> left.computeIfPresent(each.line(), (line, units) -> units.minus(each.quantity())));
    left.values().removeIf(Quantity::isZero);
    return Collections.unmodifiableMap(left);
  }

  /**
   * Returns what nobody leans on.
   *
   * @return the units by supply, in the order of days, for the supplies that have such units
   */
  public Map<SupplyId, Quantity> left() {
    Map<SupplyId, Quantity> left = new LinkedHashMap<>();
    schedule.arrivals().forEach(each -> left.put(each.supply(), each.quantity()));
    pegs.forEach(each ->
        left.computeIfPresent(each.supply(), (supply, units) -> units.minus(each.quantity())));
    left.values().removeIf(Quantity::isZero);
    return Collections.unmodifiableMap(left);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Pegging pegging
        && needs.equals(pegging.needs)
        && schedule.equals(pegging.schedule)
        && pegs.equals(pegging.pegs);
  }

  @Override
  public int hashCode() {
    return 31 * needs.hashCode() + pegs.hashCode();
  }

  @Override
  public String toString() {
    return pegs.toString();
  }
}
