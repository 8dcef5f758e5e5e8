package io.backorder.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.demand.DeliveryRule;
import io.backorder.demand.OrderLineId;
import io.backorder.pegging.Need;
import io.backorder.pegging.SupplySchedule;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.supply.SupplyId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds of the promises of all lines together. */
final class PromisePlanProperties {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  private static final Sku LAMP = Sku.of("LAMP");
  private static final Sku BULB = Sku.of("BULB");

  private static OrderLineId line(int order, Sku sku) {
    return OrderLineId.of("O" + order, sku.value());
  }

  private static SupplyId supply(int number) {
    return SupplyId.of("S%02d".formatted(number));
  }

  private record Draw(long units, int day, DeliveryRule rule) {}

  private static Arbitrary<List<Draw>> draws(DeliveryRule... rules) {
    return Combinators.combine(
            Arbitraries.longs().between(1, 9),
            Arbitraries.integers().between(-2, 9),
            Arbitraries.of(rules))
        .as(Draw::new)
        .list()
        .ofMaxSize(8);
  }

  private static List<Need> needs(List<Draw> draws, Sku sku) {
    return IntStream.range(0, draws.size())
        .mapToObj(i -> Need.of(line(i, sku), Quantity.of(draws.get(i).units()))
            .with(draws.get(i).rule()))
        .toList();
  }

  @Provide
  Arbitrary<List<Draw>> partial() {
    return draws(DeliveryRule.PARTIAL);
  }

  @Provide
  Arbitrary<List<Draw>> any() {
    return draws(DeliveryRule.values());
  }

  /** Supplies, a few of them without a day. */
  @Provide
  Arbitrary<List<Inbound>> inbounds() {
    return draws(DeliveryRule.PARTIAL)
        .map(list -> IntStream.range(0, list.size())
            .mapToObj(i -> inbound(i, list.get(i).units(), list.get(i).day()))
            .toList());
  }

  private static Inbound inbound(int number, long units, int day) {
    Inbound dated = Inbound.announced(supply(number), Quantity.of(units), TODAY.plusDays(day));
    return day == 9
        ? new Inbound(dated.supply(), dated.open(), Promise.Reason.OVERDUE, Optional.empty())
        : dated;
  }

  private static PromisePlan plan(List<Need> needs, List<Inbound> inbounds) {
    return PromisePlan.on(TODAY).with(LAMP, needs, inbounds);
  }

  private static Promise promise(PromisePlan plan, Need need) {
    return plan.promise(need.line()).orElseThrow();
  }

  @Property
  void noMoreIsPromisedByADayThanComesByIt(
      @ForAll("any") List<Draw> draws, @ForAll("inbounds") List<Inbound> inbounds) {
    List<Need> needs = needs(draws, LAMP);
    PromisePlan plan = plan(needs, inbounds);
    AtpProfile profile = AtpProfile.of(TODAY, Quantity.ZERO);
    for (Inbound each : inbounds) {
      profile = each.range().isPresent()
          ? profile.withSupply(each.range().orElseThrow().latest(), each.open())
          : profile;
    }
    for (Need need : needs) {
      assertThat(promise(plan, need).quantity()).isEqualTo(need.quantity());
      profile = profile.with(promise(plan, need));
    }
    for (int i = -3; i < 12; i++) {
      assertThat(profile.projectedBalance(TODAY.plusDays(i))).isNotNegative();
    }
  }

  private static void requireNoLater(Promise before, Promise after) {
    before.by().ifPresent(day -> assertThat(after.by().orElseThrow()).isBeforeOrEqualTo(day));
  }

  @Property
  void oneMoreSupplyMakesNoPromiseOfPartialLinesLater(
      @ForAll("partial") List<Draw> draws,
      @ForAll("inbounds") List<Inbound> inbounds,
      @ForAll @LongRange(min = 1, max = 9) long units,
      @ForAll @IntRange(max = 8) int day) {
    List<Need> needs = needs(draws, LAMP);
    List<Inbound> more = new ArrayList<>(inbounds);
    more.add(inbound(99, units, day));
    for (Need need : needs) {
      requireNoLater(promise(plan(needs, inbounds), need), promise(plan(needs, more), need));
    }
  }

  @Property
  void aSupplyThatComesEarlierMakesNoPromiseOfPartialLinesLater(
      @ForAll("partial") List<Draw> draws,
      @ForAll("inbounds") List<Inbound> inbounds,
      @ForAll @IntRange(min = 1, max = 9) int days) {
    List<Need> needs = needs(draws, LAMP);
    PromisePlan plan = plan(needs, inbounds);
    for (Inbound each : inbounds) {
      plan.whatIf(new SupplyChange.Slip(each.supply(), -days))
          .forEach(change -> assertThat(change.kind())
              .isNotIn(PromiseChange.Kind.SLIPPED, PromiseChange.Kind.LOST));
    }
  }

  @Property
  void demandBehindChangesNothing(
      @ForAll("any") List<Draw> draws,
      @ForAll("inbounds") List<Inbound> inbounds,
      @ForAll("any") List<Draw> behind) {
    List<Need> needs = needs(draws, LAMP);
    List<Need> longer = new ArrayList<>(needs);
    for (int i = 0; i < behind.size(); i++) {
      longer.add(new Need(
          line(1_000 + i, LAMP),
          Quantity.of(behind.get(i).units()),
          behind.get(i).rule()));
    }
    for (Need need : needs) {
      assertThat(promise(plan(longer, inbounds), need))
          .isEqualTo(promise(plan(needs, inbounds), need));
    }
  }

