package io.backorder.reallocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.demand.DeliveryRule;
import io.backorder.demand.OrderLineId;
import io.backorder.reallocation.Worlds.World;
import io.backorder.stock.Location;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** What holds of every run. */
final class ReallocationLaws {

  private ReallocationLaws() {}

  private static long at(Map<LocationId, Quantity> byLocation, Location location) {
    return ReallocationPlan.units(byLocation, location.id());
  }

  /** No location gives more than it has, and free units do not sink below the buffer. */
  static void conservation(World world) {
    ReallocationPlan plan = world.plan();
    for (ReallocationSnapshot.Item item : world.snapshot().items()) {
      List<PlannedLine> lines = linesOf(plan, item);
      long before = 0;
      long after = 0;
      for (int rank = 0; rank < item.supply().locations().size(); rank++) {
        Location location = item.supply().locations().get(rank);
        long had = lines.stream()
            .mapToLong(line -> at(line.before().confirmedAt(), location))
            .sum();
        long has =
            lines.stream().mapToLong(line -> at(line.confirmedAt(), location)).sum();
        assertThat(has)
            .as("%s of %s", location, plan)
            .isLessThanOrEqualTo(item.supply().units(rank));
        before += location.isActive() ? item.supply().units(rank) - had : 0;
        after += location.isActive() ? item.supply().units(rank) - has : 0;
      }
      assertThat(after).isGreaterThanOrEqualTo(Math.min(before, item.supply().buffer()));
    }
  }

  static List<PlannedLine> linesOf(ReallocationPlan plan, ReallocationSnapshot.Item item) {
    Map<OrderLineId, PlannedLine> byId = new LinkedHashMap<>();
    plan.lines().forEach(line -> byId.put(line.id(), line));
    return item.lines().stream()
        .map(line -> Optional.ofNullable(byId.get(line.id())).orElseThrow())
        .toList();
  }

  /** A line has units only where it is served, or had them; never more than it asks for. */
  static void permitted(World world) {
    ReallocationPlan plan = world.plan();
    for (ReallocationSnapshot.Item item : world.snapshot().items()) {
      for (PlannedLine line : linesOf(plan, item)) {
        assertThat(line.confirmed()).isLessThanOrEqualTo(line.before().open());
        for (Location location : item.supply().locations()) {
          if (!location.serves(line.before().terms().channel())) {
            assertThat(at(line.confirmedAt(), location))
                .isLessThanOrEqualTo(at(line.before().confirmedAt(), location));
          }
        }
        long gain = line.confirmed().units() - line.before().confirmed().units();
        assertThat(gain > 0 ? gain % item.supply().lot() : 0).isZero();
      }
    }
  }

  /** What is delivered complete has all, what it had, or nothing; so has an order, together. */
  static void complete(World world) {
    ReallocationPlan plan = world.plan();
    Map<Object, List<PlannedLine>> whole = new HashMap<>();
    for (PlannedLine line : plan.lines()) {
      if (line.before().terms().delivery() == DeliveryRule.COMPLETE_LINE) {
        assertThat(line.confirmed())
            .isIn(Quantity.ZERO, line.before().confirmed(), line.before().open());
      } else if (line.before().terms().delivery() == DeliveryRule.COMPLETE_ORDER) {
        whole.computeIfAbsent(line.id().order(), key -> new ArrayList<>()).add(line);
      }
    }
    for (List<PlannedLine> order : whole.values()) {
      assertThat(order.stream().allMatch(line -> line.confirmed().isZero())
              || order.stream()
                  .allMatch(line -> line.confirmed().equals(line.before().confirmed()))
              || order.stream()
                  .allMatch(line -> line.confirmed().equals(line.before().open())))
          .as(order.toString())
          .isTrue();
    }
  }

  /** No line gains more than the guard lets it, and all together no more than their quota. */
  static void guards(World world) {
    ReallocationPlan plan = world.plan();
    for (ReallocationSnapshot.Item item : world.snapshot().items()) {
      long all = 0;
      for (PlannedLine line : linesOf(plan, item)) {
        long gain = line.confirmed().minusOrZero(line.before().confirmed()).units();
        assertThat(gain).as(world.shown()).isLessThanOrEqualTo(Worlds.MOST_AT_ONCE);
        all += gain;
      }
      assertThat(all).as(world.shown()).isLessThanOrEqualTo(Worlds.QUOTA);
    }
  }

  /** Ceilings are kept; a hard floor is kept, or is listed with what lacks. */
  static void bounds(World world) {
    ReallocationPlan plan = world.plan();
    Map<OrderLineId, Quantity> missing = new HashMap<>();
    plan.infeasible().forEach(each -> missing.put(each.line(), each.missing()));
    for (PlannedLine line : plan.lines()) {
      if (isFrozen(world, line)) {
        assertThat(line.confirmedAt()).isEqualTo(line.before().confirmedAt());
        assertThat(missing).doesNotContainKey(line.id());
      } else {
        bounds(line, missing.getOrDefault(line.id(), Quantity.ZERO));
      }
    }
  }

