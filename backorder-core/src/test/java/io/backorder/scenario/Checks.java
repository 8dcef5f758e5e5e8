package io.backorder.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.backorder.allocation.Reason;
import io.backorder.demand.LineStatus;
import io.backorder.demand.Order;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLineId;
import io.backorder.demand.OrderTerms;
import io.backorder.promise.Promise;
import io.backorder.stock.ChannelId;
import io.backorder.stock.ItemLevels;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockLevel;
import io.backorder.storefront.Offer;
import io.backorder.storefront.SubstituteChoice;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes the checks of a step. */
record Checks(World world) {

  void require(JsonNode check) {
    List<String> kinds = new java.util.ArrayList<>();
    check.fieldNames().forEachRemaining(kinds::add);
    assertThat(kinds).as("check " + check).hasSize(1);
    String kind = kinds.get(0);
    JsonNode node = check.get(kind);
    switch (kind) {
      case "stock" -> stock(node);
      case "item" -> item(node);
      case "line" -> line(node);
      case "order" -> order(node);
      case "queue" -> queue(node);
      case "listing" -> listing(node);
      case "promise" -> promise(node);
      case "offer" -> offer(node);
      case "reason" -> reason(node);
      case "ledger" -> ledger(node);
      default -> throw new AssertionError("unknown check: " + kind);
    }
  }

  private void stock(JsonNode node) {
    Json.requireKeys(node, "stock", "sku", "location", "onHand", "reserved", "free");
    Sku sku = Sku.of(node.get("sku").asText());
    LocationId location = LocationId.of(Json.text(node, "location", "MAIN"));
    StockLevel level = world.inventory.item(sku).at(location).orElseThrow();
    number(node, "onHand", sku, level.onHand());
    number(node, "reserved", sku, level.reserved());
    number(node, "free", sku, level.free());
  }

  private void number(JsonNode node, String key, Sku sku, Quantity found) {
    if (node.has(key)) {
      assertThat(found).as(key + " of " + node).isEqualTo(world.quantity(sku, node.get(key)));
    }
  }

  private void item(JsonNode node) {
    Json.requireKeys(
        node,
        "item",
        "sku",
        "onHand",
        "reserved",
        "held",
        "backordered",
        "inbound",
        "availableNow",
        "availableToOrder",
        "position");
    Sku sku = Sku.of(node.get("sku").asText());
    ItemLevels levels = world.inventory.item(sku);
    number(node, "onHand", sku, levels.onHand());
    number(node, "reserved", sku, levels.reserved());
    number(node, "held", sku, levels.held());
    number(node, "backordered", sku, levels.backordered());
    number(node, "availableNow", sku, levels.availableNow());
    number(node, "inbound", sku, levels.inbound());
    if (node.has("availableToOrder")) {
      String found =
          levels.availableToOrder().map(units -> world.shown(sku, units)).orElse("unlimited");
      assertThat(found)
          .as(node.toString())
          .isEqualTo(node.get("availableToOrder").asText());
    }
    if (node.has("position")) {
      assertThat(levels.position())
          .as(node.toString())
          .isEqualTo(world.units(sku, node.get("position")));
    }
  }

  private void line(JsonNode node) {
    Json.requireKeys(
        node,
        "line",
        "order",
        "line",
        "ordered",
        "reserved",
        "backordered",
        "shipped",
        "cancelled",
        "refused",
        "reservedAt");
    LineStatus line = world
        .inventory
        .order(OrderId.of(node.get("order").asText()))
        .orElseThrow()
        .line(node.get("line").asText())
        .orElseThrow();
    Sku sku = line.sku();
    number(node, "ordered", sku, line.ordered());
    number(node, "reserved", sku, line.reserved());
    number(node, "backordered", sku, line.backordered());
    number(node, "shipped", sku, line.shipped());
    number(node, "cancelled", sku, line.cancelled());
    number(node, "refused", sku, line.refused());
    if (node.has("reservedAt")) {
      Map<LocationId, Quantity> expected = new TreeMap<>();
      node.get("reservedAt")
          .properties()
          .forEach(each ->
              expected.put(LocationId.of(each.getKey()), world.quantity(sku, each.getValue())));
      assertThat(line.reservedAt()).as(node.toString()).isEqualTo(expected);
    }
  }

