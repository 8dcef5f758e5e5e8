package io.backorder.fulfilment;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.allocation.WaitingLine;
import io.backorder.demand.DeliveryRule;
import io.backorder.demand.LineStatus;
import io.backorder.demand.Order;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLineId;
import io.backorder.fulfilment.Warehouse.Deed;
import io.backorder.picking.PickFloor;
import io.backorder.picking.PickLine;
import io.backorder.picking.PickList;
import io.backorder.picking.ReservedUnits;
import io.backorder.posting.AdjustStock.Shelf;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockLevel;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is ordered, picked, lost and shipped: lists and queue say what the ledger says. */
final class WarehouseProperties {

  @Provide
  Arbitrary<List<Deed>> deeds() {
    return Combinators.combine(
            Arbitraries.integers().between(0, Deed.KINDS - 1),
            Arbitraries.integers().between(0, 1000),
            Arbitraries.longs().between(1, 9))
        .as(Deed::new)
        .list()
        .ofMinSize(8)
        .ofMaxSize(70);
  }

  private interface Law {
    void require(Warehouse warehouse);
  }

  private static void afterEach(List<Deed> deeds, Law law) {
    Warehouse warehouse = new Warehouse();
    for (Deed deed : deeds) {
      warehouse.run(deed);
      assertThat(warehouse.failures).isEmpty();
      law.require(warehouse);
    }
  }

  /** Of every item at every location, parts of kits included, and of every line that is no kit's. */
  @Property(tries = 300)
  void everyReservedUnitIsOnOneListOrOnNone(@ForAll("deeds") List<Deed> deeds) {
    afterEach(deeds, warehouse -> {
      Map<Shelf, Long> asked = new HashMap<>();
      Map<OrderLineId, Map<LocationId, Long>> byLine = new HashMap<>();
      Stream.concat(
              warehouse.floor.unlisted().stream(),
              warehouse.floor.lists().stream()
                  .flatMap(list -> list.lines().stream().map(PickLine::asked)))
          .forEach(each -> {
            asked.merge(each.shelf(), each.quantity().units(), Long::sum);
            byLine
                .computeIfAbsent(each.line(), key -> new HashMap<>())
                .merge(each.units().location(), each.quantity().units(), Long::sum);
          });
      for (Sku item : Warehouse.ITEMS) {
        for (StockLevel level : warehouse.inventory.item(item).locations()) {
          assertThat(asked.getOrDefault(new Shelf(item, level.location()), 0L))
              .as("%s at %s", item, level.location())
              .isEqualTo(level.reserved().units());
        }
      }
      for (OrderId id : warehouse.placed) {
        for (LineStatus line : warehouse.order(id).lines()) {
          if (!line.sku().equals(Warehouse.DESK)) {
            assertThat(byLine.getOrDefault(line.id(), Map.of()))
                .as("%s", line.id())
                .isEqualTo(units(line.reservedAt()));
          }
        }
      }
    });
  }

  private static Map<LocationId, Long> units(Map<LocationId, Quantity> quantities) {
    Map<LocationId, Long> units = new HashMap<>();
    quantities.forEach((location, quantity) -> units.put(location, quantity.units()));
    return units;
  }

  @Property(tries = 300)
  void noListAsksForMoreThanIsReserved(@ForAll("deeds") List<Deed> deeds) {
    afterEach(deeds, warehouse -> {
      Map<OrderLineId, LineStatus> lines = linesAndParts(warehouse);
      for (PickList list : warehouse.floor.lists()) {
        for (PickLine line : list.lines()) {
          assertThat(warehouse.listed(line.line(), list.location()))
              .isLessThanOrEqualTo(requireNonNull(lines.get(line.line()))
                  .reservedAt()
                  .getOrDefault(list.location(), Quantity.ZERO)
                  .units());
        }
      }
    });
  }

  private static Map<OrderLineId, LineStatus> linesAndParts(Warehouse warehouse) {
    return warehouse.orders.lines().stream()
        .flatMap(line -> Stream.concat(Stream.of(line.status()), line.parts().stream()))
        .collect(toMap(LineStatus::id, each -> each));
  }

  /** What was taken lies in a tote until it is shipped or put back, whoever's it is by then. */
  @Property(tries = 300)
  void confirmationsConserveUnits(@ForAll("deeds") List<Deed> deeds) {
    afterEach(deeds, warehouse -> {
      for (Sku item : Warehouse.ITEMS) {
        for (LocationId location : List.of(Warehouse.EAST, Warehouse.WEST)) {
          Shelf shelf = new Shelf(item, location);
          assertThat(warehouse.floor.picked(shelf).units())
              .as("in totes of %s", shelf)
              .isEqualTo(warehouse.inTotes.getOrDefault(shelf, 0L));
        }
      }
      for (PickList list : warehouse.floor.lists()) {
        assertThat(list.picked().plus(list.missing()).plus(list.open())).isEqualTo(list.asked());
      }
    });
  }

