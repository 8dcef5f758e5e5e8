package io.backorder.examples.realyear;

import static java.util.Objects.requireNonNull;

import io.backorder.InventoryListener;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.Priority;
import io.backorder.ledger.InventoryEvent;
import io.backorder.ledger.InventoryEvent.BackorderFilled;
import io.backorder.ledger.InventoryEvent.Backordered;
import io.backorder.ledger.InventoryEvent.Cancelled;
import io.backorder.ledger.InventoryEvent.LostReservation;
import io.backorder.ledger.InventoryEvent.Released;
import io.backorder.ledger.InventoryEvent.Reserved;
import io.backorder.ledger.InventoryEvent.Shipped;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who waits for which shelf since which day, and which orders have units ready to ship. */
final class WaitingRoom implements InventoryListener {

  /** The weeks of waiting that are told apart; the last one is that and every later week. */
  static final int WEEKS = 4;

  private final Map<OrderId, Placed> placed;
  private final Map<Shelf, Long> waiting = new HashMap<>();
  private final Map<OrderId, Long> ready = new LinkedHashMap<>();
  private final Map<Priority, Long> byPriority = new EnumMap<>(Priority.class);
  private final long[] since;

  WaitingRoom(Map<OrderId, Placed> placed, int days) {
    this.placed = placed;
    this.since = new long[days];
  }

  @Override
  public void onEvent(InventoryEvent event) {
    if (event instanceof Reserved told) {
      ready(told.line(), told.quantity().units());
    } else if (event instanceof Backordered told) {
      waits(told.line(), told.sku(), told.quantity().units());
    } else if (event instanceof BackorderFilled told) {
      waits(told.line(), told.sku(), -told.quantity().units());
      ready(told.line(), told.quantity().units());
    } else if (event instanceof LostReservation told) {
      waitsAgain(told.line(), told.sku(), told.quantity());
    } else if (event instanceof Released told) {
      waitsAgain(told.line(), told.sku(), told.quantity()); // until it is told as cancelled
    } else if (event instanceof Cancelled told) {
      waits(told.line(), told.sku(), -told.quantity().units());
    } else if (event instanceof Shipped told) {
      ready(told.line(), -told.quantity().units());
    }
  }

  private void waitsAgain(OrderLineId line, Sku sku, Quantity quantity) {
    ready(line, -quantity.units());
    waits(line, sku, quantity.units());
  }

  private void ready(OrderLineId line, long units) {
    // an order of which nothing is ready any more has no entry
    ready.merge(line.order(), units, (one, other) -> one + other == 0 ? null : one + other);
  }

  private void waits(OrderLineId line, Sku sku, long units) {
    Placed order = requireNonNull(placed.get(line.order()), "order");
    since[order.day()] += units;
    waiting.merge(new Shelf(sku, order.home()), units, Long::sum);
    byPriority.merge(order.priority(), units, Long::sum);
  }

  /** Returns the orders with reserved units, in the order in which the first of them were reserved. */
  List<OrderId> readyOrders() {
    return List.copyOf(ready.keySet());
  }

  /** Returns the units that wait for a shelf. */
  long waiting(Shelf shelf) {
    return waiting.getOrDefault(shelf, 0L);
  }

  /** Returns the units that wait of orders of one priority. */
  long waiting(Priority priority) {
    return byPriority.getOrDefault(priority, 0L);
  }

  /** Returns the waiting units by the weeks that they have waited, on a day. */
  List<Long> ages(int today) {
    long[] ages = new long[WEEKS];
    for (int day = 0; day <= today; day++) {
      ages[Math.min(WEEKS - 1, (today - day) / 7)] += since[day];
    }
    List<Long> byWeek = new ArrayList<>();
    for (long units : ages) {
      byWeek.add(units);
    }
    return byWeek;
  }
}