  /** Where there is enough for all that stay in place, each has what it had where it had it. */
  static void inPlace(World world) {
    ReallocationSnapshot.Item item = world.snapshot().items().get(0);
    List<PlannedLine> staying = world.plan().lines().stream()
        .filter(line -> isFrozen(world, line) || line.strategy() == ConfirmationStrategy.SKIP)
        .toList();
    Map<LocationId, Long> missing = new HashMap<>();
    staying.forEach(line -> line.before()
        .confirmedAt()
        .forEach((location, units) -> missing.merge(location, units.units(), Long::sum)));
    for (int rank = 0; rank < item.supply().locations().size(); rank++) {
      missing.merge(
          item.supply().locations().get(rank).id(), -item.supply().units(rank), Long::sum);
    }
    if (missing.values().stream().allMatch(units -> units <= 0)) {
      assertThat(staying).as(world.shown()).noneMatch(PlannedLine::isChanged);
    }
  }

  private static boolean isFrozen(World world, PlannedLine line) {
    boolean isWhole = line.before().terms().delivery() == DeliveryRule.COMPLETE_ORDER;
    return world.rules().frozen().stream()
        .anyMatch(each ->
            each.equals(line.id()) || (isWhole && each.order().equals(line.id().order())));
  }

  private static void bounds(PlannedLine line, Quantity missing) {
    ConfirmationBounds bounds = ConfirmationBounds.of(
        line.strategy(), curve(line.before().open()), curve(line.before().confirmed()));
    ConfirmationCurve after = curve(line.confirmed());
    assertThat(bounds.ceiling().isAtLeast(after)).as(line.toString()).isTrue();
    if (bounds.hardness() == ConfirmationBounds.Hardness.HARD) {
      assertThat(bounds.floor().total().minusOrZero(line.confirmed()))
          .as(line.toString())
          .isEqualTo(missing);
    } else {
      assertThat(missing).isEqualTo(Quantity.ZERO);
    }
  }

  private static ConfirmationCurve curve(Quantity units) {
    return ConfirmationCurve.at(Worlds.TODAY, units);
  }

  /** The moves are the difference between what lines had and what they have, at each location. */
  static void moves(World world) {
    ReallocationPlan plan = world.plan();
    Map<String, Long> balance = new HashMap<>();
    long moved = 0;
    for (ReallocationPlan.Move move : plan.moves()) {
      long units = move.units().quantity().units();
      moved += units;
      assertThat(units).isPositive();
      assertThat(move.from().isPresent() || move.to().isPresent()).isTrue();
      move.from()
          .ifPresent(
              line -> balance.merge(line + "@" + move.units().location(), -units, Long::sum));
      move.to()
          .ifPresent(line -> balance.merge(line + "@" + move.units().location(), units, Long::sum));
    }
    balance.values().removeIf(units -> units == 0);
    Map<String, Long> expected = new HashMap<>();
    for (PlannedLine line : plan.lines()) {
      line.confirmedAt()
          .forEach((location, units) ->
              expected.merge(line.id() + "@" + location, units.units(), Long::sum));
      line.before()
          .confirmedAt()
          .forEach((location, units) ->
              expected.merge(line.id() + "@" + location, -units.units(), Long::sum));
    }
    expected.values().removeIf(units -> units == 0);
    assertThat(balance).isEqualTo(expected);
    assertThat(plan.isEmpty()).isEqualTo(moved == 0);
    assertThat(plan.diff().churn().units()).isLessThanOrEqualTo(moved);
  }

  /** Every short line has a reason and no other has one. */
  static void reasons(World world) {
    for (PlannedLine line : world.plan().lines()) {
      assertThat(line.reason().isPresent())
          .as(line.toString())
          .isEqualTo(!line.missing().isZero());
    }
  }

  /** The order in which lines and items are given does not matter. */
  static void inputOrder(World world, Random random) {
    List<ReallocationSnapshot.Item> items = new ArrayList<>();
    for (ReallocationSnapshot.Item item : world.snapshot().items()) {
      List<OpenLine> lines = new ArrayList<>(item.lines());
      Collections.shuffle(lines, random);
      items.add(new ReallocationSnapshot.Item(item.sku(), item.version(), item.supply(), lines));
    }
    Collections.shuffle(items, random);
    World shuffled =
        new World(new ReallocationSnapshot(world.snapshot().at(), items), world.rules());
    assertThat(text(shuffled.plan())).isEqualTo(text(world.plan()));
  }

  private static List<Object> text(ReallocationPlan plan) {
    List<Object> text = new ArrayList<>();
    plan.lines().forEach(line -> text.add(List.of(line.id(), line.confirmedAt(), line.reason())));
    text.add(plan.infeasible());
    text.add(plan.moves());
    return text;
  }