  @Property(tries = 300)
  void openOrdersSayWhatTheInventorySays(@ForAll("deeds") List<Deed> deeds) {
    afterEach(deeds, warehouse -> {
      Map<OrderLineId, LineStatus> told = warehouse.orders.lines().stream()
          .collect(toMap(FulfilmentLine::id, FulfilmentLine::status));
      for (OrderId id : warehouse.placed) {
        Order order = warehouse.order(id);
        boolean open = order.status() == Order.Status.OPEN || order.status() == Order.Status.READY;
        for (LineStatus line : order.lines()) {
          if (open) {
            assertThat(told.remove(line.id())).isEqualTo(line);
          }
        }
      }
      assertThat(told).isEmpty();
    });
  }

  /** Of each part as much is reserved and waits as the kits that are reserved and wait need. */
  @Property(tries = 300)
  void partsGoInStepWithTheirKits(@ForAll("deeds") List<Deed> deeds) {
    afterEach(deeds, warehouse -> {
      for (FulfilmentLine line : warehouse.orders.lines()) {
        assertThat(line.parts().stream().map(LineStatus::sku).toList())
            .containsExactlyInAnyOrderElementsOf(
                line.status().sku().equals(Warehouse.DESK)
                    ? Warehouse.PARTS.keySet()
                    : Set.<Sku>of());
        for (LineStatus part : line.parts()) {
          long each = requireNonNull(Warehouse.PARTS.get(part.sku())).units();
          assertThat(part.reserved().units())
              .isEqualTo(each * line.status().reserved().units());
          assertThat(part.backordered().units())
              .isEqualTo(each * line.status().backordered().units());
        }
      }
    });
  }

  /** Who hears events alone knows the same of every line, but for the parts of kits. */
  @Property(tries = 300)
  void eventsSayWhatTheLedgerSays(@ForAll("deeds") List<Deed> deeds) {
    afterEach(deeds, warehouse -> {
      Function<FulfilmentLine, List<Object>> known =
          line -> List.of(line.status(), line.promised(), line.filled());
      assertThat(warehouse.toldOrders.lines().stream().map(known).toList())
          .containsExactlyElementsOf(
              warehouse.orders.lines().stream().map(known).toList());
      Map<OrderLineId, Long> told = reserved(warehouse.toldFloor.unlisted().stream());
      Map<OrderLineId, Long> read = reserved(Stream.concat(
          warehouse.floor.unlisted().stream(),
          warehouse.floor.lists().stream()
              .flatMap(list -> list.lines().stream().map(PickLine::asked))));
      read.keySet().removeIf(OrderLineId::isPart);
      assertThat(told).isEqualTo(read);
    });
  }

  private static Map<OrderLineId, Long> reserved(Stream<ReservedUnits> units) {
    return units.collect(
        groupingBy(ReservedUnits::line, summingLong(u -> u.quantity().units())));
  }

  /** The day of a line that waits is the one that the inventory promises. */
  @Property(tries = 300)
  void promisedDaysAreThoseOfTheInventory(@ForAll("deeds") List<Deed> deeds) {
    afterEach(deeds, warehouse -> {
      for (FulfilmentLine line : warehouse.orders.lines()) {
        if (!line.status().backordered().isZero()) {
          assertThat(line.promised())
              .as("%s", line)
              .isEqualTo(warehouse.inventory.promise(line.id()).orElseThrow().by());
        }
      }
    });
  }

  /** Made anew from the ledger, on another node or after a restart, everything is as it was. */
  @Property(tries = 200)
  void whatIsReadAnewSaysTheSame(@ForAll("deeds") List<Deed> deeds) {
    Warehouse warehouse = new Warehouse();
    deeds.forEach(warehouse::run);

    OpenOrders orders = OpenOrders.empty();
    warehouse.inventory.ledger().after(0, 1_000_000).forEach(orders::apply);

    assertThat(orders.lines()).isEqualTo(warehouse.orders.lines());
    assertThat(orders.position()).isEqualTo(warehouse.inventory.ledger().size());
    assertThat(reserved(PickFloor.of(warehouse.inventory.ledger()).unlisted().stream()))
        .isEqualTo(reserved(Stream.concat(
            warehouse.floor.unlisted().stream(),
            warehouse.floor.lists().stream()
                .flatMap(list -> list.lines().stream().map(PickLine::asked)))));
  }

