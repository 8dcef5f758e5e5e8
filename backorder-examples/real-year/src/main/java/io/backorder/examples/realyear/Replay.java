package io.backorder.examples.realyear;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.backorder.Inventory;
import io.backorder.demand.OrderId;
import io.backorder.demand.Priority;
import io.backorder.examples.realyear.RetailEvent.Correction;
import io.backorder.examples.realyear.RetailEvent.GivenBack;
import io.backorder.examples.realyear.RetailEvent.Sale;
import io.backorder.examples.realyear.YearResult.Closing;
import io.backorder.examples.realyear.YearResult.Evening;
import io.backorder.ledger.InventoryEvent;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.posting.ShipOrder;
import io.backorder.stock.ItemLevels;
import io.backorder.stock.Location;
import io.backorder.stock.LocationId;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * Posts a year day by day: in the morning what was bought arrives; then what happened is posted in the
 * order in which it happened; in the evening all that is reserved leaves the house, and on review days
 * what is missing up to the level is bought.
 */
final class Replay {

  private final RetailYear year;
  private final PolicyChoice choice;
  private final Purchasing purchasing;
  private final Inventory inventory;
  private final Map<OrderId, Placed> placed = new HashMap<>();
  private final UnitAccount units = new UnitAccount();
  private final PickDay.Busiest picks = new PickDay.Busiest();
  private final ServiceBook service = new ServiceBook();
  private final WaitingRoom room;
  private final ReturnsDesk returns;
  private final CorrectionsDesk corrections;
  private final List<Evening> evenings = new ArrayList<>();
  private LocalDateTime now;
  private int today = OrderUpToRule.WINDOW - 1;
  private int shipments;

  Replay(RetailYear year, OrderUpToRule rule, PolicyChoice choice) {
    this.year = year;
    this.choice = choice;
    this.now = year.date(today).atStartOfDay();
    this.purchasing = new Purchasing(year.demand(), rule);
    this.room = new WaitingRoom(placed, year.days().size());
    this.inventory = Inventory.inMemory()
        .clock(this::instant)
        .policy(choice.policy())
        .locations(year.locations().toArray(Location[]::new))
        .listener(units)
        .listener(picks)
        .listener(room)
        .listener(this::countShipped)
        .build();
    this.returns = new ReturnsDesk(inventory);
    this.corrections = new CorrectionsDesk(inventory);
  }

  private Instant instant() {
    return now.toInstant(ZoneOffset.UTC);
  }

  private void countShipped(InventoryEvent event) {
    if (event instanceof InventoryEvent.Shipped shipped) {
      Placed order = requireNonNull(placed.get(shipped.line().order()), "order");
      service.shipped(order, shipped.quantity().units(), today - order.day());
    }
  }

  /** Runs the year and tells after each day how many are done. */
  YearResult run(IntConsumer done) {
    receive("opening stock", purchasing.opening(today));
    for (today = OrderUpToRule.WINDOW; today < year.days().size(); today++) {
      now = year.date(today).atStartOfDay();
      receive("arrivals of day " + today, purchasing.arriving(today));
      year.days().get(today).forEach(this::post);
      now = year.date(today).atTime(23, 59);
      room.readyOrders().forEach(this::ship);
      picks.evening(year.date(today));
      evenings.add(new Evening(year.date(today), units.onHand(), room.ages(today)));
      purchasing.review(today, this::freeLessWaiting);
      done.accept(today - OrderUpToRule.WINDOW + 1);
    }
    return close();
  }

  /** Returns the inventory, as the year has left it. */
  Inventory inventory() {
    return inventory;
  }

  /** One receipt a location, as one truck brings it. */
  private void receive(String receipt, List<StockUnits> goods) {
    Map<LocationId, List<StockUnits>> trucks =
        goods.stream().collect(groupingBy(StockUnits::location, TreeMap::new, toList()));
    trucks.forEach(
        (location, lines) -> inventory.post(ReceiveStock.of(receipt + " at " + location, lines)));
  }

  private void post(RetailEvent event) {
    now = event.at();
    if (event instanceof Sale sale) {
      sell(sale);
    } else if (event instanceof GivenBack given) {
      returns.post(given);
    } else if (event instanceof Correction correction) {
      corrections.post(correction);
    }
  }

  private void sell(Sale sale) {
    PlaceOrder order = sale.order();
    placed.put(order.order(), new Placed(today, sale.home(), order.terms().priority()));
    service.ordered(sale, inventory.post(order));
    returns.sold(sale);
  }

  private void ship(OrderId order) {
    inventory.post(ShipOrder.all("shipment " + ++shipments, order));
  }

  private long freeLessWaiting(Shelf shelf) {
    ItemLevels item = inventory.item(shelf.sku());
    return item.at(shelf.location()).orElseThrow().free().units() - room.waiting(shelf);
  }

  private YearResult close() {
    for (Priority priority : Priority.values()) {
      service.open(priority, room.waiting(priority));
    }
    reconcile();
    return new YearResult(
        choice,
        service,
        List.copyOf(evenings),
        new Closing(units, picks.day(), returns, corrections, inventory.verify()));
  }

  /** Compares what was told with what the inventory says. */
  private void reconcile() {
    long onHand = 0;
    long waiting = 0;
    for (Sku sku : year.items()) {
      ItemLevels item = inventory.item(sku);
      onHand += item.onHand().units();
      waiting += item.backordered().units();
    }
    requireEqual("units on hand", onHand, units.onHand());
    requireEqual("units waiting", waiting, units.waiting());
    requireEqual("units waiting by priority", waiting, service.total().stillOpen());
  }

  private static void requireEqual(String name, long inventory, long events) {
    if (inventory != events) {
      throw new IllegalStateException(
          "%s must be what the events add up to, %d: %d".formatted(name, events, inventory));
    }
  }
}
