package io.backorder.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.backorder.demand.CustomerId;
import io.backorder.demand.DeliveryRule;
import io.backorder.demand.HoldId;
import io.backorder.demand.LineStatus;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.demand.Priority;
import io.backorder.demand.ShortageRule;
import io.backorder.posting.AcceptSubstitute;
import io.backorder.posting.AdjustStock;
import io.backorder.posting.AnnounceSupply;
import io.backorder.posting.CancelOrder;
import io.backorder.posting.ChangeLine;
import io.backorder.posting.CloseSupply;
import io.backorder.posting.ConfirmHold;
import io.backorder.posting.CountStock;
import io.backorder.posting.Document;
import io.backorder.posting.ExpireHolds;
import io.backorder.posting.PlaceHold;
import io.backorder.posting.PlaceOrder;
import io.backorder.posting.ReceiveStock;
import io.backorder.posting.ReleaseHold;
import io.backorder.posting.RescheduleSupply;
import io.backorder.posting.ReturnGoods;
import io.backorder.posting.ShipOrder;
import io.backorder.posting.TransferStock;
import io.backorder.stock.ChannelId;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.supply.SupplyId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes the documents of a scenario's steps. */
record Documents(World world) {

  Document of(String verb, JsonNode node) {
    return switch (verb) {
      case "place" -> place(node);
      case "hold" -> hold(node);
      case "confirm" -> {
        Json.requireKeys(node, verb, "hold", "order");
        yield ConfirmHold.of(HoldId.of(text(node, "hold")), OrderId.of(text(node, "order")));
      }
      case "release" -> {
        Json.requireKeys(node, verb, "hold");
        yield ReleaseHold.of(HoldId.of(text(node, "hold")));
      }
      case "expire" -> {
        Json.requireKeys(node, verb);
        yield ExpireHolds.due();
      }
      case "cancel" -> cancel(node);
      case "change" -> change(node);
      case "ship" -> ship(node);
      case "return" -> returned(node);
      case "accept-substitute" -> substituted(node);
      default -> ofStock(verb, node);
    };
  }

  private Document ofStock(String verb, JsonNode node) {
    return switch (verb) {
      case "receive" -> {
        Json.requireKeys(node, verb, "receipt", "sku", "location", "quantity", "supply");
        ReceiveStock receipt =
            ReceiveStock.of(text(node, "receipt"), List.of(units(node, "location", "quantity")));
        yield node.has("supply") ? receipt.against(SupplyId.of(text(node, "supply"))) : receipt;
      }
      case "count" -> {
        Json.requireKeys(node, verb, "id", "sku", "location", "counted");
        yield CountStock.of(text(node, "id"), List.of(units(node, "location", "counted")));
      }
      case "adjust" -> {
        Json.requireKeys(node, verb, "id", "sku", "location", "delta", "reason");
        Sku sku = Sku.of(text(node, "sku"));
        long delta = world.units(sku, node.get("delta"));
        LocationId location = LocationId.of(text(node, "location"));
        yield AdjustStock.of(text(node, "id"), sku, location, delta).because(text(node, "reason"));
      }
      case "transfer" -> {
        Json.requireKeys(node, verb, "id", "sku", "from", "to", "quantity");
        LocationId to = LocationId.of(text(node, "to"));
        yield TransferStock.of(text(node, "id"), units(node, "from", "quantity"), to);
      }
      default -> ofSupply(verb, node);
    };
  }

  /** A rescheduling has a number of its own, which the format does not tell. */
  private Document ofSupply(String verb, JsonNode node) {
    return switch (verb) {
      case "announce" -> {
        Json.requireKeys(node, verb, "supply", "sku", "location", "quantity", "due");
        yield AnnounceSupply.of(world.supply(node, "supply"));
      }
      case "reschedule" -> {
        Json.requireKeys(node, verb, "supply", "due", "quantity");
        SupplyId supply = SupplyId.of(text(node, "supply"));
        RescheduleSupply document =
            RescheduleSupply.of("step " + ++world.reschedulings, supply, World.due(node));
        yield node.has("quantity") ? document.to(quantity(supply, node.get("quantity"))) : document;
      }
      case "close-supply" -> {
        Json.requireKeys(node, verb, "supply");
        yield CloseSupply.of(SupplyId.of(text(node, "supply")));
      }
      default -> throw new AssertionError("unknown verb: " + verb);
    };
  }

  /** The decimals of a supply are those of its item; an unknown one has whole units. */
  private Quantity quantity(SupplyId supply, JsonNode node) {
    Sku sku =
        world.inventory.supply(supply).map(found -> found.supply().sku()).orElse(Sku.of("UNKNOWN"));
    return world.quantity(sku, node);
  }

  private StockUnits units(JsonNode node, String location, String quantity) {
    Sku sku = Sku.of(text(node, "sku"));
    return StockUnits.of(
        sku, LocationId.of(text(node, location)), world.quantity(sku, node.get(quantity)));
  }

