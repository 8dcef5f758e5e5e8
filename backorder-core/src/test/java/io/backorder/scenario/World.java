package io.backorder.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.backorder.Inventory;
import io.backorder.allocation.AllocationPolicy;
import io.backorder.allocation.Sourcing;
import io.backorder.ledger.InventoryEvent;
import io.backorder.posting.AnnounceSupply;
import io.backorder.posting.CountStock;
import io.backorder.stock.BackorderAllowance;
import io.backorder.stock.ChannelId;
import io.backorder.stock.ItemTerms;
import io.backorder.stock.Location;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Scale;
import io.backorder.stock.Sku;
import io.backorder.stock.StockUnits;
import io.backorder.supply.Supply;
import io.backorder.supply.SupplyId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The world of a scenario before its first step, and the inventory in it. */
final class World {

  Instant now;
  int reschedulings;
  final List<InventoryEvent> events = new ArrayList<>();
  final Inventory inventory;
  final List<Location> locations;
  private final Map<Sku, ItemTerms> terms = new HashMap<>();

  World(JsonNode given, Supplier<Inventory.Builder> store) {
    Json.requireKeys(
        given, "given", "now", "policy", "sourcing", "locations", "items", "stock", "supplies");
    now = Instant.parse(Json.text(given, "now", "2026-03-02T09:00:00Z"));
    locations = given.has("locations") ? locations(given.get("locations")) : List.of(main());
    Json.list(given.path("items")).forEach(this::item);
    inventory = store
        .get()
        .clock(() -> now)
        .locations(locations.toArray(Location[]::new))
        .terms(sku -> terms.getOrDefault(sku, ItemTerms.standard()))
        .policy(policy(Json.text(given, "policy", "fifo")))
        .sourcing(sourcing(Json.text(given, "sourcing", "rank")))
        .listener(events::add)
        .build();
    stock(given.path("stock"));
    Json.list(given.path("supplies")).forEach(this::supply);
    events.clear();
  }

  private static Location main() {
    return Location.of("MAIN");
  }

  private static List<Location> locations(JsonNode nodes) {
    List<Location> found = new ArrayList<>();
    for (JsonNode node : nodes) {
      Json.requireKeys(node, "location", "id", "active", "channels");
      Location location = Location.of(node.get("id").asText());
      if (node.has("channels")) {
        location = location.serving(Json.list(node.get("channels")).stream()
            .map(channel -> ChannelId.of(channel.asText()))
            .toArray(ChannelId[]::new));
      }
      found.add(node.path("active").asBoolean(true) ? location : location.inactive());
    }
    return found;
  }

  private void item(JsonNode node) {
    Json.requireKeys(
        node,
        "item",
        "sku",
        "backorders",
        "buffer",
        "tracked",
        "lot",
        "scale",
        "releaseDate",
        "substitutes",
        "kit");
    Sku sku = Sku.of(node.get("sku").asText());
    Scale scale = Scale.of(node.path("scale").asInt(0));
    ItemTerms its = ItemTerms.standard().withScale(scale);
    if (node.has("backorders")) {
      its = its.withBackorders(allowance(node.get("backorders"), scale));
    }
    if (node.has("buffer")) {
      its = its.withBuffer(quantity(node.get("buffer"), scale));
    }
    if (node.has("lot")) {
      its = its.withLot(quantity(node.get("lot"), scale));
    }
    if (!node.path("releaseDate").isMissingNode() && !node.get("releaseDate").isNull()) {
      its = its.releasedOn(LocalDate.parse(node.get("releaseDate").asText()));
    }
    if (node.has("substitutes")) {
      its = its.withSubstitutes(Json.list(node.get("substitutes")).stream()
          .map(substitute -> Sku.of(substitute.asText()))
          .toList());
    }
    if (node.has("kit")) {
      its = its.kitOf(components(node.get("kit")));
    }
    terms.put(sku, node.path("tracked").asBoolean(true) ? its : its.untracked());
  }

