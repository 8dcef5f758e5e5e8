package io.backorder.posting;

import io.backorder.demand.OrderId;
import io.backorder.ledger.LedgerEntry.Shipped;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.RefusedDocumentException;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.store.ClaimState;
import io.backorder.store.LineState;
import io.backorder.store.OrderState;
import io.backorder.store.StockStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decides {@link ShipOrder}. */
final class ShipDecision extends Decision {

  private final ShipOrder document;

  ShipDecision(ShipOrder document) {
    this.document = document;
  }

  @Override
  List<OrderId> orders() {
    return List.of(document.order());
  }

  @Override
  List<Sku> items(StockStore store) {
    return References.order(store, document.order()).skus();
  }

  @Override
  void decide(Draft draft) {
    OrderState order = References.openOrder(draft.store(), document.order());
    if (document.selection() instanceof ShipOrder.Chosen chosen) {
      int lines = chosen.lines().size();
      Limits.require("lines of a shipment", lines, draft.rules().limits().linesPerDocument());
      shipChosen(draft, order, chosen.lines());
    } else {
      shipAll(draft, order);
    }
  }

  private void shipAll(Draft draft, OrderState order) {
    boolean any = false;
    for (LineState line : order.lines()) {
      any |= line.reserved() > 0;
      for (LocationId location : places(draft)) {
        ship(draft, line, location, line.reservedAt(location));
      }
    }
    if (!any) {
      throw new RefusedDocumentException(
          ErrorCode.NOTHING_TO_SHIP,
          "cannot ship order %s: nothing of it is reserved".formatted(order.id()),
          Facts.of("order", order.id()));
    }
  }

  /** Units whose location is named are set aside first, so that the others take what is left. */
  private static void shipChosen(Draft draft, OrderState order, List<ShipOrder.Line> chosen) {
    Map<LineState, Map<LocationId, Long>> named = new LinkedHashMap<>();
    for (ShipOrder.Line each : chosen) {
      LineState line = order.line(each.line());
      if (!line.isKit()) {
        each.location().ifPresent(location -> name(draft, named, line, new Part(location, each)));
      }
    }
    for (ShipOrder.Line each : chosen) {
      LineState line = order.line(each.line());
      if (line.isKit()) {
        shipKits(draft, KitLine.of(line), each);
        continue;
      }
      Map<LocationId, Long> asideHere = named.getOrDefault(line, Map.of());
      if (each.location().isPresent()) {
        ship(draft, line, each.location().orElseThrow(), each.quantity().units());
        asideHere.merge(each.location().orElseThrow(), -each.quantity().units(), Long::sum);
      } else {
        shipAnywhere(draft, line, each.quantity().units(), asideHere);
      }
    }
  }

  /** Ships kits whose parts lie at the location that is named, or anywhere. */
  private static void shipKits(Draft draft, KitLine kit, ShipOrder.Line chosen) {
    chosen.location().ifPresent(draft.rules().locations()::rankOf);
    List<LocationId> from = chosen.location().map(List::of).orElseGet(() -> places(draft));
    long asked = chosen.quantity().units();
    long there = kit.reservedAt(from);
    if (asked > there) {
      throw notReserved(kit.kit(), asked, there);
    }
    kit.ship(draft, asked, from);
  }

  private static void name(
      Draft draft, Map<LineState, Map<LocationId, Long>> named, LineState line, Part part) {
    draft.rules().locations().rankOf(part.location);
    long sum = named
        .computeIfAbsent(line, key -> new LinkedHashMap<>())
        .merge(part.location, part.line.quantity().units(), ShipDecision::sum);
    long there = line.reservedAt(part.location);
    if (sum > there) {
      throw notReserved(line, sum, there);
    }
  }

  private static void shipAnywhere(
      Draft draft, LineState line, long units, Map<LocationId, Long> aside) {
    long left = units;
    for (LocationId location : places(draft)) {
      long there = line.reservedAt(location) - aside.getOrDefault(location, 0L);
      long taken = Math.min(left, there);
      ship(draft, line, location, taken);
      left -= taken;
    }
    if (left > 0) {
      throw notReserved(line, units, units - left);
    }
  }

  /** Ships units of a line from some locations, where they are reserved, best ranked first. */
  static void shipFrom(Draft draft, LineState line, long units, List<LocationId> from) {
    long left = units;
    for (LocationId location : from) {
      long taken = Math.min(left, line.reservedAt(location));
      ship(draft, line, location, taken);
      left -= taken;
    }
  }

  private static RefusedDocumentException notReserved(LineState line, long asked, long allowed) {
    return new RefusedDocumentException(
        ErrorCode.NOT_RESERVED,
        "cannot ship %d units of line %s: %d reserved".formatted(asked, line.id(), allowed),
        Facts.of("line", line.id()).and("asked", asked).and("allowed", allowed));
  }

  private static long sum(long one, long other) {
    long sum = one + other;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  /** The locations in rank order, and the place of what is not tracked. */
  private static List<LocationId> places(Draft draft) {
    List<LocationId> places = new ArrayList<>();
    draft.rules().locations().all().forEach(location -> places.add(location.id()));
    places.add(LocationId.NOWHERE);
    return places;
  }

  /** Ships units of a line from one location, those of the earliest claims first. */
  private static void ship(Draft draft, LineState line, LocationId location, long units) {
    long left = units;
    for (ClaimState claim : line.claims()) {
      long taken = Math.min(left, claim.reservedAt(location));
      if (taken > 0) {
        draft.post(line, new Shipped(claim.claim(), location, Quantity.of(taken)));
        left -= taken;
      }
    }
  }

  /** Units of a line whose location is named. */
  private record Part(LocationId location, ShipOrder.Line line) {}
}
