package io.backorder.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.allocation.WaitingLine;
import io.backorder.demand.DeliveryRule;
import io.backorder.demand.LineStatus;
import io.backorder.demand.Order;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLineId;
import io.backorder.explanation.Explanation;
import io.backorder.explanation.Extent;
import io.backorder.explanation.LineUnits;
import io.backorder.explanation.ShortageReason;
import io.backorder.model.Shop;
import io.backorder.stock.ChannelId;
import io.backorder.stock.ItemLevels;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.StockLevel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Recomputes what the reasons of an explanation say from what anybody can read of an inventory. */
final class Truth {

  private final Bench bench;
  private final Kernel kernel;
  private final Order order;
  private final LineStatus line;
  private final ItemLevels levels;
  private final Shop.Item item;

  Truth(Bench bench, OrderLineId id) {
    this.bench = bench;
    this.kernel = bench.kernel;
    this.order = kernel.inventory.order(id.order()).orElseThrow();
    this.line = order.line(id.line()).orElseThrow();
    this.levels = kernel.inventory.item(line.sku());
    this.item = kernel.shop.items().stream()
        .filter(each -> each.sku().equals(line.sku().value()))
        .findFirst()
        .orElseThrow();
  }

  void require(Explanation explanation) {
    assertThat(explanation.waiting())
        .isEqualTo(new LineUnits(line.id(), line.sku(), line.backordered()));
    boolean isShort = !line.backordered().isZero() || !line.refused().isZero();
    assertThat(explanation.isEmpty()).isEqualTo(!isShort);
    assertThat(explanation.reasons()).doesNotHaveDuplicates();
    for (ShortageReason reason : explanation.reasons()) {
      require(reason);
    }
  }

  private void require(ShortageReason reason) {
    assertThat(holds(reason)).as("%s of %s, %s", reason, line, levels).isTrue();
  }

  private boolean holds(ShortageReason reason) {
    if (reason instanceof ShortageReason.NotServed it) {
      return it.channel().equals(order.terms().channel()) && mine().isEmpty();
    } else if (reason instanceof ShortageReason.NothingFree it) {
      return it.onHand().units() == sum(mine(), StockLevel::onHand)
          && it.reserved().units() == sum(mine(), StockLevel::reserved)
          && sum(mine(), StockLevel::free) == 0;
    } else if (reason instanceof ShortageReason.Held it) {
      return it.units().units() == sum(mine(), StockLevel::held)
          && it.until().isAfter(bench.latest())
          && !it.holds().isEmpty();
    } else if (reason instanceof ShortageReason.Buffered it) {
      long free = sum(active(), StockLevel::free);
      return it.free().units() == free
          && !it.withheld().isZero()
          && it.withheld().units() == Math.min(free, item.keeping().buffer());
    } else if (reason instanceof ShortageReason.LessThanLot it) {
      long lot = item.keeping().lot();
      return it.lot().units() == lot && usable() < lot;
    }
    return holdsOfOthers(reason);
  }

  private boolean holdsOfOthers(ShortageReason reason) {
    if (reason instanceof ShortageReason.WaitsForLine it) {
      boolean whole = order.terms().delivery() != DeliveryRule.PARTIAL
          || kernel.shop.policy() == Shop.Policy.COMPLETE_LINES;
      return whole
          && it.needed().equals(line.backordered())
          && it.left().units() == usable()
          && usable() < line.backordered().units();
    } else if (reason instanceof ShortageReason.WaitsForOrder it) {
      return order.terms().delivery() == DeliveryRule.COMPLETE_ORDER
          && it.holding().stream().allMatch(this::isHeldUp);
    } else if (reason instanceof ShortageReason.NextDocument it) {
      Twin twin = Twin.of(bench, line.id()).touch(line.sku());
      long gets = line.backordered().units() - twin.waiting();
      return !it.all().isZero() && it.own().units() == gets;
    } else if (reason instanceof ShortageReason.Refused it) {
      return it.units().equals(line.refused()) && it.rule() == order.terms().shortage();
    } else if (reason instanceof ShortageReason.ReservedForOthers it) {
      return holds(it);
    }
    return reason instanceof ShortageReason.Outranked it && holds(it);
  }

