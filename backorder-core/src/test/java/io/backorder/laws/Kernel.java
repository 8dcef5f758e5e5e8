package io.backorder.laws;

import io.backorder.Inventory;
import io.backorder.allocation.AllocationPolicy;
import io.backorder.allocation.Guard;
import io.backorder.allocation.Sequence;
import io.backorder.allocation.ShareRule;
import io.backorder.allocation.Sourcing;
import io.backorder.demand.LineStatus;
import io.backorder.demand.Order;
import io.backorder.demand.OrderId;
import io.backorder.ledger.InventoryEvent;
import io.backorder.ledger.LedgerRecord;
import io.backorder.model.Answer;
import io.backorder.model.Paper;
import io.backorder.model.Shop;
import io.backorder.posting.Limits;
import io.backorder.posting.Outcome;
import io.backorder.refusal.InventoryException;
import io.backorder.stock.BackorderAllowance;
import io.backorder.stock.ChannelId;
import io.backorder.stock.ItemLevels;
import io.backorder.stock.ItemTerms;
import io.backorder.stock.Location;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.stock.StockLevel;
import io.backorder.supply.SupplyStatus;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The inventory of a shop, its clock, and what its listener heard. */
final class Kernel {

  static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
  static final int MOST_LINES = 4;

  final Shop shop;
  final Inventory inventory;
  final List<InventoryEvent> events = new ArrayList<>();
  Instant now = START;

  Kernel(Shop shop) {
    this(shop, List.of());
  }

  /** Makes the inventory that begins with what another ledger tells. */
  Kernel(Shop shop, List<LedgerRecord> history) {
    this(shop, history, Stores.next());
  }

  Kernel(Shop shop, List<LedgerRecord> history, Inventory.Builder store) {
    this.shop = shop;
    inventory = builder(store).replaying(history).build();
  }

  /** Makes the inventory that begins with an export, and with what happened after it. */
  Kernel(Shop shop, byte[] export, List<LedgerRecord> later) {
    this.shop = shop;
    inventory = builder(Stores.next())
        .importing(new ByteArrayInputStream(export))
        .replaying(later)
        .build();
  }

  private Inventory.Builder builder(Inventory.Builder store) {
    Map<Sku, ItemTerms> terms = new HashMap<>();
    shop.items().forEach(item -> terms.put(Sku.of(item.sku()), terms(item)));
    return store
        .clock(() -> now)
        .locations(locations(shop))
        .terms(sku -> terms.getOrDefault(sku, ItemTerms.standard()))
        .policy(policy(shop.policy()))
        .sourcing(sourcing(shop.sourcing()))
        .limits(Limits.STANDARD.withLinesPerDocument(MOST_LINES))
        .listener(events::add);
  }