  private void order(JsonNode node) {
    Json.requireKeys(node, "order", "order", "status");
    Order order = world.inventory.order(OrderId.of(node.get("order").asText())).orElseThrow();
    assertThat(order.status().name().toLowerCase(Locale.ROOT))
        .as(node.toString())
        .isEqualTo(node.get("status").asText());
  }

  private void queue(JsonNode node) {
    Json.requireKeys(node, "queue", "sku", "lines");
    List<String> found =
        world.inventory.waiting(Sku.of(node.get("sku").asText()), Integer.MAX_VALUE).stream()
            .map(line -> line.id().hostLine().toString())
            .toList();
    assertThat(found)
        .as(node.toString())
        .isEqualTo(Json.list(node.get("lines")).stream().map(JsonNode::asText).toList());
  }

  private void listing(JsonNode node) {
    Json.requireKeys(node, "listing", "sku", "channel", "quantity");
    Sku sku = Sku.of(node.get("sku").asText());
    ChannelId channel = ChannelId.of(node.get("channel").asText());
    number(node, "quantity", sku, world.inventory.availableNow(sku, channel));
  }

  private void promise(JsonNode node) {
    Json.requireKeys(node, "promise", "order", "line", "by", "steps");
    OrderLineId line =
        OrderLineId.of(node.get("order").asText(), node.get("line").asText());
    Promise promise = world.inventory.promise(line).orElseThrow();
    if (node.has("by")) {
      assertThat(shown(promise.by()))
          .as(node.toString())
          .isEqualTo(node.get("by").asText());
    }
    if (node.has("steps")) {
      assertThat(promise.steps()).as(node.toString()).isEqualTo(steps(line, node.get("steps")));
    }
  }

  private List<Promise.Step> steps(OrderLineId line, JsonNode nodes) {
    Order order = world.inventory.order(line.order()).orElseThrow();
    Sku sku = order.line(line.line()).orElseThrow().sku();
    List<Promise.Step> steps = new java.util.ArrayList<>();
    for (JsonNode node : nodes) {
      LocalDate day = LocalDate.parse(node.get("date").asText());
      steps.add(new Promise.Step(day, world.quantity(sku, node.get("quantity"))));
    }
    return steps;
  }

  private static String shown(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse("unknown");
  }

  private void offer(JsonNode node) {
    Json.requireKeys(node, "offer", "sku", "quantity", "channel", "status", "by", "substitutes");
    Sku sku = Sku.of(node.get("sku").asText());
    Quantity quantity = world.quantity(sku, node.get("quantity"));
    OrderTerms terms = node.has("channel")
        ? OrderTerms.standard().through(ChannelId.of(node.get("channel").asText()))
        : OrderTerms.standard();
    Offer offer = world.inventory.offer(sku, quantity, terms).offer();
    if (node.has("status")) {
      assertThat(status(offer)).as(node.toString()).isEqualTo(node.get("status").asText());
    }
    if (node.has("by")) {
      assertThat(shown(offer.by())).as(node.toString()).isEqualTo(node.get("by").asText());
    }
    if (node.has("substitutes")) {
      List<SubstituteChoice> choices =
          SubstituteChoice.onShelf(world.inventory.substitutes(sku, quantity, terms));
      assertThat(choices.stream().map(each -> each.sku().value()))
          .as(node.toString())
          .containsExactlyElementsOf(
              Json.list(node.get("substitutes")).stream().map(JsonNode::asText).toList());
    }
  }

  private static String status(Offer offer) {
    return switch (offer.status()) {
      case IN_STOCK, LOW_STOCK -> "in-stock";
      case BACKORDER -> "backorder";
      case PREORDER -> "preorder";
      case OUT_OF_STOCK -> "out-of-stock";
    };
  }

  private void reason(JsonNode node) {
    Json.requireKeys(node, "reason", "order", "line", "code");
    OrderLineId line =
        OrderLineId.of(node.get("order").asText(), node.get("line").asText());
    assertThat(world.inventory.reason(line).map(Reason::name))
        .as(node.toString())
        .contains(node.get("code").asText());
  }

  private void ledger(JsonNode node) {
    Json.requireKeys(node, "ledger", "entries", "verified");
    if (node.has("entries")) {
      assertThat(world.inventory.ledger().size()).isEqualTo(node.get("entries").asLong());
    }
    if (node.has("verified")) {
      assertThat(world.inventory.verify().isSound())
          .isEqualTo(node.get("verified").asBoolean());
    }
  }
}
