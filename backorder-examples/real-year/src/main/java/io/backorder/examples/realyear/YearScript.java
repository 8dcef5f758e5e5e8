package io.backorder.examples.realyear;

import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.examples.realyear.RetailEvent.Sale;
import io.backorder.posting.CancelOrder;
import io.backorder.posting.Document;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.posting.ShipOrder;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.StockUnits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The documents of a stretch of a year, dealt out to strands that are posted at the same time. Each
 * strand is a list in order; whoever posts it again from its start posts the same documents.
 *
 * <p>An order and what becomes of it stay in one strand: every tenth is cancelled, the others are
 * shipped, some orders later, as far as they can be. Goods come in three deliveries of a fifth of what
 * is ordered, so that there is never enough. What is received, ordered and cancelled does not depend on
 * which strand is faster; nor does, in the end, what an item's customers have got and still wait for.
 */
final class YearScript {

  private static final int LATER = 8;
  private static final int CANCELLED = 10;
  private static final int DELIVERIES = 3;
  private static final int SHARE = 5;
  private static final int LINES_OF_A_TRUCK = 500;

  private final List<List<Document>> strands = new ArrayList<>();
  private final List<Deque<OrderId>> open = new ArrayList<>();
  private int trucks;

  private YearScript(int count) {
    for (int i = 0; i < count; i++) {
      strands.add(new ArrayList<>());
      open.add(new ArrayDeque<>());
    }
  }

  /** Writes the documents of the first orders of a year, in strands. */
  static YearScript of(RetailYear year, int orders, int strands) {
    List<Sale> sales = year.days().stream()
        .flatMap(List::stream)
        .filter(Sale.class::isInstance)
        .map(Sale.class::cast)
        .limit(orders)
        .toList();
    YearScript script = new YearScript(strands);
    List<StockUnits> delivery = delivery(sales);
    int between = Math.max(1, (sales.size() + DELIVERIES - 1) / DELIVERIES);
    for (int i = 0; i < sales.size(); i++) {
      if (i % between == 0) {
        script.receive(delivery);
      }
      script.sell(i, sales.get(i).order());
    }
    for (int strand = 0; strand < strands; strand++) {
      while (script.shipFirst(strand)) {
        // until none is left
      }
    }
    return script;
  }

  private static List<StockUnits> delivery(List<Sale> sales) {
    Map<Shelf, Long> ordered = new TreeMap<>();
    for (Sale sale : sales) {
      for (OrderLine line : sale.order().lines()) {
        ordered.merge(new Shelf(line.sku(), sale.home()), line.quantity().units(), Long::sum);
      }
    }
    List<StockUnits> delivery = new ArrayList<>();
    ordered.forEach((shelf, units) ->
        delivery.add(StockUnits.of(shelf.sku(), shelf.location(), Quantity.of(1 + units / SHARE))));
    return delivery;
  }

  private void receive(List<StockUnits> delivery) {
    Map<LocationId, List<StockUnits>> byLocation = new TreeMap<>();
    delivery.forEach(units ->
        byLocation.computeIfAbsent(units.location(), key -> new ArrayList<>()).add(units));
    for (List<StockUnits> goods : byLocation.values()) {
      for (int from = 0; from < goods.size(); from += LINES_OF_A_TRUCK) {
        int to = Math.min(goods.size(), from + LINES_OF_A_TRUCK);
        int truck = trucks++;
        strand(truck).add(ReceiveStock.of("truck " + truck, goods.subList(from, to)));
      }
    }
  }

  private void sell(int index, PlaceOrder order) {
    int strand = index % strands.size();
    strand(strand).add(order);
    if (index / strands.size() % CANCELLED == CANCELLED - 1) {
      strand(strand)
          .add(CancelOrder.all("cancellation of " + order.order().value(), order.order()));
      return;
    }
    Deque<OrderId> waiting = open.get(strand);
    waiting.add(order.order());
    if (waiting.size() > LATER) {
      shipFirst(strand);
    }
  }

  private boolean shipFirst(int strand) {
    OrderId order = open.get(strand).poll();
    if (order != null) {
      strand(strand).add(ShipOrder.all("shipment of " + order.value(), order));
    }
    return order != null;
  }

  private List<Document> strand(int number) {
    return strands.get(number % strands.size());
  }

  /** Returns the strands. */
  List<List<Document>> strands() {
    return strands;
  }

  /** Returns how many documents there are. */
  int size() {
    return strands.stream().mapToInt(List::size).sum();
  }
}