  /** A run on what a run has left changes nothing. */
  static void twice(World world) {
    ReallocationPlan plan = world.plan();
    World after = new World(after(world.snapshot(), plan), world.rules());
    assertThat(after.plan().moves())
        .as("%s, after %s", world.shown(), plan.moves())
        .isEmpty();
  }

  /** The snapshot as it is once a plan is committed. */
  static ReallocationSnapshot after(ReallocationSnapshot snapshot, ReallocationPlan plan) {
    List<ReallocationSnapshot.Item> items = new ArrayList<>();
    for (ReallocationSnapshot.Item item : snapshot.items()) {
      List<OpenLine> lines = new ArrayList<>();
      linesOf(plan, item).forEach(line -> lines.add(line.before().having(line.confirmedAt())));
      items.add(new ReallocationSnapshot.Item(item.sku(), item.version(), item.supply(), lines));
    }
    return new ReallocationSnapshot(snapshot.at(), items);
  }

  /** No more promises become worse than the budget allows, and none that is due soon. */
  static void budget(World world, StabilityBudget budget) {
    ReallocationPlan plan = Reallocation.run(world.snapshot(), with(world.rules(), budget));
    List<OrderLineId> worsened = plan.diff().worsened();
    assertThat(worsened).hasSizeLessThanOrEqualTo(budget.mayWorsen());
    for (PlannedLine line : plan.lines()) {
      if (worsened.contains(line.id()) && budget.quietDays() > 0) {
        assertThat(line.before().due().orElse(Worlds.TODAY.plusYears(1)))
            .isAfterOrEqualTo(Worlds.TODAY.plusDays(budget.quietDays()));
      }
    }
  }

  private static ReallocationRules with(ReallocationRules rules, StabilityBudget budget) {
    ReallocationRules.Builder builder = ReallocationRules.builder().budget(budget);
    rules.orders().forEach(builder::order);
    rules.frozen().forEach(builder::frozen);
    return builder.build();
  }

  /** What the naive run finds by trying. */
  static void bruteForce(World world) {
    Map<OrderLineId, Long> expected = Naive.run(world);
    Map<OrderLineId, Long> found = new LinkedHashMap<>();
    world.plan().lines().forEach(line -> found.put(line.id(), line.confirmed().units()));
    assertThat(found).as(world.shown()).isEqualTo(expected);
  }

  /** Where everybody is served from everywhere, nobody who keeps units has them moved. */
  static void nothingMovesWithoutNeed(World world) {
    ReallocationPlan plan = world.plan();
    for (ReallocationSnapshot.Item item : world.snapshot().items()) {
      boolean isOpen = item.supply().locations().stream()
          .allMatch(location -> location.isActive() && location.channels().isEmpty());
      for (PlannedLine line : linesOf(plan, item)) {
        Map<LocationId, Quantity> had = line.before().confirmedAt();
        boolean keeps = line.confirmed().compareTo(line.before().confirmed()) >= 0;
        if (isOpen && keeps) {
          had.forEach(
              (location, units) -> assertThat(ReallocationPlan.units(line.confirmedAt(), location))
                  .isGreaterThanOrEqualTo(units.units()));
        } else if (isOpen) {
          line.confirmedAt()
              .forEach((location, units) -> assertThat(units.units())
                  .isLessThanOrEqualTo(ReallocationPlan.units(had, location)));
        }
      }
    }
  }

  /** With one unit more nobody has less, where lines are delivered in part and sold singly. */
  static void oneUnitMoreHurtsNobody(World world) {
    ReallocationSnapshot.Item item = world.snapshot().items().get(0);
    ReallocationSnapshot.Supply more =
        ReallocationSnapshot.Supply.of(item.supply().locations(), item.supply().units(0) + 1);
    ReallocationSnapshot.Supply same =
        ReallocationSnapshot.Supply.of(item.supply().locations(), item.supply().units(0));
    Map<OrderLineId, PlannedLine> richer = new HashMap<>();
    run(world, item.sku(), more).lines().forEach(line -> richer.put(line.id(), line));
    for (PlannedLine line : run(world, item.sku(), same).lines()) {
      assertThat(Optional.ofNullable(richer.get(line.id())).orElseThrow().confirmed())
          .isGreaterThanOrEqualTo(line.confirmed());
    }
  }

  private static ReallocationPlan run(World world, Sku sku, ReallocationSnapshot.Supply supply) {
    List<OpenLine> lines = world.snapshot().items().get(0).lines();
    ReallocationSnapshot.Item item = new ReallocationSnapshot.Item(sku, 7, supply, lines);
    return Reallocation.run(
        new ReallocationSnapshot(world.snapshot().at(), List.of(item)), world.rules());
  }
}
