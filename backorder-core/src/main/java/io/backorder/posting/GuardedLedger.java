package io.backorder.posting;

import static java.util.Objects.requireNonNull;

import io.backorder.demand.OrderId;
import io.backorder.ledger.Ledger;
import io.backorder.ledger.LedgerRecord;
import io.backorder.stock.Sku;
import io.backorder.store.UnitOfWork;
import java.util.List;

/** The ledger, read between two documents. */
record GuardedLedger(PostingDesk desk, UnitOfWork unitOfWork) implements Ledger {

  @Override
  public List<LedgerRecord> after(long position, int limit) {
    return desk.exclusively(() -> unitOfWork.ledger().after(position, limit));
  }

  @Override
  public List<LedgerRecord> of(Sku sku) {
    requireNonNull(sku, "sku");
    return desk.exclusively(() -> unitOfWork.ledger().of(sku));
  }

  @Override
  public List<LedgerRecord> of(OrderId order) {
    requireNonNull(order, "order");
    return desk.exclusively(() -> unitOfWork.ledger().of(order));
  }

  @Override
  public long size() {
    return desk.exclusively(() -> unitOfWork.ledger().size());
  }
}
