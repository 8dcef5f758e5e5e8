package io.backorder.posting;

import io.backorder.allocation.Grant;
import io.backorder.demand.OrderLine;
import io.backorder.ledger.CartLine;
import io.backorder.ledger.InventoryEvent.HoldPlaced;
import io.backorder.ledger.LedgerEntry.Held;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.InvalidValueException;
import io.backorder.refusal.RefusedDocumentException;
import io.backorder.stock.Quantity;
import io.backorder.stock.Sku;
import io.backorder.store.HoldState;
import io.backorder.store.StockStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides {@link PlaceHold}: who waits is served first, and the cart gets what is left. */
final class HoldDecision extends Decision {

  private final PlaceHold document;

  HoldDecision(PlaceHold document) {
    this.document = document;
  }

  @Override
  List<Sku> items(StockStore store) {
    return PlaceDecision.skus(document.lines());
  }

  @Override
  boolean namesKits() {
    return true;
  }

  @Override
  void decide(Draft draft) {
    int lines = document.lines().size();
    Limits.require("lines of a hold", lines, draft.rules().limits().linesPerDocument());
    Instant until = draft.now().plus(document.expiresIn()).truncatedTo(ChronoUnit.MICROS);
    List<OrderLine> asked = BillOfMaterials.linesWithParts(document.lines(), draft.rules());
    List<CartLine> cart =
        asked.stream().map(line -> new CartLine(document.hold(), line, until)).toList();
    draft.store().open(new HoldState(cart));
    draft.headline(new HoldPlaced(document.hold()));
    draft.serveRest();
    Map<Sku, FreeUnits> free = new LinkedHashMap<>();
    PlaceDecision.skus(asked).forEach(sku -> free.put(sku, draft.free(draft.item(sku))));
    free.forEach((sku, units) -> requireEnough(asked, sku, units));
    for (CartLine line : cart) {
      hold(
          draft,
          line,
          free.getOrDefault(line.line().sku(), draft.free(draft.item(line.line().sku()))));
    }
  }

  /** All lines of one item are judged by their sum. */
  private static void requireEnough(List<OrderLine> lines, Sku sku, FreeUnits free) {
    Quantity asked = Quantity.ZERO;
    for (OrderLine line : lines) {
      if (line.sku().equals(sku)) {
        requireLot(line, free.terms().lot());
        asked = asked.plus(line.quantity());
      }
    }
    long available = free.available(Optional.empty());
    if (lies(free) && asked.units() > available) {
      throw new RefusedDocumentException(
          ErrorCode.INSUFFICIENT_STOCK,
          "cannot hold %s units of %s: %d available".formatted(asked, sku, available),
          Facts.of("sku", sku).and("asked", asked).and("allowed", available));
    }
  }

  /** Whether the item lies on a shelf: not what is not tracked, and of a kit only the parts. */
  private static boolean lies(FreeUnits free) {
    return free.terms().isTracked() && free.terms().components().isEmpty();
  }

  private static void requireLot(OrderLine line, Quantity lot) {
    if (line.quantity().units() % lot.units() != 0) {
      throw new InvalidValueException(
          ErrorCode.INVALID_QUANTITY,
          "quantity of line %s must be whole lots of %s: %s"
              .formatted(line.number(), lot, line.quantity()),
          Facts.of("line", line.number()).and("asked", line.quantity()).and("allowed", lot));
    }
  }

  private static void hold(Draft draft, CartLine line, FreeUnits free) {
    if (lies(free)) {
      for (Grant units : free.take(new CartShopper(line), line.line().quantity())) {
        draft.post(new Held(line, units.location(), units.quantity()));
      }
    }
  }
}