  private Document place(JsonNode node) {
    Json.requireKeys(
        node,
        "place",
        "order",
        "lines",
        "priority",
        "channel",
        "customer",
        "delivery",
        "onShortage");
    OrderTerms terms = OrderTerms.standard();
    if (node.has("priority")) {
      terms = terms.withPriority(Priority.valueOf(constant(text(node, "priority"))));
    }
    if (node.has("channel")) {
      terms = terms.through(ChannelId.of(text(node, "channel")));
    }
    if (node.has("customer")) {
      terms = terms.by(CustomerId.of(text(node, "customer")));
    }
    if (node.has("delivery")) {
      terms = terms.withDelivery(DeliveryRule.valueOf(constant(text(node, "delivery"))));
    }
    if (node.has("onShortage")) {
      terms = terms.onShortage(ShortageRule.valueOf(constant(text(node, "onShortage"))));
    }
    return PlaceOrder.of(OrderId.of(text(node, "order")), lines(node.get("lines")))
        .with(terms);
  }

  private static String constant(String name) {
    return name.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private List<OrderLine> lines(JsonNode nodes) {
    List<OrderLine> lines = new ArrayList<>();
    for (JsonNode node : nodes) {
      Json.requireKeys(node, "line", "line", "sku", "quantity", "due");
      Sku sku = Sku.of(text(node, "sku"));
      OrderLine line =
          OrderLine.of(text(node, "line"), sku, world.quantity(sku, node.get("quantity")));
      lines.add(node.has("due") ? line.dueBy(LocalDate.parse(text(node, "due"))) : line);
    }
    return lines;
  }

  private Document hold(JsonNode node) {
    Json.requireKeys(node, "hold", "hold", "lines", "expiresIn");
    Duration expiresIn = Duration.parse(text(node, "expiresIn"));
    return PlaceHold.of(HoldId.of(text(node, "hold")), expiresIn, lines(node.get("lines")));
  }

  private Document cancel(JsonNode node) {
    Json.requireKeys(node, "cancel", "id", "order", "line", "quantity");
    OrderId order = OrderId.of(text(node, "order"));
    if (!node.has("line") && !node.has("quantity")) {
      return CancelOrder.all(text(node, "id"), order);
    }
    String number = node.has("line") ? text(node, "line") : onlyLine(order);
    OrderLineId line = new OrderLineId(order, number);
    return node.has("quantity")
        ? CancelOrder.units(text(node, "id"), line, quantity(line, node.get("quantity")))
        : CancelOrder.line(text(node, "id"), line);
  }

  /** A quantity without a line is one of an order that has one line. */
  private String onlyLine(OrderId order) {
    List<LineStatus> lines =
        world.inventory.order(order).map(found -> found.lines()).orElse(List.of());
    if (lines.size() != 1) {
      throw new AssertionError("a quantity needs a line where there are several: " + lines);
    }
    return lines.get(0).id().line();
  }

  private Document change(JsonNode node) {
    Json.requireKeys(node, "change", "id", "order", "line", "quantity");
    OrderLineId line = OrderLineId.of(text(node, "order"), text(node, "line"));
    return ChangeLine.of(text(node, "id"), line, quantity(line, node.get("quantity")));
  }

  private Document ship(JsonNode node) {
    Json.requireKeys(node, "ship", "shipment", "order", "lines");
    OrderId order = OrderId.of(text(node, "order"));
    if (!node.has("lines")) {
      return ShipOrder.all(text(node, "shipment"), order);
    }
    List<ShipOrder.Line> lines = new ArrayList<>();
    for (JsonNode each : node.get("lines")) {
      Json.requireKeys(each, "line of a shipment", "line", "quantity", "location");
      OrderLineId line = new OrderLineId(order, text(each, "line"));
      ShipOrder.Line part = ShipOrder.Line.of(line.line(), quantity(line, each.get("quantity")));
      lines.add(each.has("location") ? part.from(LocationId.of(text(each, "location"))) : part);
    }
    return ShipOrder.of(text(node, "shipment"), order, lines);
  }

  private Document returned(JsonNode node) {
    Json.requireKeys(node, "return", "id", "order", "line", "quantity", "location", "restock");
    OrderLineId line = OrderLineId.of(text(node, "order"), text(node, "line"));
    LocationId location = LocationId.of(text(node, "location"));
    Quantity quantity = quantity(line, node.get("quantity"));
    return node.get("restock").asBoolean()
        ? ReturnGoods.toStock(text(node, "id"), line, location, quantity)
        : ReturnGoods.writtenOff(text(node, "id"), line, location, quantity);
  }

  private Document substituted(JsonNode node) {
    Json.requireKeys(node, "accept-substitute", "order", "for", "line", "quantity", "substitute");
    OrderLineId line = OrderLineId.of(text(node, "for"), text(node, "line"));
    Quantity quantity = quantity(line, node.get("quantity"));
    return AcceptSubstitute.of(
        OrderId.of(text(node, "order")), line, quantity, Sku.of(text(node, "substitute")));
  }

  /** The decimals of a line are those of its item; an unknown line has whole units. */
  private Quantity quantity(OrderLineId line, JsonNode node) {
    Sku sku = world
        .inventory
        .order(line.order())
        .flatMap(order -> order.line(line.line()))
        .map(found -> found.sku())
        .orElse(Sku.of("UNKNOWN"));
    return world.quantity(sku, node);
  }

  private static String text(JsonNode node, String key) {
    if (!node.has(key)) {
      throw new AssertionError("missing key: " + key);
    }
    return node.get(key).asText();
  }
}
