package io.backorder.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.demand.CustomerId;
import io.backorder.demand.DeliveryRule;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.stock.ChannelId;
import io.backorder.stock.Location;
import io.backorder.stock.Quantity;
import io.backorder.stock.StockUnits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Fair shares of what several guards leave together: of each guard every line draws on any of its pools
 * in any order.
 */
final class JoinedGuardsProperties {

  private static final List<String> GROUPS = List.of("A", "B", "C", "D");
  private static final List<String> CHANNELS = List.of("web", "shop");

  /** Who waits, and what there is. */
  private static final class Shop {

    private final Random random;
    private final List<TestLine> lines = new ArrayList<>();
    private final List<Location> locations = new ArrayList<>();
    private final List<Guard.Pools> pools = new ArrayList<>();
    private final long[] free;
    private final long lot;
    private final long buffer;

    Shop(Random random) {
      this.random = random;
      this.free = random.longs(1 + random.nextInt(3), 0, 12).toArray();
      this.lot = 1L + random.nextInt(5) / 3;
      this.buffer = random.nextInt(3) == 0 ? random.nextInt(4) : 0;
      for (int i = 0; i < free.length; i++) {
        Location location = Location.of("L" + i);
        int channel = random.nextInt(6);
        locations.add(
            channel < 2 ? location.serving(ChannelId.of(CHANNELS.get(channel))) : location);
      }
      IntStream.rangeClosed(0, random.nextInt(4)).forEach(guard -> pools.add(pools()));
      IntStream.rangeClosed(0, random.nextInt(6)).forEach(number -> addLine("O" + number));
    }

    /** Adds a line that may have been raised, of an item whose lot may have been changed. */
    private void addLine(String order) {
      OrderTerms terms = terms();
      boolean isRaised = terms.delivery() == DeliveryRule.PARTIAL && random.nextInt(4) == 0;
      for (int places = isRaised ? 3 : 1; places > 0; places--) {
        long units = lot * (1 + random.nextInt(8)) - (random.nextInt(6) == 0 ? lot - 1 : 0);
        lines.add(TestLine.of(order, terms, units));
      }
    }

    private Guard.Pools pools() {
      long[] units = random.longs(1 + random.nextInt(4), 0, 8).toArray();
      Map<OrderTerms, List<Integer>> draws = new LinkedHashMap<>();
      for (String group : GROUPS) {
        List<Integer> all =
            new ArrayList<>(IntStream.range(0, units.length).boxed().toList());
        Collections.shuffle(all, random);
        draws.put(of(group), all.subList(0, 1 + random.nextInt(units.length)));
      }
      return Guard.Pools.of(
          units,
          terms -> draws.getOrDefault(of(terms.customer().orElseThrow().value()), List.of()));
    }

    private static OrderTerms of(String group) {
      return OrderTerms.standard().by(CustomerId.of(group));
    }

    private OrderTerms terms() {
      OrderTerms terms = of(GROUPS.get(random.nextInt(GROUPS.size())));
      int channel = random.nextInt(4);
      terms = channel < 2 ? terms.through(ChannelId.of(CHANNELS.get(channel))) : terms;
      return switch (random.nextInt(6)) {
        case 0 -> terms.withDelivery(DeliveryRule.COMPLETE_LINE);
        case 1 -> terms.shippingAtLeast(Quantity.of(1 + random.nextInt(4)));
        default -> terms;
      };
    }

    Shelf shelf() {
      return Shelf.of(locations, free)
          .withholding(Quantity.of(buffer))
          .inLotsOf(Quantity.of(lot))
          .sourcedBy(Sourcing.mostFree())
          .rationedBy(pools);
    }

    AllocationPlan share(ShareRule rule) {
      Shelf shelf = shelf();
      rule.share(Backlog.of(lines.get(0).sku(), lines), Guard.none(), shelf);
      return shelf.plan();
    }

    /** Whether a line can draw so many units of what is left where it may draw. */
    private boolean suffices(TestLine line, long units, Left left) {
      long there = 0;
      for (int rank = 0; rank < free.length; rank++) {
        there += locations.get(rank).serves(line.terms().channel()) ? left.free[rank] : 0;
      }
      return Math.min(there, left.usable) >= units
          && left.pools.stream().allMatch(each -> each.left(line.terms()) >= units);
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder(
          "%s at %s lot %d buffer %d".formatted(Arrays.toString(free), locations, lot, buffer));
      pools.forEach(each -> {
        text.append("\npools ").append(Arrays.toString(each.left()));
        GROUPS.forEach(group -> text.append(" ").append(group).append(each.of(of(group))));
      });
      lines.forEach(line -> text.append("\n").append(line));
      return text.toString();
    }
  }

