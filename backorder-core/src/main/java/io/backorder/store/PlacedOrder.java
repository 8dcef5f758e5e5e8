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

/**
 * The document that placed an order, read off the ledger: what joined the queue is what was ordered, so
 * that it need not be kept a second time.
 */
record PlacedOrder(MemoryLedger ledger, OrderState order) implements SourceDocument {

  @Override
  public DocumentId id() {
    return new DocumentId(DocumentKind.PLACE, order.id().value());
  }

  @Override
  public Map<String, String> content() {
    order.awaitDone(); // a reader of the feed may be here before the last row is shown
    List<OrderLine> lines = new ArrayList<>();
    for (LedgerRecord record : ledger.after(order.firstPosition() - 1, order.records())) {
      if (record.entry() instanceof Ordered ordered) {
        lines.add(ordered.line());
      }
    }
    return Fields.ofOrder(lines, order.terms()).asMap();
  }

  @Override
  public String toString() {
    return id().toString();
  }
}
