package io.backorder.pegging;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.demand.DeliveryRule;
import io.backorder.demand.OrderLineId;
import io.backorder.stock.Quantity;
import io.backorder.supply.SupplyId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** Pegs found by counting units in line are those of a clerk who hands out unit by unit. */
final class PeggingProperties {

  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  private static SupplyId supply(int number) {
    return SupplyId.of("S%02d".formatted(number));
  }

  private static OrderLineId line(int number) {
    return OrderLineId.of("O" + number, "1");
  }

  @Provide
  Arbitrary<List<Arrival>> supplies() {
    return Combinators.combine(
            Arbitraries.longs().between(1, 9), Arbitraries.integers().between(0, 6))
        .as((units, day) -> Arrival.of(supply(0), Quantity.of(units), MONDAY.plusDays(day)))
        .list()
        .ofMaxSize(9)
        .map(list -> IntStream.range(0, list.size())
            .mapToObj(
                i -> Arrival.of(supply(i), list.get(i).quantity(), list.get(i).day()))
            .toList());
  }

  @Provide
  Arbitrary<List<Need>> needs() {
    return Combinators.combine(
            Arbitraries.longs().between(1, 9),
            Arbitraries.of(
                DeliveryRule.PARTIAL,
                DeliveryRule.PARTIAL,
                DeliveryRule.COMPLETE_LINE,
                DeliveryRule.COMPLETE_ORDER))
        .as((units, rule) -> Need.of(line(0), Quantity.of(units)).with(rule))
        .list()
        .ofMaxSize(12)
        .map(list -> IntStream.range(0, list.size())
            .mapToObj(i -> new Need(line(i), list.get(i).quantity(), list.get(i).delivery()))
            .toList());
  }

  /** Needs of which some cannot use every supply. */
  @Provide
  Arbitrary<List<Need>> barred() {
    Arbitrary<Set<SupplyId>> some = Arbitraries.integers()
        .between(0, 8)
        .map(PeggingProperties::supply)
        .set()
        .ofMaxSize(4);
    return Combinators.combine(needs(), some.list().ofSize(12))
        .as((needs, sets) -> IntStream.range(0, needs.size())
            .mapToObj(i -> new Need(
                needs.get(i).line(),
                needs.get(i).quantity(),
                needs.get(i).delivery(),
                i % 2 == 0 ? Set.of() : sets.get(i)))
            .toList());
  }

  /** Hands out one unit after the other. */
  private static List<Peg> unitByUnit(List<Need> needs, List<Arrival> arrivals) {
    List<Arrival> units = new ArrayList<>();
    arrivals.stream()
        .sorted(Comparator.comparing(Arrival::day))
        .forEach(
            each -> LongStream.range(0, each.quantity().units()).forEach(i -> units.add(each)));
    List<Peg> pegs = new ArrayList<>();
    for (Need need : needs) {
      int wanted = (int) need.quantity().units();
      List<Arrival> usable = new ArrayList<>(units);
      usable.removeIf(each -> need.barred().contains(each.supply()));
      List<Arrival> taken = new ArrayList<>();
      if (!need.isWhole()) {
        taken.addAll(usable.subList(0, Math.min(wanted, usable.size())));
      } else if (wanted <= usable.size()) {
        LocalDate day = usable.get(wanted - 1).day();
        usable.removeIf(each -> each.day().isAfter(day));
        usable.sort(Comparator.comparing(Arrival::day).reversed());
        taken.addAll(usable.subList(0, wanted));
      }
      for (Arrival each : taken) {
        units.remove(units.lastIndexOf(each));
        pegs.add(new Peg(need.line(), each.supply(), Quantity.of(1)));
      }
    }
    return pegs;
  }

  private static Map<String, Long> units(List<Peg> pegs) {
    return pegs.stream()
        .collect(groupingBy(
            each -> each.line() + " on " + each.supply(),
            summingLong(each -> each.quantity().units())));
  }

  @Property
  void pegsAreThoseOfHandingOutUnitByUnit(
      @ForAll("barred") List<Need> needs, @ForAll("supplies") List<Arrival> arrivals) {
    List<Peg> pegs = Pegging.of(needs, SupplySchedule.of(arrivals)).pegs();

    assertThat(units(pegs)).isEqualTo(units(unitByUnit(needs, arrivals)));
  }

  @Property
  void eachUnitIsPeggedOrUncoveredAndEachSuppliedUnitIsPeggedOrLeft(
      @ForAll("barred") List<Need> needs, @ForAll("supplies") List<Arrival> arrivals) {
    Pegging pegging = Pegging.of(needs, SupplySchedule.of(arrivals));
    long pegged =
        pegging.pegs().stream().mapToLong(each -> each.quantity().units()).sum();

    assertThat(pegged + sum(pegging.uncovered().values()))
        .isEqualTo(sum(needs.stream().map(Need::quantity).toList()));
    assertThat(pegged + sum(pegging.left().values()))
        .isEqualTo(sum(arrivals.stream().map(Arrival::quantity).toList()));
  }

