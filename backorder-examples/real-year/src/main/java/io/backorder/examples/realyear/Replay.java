package io.backorder.examples.realyear;

import io.backorder.Inventory;
import io.backorder.allocation.AllocationPolicy;
import io.backorder.demand.OrderId;
import io.backorder.posting.Fill;
import io.backorder.posting.LineOutcome;
import io.backorder.posting.Outcome;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.posting.ShipOrder;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Posts a year day by day: in the morning what was bought arrives, then the sales are placed and
 * shipped as far as they are reserved, and on review days what is missing up to the level is bought.
 */
final class Replay {

  private static final LocationId MAIN = LocationId.of("MAIN");

  private final RetailYear year;
  private final OrderUpToRule rule;
  private final Inventory inventory;
  private final Map<Sku, long[]> demand;
  private final Map<Sku, Long> inbound = new HashMap<>();
  private final Map<Integer, List<StockUnits>> arrivals = new HashMap<>();
  private final Map<OrderId, Integer> placedOn = new HashMap<>();
  private final YearResult result = new YearResult();
  private int today = OrderUpToRule.WINDOW - 1;
  private int shipments;
  private long onHand;

  Replay(RetailYear year, OrderUpToRule rule, AllocationPolicy policy) {
    this.year = year;
    this.rule = rule;
    this.demand = new TreeMap<>(year.demand());
    this.inventory = Inventory.inMemory().clock(this::now).policy(policy).build();
  }

  private Instant now() {
    return year.first().plusDays(today).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  YearResult run() {
    demand.forEach((sku, units) -> open(sku, rule.level(units, today)));
    for (today = OrderUpToRule.WINDOW; today < year.days().size(); today++) {
      arrivals.getOrDefault(today, List.of()).forEach(this::receive);
      year.days().get(today).forEach(this::sell);
      result.stockDays += onHand;
      result.days++;
      if (today % rule.review() == 0) {
        demand.forEach(this::review);
      }
    }
    demand.keySet().forEach(sku -> result.stillOpen += waiting(sku));
    return result;
  }

  Inventory inventory() {
    return inventory;
  }

  private long waiting(Sku sku) {
    return inventory.item(sku).backordered().units();
  }

  private void open(Sku sku, long level) {
    if (level > 0) {
      inventory.post(ReceiveStock.of("opening " + sku, sku, MAIN, Quantity.of(level)));
      onHand += level;
    }
  }

  private void receive(StockUnits units) {
    long arrived = units.quantity().units();
    inbound.merge(units.sku(), -arrived, Long::sum);
    onHand += arrived;
    Outcome outcome = inventory.post(ReceiveStock.of(today + " " + units.sku(), List.of(units)));
    outcome.fills().forEach(this::shipLate);
  }

  private void shipLate(Fill fill) {
    OrderId order = fill.line().order();
    int waited = today - placedOn.getOrDefault(order, today);
    long units = fill.quantity().units();
    result.deliveredLate += units;
    result.unitDaysWaited += units * waited;
    result.longestWait = Math.max(result.longestWait, waited);
    ship(order, List.of(ShipOrder.Line.of(fill.line().line(), fill.quantity())), units);
  }

  private void ship(OrderId order, List<ShipOrder.Line> lines, long units) {
    inventory.post(ShipOrder.of("S" + ++shipments, order, lines));
    onHand -= units;
  }

  private void sell(RetailYear.Sale sale) {
    placedOn.put(sale.order(), today);
    Outcome outcome = inventory.post(PlaceOrder.of(sale.order(), sale.lines()));
    List<ShipOrder.Line> ready = new ArrayList<>();
    long units = 0;
    boolean whole = true;
    for (LineOutcome line : outcome.lines()) {
      count(line);
      whole &= line.backordered().isZero();
      if (!line.reserved().isZero()) {
        ready.add(ShipOrder.Line.of(line.line().line(), line.reserved()));
        units += line.reserved().units();
      }
    }
    result.orders++;
    result.ordersFromShelf += whole ? 1 : 0;
    if (!ready.isEmpty()) {
      ship(sale.order(), ready, units);
    }
  }

  private void count(LineOutcome line) {
    long lacking = line.backordered().units();
    result.lines++;
    result.units += line.reserved().units() + lacking;
    result.unitsFromShelf += line.reserved().units();
    result.linesFromShelf += lacking == 0 ? 1 : 0;
    result.backorderedLines += lacking == 0 ? 0 : 1;
    result.backorderedUnits += lacking;
  }

  private void review(Sku sku, long[] units) {
    long coming = inbound.getOrDefault(sku, 0L);
    long missing = rule.level(units, today) - inventory.item(sku).position() - coming;
    if (missing > 0) {
      inbound.merge(sku, missing, Long::sum);
      arrivals
          .computeIfAbsent(today + rule.leadTime(), key -> new ArrayList<>())
          .add(StockUnits.of(sku, MAIN, Quantity.of(missing)));
    }
  }
}
