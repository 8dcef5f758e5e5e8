package io.backorder.laws;

import io.backorder.ledger.InventoryEvent;
import io.backorder.ledger.LedgerEntry.Restocking;
import io.backorder.stock.LocationId;
import io.backorder.stock.Sku;
import java.util.Map;
import java.util.TreeMap;

/** The balances of one who has heard every event and never saw the inventory. */
final class Told {

  final Map<String, Long> onHand = new TreeMap<>();
  final Map<String, Long> reserved = new TreeMap<>();
  final Map<String, Folded.Line> lines = new TreeMap<>();
  private long released;

  private static void add(Map<String, Long> to, Sku sku, LocationId location, long units) {
    if (!location.equals(LocationId.NOWHERE)) {
      to.merge(sku + "@" + location, units, Math::addExact);
    }
  }

  private Folded.Line line(Object id) {
    return lines.computeIfAbsent(id.toString(), key -> new Folded.Line());
  }

  void hear(InventoryEvent event) {
    if (event instanceof InventoryEvent.ReceivedStock e) {
      add(onHand, e.sku(), e.location(), e.quantity().units());
    } else if (event instanceof InventoryEvent.Adjusted e) {
      add(onHand, e.sku(), e.location(), e.delta());
    } else if (event instanceof InventoryEvent.Transferred e) {
      add(onHand, e.sku(), e.from(), -e.quantity().units());
      add(onHand, e.sku(), e.to(), e.quantity().units());
    } else if (event instanceof InventoryEvent.StockSent e) {
      add(onHand, e.units().sku(), e.units().location(), -e.units().quantity().units());
    } else if (event instanceof InventoryEvent.Returned e) {
      line(e.line()).returned += e.units().quantity().units();
      if (e.restocking() == Restocking.TO_STOCK) {
        add(onHand, e.units().sku(), e.units().location(), e.units().quantity().units());
      }
    } else {
      hearOfLine(event);
    }
  }

  private void hearOfLine(InventoryEvent event) {
    if (event instanceof InventoryEvent.Reserved e) {
      line(e.line()).ordered += e.quantity().units();
      line(e.line()).reserved += e.quantity().units();
      add(reserved, e.sku(), e.location(), e.quantity().units());
    } else if (event instanceof InventoryEvent.Backordered e) {
      line(e.line()).ordered += e.quantity().units();
      line(e.line()).waiting += e.quantity().units();
    } else if (event instanceof InventoryEvent.Refused e) {
      line(e.line()).ordered += e.quantity().units();
      line(e.line()).refused += e.quantity().units();
    } else if (event instanceof InventoryEvent.BackorderFilled e) {
      line(e.line()).waiting -= e.quantity().units();
      line(e.line()).reserved += e.quantity().units();
      add(reserved, e.sku(), e.location(), e.quantity().units());
    } else if (event instanceof InventoryEvent.Shipped e) {
      line(e.line()).reserved -= e.quantity().units();
      line(e.line()).shipped += e.quantity().units();
      add(reserved, e.sku(), e.location(), -e.quantity().units());
      add(onHand, e.sku(), e.location(), -e.quantity().units());
    } else {
      hearOfLoss(event);
    }
  }

  private void hearOfLoss(InventoryEvent event) {
    if (event instanceof InventoryEvent.LostReservation e) {
      line(e.line()).reserved -= e.quantity().units();
      line(e.line()).waiting += e.quantity().units();
      add(reserved, e.sku(), e.location(), -e.quantity().units());
    } else if (event instanceof InventoryEvent.Reallocated e) {
      line(e.line()).reserved -= e.quantity().units();
      line(e.line()).waiting += e.quantity().units();
      add(reserved, e.sku(), e.location(), -e.quantity().units());
    } else if (event instanceof InventoryEvent.Released e) {
      line(e.line()).reserved -= e.quantity().units();
      released += e.quantity().units();
      add(reserved, e.sku(), e.location(), -e.quantity().units());
    } else if (event instanceof InventoryEvent.Cancelled e) {
      line(e.line()).cancelled += e.quantity().units();
      line(e.line()).waiting -= e.quantity().units() - released;
      released = 0;
    } else if (event instanceof InventoryEvent.Changed e && e.to().compareTo(e.from()) < 0) {
      long given = e.from().units() - e.to().units();
      line(e.line()).ordered -= given;
      line(e.line()).waiting -= given - released;
      released = 0;
    }
  }
}