  private static long sum(Iterable<Quantity> quantities) {
    long sum = 0;
    for (Quantity each : quantities) {
      sum += each.units();
    }
    return sum;
  }

  /** A supply of a day on which others come already is used after them: nobody is moved to it. */
  @Property
  void aSupplyListedBehindTheOthersOfItsDayMovesNobodyWithinTheDay(
      @ForAll("barred") List<Need> needs,
      @ForAll("supplies") List<Arrival> arrivals,
      @ForAll @LongRange(min = 1, max = 9) long units) {
    Assume.that(!arrivals.isEmpty());
    List<Need> partial = partial(needs);
    Pegging before = Pegging.of(partial, SupplySchedule.of(arrivals));
    LocalDate last =
        arrivals.stream().map(Arrival::day).max(Comparator.naturalOrder()).orElseThrow();
    List<Arrival> more = new ArrayList<>(arrivals);
    more.add(Arrival.of(SupplyId.of("A"), Quantity.of(units), last));

    Pegging after = Pegging.of(partial, SupplySchedule.of(more));

    assertThat(after.pegs()).containsAll(before.pegs());
  }

  @Property
  void pegsOfOneLineAreFoundFromTheUnitsAheadAndTheWholeLinesAhead(
      @ForAll("needs") List<Need> needs, @ForAll("supplies") List<Arrival> arrivals) {
    Pegging all = Pegging.of(needs, SupplySchedule.of(arrivals));
    for (int i = 0; i < needs.size(); i++) {
      SupplySchedule left = SupplySchedule.of(arrivals);
      Quantity ahead = Quantity.ZERO;
      for (Need before : needs.subList(0, i)) {
        if (before.isWhole()) {
          left = left.afterWhole(ahead, before.quantity());
        } else {
          ahead = ahead.plus(before.quantity());
        }
      }
      Need need = needs.get(i);
      List<Arrival> found = need.isWhole()
          ? left.whole(ahead, need.quantity())
          : left.earliest(ahead, need.quantity());

      assertThat(found.stream().map(each -> new Peg(need.line(), each.supply(), each.quantity())))
          .isEqualTo(all.of(need.line()));
      assertThat(left.day(ahead, need.quantity()).isPresent())
          .isEqualTo(!all.uncovered().containsKey(need.line()));
      left.day(ahead, need.quantity())
          .ifPresent(day -> assertThat(found.get(found.size() - 1).day()).isEqualTo(day));
    }
  }

  @Property
  void whatIsTakenOffAScheduleIsWhatWasFoundInIt(
      @ForAll("supplies") List<Arrival> arrivals,
      @ForAll @LongRange(max = 30) long ahead,
      @ForAll @LongRange(min = 1, max = 30) long need) {
    SupplySchedule all = SupplySchedule.of(arrivals);
    Quantity before = Quantity.of(ahead);
    Quantity units = Quantity.of(need);
    List<Arrival> found = all.earliest(before, units);

    SupplySchedule rest = all.minus(found);

    assertThat(rest.minus(rest.arrivals())).isEqualTo(SupplySchedule.empty());
    assertThat(rest.total().units())
        .isEqualTo(
            all.total().units() - sum(found.stream().map(Arrival::quantity).toList()));
    assertThat(rest.earliest(before, units)).isEqualTo(all.earliest(before.plus(units), units));
  }

  private static List<Need> partial(List<Need> needs) {
    return needs.stream().map(each -> each.with(DeliveryRule.PARTIAL)).toList();
  }

  @Property
  void linesThatASupplyChangeConcernsAreThoseOfTheChangedUnits(
      @ForAll("needs") List<Need> needs,
      @ForAll("supplies") List<Arrival> before,
      @ForAll("supplies") List<Arrival> after) {
    List<Need> queue = partial(needs);
    SupplySchedule old = SupplySchedule.of(before);
    SupplySchedule then = SupplySchedule.of(after);
    List<Stretch> changed = old.changed(then);
    Quantity ahead = Quantity.ZERO;
    for (Need need : queue) {
      Quantity passed = ahead;
      boolean concerned = changed.stream().anyMatch(each -> each.concerns(passed, need.quantity()));

      assertThat(concerned)
          .isEqualTo(
              !old.earliest(ahead, need.quantity()).equals(then.earliest(ahead, need.quantity())));
      ahead = ahead.plus(need.quantity());
    }
    for (int i = 1; i < changed.size(); i++) {
      assertThat(changed.get(i).from()).isGreaterThan(changed.get(i - 1).to());
    }
    assertThat(changed.size()).isLessThanOrEqualTo(before.size() + after.size());
    assertThat(old.changed(old)).isEmpty();
  }

