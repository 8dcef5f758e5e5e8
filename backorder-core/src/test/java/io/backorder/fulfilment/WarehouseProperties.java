package io.backorder.fulfilment;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.backorder.demand.LineStatus;
import io.backorder.demand.Order;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLineId;
import io.backorder.fulfilment.Warehouse.Deed;
import io.backorder.picking.PickLine;
import io.backorder.picking.PickList;
import io.backorder.picking.ReservedUnits;
import io.backorder.posting.AdjustStock.Shelf;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  @Property(tries = 400)
  void everyReservedUnitIsOnOneListOrOnNone(@ForAll("deeds") List<Deed> deeds) {
    afterEach(deeds, warehouse -> {
      Map<OrderLineId, Map<LocationId, Quantity>> unlisted = new HashMap<>();
      for (ReservedUnits each : warehouse.floor.unlisted()) {
        unlisted
            .computeIfAbsent(each.line(), key -> new HashMap<>())
            .put(each.units().location(), each.quantity());
      }
      for (OrderId id : warehouse.placed) {
        for (LineStatus line : warehouse.order(id).lines()) {
          for (LocationId location : List.of(Warehouse.EAST, Warehouse.WEST)) {
            long free = unlisted
                .getOrDefault(line.id(), Map.of())
                .getOrDefault(location, Quantity.ZERO)
                .units();
            assertThat(free + warehouse.listed(line.id(), location))
                .as("%s at %s", line.id(), location)
                .isEqualTo(
                    line.reservedAt().getOrDefault(location, Quantity.ZERO).units());
          }
        }
      }
    });
  }

  @Property(tries = 400)
  void noListAsksForMoreThanIsReserved(@ForAll("deeds") List<Deed> deeds) {
    afterEach(deeds, warehouse -> {
      for (PickList list : warehouse.floor.lists()) {
        for (PickLine line : list.lines()) {
          LineStatus status =
              warehouse.order(line.line().order()).line(line.line().line()).orElseThrow();
          assertThat(line.asked().quantity())
              .isLessThanOrEqualTo(
                  status.reservedAt().getOrDefault(list.location(), Quantity.ZERO));
        }
      }
    });
  }

  /** What was taken lies in a tote until it is shipped or put back, whoever's it is by then. */
  @Property(tries = 400)
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

  @Property(tries = 400)
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

  @Property(tries = 400)
  void theQueueHasExactlyTheReadyOrdersReady(@ForAll("deeds") List<Deed> deeds) {
    afterEach(deeds, warehouse -> {
      FulfilmentQueue queue = FulfilmentQueue.of(warehouse.orders.lines(), LocalDate.EPOCH);
      assertThat(queue.readyOrders())
          .containsExactlyInAnyOrderElementsOf(warehouse.placed.stream()
              .filter(id -> warehouse.order(id).status() == Order.Status.READY)
              .toList());
      assertThat(queue.wave(Integer.MAX_VALUE))
          .allSatisfy(units -> assertThat(warehouse.order(units.line().order()).status())
              .isEqualTo(Order.Status.READY));
    });
  }
}
