package io.backorder.pegging;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderLineId;
import io.backorder.stock.Quantity;
import io.backorder.supply.SupplyId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Moves the units of some pegs among the supplies of one day, so that old pegs are kept. */
final class Repegging {

  /** The units that a line needs on a day. */
  private record Place(OrderLineId line, LocalDate day) {}

  /** The units of a line on a supply. */
  private record Lean(OrderLineId line, SupplyId supply) {}

  private final Map<SupplyId, LocalDate> days;
  private final Map<SupplyId, Long> free;
  private final Map<OrderLineId, Set<SupplyId>> barred;

  Repegging(
      Map<SupplyId, LocalDate> days,
      Map<SupplyId, Long> free,
      Map<OrderLineId, Set<SupplyId>> barred) {
    this.days = days;
    this.free = free;
    this.barred = barred;
  }

  /** Returns the pegs; empty if old ones take what a line needs that can use nothing else. */
  Optional<List<Peg>> keep(List<Peg> fresh, List<Peg> older) {
    Map<Place, Long> open = new LinkedHashMap<>();
    fresh.forEach(each ->
        open.merge(new Place(each.line(), day(each.supply())), each.quantity().units(), Long::sum));
    Map<Lean, Long> kept = new LinkedHashMap<>();
    older.stream()
        .filter(each -> days.containsKey(each.supply()))
        .forEach(each -> take(each, open, kept));
    fresh.forEach(each -> take(each, open, kept));
    fill(open, kept);
    return open.values().stream().allMatch(units -> units == 0)
        ? Optional.of(inOrder(fresh, kept))
        : Optional.empty();
  }

  /** Gives what is still open whatever is left of that day. */
  private void fill(Map<Place, Long> open, Map<Lean, Long> kept) {
    Map<LocalDate, List<SupplyId>> supplies = new HashMap<>();
    days.forEach(
        (supply, day) -> supplies.computeIfAbsent(day, key -> new ArrayList<>()).add(supply));
    for (Place place : List.copyOf(open.keySet())) {
      for (SupplyId supply : supplies.getOrDefault(place.day(), List.of())) {
        Quantity rest = Quantity.of(open.getOrDefault(place, 0L));
        take(new Peg(place.line(), supply, rest), open, kept);
      }
    }
  }

  private LocalDate day(SupplyId supply) {
    return requireNonNull(days.get(supply), "day of " + supply);
  }

  /** Gives a line as much of a supply as the peg asks, the line still needs and the supply still has. */
  private void take(Peg peg, Map<Place, Long> open, Map<Lean, Long> kept) {
    Place place = new Place(peg.line(), day(peg.supply()));
    long units = Math.min(
        peg.quantity().units(),
        Math.min(open.getOrDefault(place, 0L), requireNonNull(free.get(peg.supply()), "free")));
    if (units > 0 && !barred.getOrDefault(peg.line(), Set.of()).contains(peg.supply())) {
      open.merge(place, -units, Long::sum);
      free.merge(peg.supply(), -units, Long::sum);
      kept.merge(new Lean(peg.line(), peg.supply()), units, Long::sum);
    }
  }

  private List<Peg> inOrder(List<Peg> fresh, Map<Lean, Long> kept) {
    List<Peg> pegs = new ArrayList<>();
    fresh.stream()
        .map(Peg::line)
        .distinct()
        .forEach(line -> days.keySet().forEach(supply -> {
          long units = kept.getOrDefault(new Lean(line, supply), 0L);
          if (units > 0) {
            pegs.add(new Peg(line, supply, Quantity.of(units)));
          }
        }));
    return pegs;
  }
}
