package io.backorder.laws;

import io.backorder.Inventory;
import io.backorder.demand.DeliveryRule;
import io.backorder.demand.LineStatus;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLineId;
import io.backorder.explanation.LineUnits;
import io.backorder.explanation.Remedy;
import io.backorder.ledger.LedgerEntry.Ordered;
import io.backorder.ledger.LedgerRecord;
import io.backorder.model.Shop;
import io.backorder.posting.CancelOrder;
import io.backorder.posting.CountStock;
import io.backorder.posting.Document;
import io.backorder.posting.ReceiveStock;
import io.backorder.posting.ReleaseHold;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockLevel;
import io.backorder.stock.StockUnits;
import java.util.ArrayList;
import java.util.List;

/** A copy of an inventory at the moment at which one of its lines was explained, to try remedies on. */
final class Twin {

  private final Kernel kernel;
  private final OrderLineId line;
  private int documents;

  private Twin(Kernel kernel, OrderLineId line) {
    this.kernel = kernel;
    this.line = line;
  }

  static Twin of(Bench other, OrderLineId line) {
    return of(other, other.kernel.shop, line);
  }

  /** A copy of which the locations are others. */
  static Twin of(Bench other, Shop shop, OrderLineId line) {
    return of(other, shop, line, other.kernel.inventory.ledger().after(0, Integer.MAX_VALUE));
  }

  /** A copy in which the line's order is delivered in part. */
  static Twin inPart(Bench other, OrderLineId line) {
    List<LedgerRecord> records =
        other.kernel.inventory.ledger().after(0, Integer.MAX_VALUE).stream()
            .map(record -> inPart(record, line.order()))
            .toList();
    return of(other, other.kernel.shop, line, records);
  }

  private static Twin of(Bench other, Shop shop, OrderLineId line, List<LedgerRecord> records) {
    Kernel kernel = new Kernel(shop, records, Inventory.inMemory());
    kernel.now = other.latest();
    return new Twin(kernel, line);
  }

  private static LedgerRecord inPart(LedgerRecord record, OrderId order) {
    return record.entry() instanceof Ordered ordered
            && ordered.claim().line().order().equals(order)
        ? new LedgerRecord(
            record.position(),
            record.sequence(),
            record.cause(),
            new Ordered(
                ordered.claim(),
                ordered.line(),
                ordered.terms().withDelivery(DeliveryRule.PARTIAL)))
        : record;
  }

  LineStatus status() {
    return kernel.inventory.order(line.order()).orElseThrow().line(line.line()).orElseThrow();
  }

  long waiting() {
    return status().backordered().units();
  }

  /** Posts a receipt, or what changes nothing if nothing arrives. */
  Twin receive(List<StockUnits> units) {
    List<StockUnits> arriving =
        units.stream().filter(each -> !each.quantity().isZero()).toList();
    return arriving.isEmpty()
        ? touch(status().sku())
        : post(ReceiveStock.of("TWIN" + documents, arriving));
  }

  /** Counts what is there. */
  Twin touch(Sku sku) {
    StockLevel level = kernel.inventory.item(sku).locations().get(0);
    return post(CountStock.of(
        "TWIN" + documents, List.of(StockUnits.of(sku, level.location(), level.onHand()))));
  }

  Twin giveUp(List<LineUnits> lines) {
    for (LineUnits each : lines) {
      if (!each.units().isZero()) {
        post(CancelOrder.units("TWIN" + documents, each.line(), each.units()));
      }
    }
    return this;
  }

  Twin release(Remedy.HoldsReleased remedy, int count) {
    remedy.holds().subList(0, count).forEach(hold -> post(ReleaseHold.of(hold)));
    return count == 0 ? touch(status().sku()) : this;
  }

  private Twin post(Document document) {
    documents++;
    kernel.inventory.post(document);
    return this;
  }

  /** The shop in which a location is active and serves a channel more. */
  static Shop opened(Shop shop, Remedy.Opened remedy) {
    List<Shop.Place> places = new ArrayList<>();
    for (Shop.Place place : shop.places()) {
      places.add(
          LocationId.of(place.id()).equals(remedy.location()) ? opened(place, remedy) : place);
    }
    return new Shop(shop.policy(), shop.sourcing(), places, shop.items());
  }

  private static Shop.Place opened(Shop.Place place, Remedy.Opened remedy) {
    List<String> channels = new ArrayList<>(place.channels());
    if (!channels.isEmpty()) {
      remedy.channel().ifPresent(channel -> channels.add(channel.value()));
    }
    return Shop.Place.open(place.id(), channels.toArray(String[]::new));
  }

  /** The units of a list with one number changed. */
  static List<StockUnits> with(List<StockUnits> units, int index, long number) {
    List<StockUnits> others = new ArrayList<>(units);
    StockUnits each = units.get(index);
    others.set(index, StockUnits.of(each.sku(), each.location(), Quantity.of(number)));
    return others;
  }
}