  /** What is left while it is shared step by step. */
  private static final class Left {

    private final long[] free;
    private final List<Guard.Pools> pools;
    private long usable;

    Left(Shop shop) {
      this.free =
          Arrays.stream(shop.free).map(units -> units - units % shop.lot).toArray();
      this.pools = shop.pools.stream().map(Guard.Pools::copy).toList();
      this.usable = shop.shelf().usable().units();
    }

    void draw(TestLine line, long units, List<Location> locations) {
      usable -= units;
      long missing = units;
      for (int rank = 0; rank < free.length; rank++) {
        if (locations.get(rank).serves(line.terms().channel())) {
          long drawn = Math.min(missing, free[rank]);
          free[rank] -= drawn;
          missing -= drawn;
        }
      }
      pools.forEach(each -> each.take(line.terms(), units));
    }
  }

  /** Who is next; all products are small. */
  enum Rule {
    AWARDS {
      @Override
      ShareRule shares() {
        return ShareRule.equalAwards();
      }

      @Override
      double measure(long got, long need, long lot) {
        return got;
      }
    },
    LOSSES {
      @Override
      ShareRule shares() {
        return ShareRule.equalLosses();
      }

      @Override
      double measure(long got, long need, long lot) {
        return got - need;
      }
    },
    PROPORTIONAL {
      @Override
      ShareRule shares() {
        return ShareRule.proportional();
      }

      @Override
      double measure(long got, long need, long lot) {
        return (2.0 * got + lot) / need;
      }
    };

    abstract ShareRule shares();

    abstract double measure(long got, long need, long lot);
  }

  /** A line with the steps of all its places, one after the other. */
  private static final class Sharing {

    private final List<Long> steps = new ArrayList<>();
    private TestLine line = TestLine.of("NONE", OrderTerms.standard(), 1);
    private long need;
    private long got;

    void add(TestLine place, Shop shop) {
      Shelf shelf = shop.shelf();
      line = place;
      need += place.waiting().units();
      long most = shelf.usableBy(place).units();
      if (most > 0) {
        long first = shelf.smallestStep(place);
        steps.add(first);
        LongStream.range(0, (most - first) / shop.lot).forEach(more -> steps.add(shop.lot));
      }
    }

    double measure(Rule rule, Shop shop) {
      return rule.measure(got, need, shop.lot);
    }
  }

  @Provide
  Arbitrary<Shop> shops() {
    return Arbitraries.randomValue(Shop::new);
  }

  /** What is granted can be drawn in the order of the plan, by whoever holds the plan to the guard. */
  @Property(tries = 5000)
  void everyGrantCanBeDrawnInItsTurn(@ForAll("shops") Shop shop, @ForAll Rule rule) {
    Shelf shelf = shop.shelf();
    for (Grant grant : shop.share(rule.shares()).grants()) {
      assertThat(shelf.take(
              grant.line(), StockUnits.of(grant.line().sku(), grant.location(), grant.quantity())))
          .as("%s of %s", grant, shop)
          .isTrue();
    }
  }

  /** Everybody has what single steps would have given. */
  @Property(tries = 5000)
  void sharesAreThoseOfSingleSteps(@ForAll("shops") Shop shop, @ForAll Rule rule) {
    Map<OrderLineId, Long> given = new LinkedHashMap<>();
    shop.lines.forEach(line -> given.put(line.id(), 0L));
    for (Grant grant : shop.share(rule.shares()).grants()) {
      given.merge(grant.line().id(), grant.quantity().units(), Long::sum);
    }
    assertThat(given).as(shop.toString()).isEqualTo(stepByStep(shop, rule));
  }

  private static Map<OrderLineId, Long> stepByStep(Shop shop, Rule rule) {
    Left left = new Left(shop);
    Map<OrderLineId, Sharing> all = new LinkedHashMap<>();
    shop.lines.forEach(
        line -> all.computeIfAbsent(line.id(), key -> new Sharing()).add(line, shop));
    List<Sharing> open = new ArrayList<>(all.values());
    while (!open.isEmpty()) {
      Sharing next = open.get(0);
      for (Sharing each : open) {
        next = each.measure(rule, shop) < next.measure(rule, shop) ? each : next;
      }
      long step = next.steps.isEmpty() ? 0 : next.steps.remove(0);
      if (step > 0 && shop.suffices(next.line, step, left)) {
        left.draw(next.line, step, shop.locations);
        next.got += step;
      } else {
        open.remove(next);
      }
    }
    Map<OrderLineId, Long> got = new LinkedHashMap<>();
    all.forEach((line, its) -> got.put(line, its.got));
    return got;
  }
}