  private static Map<String, Long> byDay(Pegging pegging, List<Arrival> arrivals) {
    Map<SupplyId, LocalDate> days = new HashMap<>();
    arrivals.forEach(each -> days.put(each.supply(), each.day()));
    return pegging.pegs().stream()
        .collect(groupingBy(
            each -> each.line() + " on " + days.get(each.supply()),
            summingLong(each -> each.quantity().units())));
  }

  private static long kept(Pegging pegging, Pegging older) {
    Map<String, Long> before = units(older.pegs());
    return units(pegging.pegs()).entrySet().stream()
        .mapToLong(each -> Math.min(each.getValue(), before.getOrDefault(each.getKey(), 0L)))
        .sum();
  }

  @Property
  void keepingOldPegsMovesNoLineToAnotherDayAndNoSupplyBeyondItsUnits(
      @ForAll("barred") List<Need> needs,
      @ForAll("barred") List<Need> earlier,
      @ForAll("supplies") List<Arrival> arrivals,
      @ForAll("supplies") List<Arrival> before) {
    Pegging older = Pegging.of(earlier, SupplySchedule.of(before));
    Pegging fresh = Pegging.of(needs, SupplySchedule.of(arrivals));
    Pegging kept = fresh.keeping(older);

    assertThat(byDay(kept, arrivals)).isEqualTo(byDay(fresh, arrivals));
    for (Need need : needs) {
      kept.of(need.line()).forEach(peg -> assertThat(need.barred()).doesNotContain(peg.supply()));
    }
    assertThat(sum(kept.left().values())).isEqualTo(sum(fresh.left().values()));
    assertThat(2 * kept(kept, older)).isGreaterThanOrEqualTo(kept(fresh, older));
    assertThat(kept.keeping(kept)).isEqualTo(kept);
  }

  @Property
  void keepingOldPegsOfTheSameLinesAndSuppliesKeepsThemAll(
      @ForAll("needs") List<Need> needs, @ForAll("supplies") List<Arrival> arrivals) {
    Pegging older = Pegging.of(needs, SupplySchedule.of(arrivals));

    assertThat(Pegging.of(needs, SupplySchedule.of(arrivals)).keeping(older)).isEqualTo(older);
  }

  /** Where a line stands: the whole lines before it, and the other units before it. */
  private record Place(int wholes, Quantity ahead) {}

  private static List<Place> places(List<Need> needs) {
    List<Place> places = new ArrayList<>();
    Place next = new Place(0, Quantity.ZERO);
    for (Need need : needs) {
      places.add(next);
      next = need.isWhole()
          ? new Place(next.wholes() + 1, next.ahead())
          : new Place(next.wholes(), next.ahead().plus(need.quantity()));
    }
    return places;
  }

  private static PegIndex index(List<Need> needs, List<Arrival> arrivals) {
    List<Place> places = places(needs);
    return PegIndex.of(
        SupplySchedule.of(arrivals),
        IntStream.range(0, needs.size())
            .filter(i -> needs.get(i).isWhole())
            .mapToObj(
                i -> new PegIndex.Whole(places.get(i).ahead(), needs.get(i).quantity()))
            .toList());
  }

  private static List<Arrival> found(PegIndex index, Need need, Place place) {
    return need.isWhole()
        ? index.whole(place.wholes())
        : index.behind(place.wholes()).earliest(place.ahead(), need.quantity());
  }

  @Property
  void indexFindsThePegsOfEveryLineFromItsPlace(
      @ForAll("needs") List<Need> needs, @ForAll("supplies") List<Arrival> arrivals) {
    Pegging all = Pegging.of(needs, SupplySchedule.of(arrivals));
    PegIndex index = index(needs, arrivals);
    for (int i = 0; i < needs.size(); i++) {
      Need need = needs.get(i);

      assertThat(found(index, need, places(needs).get(i)).stream()
              .map(each -> new Peg(need.line(), each.supply(), each.quantity())))
          .isEqualTo(all.of(need.line()));
    }
  }

  @Property
  void indexNamesTheLinesThatAChangeOfSupplyConcernsAndNoOthers(
      @ForAll("needs") List<Need> needs,
      @ForAll("supplies") List<Arrival> before,
      @ForAll("supplies") List<Arrival> after) {
    PegIndex index = index(needs, before);
    PegIndex then = index.with(SupplySchedule.of(after));
    List<Stretch> stretches = index.changed(then);
    List<Integer> wholes = index.changedWholes(then);
    for (int i = 0; i < needs.size(); i++) {
      Need need = needs.get(i);
      Place place = places(needs).get(i);
      boolean concerned = need.isWhole()
          ? wholes.contains(place.wholes())
          : stretches.stream().anyMatch(each -> each.concerns(place.ahead(), need.quantity()));

      assertThat(concerned).isEqualTo(!found(index, need, place).equals(found(then, need, place)));
    }
  }
}
