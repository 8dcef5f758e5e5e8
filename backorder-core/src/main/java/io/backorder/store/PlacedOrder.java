package io.backorder.store;

import io.backorder.demand.OrderLine;
import io.backorder.ledger.DocumentId;
import io.backorder.ledger.DocumentKind;
import io.backorder.ledger.LedgerEntry.Ordered;
import io.backorder.ledger.LedgerRecord;
import io.backorder.ledger.SourceDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The document that placed an order, read off the ledger: what joined the queue is what was ordered, so
 * that it need not be kept a second time.
 */
final class PlacedOrder implements SourceDocument {

  private final MemoryLedger ledger;
  private final OrderState order;
  private @Nullable DocumentId id;

  PlacedOrder(MemoryLedger ledger, OrderState order) {
    this.ledger = ledger;
    this.order = order;
  }

  /** The key is made once, when somebody asks: each record of the order asks for it. */
  @Override
  public DocumentId id() {
    DocumentId known = id;
    if (known == null) {
      known = new DocumentId(DocumentKind.PLACE, order.id().value());
      id = known;
    }
    return known;
  }

  @Override
  public Map<String, String> content() {
    order.awaitDone(); // a reader of the feed may be here before the last row is shown
    List<OrderLine> lines = new ArrayList<>();
    for (LedgerRecord record : ledger.after(order.firstPosition() - 1, order.records())) {
      if (record.entry() instanceof Ordered ordered && !ordered.line().isPart()) {
        lines.add(ordered.line());
      }
    }
    return Fields.ofOrder(lines, order.terms()).asMap();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PlacedOrder that && order == that.order;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(order);
  }

  @Override
  public String toString() {
    return id().toString();
  }
}
