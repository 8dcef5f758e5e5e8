package io.backorder.jdbc;

import io.backorder.demand.HoldId;
import io.backorder.demand.OrderId;
import io.backorder.stock.Sku;
import io.backorder.store.ClaimState;
import io.backorder.store.HoldState;
import io.backorder.store.ItemState;
import io.backorder.store.LineState;
import io.backorder.store.Locations;
import io.backorder.store.OrderState;
import io.backorder.store.Restored;
import io.backorder.supply.SupplyId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that a unit of work has read or made, each thing once. */
final class WorkingSet {

  private final Locations locations;
  private final Map<Sku, ItemRow> items = new HashMap<>();
  private final Map<OrderId, OrderState> orders = new HashMap<>();
  private final Map<OrderId, OrderState> orderParts = new HashMap<>();
  private final Map<HoldId, HoldState> holds = new HashMap<>();
  private final Map<SupplyId, Sku> supplied = new HashMap<>();

  WorkingSet(Locations locations) {
    this.locations = locations;
  }

  Locations locations() {
    return locations;
  }

  ItemRow item(Sku sku) {
    return items.computeIfAbsent(sku, key -> new ItemRow(new ItemState(key, locations)));
  }

  Map<OrderId, OrderState> orders() {
    return orders;
  }

  Map<HoldId, HoldState> holds() {
    return holds;
  }

  /** The items of the supplies that are known. */
  Map<SupplyId, Sku> supplied() {
    return supplied;
  }

  /** The row of a claim, which a line that closed and opened it again knows under another state. */
  @Nullable
  ClaimRow row(ClaimState claim) {
    ClaimRow row = item(claim.line().sku()).claims.get(claim.arrival());
    if (row != null) {
      row.state = claim;
    }
    return row;
  }

  /** Takes a claim in that was not known; its line is that of the order, or of the part known of it. */
  ClaimRow take(ClaimRecord read) {
    ItemRow item = item(read.sku);
    ClaimRow known = item.claims.get(read.place.arrival());
    if (known != null) {
      return known;
    }
    LineState line = line(read, item.state);
    ClaimState claim = Restored.claim(line, read.place, read.queued);
    read.departed.forEach((account, units) -> Restored.departed(line, account, units));
    if (read.promised != null) {
      Restored.promised(line, read.promised);
    }
    ClaimRow row = enter(claim, read.lineIndex);
    row.stored = true;
    row.several = read.several;
    return row;
  }

  ClaimRow enter(ClaimState claim, int lineIndex) {
    ClaimRow row = new ClaimRow(claim, lineIndex);
    item(claim.line().sku()).claims.put(claim.arrival(), row);
    return row;
  }

  private LineState line(ClaimRecord read, ItemState item) {
    OrderState whole = orders.get(read.order);
    if (whole != null) {
      return whole.lineOrPart(read.line.number());
    }
    OrderState part = orderParts.get(read.order);
    Restored.LineOfItem line = new Restored.LineOfItem(read.line, item);
    if (part == null) {
      part = Restored.order(read.order, read.terms, List.of(line));
      orderParts.put(read.order, part);
      return part.lines().get(0);
    }
    Optional<LineState> known = part.lines().stream()
        .filter(each -> each.number().equals(read.line.number()))
        .findFirst();
    OrderState order = part;
    return known.orElseGet(() -> Restored.line(order, line));
  }

  /** Makes the orders of own claims that were read line by line. */
  void openOrders(List<ClaimRecord> read) {
    Map<OrderId, List<ClaimRecord>> byOrder = new HashMap<>();
    read.forEach(
        each -> byOrder.computeIfAbsent(each.order, key -> new ArrayList<>()).add(each));
    byOrder.forEach((id, lines) -> orders.computeIfAbsent(id, key -> order(id, lines)));
  }

  private OrderState order(OrderId id, List<ClaimRecord> read) {
    Map<String, ClaimRecord> own = new HashMap<>();
    for (ClaimRecord each : read) {
      own.merge(each.line.number(), each, WorkingSet::earlier);
    }
    List<Restored.LineOfItem> lines = own.values().stream()
        .sorted((one, other) -> Integer.compare(one.lineIndex, other.lineIndex))
        .map(each -> new Restored.LineOfItem(each.line, item(each.sku).state))
        .toList();
    return Restored.order(id, read.get(0).terms, lines);
  }

  private static ClaimRecord earlier(ClaimRecord one, ClaimRecord other) {
    return one.place.arrival() < other.place.arrival() ? one : other;
  }
}