  @Property
  void askingAgainChangesNothing(
      @ForAll("any") List<Draw> draws, @ForAll("inbounds") List<Inbound> inbounds) {
    List<Need> needs = needs(draws, LAMP);
    PromisePlan plan = plan(needs, inbounds);
    PromisePlan again = plan.with(LAMP, needs, inbounds);
    for (Need need : needs) {
      assertThat(promise(again, need)).isEqualTo(promise(plan, need));
    }
    inbounds.forEach(
        each -> assertThat(plan.whatIf(new SupplyChange.Slip(each.supply(), 0))).isEmpty());
  }

  @Property
  void nothingWithoutASupplyHasADayAndNoDayIsBeforeToday(
      @ForAll("any") List<Draw> draws, @ForAll("inbounds") List<Inbound> inbounds) {
    List<Need> needs = needs(draws, LAMP);
    for (Need need : needs) {
      Promise none = promise(plan(needs, List.of()), need);
      assertThat(none.by()).isEmpty();
      assertThat(none.reason()).isEqualTo(Promise.Reason.NO_SUPPLY);
      promise(plan(needs, inbounds), need)
          .steps()
          .forEach(step -> assertThat(step.day()).isAfterOrEqualTo(TODAY));
    }
  }

  @Property
  void linesOfACompleteOrderHaveOneDayOrNone(
      @ForAll("any") List<Draw> lamps,
      @ForAll("any") List<Draw> bulbs,
      @ForAll("inbounds") List<Inbound> inbounds) {
    List<Need> one = needs(lamps, LAMP);
    List<Need> other = needs(bulbs, BULB);
    List<Inbound> second = inbounds.stream()
        .map(each ->
            new Inbound(SupplyId.of("B" + each.supply()), each.open(), each.reason(), each.range()))
        .toList();
    PromisePlan plan = PromisePlan.on(TODAY).with(LAMP, one, inbounds).with(BULB, other, second);
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      if (one.get(i).delivery() == DeliveryRule.COMPLETE_ORDER
          && other.get(i).delivery() == DeliveryRule.COMPLETE_ORDER) {
        assertThat(promise(plan, one.get(i)).by())
            .isEqualTo(promise(plan, other.get(i)).by());
        assertThat(promise(plan, one.get(i)).steps().size()).isLessThanOrEqualTo(1);
      }
    }
  }

  /** What if is the plan of the changed world, line by line, and names just the lines that differ. */
  @Property
  void whatIfIsThePlanOfTheChangedWorld(
      @ForAll("any") List<Draw> draws,
      @ForAll("inbounds") List<Inbound> inbounds,
      @ForAll @IntRange(min = -3, max = 9) int days,
      @ForAll @IntRange(max = 100) int percent) {
    List<Need> needs = needs(draws, LAMP);
    PromisePlan plan = plan(needs, inbounds);
    for (Inbound each : inbounds) {
      for (SupplyChange change : List.of(
          new SupplyChange.Slip(each.supply(), days),
          new SupplyChange.Shortage(each.supply(), percent))) {
        List<Inbound> changed = inbounds.stream()
            .map(old -> old.equals(each) ? change.appliedTo(old) : old)
            .toList();
        PromisePlan other = plan(needs, changed);
        Set<OrderLineId> told = new HashSet<>();
        plan.whatIf(change).forEach(found -> {
          told.add(found.line());
          assertThat(found.after()).isEqualTo(other.promise(found.line()).orElseThrow());
        });
        for (Need need : needs) {
          assertThat(promise(plan, need).equals(promise(other, need)))
              .isEqualTo(!told.contains(need.line()));
        }
      }
    }
  }

  /** Of lines that may come bit by bit, a change of supply concerns those that own one of the changed units. */
  @Property
  void whatASlipConcernsIsFoundWithoutAskingTheOthers(
      @ForAll("partial") List<Draw> draws,
      @ForAll("inbounds") List<Inbound> inbounds,
      @ForAll @IntRange(min = 1, max = 9) int days) {
    List<Need> needs = needs(draws, LAMP);
    for (Inbound each : inbounds) {
      SupplyChange slip = new SupplyChange.Slip(each.supply(), days);
      List<Inbound> changed = inbounds.stream()
          .map(old -> old.equals(each) ? slip.appliedTo(old) : old)
          .toList();
      SupplySchedule before = PromisePlan.schedule(inbounds);
      var stretches = before.changed(PromisePlan.schedule(changed));
      Set<OrderLineId> concerned = new HashSet<>();
      Quantity ahead = Quantity.ZERO;
      for (Need need : needs) {
        Quantity passed = ahead;
        if (stretches.stream().anyMatch(it -> it.concerns(passed, need.quantity()))) {
          concerned.add(need.line());
        }
        ahead = ahead.plus(need.quantity());
      }
      plan(needs, inbounds)
          .whatIf(slip)
          .forEach(change -> assertThat(concerned).contains(change.line()));
    }
  }
}