  private boolean isHeldUp(LineUnits holding) {
    LineStatus other = order.line(holding.line().line()).orElseThrow();
    return other.id().equals(holding.line())
        && !holding.units().isZero()
        && holding.units().compareTo(other.backordered()) <= 0;
  }

  private boolean holds(ShortageReason.ReservedForOthers it) {
    Map<OrderLineId, Long> reserved = new HashMap<>();
    for (LineStatus each : lines()) {
      long units = 0;
      for (StockLevel level : mine()) {
        units += each.reservedAt().getOrDefault(level.location(), Quantity.ZERO).units();
      }
      if (each.sku().equals(line.sku()) && !each.id().equals(line.id()) && units > 0) {
        reserved.put(each.id(), units);
      }
    }
    return it.units().units()
            == reserved.values().stream().mapToLong(each -> each).sum()
        && it.behind().compareTo(it.units()) <= 0
        && it.lines().size() == Math.min(10, reserved.size())
        && it.lines().stream()
            .allMatch(each -> each.units().units() == reserved.getOrDefault(each.line(), 0L));
  }

  private List<LineStatus> lines() {
    List<LineStatus> lines = new ArrayList<>();
    for (String id : bench.model.orders()) {
      lines.addAll(kernel.inventory.order(OrderId.of(id)).orElseThrow().lines());
    }
    return lines;
  }

  private boolean holds(ShortageReason.Outranked it) {
    List<WaitingLine> queue = kernel.inventory.waiting(line.sku(), Integer.MAX_VALUE);
    int last = -1;
    for (int i = 0; i < queue.size(); i++) {
      last = queue.get(i).id().equals(line.id()) ? i : last;
    }
    Map<OrderLineId, Long> ahead = new HashMap<>();
    for (WaitingLine each : queue.subList(0, last)) {
      if (!each.id().equals(line.id()) && sharesAPlace(each.terms().channel())) {
        ahead.merge(each.id(), each.waiting().units(), Long::sum);
      }
    }
    return it.extent() == Extent.EXACT
        && it.units().units() == ahead.values().stream().mapToLong(each -> each).sum()
        && it.lines().size() == Math.min(10, ahead.size())
        && it.lines().stream()
            .allMatch(each -> each.units().units() == ahead.getOrDefault(each.line(), 0L));
  }

  private boolean sharesAPlace(Optional<ChannelId> other) {
    return !levels(place -> serves(place, other) && serves(place, order.terms().channel()))
        .isEmpty();
  }

  private static boolean serves(Shop.Place place, Optional<ChannelId> channel) {
    return place.trade() == Shop.Trade.ACTIVE
        && (place.channels().isEmpty()
            || channel.isEmpty()
            || place.channels().contains(channel.orElseThrow().value()));
  }

  private List<StockLevel> mine() {
    return levels(place -> serves(place, order.terms().channel()));
  }

  private List<StockLevel> active() {
    return levels(place -> place.trade() == Shop.Trade.ACTIVE);
  }

  private List<StockLevel> levels(Predicate<Shop.Place> some) {
    List<LocationId> ids = kernel.shop.places().stream()
        .filter(some)
        .map(place -> LocationId.of(place.id()))
        .toList();
    return levels.locations().stream()
        .filter(level -> ids.contains(level.location()))
        .toList();
  }

  private static long sum(List<StockLevel> levels, Function<StockLevel, Quantity> units) {
    return levels.stream().mapToLong(level -> units.apply(level).units()).sum();
  }

  /** What could be given to the line, in whole lots. */
  private long usable() {
    long lot = item.keeping().lot();
    long beyond = Math.max(0, sum(active(), StockLevel::free) - item.keeping().buffer());
    long there = 0;
    for (StockLevel level : mine()) {
      there += level.free().units() - level.free().units() % lot;
    }
    return Math.min(beyond - beyond % lot, there);
  }
}
