package io.backorder.scenario;

import io.backorder.ledger.InventoryEvent;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import java.math.BigDecimal;

/** Writes events as the scenarios do, with the item's decimals. */
record EventText(World world) {

  String of(InventoryEvent event) {
    if (event instanceof InventoryEvent.Reserved e) {
      return "Reserved " + e.line() + " " + q(e.sku(), e.quantity()) + at(e.sku(), e.location());
    } else if (event instanceof InventoryEvent.BackorderFilled e) {
      return "BackorderFilled " + e.line() + " " + q(e.sku(), e.quantity())
          + at(e.sku(), e.location());
    } else if (event instanceof InventoryEvent.Backordered e) {
      return "Backordered " + e.line() + " " + q(e.sku(), e.quantity());
    } else if (event instanceof InventoryEvent.Refused e) {
      return "Refused " + e.line() + " " + q(e.sku(), e.quantity());
    } else if (event instanceof InventoryEvent.Released e) {
      return "Released " + e.line() + " " + q(e.sku(), e.quantity()) + at(e.sku(), e.location());
    } else if (event instanceof InventoryEvent.Cancelled e) {
      return "Cancelled " + e.line() + " " + q(e.sku(), e.quantity());
    } else if (event instanceof InventoryEvent.Shipped e) {
      return "Shipped " + e.line() + " " + q(e.sku(), e.quantity()) + at(e.sku(), e.location());
    } else if (event instanceof InventoryEvent.LostReservation e) {
      return "LostReservation " + e.line() + " " + q(e.sku(), e.quantity())
          + at(e.sku(), e.location());
    } else if (event instanceof InventoryEvent.Reallocated e) {
      return "Reallocated " + e.line() + " " + q(e.sku(), e.quantity()) + at(e.sku(), e.location());
    } else {
      return ofStock(event);
    }
  }

  private String ofStock(InventoryEvent event) {
    if (event instanceof InventoryEvent.ReceivedStock e) {
      return "ReceivedStock" + at(e.sku(), e.location()) + " " + q(e.sku(), e.quantity());
    } else if (event instanceof InventoryEvent.Adjusted e) {
      BigDecimal delta = BigDecimal.valueOf(e.delta(), world.scale(e.sku()).decimals());
      return "Adjusted" + at(e.sku(), e.location()) + " " + World.plain(delta);
    } else if (event instanceof InventoryEvent.Returned e) {
      Sku sku = e.units().sku();
      return "Returned " + e.line() + " " + q(sku, e.units().quantity())
          + at(sku, e.units().location());
    } else if (event instanceof InventoryEvent.HoldReduced e) {
      return "HoldReduced " + e.hold() + " " + q(e.sku(), e.quantity()) + at(e.sku(), e.location());
    } else if (event instanceof InventoryEvent.Changed e) {
      return "Changed " + e.line() + " " + q(e.sku(), e.from()) + " " + q(e.sku(), e.to());
    } else if (event instanceof InventoryEvent.Transferred e) {
      return "Transferred %s %s %s %s"
          .formatted(e.sku(), e.from(), e.to(), q(e.sku(), e.quantity()));
    }
    if (event instanceof InventoryEvent.SupplyAnnounced e) {
      return "SupplyAnnounced " + e.supply().id() + " "
          + q(e.supply().sku(), e.supply().quantity());
    }
    return event.toString(); // the others carry no quantity
  }

  private String q(Sku sku, Quantity quantity) {
    return world.shown(sku, quantity);
  }

  private static String at(Sku sku, Object location) {
    return " " + sku + "@" + location;
  }
}