  /** Within one item the queue's places rank as the ledger's do. */
  @Property(tries = 200)
  void placesRankAsInTheLedger(@ForAll("deeds") List<Deed> deeds) {
    afterEach(deeds, warehouse -> {
      Map<OrderLineId, FulfilmentLine> lines =
          warehouse.orders.lines().stream().collect(toMap(FulfilmentLine::id, each -> each));
      for (Sku item : Warehouse.ITEMS) {
        List<FulfilmentLine> waiting = warehouse.inventory.waiting(item, 1000).stream()
            .map(WaitingLine::id)
            .filter(id -> !id.isPart())
            .distinct()
            .map(id -> requireNonNull(lines.get(id)))
            .filter(line -> line.status().reserved().isZero())
            .toList();
        assertThat(waiting).isSortedAccordingTo(Comparator.comparing(FulfilmentLine::place));
      }
    });
  }

  @Property(tries = 200)
  void theBenchSaysHowFarEachOrderHasCome(@ForAll("deeds") List<Deed> deeds) {
    afterEach(deeds, warehouse -> {
      Map<List<Object>, PickFloor.Units> expected = new HashMap<>();
      for (ReservedUnits each : warehouse.floor.unlisted()) {
        add(expected, each, new long[] {0, 0, 0, each.quantity().units()});
      }
      for (PickList list : warehouse.floor.lists()) {
        for (PickLine line : list.lines()) {
          add(expected, line.asked(), new long[] {
            line.picked().units(), line.open().units(), line.missing().units(), 0
          });
        }
      }
      assertThat(warehouse.floor.bench().stream()
              .collect(toMap(
                  each -> List.<Object>of(each.order(), each.location()),
                  PickFloor.AtBench::units)))
          .isEqualTo(expected);
    });
  }

  private static void add(Map<List<Object>, PickFloor.Units> units, ReservedUnits of, long[] more) {
    PickFloor.Units added = new PickFloor.Units(
        Quantity.of(more[0]), Quantity.of(more[1]), Quantity.of(more[2]), Quantity.of(more[3]));
    units.merge(
        List.of(of.line().order(), of.units().location()),
        added,
        (one, other) -> new PickFloor.Units(
            one.picked().plus(other.picked()),
            one.open().plus(other.open()),
            one.missing().plus(other.missing()),
            one.unlisted().plus(other.unlisted())));
  }

  @Property(tries = 300)
  void theQueueHasExactlyTheReadyOrdersReady(@ForAll("deeds") List<Deed> deeds) {
    afterEach(deeds, warehouse -> {
      FulfilmentQueue queue = FulfilmentQueue.of(warehouse.orders.lines(), LocalDate.EPOCH);
      assertThat(queue.readyOrders())
          .containsExactlyInAnyOrderElementsOf(warehouse.placed.stream()
              .filter(id -> warehouse.order(id).status() == Order.Status.READY)
              .toList());
      Map<OrderId, Long> wave = byOrder(queue.wave(Integer.MAX_VALUE));
      for (OrderId id : queue.readyOrders()) {
        assertThat(wave.remove(id))
            .as("units to pick for %s", id)
            .isEqualTo(reserved(warehouse, id));
      }
      assertThat(wave).isEmpty();
    });
  }

  private static Map<OrderId, Long> byOrder(List<ReservedUnits> units) {
    return units.stream()
        .collect(groupingBy(
            each -> each.line().order(), summingLong(u -> u.quantity().units())));
  }

  /** The units on the shelf that belong to an order: of a kit the parts, three in one. */
  private static long reserved(Warehouse warehouse, OrderId id) {
    return warehouse.order(id).lines().stream()
        .mapToLong(WarehouseProperties::onTheShelf)
        .sum();
  }

  private static long onTheShelf(LineStatus line) {
    long each = line.sku().equals(Warehouse.DESK)
        ? Warehouse.PARTS.values().stream().mapToLong(Quantity::units).sum()
        : 1;
    return each * line.reserved().units();
  }

  /** What has reserved units, of an order that waits and may be delivered in part or by this line. */
  @Property(tries = 300)
  void theQueueSaysWhatMayShipInPart(@ForAll("deeds") List<Deed> deeds) {
    afterEach(deeds, warehouse -> {
      Map<OrderId, Long> expected = new HashMap<>();
      for (OrderId id : warehouse.placed) {
        Order order = warehouse.order(id);
        long units = order.lines().stream()
            .filter(line -> order.status() == Order.Status.OPEN)
            .filter(line -> order.terms().delivery() == DeliveryRule.PARTIAL
                || (order.terms().delivery() == DeliveryRule.COMPLETE_LINE
                    && line.backordered().isZero()))
            .mapToLong(WarehouseProperties::onTheShelf)
            .sum();
        if (units > 0) {
          expected.put(id, units);
        }
      }
      FulfilmentQueue queue = FulfilmentQueue.of(warehouse.orders.lines(), LocalDate.EPOCH);
      assertThat(byOrder(queue.waveInPart(Integer.MAX_VALUE))).isEqualTo(expected);
      assertThat(queue.ordersReadyInPart()).containsExactlyInAnyOrderElementsOf(expected.keySet());
    });
  }
}
