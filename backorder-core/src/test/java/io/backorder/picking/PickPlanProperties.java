package io.backorder.picking;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of pick lists, whatever is to be picked and however much fits on a tour. */
final class PickPlanProperties {

  private static final BinPlan BINS = Units.bins(8);

  private enum Way {
    BY_ORDER,
    BATCHED,
    ZONED;

    PickPlan plan(List<ReservedUnits> units, PickLimits limits) {
      return switch (this) {
        case BY_ORDER -> PickPlan.byOrder("W", units, BINS, limits);
        case BATCHED -> PickPlan.batched("W", units, BINS, limits);
        case ZONED -> PickPlan.zoned("W", units, BINS, limits);
      };
    }
  }

  private record Wish(int order, int item, long units) {}

  @Provide
  Arbitrary<List<ReservedUnits>> units() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 6),
            Arbitraries.integers().between(0, 7),
            Arbitraries.longs().between(1, 12))
        .as(Wish::new)
        .list()
        .ofMaxSize(25)
        .map(PickPlanProperties::numbered);
  }

  private static List<ReservedUnits> numbered(List<Wish> wishes) {
    List<ReservedUnits> units = new ArrayList<>();
    for (Wish each : wishes) {
      units.add(Units.of("O" + each.order, "" + units.size(), "S" + each.item, each.units));
    }
    return units;
  }

  /** The heaviest unit weighs 700 grams. */
  @Provide
  Arbitrary<PickLimits> limits() {
    Arbitrary<Long> few = Arbitraries.longs().between(1, 30);
    return Combinators.combine(few, few, few, few, Arbitraries.integers().between(0, 15))
        .as((units, hundreds, lines, orders, which) -> {
          PickLimits limits = PickLimits.none();
          limits = (which & 1) == 0 ? limits : limits.withUnits(units);
          limits = (which & 2) == 0 ? limits : limits.withGrams(700 + hundreds * 100);
          limits = (which & 4) == 0 ? limits : limits.withLines(lines);
          return (which & 8) == 0 ? limits : limits.withOrders(orders);
        });
  }

  @Property
  void everyUnitIsOnExactlyOneList(
      @ForAll Way way,
      @ForAll("units") List<ReservedUnits> units,
      @ForAll("limits") PickLimits limits) {
    PickPlan plan = way.plan(units, limits);

    assertThat(sums(plan.lists().stream()
            .flatMap(list -> list.lines().stream())
            .map(PickLine::asked)
            .toList()))
        .isEqualTo(sums(units));
  }

  private static Map<Object, Long> sums(List<ReservedUnits> units) {
    return units.stream()
        .collect(groupingBy(
            each -> List.of(each.line(), each.shelf()),
            summingLong(each -> each.quantity().units())));
  }

  @Property
  void noListExceedsALimit(
      @ForAll Way way,
      @ForAll("units") List<ReservedUnits> units,
      @ForAll("limits") PickLimits limits) {
    for (PickList list : way.plan(units, limits).lists()) {
      long grams = list.lines().stream()
          .mapToLong(line ->
              line.asked().quantity().units() * BINS.face(line.asked().shelf()).grams())
          .sum();
      assertThat(list.asked().units()).isLessThanOrEqualTo(limits.units().orElse(Long.MAX_VALUE));
      assertThat(grams).isLessThanOrEqualTo(limits.grams().orElse(Long.MAX_VALUE));
      assertThat((long) list.lines().size())
          .isLessThanOrEqualTo(limits.lines().orElse(Long.MAX_VALUE));
      assertThat((long) list.orders().size())
          .isLessThanOrEqualTo(limits.orders().orElse(Long.MAX_VALUE));
    }
  }

  @Property
  void listsDoNotDependOnTheOrderOfTheUnits(
      @ForAll Way way,
      @ForAll("units") List<ReservedUnits> units,
      @ForAll("limits") PickLimits limits,
      @ForAll long seed) {
    List<ReservedUnits> shuffled = new ArrayList<>(units);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(way.plan(shuffled, limits).lists())
        .isEqualTo(way.plan(units, limits).lists());
  }

  @Property
  void everyListPassesItsBinsOnceAndInOrder(
      @ForAll Way way,
      @ForAll("units") List<ReservedUnits> units,
      @ForAll("limits") PickLimits limits) {
    for (PickList list : way.plan(units, limits).lists()) {
      assertThat(list.lines())
          .isSortedAccordingTo(
              Comparator.comparingInt(line -> BINS.rank(line.bin().id())));
    }
  }

  @Property
  void visitsLieBetweenTheBoundAndOrderByOrder(
      @ForAll Way way,
      @ForAll("units") List<ReservedUnits> units,
      @ForAll("limits") PickLimits limits) {
    PickPlan plan = way.plan(units, limits);
    TourQuality quality = TourQuality.of(plan, BINS, limits);

    assertThat(quality.visits()).isEqualTo(plan.visits());
    assertThat(quality.visits()).isBetween(quality.lowerBound(), quality.orderByOrder());
    assertThat(quality.ratio()).isLessThanOrEqualTo(1);
    assertThat(quality.aboveBound()).isGreaterThanOrEqualTo(1);
  }

  /** Without limits one tour takes all, and reaches the bound. */
  @Property
  void withoutLimitsABatchVisitsEachBinOnce(@ForAll("units") List<ReservedUnits> units) {
    PickPlan plan = PickPlan.batched("W", units, BINS, PickLimits.none());
    TourQuality quality = TourQuality.of(plan, BINS, PickLimits.none());

    assertThat(plan.lists()).hasSizeLessThanOrEqualTo(1);
    assertThat(quality.visits()).isEqualTo(quality.lowerBound());
  }

  @Property
  void zonedListsStayInTheirZoneAndMeetAgain(
      @ForAll("units") List<ReservedUnits> units, @ForAll("limits") PickLimits limits) {
    PickPlan plan = PickPlan.zoned("W", units, BINS, limits);
    Map<String, Long> lists = new TreeMap<>();
    for (PickList list : plan.lists()) {
      assertThat(list.bins())
          .extracting(Bin::zone)
          .containsOnly(list.bins().get(0).zone());
      list.orders().forEach(order -> lists.merge(order.value(), 1L, Long::sum));
    }

    assertThat(plan.consolidation())
        .allSatisfy(each -> assertThat((long) each.lists().size())
            .isEqualTo(lists.get(each.order().value())))
        .hasSize(lists.size());
  }

  /** What an order takes from a bin is divided only if it does not fit on a tour at all. */
  @Property
  void anOrderVisitsABinOnceIfWhatItTakesFits(@ForAll("units") List<ReservedUnits> units) {
    PickLimits limits = PickLimits.none().withUnits(300).withLines(25);
    PickPlan plan = PickPlan.byOrder("W", units, BINS, limits);

    assertThat(plan.visits())
        .isEqualTo(units.stream()
            .map(each -> List.of(each.line().order(), each.shelf()))
            .distinct()
            .count());
  }
}
