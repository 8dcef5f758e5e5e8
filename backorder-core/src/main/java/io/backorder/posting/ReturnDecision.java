package io.backorder.posting;

import io.backorder.demand.OrderId;
import io.backorder.ledger.LedgerEntry.Restocking;
import io.backorder.ledger.LedgerEntry.Returned;
import io.backorder.ledger.LineAccounts.Departure;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.RefusedDocumentException;
import io.backorder.stock.Sku;
import io.backorder.store.LineState;
import io.backorder.store.StockStore;
import java.util.List;

/** Decides {@link ReturnGoods}. */
final class ReturnDecision extends Decision {

  private final ReturnGoods document;

  ReturnDecision(ReturnGoods document) {
    this.document = document;
  }

  @Override
  List<OrderId> orders() {
    return List.of(document.line().order());
  }

  @Override
  List<Sku> items(StockStore store) {
    return List.of(line(store).sku());
  }

  private LineState line(StockStore store) {
    return References.order(store, document.line().order()).line(document.line().line());
  }

  @Override
  void decide(Draft draft) {
    LineState line = line(draft.store());
    ReturnGoods.Arrival arrival = document.arrival();
    draft.rules().locations().rankOf(arrival.location());
    long out = line.departed(Departure.SHIPPED) - line.departed(Departure.RETURNED);
    if (arrival.quantity().units() > out) {
      throw new RefusedDocumentException(
          ErrorCode.NOT_SHIPPED,
          "cannot take back %s units of line %s: %d shipped and not returned"
              .formatted(arrival.quantity(), line.id(), out),
          Facts.of("line", line.id()).and("asked", arrival.quantity()).and("allowed", out));
    }
    boolean tracked = draft.rules().termsOf(line.sku()).isTracked();
    Restocking restocking = tracked ? arrival.restocking() : Restocking.WRITTEN_OFF;
    draft.post(
        line, new Returned(line.firstClaim(), arrival.location(), arrival.quantity(), restocking));
  }
}
