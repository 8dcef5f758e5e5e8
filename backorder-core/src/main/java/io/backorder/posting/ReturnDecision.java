package io.backorder.posting;

import static io.backorder.ledger.LedgerEntry.Restocking.WRITTEN_OFF;

import io.backorder.demand.OrderId;
import io.backorder.ledger.LedgerEntry.Restocking;
import io.backorder.ledger.LedgerEntry.Returned;
import io.backorder.ledger.LineAccounts.Departure;
import io.backorder.refusal.ErrorCode;
import io.backorder.refusal.Facts;
import io.backorder.refusal.RefusedDocumentException;
import io.backorder.stock.LocationId;
import io.backorder.stock.Quantity;
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
    return KitLine.of(line(store)).skus();
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
    KitLine kit = KitLine.of(line);
    List<Long> parts = kit.unitsFor(arrival.quantity().units());
    boolean shelved = draft.rules().termsOf(line.sku()).isTracked() && !kit.isKit();
    takeBack(draft, line, arrival.quantity(), shelved ? arrival.restocking() : WRITTEN_OFF);
    for (int i = 0; i < parts.size(); i++) {
      Quantity units = Quantity.of(parts.get(i));
      takeBack(draft, kit.parts().get(i), units, arrival.restocking());
    }
  }

  private void takeBack(Draft draft, LineState line, Quantity units, Restocking restocking) {
    LocationId location = document.arrival().location();
    draft.post(line, new Returned(line.firstClaim(), location, units, restocking));
  }
}