  private Map<Sku, Quantity> components(JsonNode nodes) {
    Map<Sku, Quantity> units = new LinkedHashMap<>();
    for (JsonNode node : nodes) {
      Json.requireKeys(node, "kit", "sku", "quantity");
      Sku sku = Sku.of(node.get("sku").asText());
      units.put(sku, quantity(sku, node.get("quantity")));
    }
    return units;
  }

  private static BackorderAllowance allowance(JsonNode node, Scale scale) {
    if (node.isObject()) {
      Json.requireKeys(node, "backorders", "limit");
      return BackorderAllowance.upTo(quantity(node.get("limit"), scale));
    }
    return switch (node.asText()) {
      case "unlimited" -> BackorderAllowance.unlimited();
      case "refused" -> BackorderAllowance.refused();
      case "inbound" -> BackorderAllowance.inbound();
      default -> throw new AssertionError("unknown backorders: " + node);
    };
  }

  private static AllocationPolicy policy(String name) {
    return switch (name) {
      case "fifo" -> AllocationPolicy.firstComeFirstServed();
      case "priority" -> AllocationPolicy.priority();
      case "due-date" -> AllocationPolicy.dueDate();
      case "smallest-first" -> AllocationPolicy.smallestFirst();
      case "fair-share" -> AllocationPolicy.fairShare();
      case "proportional" -> AllocationPolicy.proportional();
      case "complete-lines" -> AllocationPolicy.completeLines();
      default -> throw new AssertionError("unknown policy: " + name);
    };
  }

  private static Sourcing sourcing(String name) {
    return switch (name) {
      case "rank" -> Sourcing.rank();
      case "most-free" -> Sourcing.mostFree();
      case "fewest-parcels" -> Sourcing.fewestParcels();
      default -> throw new AssertionError("unknown sourcing: " + name);
    };
  }

  private void stock(JsonNode nodes) {
    List<StockUnits> counted = new ArrayList<>();
    for (JsonNode node : nodes) {
      Json.requireKeys(node, "stock", "sku", "location", "onHand");
      Sku sku = Sku.of(node.get("sku").asText());
      LocationId location = LocationId.of(Json.text(node, "location", "MAIN"));
      counted.add(StockUnits.of(sku, location, quantity(sku, node.get("onHand"))));
    }
    if (!counted.isEmpty()) {
      inventory.post(CountStock.of("opening stock", counted));
    }
  }

  private void supply(JsonNode node) {
    Json.requireKeys(node, "supply", "id", "sku", "location", "quantity", "due");
    inventory.post(AnnounceSupply.of(supply(node, "id")));
  }

  /** A supply that is to arrive at {@code MAIN} where no location is named. */
  Supply supply(JsonNode node, String id) {
    Sku sku = Sku.of(node.get("sku").asText());
    LocationId location = LocationId.of(Json.text(node, "location", "MAIN"));
    return Supply.of(
        SupplyId.of(node.get(id).asText()),
        StockUnits.of(sku, location, quantity(sku, node.get("quantity"))),
        due(node));
  }

  /** A due moment is a day, which counts to its end, or an instant. */
  static Instant due(JsonNode node) {
    String text = node.get("due").asText();
    return text.contains("T") ? Instant.parse(text) : Supply.endOf(LocalDate.parse(text));
  }

  Scale scale(Sku sku) {
    return terms.getOrDefault(sku, ItemTerms.standard()).scale();
  }

  Quantity quantity(Sku sku, JsonNode node) {
    return quantity(node, scale(sku));
  }

  long units(Sku sku, JsonNode node) {
    return scale(sku).toUnits(new BigDecimal(node.asText()));
  }

  private static Quantity quantity(JsonNode node, Scale scale) {
    return scale.toQuantity(new BigDecimal(node.asText()));
  }

  String shown(Sku sku, Quantity quantity) {
    return plain(scale(sku).toDecimal(quantity));
  }

  static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