  byte[] export() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      inventory.export(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Location[] locations(Shop shop) {
    return shop.places().stream().map(Kernel::location).toArray(Location[]::new);
  }

  private static Location location(Shop.Place place) {
    ChannelId[] channels = place.channels().stream().map(ChannelId::of).toArray(ChannelId[]::new);
    Location location = Location.of(place.id()).serving(channels);
    return place.trade() == Shop.Trade.ACTIVE ? location : location.inactive();
  }

  private static ItemTerms terms(Shop.Item item) {
    BackorderAllowance allowance = switch (item.allowance()) {
      case UNLIMITED -> BackorderAllowance.unlimited();
      case REFUSED -> BackorderAllowance.refused();
      case LIMITED -> BackorderAllowance.upTo(Quantity.of(item.limit()));
      case INBOUND -> BackorderAllowance.inbound();
    };
    ItemTerms terms = ItemTerms.standard()
        .withBackorders(allowance)
        .withBuffer(Quantity.of(item.keeping().buffer()))
        .withLot(Quantity.of(item.keeping().lot()));
    return item.keeping().stock() == Shop.Stock.TRACKED ? terms : terms.untracked();
  }

  static AllocationPolicy policy(Shop.Policy policy) {
    return switch (policy) {
      case FIFO -> AllocationPolicy.firstComeFirstServed();
      case PRIORITY -> AllocationPolicy.priority();
      case DUE_DATE -> AllocationPolicy.dueDate();
      case SMALLEST_FIRST -> AllocationPolicy.smallestFirst();
      case COMPLETE_LINES -> AllocationPolicy.completeLines();
      case FAIR_SHARE -> AllocationPolicy.fairShare();
      case EQUAL_LOSSES ->
        AllocationPolicy.of(Sequence.firstComeFirstServed(), ShareRule.equalLosses(), Guard.none());
      case PROPORTIONAL -> AllocationPolicy.proportional();
    };
  }

  private static Sourcing sourcing(Shop.Sourcing sourcing) {
    return switch (sourcing) {
      case RANK -> Sourcing.rank();
      case MOST_FREE -> Sourcing.mostFree();
      case FEWEST_PARCELS -> Sourcing.fewestParcels();
    };
  }

  Answer post(Paper paper) {
    events.clear();
    try {
      Outcome outcome = inventory.post(Desk.document(paper));
      List<String> lines = outcome.lines().stream()
          .map(line -> "%s %s %s %s"
              .formatted(line.line(), line.reserved(), line.backordered(), line.refused()))
          .toList();
      List<String> fills = outcome.fills().stream()
          .map(fill -> "fill %s %s %s".formatted(fill.line(), fill.quantity(), fill.location()))
          .toList();
      return Answer.done(lines, fills, toldOfUnits());
    } catch (InventoryException e) {
      return Answer.refused(Set.of(e.code().name()));
    }
  }

  List<Sku> skus() {
    return shop.items().stream().map(item -> Sku.of(item.sku())).toList();
  }

  /** Returns the only line of an order. */
  LineStatus line(String order) {
    return inventory.order(OrderId.of(order)).orElseThrow().lines().get(0);
  }

  /** Returns who waits for the first item. */
  List<String> queue() {
    return inventory.waiting(skus().get(0), Integer.MAX_VALUE).stream()
        .map(line -> line.id().toString())
        .toList();
  }

  /** Returns every figure, in the words of the model's view. */
  List<String> view(List<String> orders, List<String> channels) {
    List<String> lines = new ArrayList<>();
    for (Shop.Item item : shop.items()) {
      addItem(lines, item, channels);
    }
    for (String id : orders) {
      Order order = inventory.order(OrderId.of(id)).orElseThrow();
      lines.add(id + " " + order.status());
      order.lines().forEach(line -> lines.add(text(line)));
    }
    return lines;
  }

  private void addItem(List<String> lines, Shop.Item item, List<String> channels) {
    Sku sku = Sku.of(item.sku());
    ItemLevels levels = inventory.item(sku);
    for (StockLevel level : levels.locations()) {
      lines.add(sku + "@" + level.location() + " onHand=" + level.onHand() + " reserved="
          + level.reserved() + " held=" + level.held() + " free=" + level.free());
    }
    boolean tracked = item.keeping().stock() == Shop.Stock.TRACKED;
    String toOrder = levels.availableToOrder().map(Object::toString).orElse("unlimited");
    lines.add(
        "%s waiting=%s toOrder=%s".formatted(sku, levels.backordered(), tracked ? toOrder : "-"));
    if (tracked) {
      lines.add(sku + " now=" + levels.availableNow());
      channels.forEach(each ->
          lines.add(sku + " " + each + "=" + inventory.availableNow(sku, ChannelId.of(each))));
    }
    lines.add(supplies(sku, levels));
    StringBuilder queue = new StringBuilder(sku + " queue");
    inventory
        .waiting(sku, Integer.MAX_VALUE)
        .forEach(line -> queue.append(' ').append(line.id()).append(':').append(line.waiting()));
    lines.add(queue.toString());
  }

  private String supplies(Sku sku, ItemLevels levels) {
    StringBuilder text = new StringBuilder(
        "%s position=%d inbound=%s".formatted(sku, levels.position(), levels.inbound()));
    for (SupplyStatus each : inventory.supplies(sku)) {
      text.append(" %s:%s of %s, %s came"
          .formatted(
              each.supply().id(), each.expected(), each.supply().quantity(), each.received()));
    }
    return text.toString();
  }

  private String text(LineStatus line) {
    return line.id() + " " + line.sku() + " ordered=" + line.ordered() + " reserved="
        + line.reserved() + " waiting=" + line.backordered() + " shipped=" + line.shipped()
        + " cancelled=" + line.cancelled() + " refused=" + line.refused() + " returned="
        + line.returned() + " " + line.reservedAt() + " "
        + inventory.reason(line.id()).map(Object::toString).orElse("-");
  }

  /** The model knows of units alone; what is promised has laws of its own. */
  private List<String> toldOfUnits() {
    return events.stream()
        .filter(event -> !(event instanceof InventoryEvent.PromiseMade))
        .filter(event -> !(event instanceof InventoryEvent.PromiseRevised))
        .map(Object::toString)
        .toList();
  }
}
