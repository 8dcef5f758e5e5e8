package io.backorder.store;

import io.backorder.demand.HoldId;
import io.backorder.demand.OrderId;
import io.backorder.demand.OrderLine;
import io.backorder.ledger.CartLine;
import io.backorder.ledger.DocumentId;
import io.backorder.ledger.DocumentKind;
import io.backorder.ledger.LedgerEntry;
import io.backorder.ledger.LedgerEntry.Held;
import io.backorder.ledger.LedgerEntry.LineEntry;
import io.backorder.ledger.LedgerEntry.Ordered;
import io.backorder.ledger.LedgerEntry.StockEntry;
import io.backorder.ledger.LedgerRecord;
import io.backorder.ledger.SourceDocument;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.UnknownReferenceException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Applies the records of a ledger to an empty store, document by document. It reads no clock, asks no
 * policy and tells no listener.
 */
final class Replay {

  private final MemoryUnitOfWork memory;
  private final Map<OrderId, OrderState> orders = new HashMap<>();
  private final List<LedgerRecord> stretch = new ArrayList<>();

  Replay(MemoryUnitOfWork memory) {
    this.memory = memory;
  }

  void apply(List<LedgerRecord> history) {
    SourceDocument current = null;
    for (LedgerRecord record : history) {
      if (current != null && record.cause().document() != current) {
        applyDocument(current);
      }
      current = record.cause().document();
      stretch.add(record);
    }
    applyLast(current);
  }

  private void applyLast(@Nullable SourceDocument current) {
    if (current != null) {
      applyDocument(current);
    }
  }

  private void applyDocument(SourceDocument document) {
    Posted posted = new Posted(document);
    openOrders(posted);
    openHolds();
    List<LineState> touched = new ArrayList<>();
    for (LedgerRecord record : stretch) {
      apply(record.entry(), touched);
      memory.records().restore(record);
      memory.itemOf(record.entry().sku()).records.add(record);
    }
    touched.forEach(this::settle);
    posted.wrote(stretch.get(0).position(), stretch.size());
    posted.done();
    remember(document.id(), posted);
    stretch.clear();
  }

  /** All lines of an order join the queue by the document that opened it. */
  private void openOrders(Posted posted) {
    Map<OrderId, List<Ordered>> opened = new LinkedHashMap<>();
    for (LedgerRecord record : stretch) {
      if (record.entry() instanceof Ordered ordered) {
        OrderId order = ordered.claim().line().order();
        opened.computeIfAbsent(order, key -> new ArrayList<>()).add(ordered);
      }
    }
    opened.forEach((id, lines) -> openOrder(posted, id, lines));
  }

  private void openOrder(Posted posted, OrderId id, List<Ordered> ordered) {
    List<OrderLine> lines = ordered.stream().map(Ordered::line).toList();
    OrderState order =
        new OrderState(id, ordered.get(0).terms(), lines, sku -> memory.itemOf(sku).state);
    orders.put(id, order);
    posted.open(order);
    memory.orders().put(id, posted);
  }

  private void openHolds() {
    List<CartLine> cart = new ArrayList<>();
    for (LedgerRecord record : stretch) {
      if (record.entry() instanceof Held held && !cart.contains(held.cart())) {
        cart.add(held.cart());
      }
    }
    if (!cart.isEmpty()) {
      HoldState hold = new HoldState(cart);
      memory.holds().put(hold.id(), hold);
      memory.openHolds().add(hold);
    }
  }

  private void apply(LedgerEntry entry, List<LineState> touched) {
    if (entry instanceof LineEntry about) {
      LineState line = line(about);
      if (line.touch()) {
        touched.add(line);
      }
      about.move(line, 1);
      line.item().arrived(about.claim().place().arrival());
    } else if (entry instanceof StockEntry stock) {
      stock.move(memory.itemOf(stock.sku()).state, 1);
    }
  }

  private LineState line(LineEntry entry) {
    OrderState order = orders.get(entry.claim().line().order());
    if (order == null) {
      throw new UnknownReferenceException(
          ErrorCode.UNKNOWN_ORDER,
          "order must be opened by an earlier record: " + entry.claim().line().order(),
          Facts.of("order", entry.claim().line().order()));
    }
    return order.line(entry.claim().line().line());
  }

  private void settle(LineState line) {
    line.order().settle(line.waitingSinceTouch(), line.openSinceTouch());
    line.untouch();
  }

  private void remember(DocumentId id, Posted posted) {
    HoldState hold = id.kind() == DocumentKind.CONFIRM || id.kind() == DocumentKind.RELEASE
        ? memory.holds().get(HoldId.of(id.number()))
        : null;
    if (hold != null) {
      close(hold, id.kind());
    }
    if (id.kind() != DocumentKind.PLACE && id.kind() != DocumentKind.EXPIRE) {
      memory.documents().put(id, posted);
    }
  }

  private void close(HoldState hold, DocumentKind by) {
    hold.close(by == DocumentKind.CONFIRM ? HoldState.End.CONFIRMED : HoldState.End.RELEASED);
    memory.openHolds().remove(hold);
  }
}
